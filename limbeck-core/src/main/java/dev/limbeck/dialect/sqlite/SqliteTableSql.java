// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.sqlite;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Table;
import java.util.List;
import java.util.SortedMap;

/**
 * What the text of a {@code create table} says.
 *
 * @param layout where the text says it, for those who keep what a {@link Table} cannot hold
 */
record SqliteTableSql(
        List<Column> columns, List<Constraint> constraints, SortedMap<String, String> options, SqliteLayout layout) {

    static final String AUTOINCREMENT = "autoincrement";
    static final String STRICT = "strict";
    static final String WITHOUT_ROWID = "without rowid";

    static SqliteTableSql parse(String sql) {
        return new SqliteTableParser(sql).parse();
    }

    /** The columns of the primary key. */
    List<String> key() {
        return constraints.stream()
                .filter(Constraint.PrimaryKey.class::isInstance)
                .flatMap(constraint -> ((Constraint.PrimaryKey) constraint).columns().stream())
                .toList();
    }

    /** The table, without its indexes; the columns of its primary key are not null. */
    Table table(String name) {
        Table table = new Table(Name.of(name), columns, constraints, List.of(), null, options);
        return table.mapColumns(column -> key().contains(column.name()) ? column.withNullable(false) : column);
    }
}
