// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.mysql;

import dev.limbeck.dialect.SqlWriter;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnValue;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.Table;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** An index as it stands in {@code create table} and {@code alter table add}. */
final class MysqlIndexSql {

    /** The beginning of a column's text, {@code title(20)}; any other expression stands in parentheses. */
    static final Pattern PREFIX = Pattern.compile("(?<column>\\w+|`(?:[^`]|``)++`)\\((?<length>\\d+)\\)");

    /** Options that are words of their own, with this for their value. */
    static final String SET = "true";

    static final String COMMENT = "comment";

    private static final Set<String> METHODS = Set.of("btree", "hash", "rtree", "fulltext", "spatial");

    private MysqlIndexSql() {}

    /**
     * Whether a table keeps writers out where its rows are copied, or may only be copied: by indexes of words, of places, and
     * of what is computed when it is read; and with columns of that kind in parts, or compressed.
     *
     * @see <a href="https://mariadb.com/kb/en/innodb-online-ddl-operations-with-the-inplace-alter-algorithm/">InnoDB Online
     *     DDL Operations with the INPLACE Alter Algorithm</a>
     */
    static boolean keepsWritersOut(Table table) {
        boolean isSpecial = table.options().containsKey(MysqlTableOptions.PARTITION)
                || "compressed".equalsIgnoreCase(table.options().get("row_format"));
        return table.indexes().stream().anyMatch(index -> isOfWordsOrPlaces(index) || isOfVirtual(index, table))
                || (isSpecial && table.columns().stream().anyMatch(MysqlIndexSql::isVirtual));
    }

    private static boolean isOfWordsOrPlaces(Index index) {
        return "fulltext".equals(index.method()) || "spatial".equals(index.method());
    }

    private static boolean isOfVirtual(Index index, Table table) {
        return MysqlForeignKeys.columns(index).stream()
                .flatMap(name -> table.column(name).stream())
                .anyMatch(MysqlIndexSql::isVirtual);
    }

    static boolean isVirtual(Column column) {
        return column.value() instanceof ColumnValue.Generated generated && !generated.stored();
    }

    /** Whether the server has all that is said of an index. */
    static boolean canSay(Index index) {
        return (index.method() == null || METHODS.contains(index.method()))
                && index.where() == null
                && index.include().isEmpty()
                && !index.nullsNotDistinct()
                && index.parts().stream()
                        .allMatch(part ->
                                part.nulls() == null && part.operatorClass() == null && part.collation() == null);
    }

    /** An option that no server has. */
    static Optional<String> unknownOption(Index index) {
        return index.options().keySet().stream()
                .filter(option -> !option.matches(COMMENT + "|ignored|invisible"))
                .findFirst();
    }

    /** Whether it sorts by something that is no column and no beginning of one. */
    static boolean hasExpression(Index index) {
        return index.parts().stream()
                .anyMatch(part ->
                        part.expression() && !PREFIX.matcher(part.text()).matches());
    }

    /** The beginning of a column, to index by. */
    static Index.Part beginning(String column, String length) {
        return Index.Part.expression(MysqlDialect.quoted(column) + "(" + length + ")");
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
        return behindName(writer, isKind ? index.withMethod(null) : index).toString();
    }

    /** A primary key, which has no name. */
    static String of(Constraint.PrimaryKey key) {
        return behindName(new SqlWriter().word("primary key"), MysqlPrimaryKey.index(key))
                .toString();
    }

    private static SqlWriter behindName(SqlWriter writer, Index index) {
        if (index.method() != null) {
            writer.word("using").word(index.method());
        }
        writer.parens(index.parts(), MysqlIndexSql::part);
        index.options()
                .forEach((option, value) ->
                        writer.word(option.equals(COMMENT) ? COMMENT + " " + MysqlDialect.literalOf(value) : option));
        return writer;
    }

    private static void part(SqlWriter writer, Index.Part part) {
        String text = part.expression() ? expression(part.text()) : MysqlDialect.quoted(part.text());
        writer.word(text).wordIf(part.descending(), "desc");
    }

    private static String expression(String text) {
        return PREFIX.matcher(text).matches() ? text : "(" + text + ")";
    }
}
