// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.sqlite;

import dev.limbeck.dialect.Statement;
import dev.limbeck.dialect.StoredObject;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnValue;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * The statements that change a table by making it anew.
 *
 * <h2>How a table is rebuilt</h2>
 *
 * <p>SQLite's manual prescribes the steps ({@code https://sqlite.org/lang_altertable.html}, section "Making Other Kinds
 * Of Table Schema Changes"): create a table of the wanted form under another name, copy the rows, drop the old table,
 * give the new one its name, and create its indexes and triggers again. The other order, renaming the old table away
 * first, would make SQLite turn the references of other tables, views and triggers to the renamed one.
 *
 * <p>Foreign keys are not enforced meanwhile ({@code SqliteDialect.prepare}), or dropping the old table would delete, or
 * empty, the rows that refer to it. They are checked before the revision is committed.
 *
 * <p>The new table takes its name with {@code legacy_alter_table} on. At that moment the views and the triggers of other
 * tables name a table that does not exist, at which SQLite otherwise refuses. They are not touched at all, and mean
 * the new table afterwards.
 *
 * <p>Columns are renamed last, by SQLite itself, since it finds their name in views, triggers, checks, indexes and the
 * foreign keys of other tables. Up to then the new table has the columns' old names, in its expressions too.
 *
 * <p>The counter of an autoincrement column is kept, for the highest row may have been deleted.
 *
 * <p>A rebuild refuses what it would lose: clauses of the old table that a {@link Table} does not hold, and views and
 * triggers that name a column which goes away.
 */
final class SqliteRebuild {
    private final SqliteCompiler compiler;
    private final Table before;
    private final List<StoredObject> stored;

    SqliteRebuild(SqliteCompiler compiler, Table before, List<StoredObject> stored) {
        this.compiler = compiler;
        this.before = before;
        this.stored = stored;
    }

    List<Statement> statements(List<Operation> changes) {
        refuseUnmodelled();
        SqliteTarget target = SqliteTarget.of(before, changes, compiler::quoted);
        refuseDangling(target);
        refuseDependents(target);

        Table table = target.underOldNames();
        Name temporary = Name.of("limbeck_new_" + before.name().name());
        List<Statement> statements = new ArrayList<>();
        statements.add(compiler.definition(temporary, table));
        statements.add(copy(temporary, table, target));
        statements.addAll(counter(temporary, table));
        statements.add(Statement.of("drop table " + quote(before.name())));
        statements.add(Statement.of("pragma legacy_alter_table = on"));
        statements.add(Statement.of("alter table " + quote(temporary) + " rename to " + quote(before.name())));
        statements.add(Statement.of("pragma legacy_alter_table = off"));
        statements.addAll(compiler.indexes(table));
        stored.stream().filter(this::isOwnTrigger).forEach(trigger -> statements.add(Statement.of(trigger.sql())));
        for (SqliteTarget.Rename rename : target.renames()) {
            statements.add(Statement.of("alter table " + quote(before.name()) + " rename column "
                    + compiler.quoted(rename.from()) + " to " + compiler.quoted(rename.to())));
        }
        return statements;
    }

    private Statement copy(Name temporary, Table table, SqliteTarget target) {
        List<String> columns = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (Column column : table.columns()) {
            String value = target.copied().get(column.name());
            if (value != null && !(column.value() instanceof ColumnValue.Generated)) {
                columns.add(compiler.quoted(column.name()));
                values.add(value);
            }
        }
        if (columns.isEmpty()) {
            throw refused("no column of it would be left to copy; create another table instead");
        }
        return Statement.of("insert into " + quote(temporary) + " (" + String.join(", ", columns) + ")\nselect "
                + String.join(", ", values) + "\nfrom " + quote(before.name()));
    }

    private List<Statement> counter(Name temporary, Table table) {
        if (!before.options().containsKey(SqliteTableSql.AUTOINCREMENT)
                || !table.options().containsKey(SqliteTableSql.AUTOINCREMENT)) {
            return List.of();
        }
        String to = compiler.text(temporary.name());
        String from = compiler.text(before.name().name());
        return List.of(
                Statement.of("delete from sqlite_sequence where name = " + to),
                Statement.of("insert into sqlite_sequence (name, seq) select " + to
                        + ", seq from sqlite_sequence where name = " + from));
    }

    private boolean isOwnTrigger(StoredObject object) {
        return object.kind().equals("trigger")
                && object.table().equalsIgnoreCase(before.name().name());
    }

    private void refuseUnmodelled() {
        String sql = stored.stream()
                .filter(object -> object.kind().equals("table"))
                .map(StoredObject::sql)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no definition of table " + before.name() + " was read"));
        List<String> unmodelled = SqliteTableSql.parse(sql).unmodelled();
        if (!unmodelled.isEmpty()) {
            throw refused("its definition says \"" + String.join("\", \"", unmodelled)
                    + "\", which would be lost; rebuild it by SQL of your own");
        }
    }

    /** SQLite would say only that a column is unknown. */
    private void refuseDangling(SqliteTarget target) {
        List<String> columns =
                target.table().columns().stream().map(Column::name).toList();
        for (Column column : before.columns()) {
            if (!target.kept().contains(column.name()) && !columns.contains(column.name())) {
                SqliteNative.naming(target.table(), column.name()).ifPresent(what -> {
                    throw refused(what + " names its column " + column.name()
                            + ", which goes away; drop that first, or in the same batchAlterTable");
                });
            }
        }
    }

    private void refuseDependents(SqliteTarget target) {
        List<String> kept = target.kept();
        for (Column column : before.columns()) {
            for (StoredObject object : stored) {
                if (!kept.contains(column.name())
                        && !object.kind().equals("table")
                        && SqliteExpressions.names(object.sql(), column.name())) {
                    throw refused(object.kind() + " " + object.name() + " names its column " + column.name()
                            + ", which goes away; drop the " + object.kind()
                            + " before and create it again after, with op.execute");
                }
            }
        }
    }

    private MigrationException refused(String reason) {
        return new MigrationException(
                ErrorCode.UNSUPPORTED_CHANGE, "Table " + before.name() + " cannot be rebuilt: " + reason + ".");
    }

    private String quote(Name name) {
        return compiler.quoted(name.name());
    }
}
