// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.mysql;

import dev.limbeck.dialect.SqlWriter;
import dev.limbeck.schema.Index;
import java.util.regex.Pattern;

/** An index as it stands in {@code create table} and {@code alter table add}. */
final class MysqlIndexSql {

    /** The beginning of a column's text, {@code title(20)}; any other expression stands in parentheses. */
    private static final Pattern PREFIX = Pattern.compile("(?:\\w+|`(?:[^`]|``)+`)\\(\\d+\\)");

    private MysqlIndexSql() {}

    /** Whether the server has all that is said of an index. */
    static boolean canSay(Index index) {
        return index.where() == null
                && index.include().isEmpty()
                && !index.nullsNotDistinct()
                && index.parts().stream()
                        .allMatch(part ->
                                part.nulls() == null && part.operatorClass() == null && part.collation() == null);
    }

    static String of(Index index) {
        String method = index.method() == null ? "" : index.method();
        boolean isKind = method.matches("fulltext|spatial");
        SqlWriter writer = new SqlWriter();
        if (index.unique()) {
            writer.word("unique");
        } else if (isKind) {
            writer.word(method);
        }
        writer.word("index").word(MysqlDialect.quoted(index.name()));
        if (!isKind && !method.isEmpty()) {
            writer.word("using").word(method);
        }
        return writer.parens(index.parts(), MysqlIndexSql::part).toString();
    }

    private static void part(SqlWriter writer, Index.Part part) {
        String text = part.expression() ? expression(part.text()) : MysqlDialect.quoted(part.text());
        writer.word(text).wordIf(part.descending(), "desc");
    }

    private static String expression(String text) {
        return PREFIX.matcher(text).matches() ? text : "(" + text + ")";
    }
}
