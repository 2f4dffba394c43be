// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.postgresql;

import static java.util.Map.entry;

import dev.limbeck.dialect.postgresql.PostgresqlTypes.Family;
import dev.limbeck.schema.DataType;
import java.util.Map;
import java.util.Set;

/** Which of the server's own types it converts into which, as its table {@code pg_cast} lists them. */
final class PostgresqlCasts {

    /** Beside those within a family, and those from and to texts, which every type has. */
    private static final Map<String, Set<String>> CASTS = Map.ofEntries(
            entry("boolean", Set.of("integer")),
            entry("smallint", Set.of("oid")),
            entry("integer", Set.of("boolean", "bit", "money", "\"char\"", "oid")),
            entry("bigint", Set.of("bit", "money", "oid")),
            entry("numeric", Set.of("money")),
            entry("money", Set.of("numeric")),
            entry("\"char\"", Set.of("integer")),
            entry("oid", Set.of("integer", "bigint")),
            entry("bit", Set.of("integer", "bigint", "varbit")),
            entry("varbit", Set.of("bit")),
            entry("jsonb", Set.of("boolean", "smallint", "integer", "bigint", "numeric", "real", "double precision")),
            entry("timestamp", Set.of("time")),
            entry("timestamptz", Set.of("time", "timetz")),
            entry("time", Set.of("interval")),
            entry("interval", Set.of("time")),
            entry("inet", Set.of("cidr")),
            entry("cidr", Set.of("inet")),
            entry("macaddr", Set.of("macaddr8")),
            entry("macaddr8", Set.of("macaddr")),
            entry("box", Set.of("circle", "lseg", "point", "polygon")),
            entry("circle", Set.of("box", "point", "polygon")),
            entry("lseg", Set.of("point")),
            entry("path", Set.of("polygon")),
            entry("point", Set.of("box")),
            entry("polygon", Set.of("box", "circle", "path", "point")),
            entry("int4range", Set.of("int4multirange")),
            entry("int8range", Set.of("int8multirange")),
            entry("numrange", Set.of("nummultirange")),
            entry("daterange", Set.of("datemultirange")),
            entry("tsrange", Set.of("tsmultirange")),
            entry("tstzrange", Set.of("tstzmultirange")));

    /** The server's own types that have casts from and to texts alone. */
    private static final Set<String> TEXTS_ALONE =
            Set.of("uuid", "bytea", "xml", "tsvector", "tsquery", "line", "pg_lsn");

    private PostgresqlCasts() {}

    /** Whether the one type may be cast to the other; of a type that is not the server's own nobody can tell. */
    static boolean mayCast(DataType from, DataType to) {
        if (from.arrayDimensions() + to.arrayDimensions() > 0) {
            return false;
        }
        String source = word(from);
        String target = word(to);
        if (!isOwn(from, source) || !isOwn(to, target)) {
            return Family.of(from) != Family.OTHER || Family.of(to) != Family.OTHER;
        }
        return PostgresqlTypes.sameFamily(from, to)
                || CASTS.getOrDefault(source, Set.of()).contains(target);
    }

    /** An interval may say of which fields it is. */
    private static String word(DataType type) {
        String name = PostgresqlTypes.canonical(type.name().name());
        return name.startsWith("interval") ? "interval" : name;
    }

    private static boolean isOwn(DataType type, String word) {
        return type.name().schema() == null
                && (Family.of(type) != Family.OTHER
                        || CASTS.containsKey(word)
                        || TEXTS_ALONE.contains(word)
                        || CASTS.values().stream().anyMatch(targets -> targets.contains(word)));
    }
}
