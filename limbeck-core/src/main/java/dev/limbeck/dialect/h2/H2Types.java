// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.h2;

import dev.limbeck.schema.DataType;
import dev.limbeck.schema.Name;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The names of types: the canonical short ones, and the words that every mode of H2 understands. */
final class H2Types {
    /** What the catalogue calls a type, and the short name that migrations are written with. */
    private static final Map<String, String> SHORT = Map.of(
            "character varying", "varchar",
            "character", "char",
            "character large object", "clob",
            "binary varying", "varbinary",
            "binary large object", "blob",
            "timestamp with time zone", "timestamptz",
            "time with time zone", "timetz");

    /** Words of other databases, and those that not every mode has: MODE=PostgreSQL knows no BLOB. */
    private static final Map<String, String> SPELLED = Map.of(
            "clob", "character large object",
            "blob", "binary large object",
            "text", "varchar",
            "bytea", "varbinary",
            "jsonb", "json",
            "bigserial", "bigint",
            "serial", "integer");

    /** The first words of H2's own types; any other name is that of a domain. */
    private static final Set<String> OWN = Set.of(
            "bigint",
            "binary",
            "bit",
            "boolean",
            "char",
            "character",
            "date",
            "dec",
            "decfloat",
            "decimal",
            "double",
            "enum",
            "float",
            "geometry",
            "int",
            "integer",
            "interval",
            "java_object",
            "json",
            "numeric",
            "nvarchar",
            "real",
            "row",
            "smallint",
            "time",
            "timestamp",
            "tinyint",
            "uuid",
            "varbinary",
            "varchar",
            "varchar_ignorecase");

    private H2Types() {}

    /** With {@code DATABASE_TO_LOWER} the catalogue writes types in lower case as well. */
    static String canonical(String catalogueName) {
        String name = catalogueName.toLowerCase(Locale.ROOT);
        return SHORT.getOrDefault(name, name);
    }

    /** A type as it stands in SQL. */
    static String sql(DataType type) {
        String arguments =
                type.arguments().isEmpty() ? "" : type.arguments().stream().collect(Collectors.joining(", ", "(", ")"));
        return spell(type.name(), arguments) + " array".repeat(type.arrayDimensions());
    }

    private static String spell(Name type, String arguments) {
        if (type.schema() != null) {
            return H2Names.quoted(type.schema()) + "." + H2Names.quoted(type.name());
        }
        String name = type.name();
        if (name.equals("timestamptz")) {
            return "timestamp" + arguments + " with time zone";
        }
        if (name.equals("timetz")) {
            return "time" + arguments + " with time zone";
        }
        String spelled = SPELLED.getOrDefault(name, name);
        boolean isOwn = OWN.contains(spelled.split("[ (]", 2)[0]);
        return (isOwn ? spelled : H2Names.quoted(spelled)) + arguments;
    }

    /** The kinds of types within which one obvious value serves all. */
    enum Family {
        NUMBER,
        TEXT,
        BINARY,
        BOOLEAN,
        DATE,
        TIME,
        MOMENT,
        JSON,
        OTHER;

        /** The family of a type; an array is of none. */
        static Family of(DataType type) {
            if (type.arrayDimensions() > 0 || type.name().schema() != null) {
                return OTHER;
            }
            return switch (type.name().name()) {
                case "tinyint", "smallint", "integer", "bigint", "numeric", "decfloat", "real", "double precision" ->
                    NUMBER;
                case "varchar", "char", "clob", "text", "varchar_ignorecase" -> TEXT;
                case "varbinary", "binary", "blob", "bytea" -> BINARY;
                case "boolean" -> BOOLEAN;
                case "date" -> DATE;
                case "time", "timetz" -> TIME;
                case "timestamp", "timestamptz" -> MOMENT;
                case "json", "jsonb" -> JSON;
                default -> OTHER;
            };
        }
    }
}
