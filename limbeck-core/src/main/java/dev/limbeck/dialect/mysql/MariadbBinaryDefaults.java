// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.mysql;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnValue;
import dev.limbeck.schema.Name;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The constant defaults of binary columns. The catalogue tells bytes that are no text as question marks; the text of the
 * table has them as they are.
 */
final class MariadbBinaryDefaults {
    private static final Pattern BINARY = Pattern.compile("(?:var)?binary\\b.*");
    private static final String PRINTABLE = "[ -~]*";

    private final MysqlCatalogue catalogue;
    private final Map<Name, String> texts = new HashMap<>();

    private MariadbBinaryDefaults(MysqlCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    static Map<Name, List<Column>> exact(MysqlCatalogue catalogue, Map<Name, List<Column>> columns)
            throws SQLException {
        MariadbBinaryDefaults defaults = new MariadbBinaryDefaults(catalogue);
        Map<Name, List<Column>> exact = new HashMap<>();
        for (Map.Entry<Name, List<Column>> table : columns.entrySet()) {
            List<Column> all = new ArrayList<>();
            for (Column column : table.getValue()) {
                all.add(defaults.exact(table.getKey(), column));
            }
            exact.put(table.getKey(), all);
        }
        return exact;
    }

    private Column exact(Name table, Column column) throws SQLException {
        if (column.value() instanceof ColumnValue.Literal literal
                && literal.value() instanceof String told
                && BINARY.matcher(column.type().name().name()).matches()) {
            String bytes = told.contains("?") ? stored(table, column) : bytes(told);
            boolean padded = column.type().name().name().startsWith("binary");
            return column.withValue(value(padded ? bytes.replaceFirst("\0+$", "") : bytes));
        }
        return column;
    }

    /** Each byte of a text as the character of its number. */
    private static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private String stored(Name table, Column column) throws SQLException {
        String text = texts.get(table);
        if (text == null) {
            text = new String(catalogue.createTable(table), StandardCharsets.ISO_8859_1);
            texts.put(table, text);
        }
        String name = bytes(MysqlDialect.forceQuoted(column.name()));
        Matcher line = Pattern.compile("(?m)^  " + Pattern.quote(name) + " .*? DEFAULT '((?:[^'\\\\]|''|\\\\.)*+)'")
                .matcher(text);
        if (!line.find()) {
            throw new IllegalStateException("no default of column " + column.name() + " in " + text);
        }
        return MysqlExpressions.unescaped(line.group(1));
    }

    private static ColumnValue value(String bytes) {
        return bytes.matches(PRINTABLE)
                ? new ColumnValue.Literal(bytes)
                : new ColumnValue.Expression(
                        "x'" + HexFormat.of().formatHex(bytes.getBytes(StandardCharsets.ISO_8859_1)) + "'");
    }
}
