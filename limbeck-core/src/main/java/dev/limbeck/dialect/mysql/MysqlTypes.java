// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.mysql;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.schema.DataType;
import dev.limbeck.schema.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of types: the server's own, the canonical ones that migrations are written with, and back to SQL. */
final class MysqlTypes {
    static final DataType BOOLEAN = DataType.of("boolean");
    static final DataType JSON = DataType.of("json");

    private static final Pattern COLUMN_TYPE =
            Pattern.compile("(?<name>[\\w ]+?)(\\((?<arguments>.*)\\))?(?<rest>(?: [a-z]+)*)", Pattern.DOTALL);
    private static final Pattern INTEGER =
            Pattern.compile("(?<name>(?:tiny|small|medium|big)?int)\\((?<digits>\\d+)\\)(?<sign>(?: unsigned)?)");
    private static final Pattern ARGUMENT = Pattern.compile("'(?:[^']|'')*+'|[^,\\s]+");

    /** The numbers of digits behind these are for display; MySQL no longer tells them, MariaDB always. */
    private static final Map<String, Integer> USUAL_DIGITS =
            Map.of("tinyint", 4, "smallint", 6, "mediumint", 9, "int", 11, "bigint", 20);

    private static final Map<String, String> CANONICAL =
            Map.of("int", "integer", "decimal", "numeric", "double", "double precision", "float", "real");

    /** The canonical words, and those of other databases, so that one migration can serve several. */
    private static final Map<String, String> SPELLED = Map.ofEntries(
            Map.entry("integer", "int"),
            Map.entry("numeric", "decimal"),
            Map.entry("double precision", "double"),
            Map.entry("real", "float"),
            Map.entry("bytea", "longblob"),
            Map.entry("clob", "longtext"),
            Map.entry("timestamptz", "timestamp"),
            Map.entry("timetz", "time"),
            Map.entry("jsonb", "json"));

    private MysqlTypes() {}

    /** The canonical type of what {@code information_schema.columns.column_type} says. */
    static DataType parse(String columnType) {
        Matcher matcher = COLUMN_TYPE.matcher(withoutComments(columnType));
        if (!matcher.matches()) {
            return DataType.of(columnType);
        }
        String name = matcher.group("name").toLowerCase(Locale.ROOT);
        String rest = matcher.group("rest").toLowerCase(Locale.ROOT);
        List<String> arguments = arguments(matcher.group("arguments"));
        if (name.equals("tinyint") && arguments.equals(List.of("1")) && rest.isEmpty()) {
            return BOOLEAN;
        }
        if (!rest.contains("zerofill") && arguments.equals(List.of(usualDigits(name, rest.contains("unsigned"))))) {
            arguments = List.of();
        }
        return new DataType(Name.of(CANONICAL.getOrDefault(name, name) + rest), arguments, 0);
    }

    /** A type as the catalogue spells it, without the digits that nobody need have said. */
    static String withoutUsualDigits(String columnType) {
        Matcher integer = INTEGER.matcher(columnType);
        boolean usual = integer.matches()
                && integer.group("digits")
                        .equals(usualDigits(
                                integer.group("name"), !integer.group("sign").isEmpty()));
        return usual ? integer.group("name") + integer.group("sign") : columnType;
    }

    /** A type without the marks of a comment that other servers are to overlook, which the server writes in capitals. */
    private static String withoutComments(String columnType) {
        return Pattern.compile("/\\*M?!\\d+ (\\w+)\\*/")
                .matcher(columnType)
                .replaceAll(word -> word.group(1).toLowerCase(Locale.ROOT));
    }

    /** A number without a sign is shown with a digit less, but for the longest. */
    private static String usualDigits(String name, boolean unsigned) {
        int digits = USUAL_DIGITS.getOrDefault(name, 0);
        return String.valueOf(unsigned && !name.equals("bigint") ? digits - 1 : digits);
    }

    private static List<String> arguments(String text) {
        if (text == null) {
            return List.of();
        }
        List<String> arguments = new ArrayList<>();
        Matcher argument = ARGUMENT.matcher(text);
        while (argument.find()) {
            arguments.add(argument.group());
        }
        return arguments;
    }

    /** A type as it stands in SQL; the server has no {@code uuid} where another spelling is given for it. */
    static String sql(DataType type, String uuid) {
        Matcher words = Pattern.compile(
                        "(.*?)((?: (?:unsigned|zerofill|invisible|compressed|without system versioning))*)")
                .matcher(type.name().name().toLowerCase(Locale.ROOT));
        if (type.arrayDimensions() > 0 || type.name().schema() != null || !words.matches()) {
            throw refused(type, "has no such type");
        }
        String base = words.group(1);
        if (base.equals("varchar") && type.arguments().isEmpty()) {
            throw refused(type, "wants the length of a varchar");
        }
        String spelled = base.equals("uuid") ? uuid : SPELLED.getOrDefault(base, base);
        String arguments = type.arguments().isEmpty() ? "" : "(" + String.join(",", type.arguments()) + ")";
        return spelled + arguments + words.group(2);
    }

    private static MigrationException refused(DataType type, String why) {
        return new MigrationException(
                ErrorCode.UNSUPPORTED_CHANGE,
                "The server " + why + " (" + type + "); give the column another type in the migration.");
    }

    /** The families of which defaults and conversions make a difference. */
    enum Family {
        NUMBER,
        TEXT,
        LARGE_TEXT,
        BOOLEAN,
        MOMENT,
        OTHER;

        static Family of(DataType type) {
            String name = type.name().name().split(" (?=unsigned|zerofill|invisible|compressed|without)", 2)[0];
            return switch (name) {
                case "tinyint",
                        "smallint",
                        "mediumint",
                        "integer",
                        "bigint",
                        "numeric",
                        "real",
                        "float",
                        "double",
                        "double precision" -> NUMBER;
                case "char", "varchar", "enum", "set" -> TEXT;
                case "tinytext", "text", "mediumtext", "longtext", "clob" -> LARGE_TEXT;
                case "boolean" -> BOOLEAN;
                case "date", "datetime", "timestamp", "timestamptz" -> MOMENT;
                default -> OTHER;
            };
        }

        boolean isText() {
            return this == TEXT || this == LARGE_TEXT;
        }
    }
}
