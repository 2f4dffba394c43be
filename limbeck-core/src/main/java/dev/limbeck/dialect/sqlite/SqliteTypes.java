// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.sqlite;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.DataType;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Types as SQLite keeps them: any words that were declared, of which only the affinity matters to it. */
final class SqliteTypes {

    /** The type of a column that is declared without one; {@code any} would not do, for it has another affinity. */
    static final DataType UNTYPED = DataType.of("untyped");

    static final DataType INTEGER = DataType.of("integer");

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** What SQLite makes of a value on its way into a column; {@code https://sqlite.org/datatype3.html}, section 3.1. */
    enum Affinity {
        INTEGER,
        TEXT,
        BLOB,
        REAL,
        NUMERIC
    }

    private SqliteTypes() {}

    static DataType parse(List<SqliteToken> tokens) {
        if (tokens.isEmpty()) {
            return UNTYPED;
        }
        int open = 0;
        while (open < tokens.size() && !tokens.get(open).is("(")) {
            open++;
        }
        String words = String.join(
                " ", tokens.subList(0, open).stream().map(SqliteToken::value).toList());
        return new DataType(Name.of(words.toLowerCase(Locale.ROOT)), arguments(tokens, open), 0);
    }

    private static List<String> arguments(List<SqliteToken> tokens, int open) {
        if (open == tokens.size()) {
            return List.of();
        }
        List<String> arguments = new ArrayList<>();
        StringBuilder argument = new StringBuilder();
        for (SqliteToken token : tokens.subList(open + 1, tokens.size())) {
            if (token.is(",") || token.is(")")) {
                arguments.add(argument.toString());
                argument.setLength(0);
            } else {
                argument.append(token.text());
            }
        }
        return arguments;
    }

    /** The type as it is declared; empty for a column without one. */
    static String spell(DataType type) {
        if (type.equals(UNTYPED)) {
            return "";
        }
        if (type.arrayDimensions() > 0) {
            throw new MigrationException(
                    ErrorCode.UNSUPPORTED_CHANGE,
                    "SQLite has no arrays (" + type + "); give the column another type, such as text.");
        }
        Name name = type.name();
        String words = name.schema() == null ? name.name() : name.schema() + "." + name.name();
        boolean plain = Stream.of(words.split(" ", -1))
                .allMatch(word -> PLAIN.matcher(word).matches() && !SqliteKeywords.contains(word));
        String spelled = plain ? words : "\"" + words.replace("\"", "\"\"") + "\"";
        return type.arguments().isEmpty() ? spelled : spelled + "(" + String.join(", ", type.arguments()) + ")";
    }

    static Affinity affinity(DataType type) {
        if (type.equals(UNTYPED)) {
            return Affinity.BLOB;
        }
        String name = type.name().name().toLowerCase(Locale.ROOT);
        if (name.contains("int")) {
            return Affinity.INTEGER;
        }
        if (name.contains("char") || name.contains("clob") || name.contains("text")) {
            return Affinity.TEXT;
        }
        if (name.contains("blob")) {
            return Affinity.BLOB;
        }
        boolean real = name.contains("real") || name.contains("floa") || name.contains("doub");
        return real ? Affinity.REAL : Affinity.NUMERIC;
    }

    /** Whether the column is another name of the rowid: the only column of a primary key, and of type integer. */
    static boolean isRowid(Table table, Column column) {
        return column.type().equals(INTEGER)
                && !table.options().containsKey(SqliteTableSql.WITHOUT_ROWID)
                && table.primaryKey()
                        .filter(key -> key.columns().equals(List.of(column.name())))
                        .isPresent();
    }
}
