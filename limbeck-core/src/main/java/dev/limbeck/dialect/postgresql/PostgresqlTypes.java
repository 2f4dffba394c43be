// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.postgresql;

import dev.limbeck.schema.DataType;
import dev.limbeck.schema.Name;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The names of types: the server's long ones, the canonical short ones, and back to SQL. */
final class PostgresqlTypes {
    private static final Pattern QUALIFIED_COLLATION = Pattern.compile("\"(?:[^\"]|\"\")++\"\\.\"(?:[^\"]|\"\")++\"");
    private static final Pattern FORMATTED = Pattern.compile("(?<before>[^(]*)\\((?<arguments>[^)]*)\\)(?<after>.*)");

    /** What {@code format_type} prints, and the short name that migrations are written with. */
    private static final Map<String, String> SHORT = Map.of(
            "character varying", "varchar",
            "character", "char",
            "timestamp without time zone", "timestamp",
            "timestamp with time zone", "timestamptz",
            "time without time zone", "time",
            "time with time zone", "timetz",
            "bit varying", "varbit");

    /** Names that stand unquoted though an identifier of their spelling would be quoted. */
    private static final Set<String> UNQUOTED = Set.of(
            "\"char\"",
            "bigint",
            "bit",
            "boolean",
            "char",
            "decimal",
            "double precision",
            "float",
            "int",
            "integer",
            "json",
            "numeric",
            "real",
            "smallint",
            "time",
            "timestamp",
            "varchar");

    /** The words of other databases, so that one migration can serve several. */
    private static final Map<String, String> BORROWED = Map.of("blob", "bytea", "clob", "text");

    private PostgresqlTypes() {}

    /** The canonical type of a text that {@code format_type} printed for one of the server's own types. */
    static DataType parse(String formatted, int arrayDimensions) {
        Matcher matcher = FORMATTED.matcher(formatted);
        if (!matcher.matches()) {
            return new DataType(Name.of(canonical(formatted)), List.of(), arrayDimensions);
        }
        String name = matcher.group("before") + matcher.group("after");
        return new DataType(Name.of(canonical(name)), arguments(formatted), arrayDimensions);
    }

    /** What stands in the parentheses of a text that {@code format_type} printed. */
    static List<String> arguments(String formatted) {
        Matcher matcher = FORMATTED.matcher(formatted);
        return matcher.matches()
                ? Stream.of(matcher.group("arguments").split(","))
                        .map(String::strip)
                        .toList()
                : List.of();
    }

    static String canonical(String name) {
        return SHORT.getOrDefault(name, name);
    }

    /** A type as it stands in SQL. */
    static String sql(DataType type) {
        String arguments = type.arguments().isEmpty() ? "" : "(" + String.join(",", type.arguments()) + ")";
        return spell(type.name(), arguments) + "[]".repeat(type.arrayDimensions());
    }

    private static String spell(Name type, String arguments) {
        if (type.schema() != null) {
            return PostgresqlDialect.quoted(type.schema()) + "." + quoted(type.name()) + arguments;
        }
        String name = BORROWED.getOrDefault(canonical(type.name()), canonical(type.name()));
        if (!arguments.isEmpty() && name.equals("timestamptz")) {
            return "timestamp" + arguments + " with time zone";
        }
        if (!arguments.isEmpty() && name.equals("timetz")) {
            return "time" + arguments + " with time zone";
        }
        // "interval day to second" has its own words behind it.
        boolean plain = UNQUOTED.contains(name) || name.equals("interval") || name.startsWith("interval ");
        return (plain ? name : quoted(name)) + arguments;
    }

    private static String quoted(String name) {
        return PostgresqlKeyWords.isReservedForTypes(name)
                ? PostgresqlDialect.forceQuoted(name)
                : PostgresqlDialect.quoted(name);
    }

    /** The families within which the server converts by itself when a column's type changes. */
    enum Family {
        NUMBER,
        TEXT,
        MOMENT,
        TIME,
        JSON,
        BOOLEAN,
        OTHER;

        /** The family of a type; an array is of none. */
        static Family of(DataType type) {
            if (type.arrayDimensions() > 0 || type.name().schema() != null) {
                return OTHER;
            }
            return switch (canonical(type.name().name())) {
                case "smallint", "integer", "bigint", "numeric", "real", "double precision" -> NUMBER;
                case "varchar", "text", "char", "bpchar" -> TEXT;
                case "date", "timestamp", "timestamptz" -> MOMENT;
                case "time", "timetz" -> TIME;
                case "json", "jsonb" -> JSON;
                case "boolean" -> BOOLEAN;
                default -> OTHER;
            };
        }
    }

    /** Whether a value of one type becomes one of the other without a word said. */
    static boolean sameFamily(DataType one, DataType other) {
        Family family = Family.of(one);
        return family == Family.of(other) && (family != Family.OTHER || sameBut(one, other));
    }

    /** Whether two types differ in their arguments only. */
    private static boolean sameBut(DataType one, DataType other) {
        return one.name().equals(other.name()) && one.arrayDimensions() == other.arrayDimensions();
    }

    /** A collation in SQL; one that says its schema has its quotes already. */
    static String collation(String name) {
        return QUALIFIED_COLLATION.matcher(name).matches() ? name : PostgresqlDialect.quoted(name);
    }
}
