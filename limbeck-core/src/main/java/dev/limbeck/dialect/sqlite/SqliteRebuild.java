// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.sqlite;

import dev.limbeck.dialect.Statement;
import dev.limbeck.dialect.StoredObject;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnValue;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
 * <p>The new table has the old one's text with the changes made in it ({@link SqliteDefinition}), and indexes and triggers
 * have theirs, so that nothing goes lost of what a {@link Table} does not hold. A rebuild refuses to take a column away
 * that something names.
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
        SqliteTableSql written = SqliteTableSql.parse(definition());
        SqliteTarget target = SqliteTarget.of(before, declared(written), changes, compiler::quoted);
        refuseDangling(target);
        refuseDependents(target);
        SqliteStrict.refuse(before, target.table());

        Table table = target.underOldNames();
        Name temporary = Name.of("limbeck_new_" + before.name().name());
        List<Statement> statements = new ArrayList<>();
        String definition = new SqliteDefinition(compiler, written, target).under(temporary);
        statements.add(Statement.of(definition));
        Optional<String> rowid = rowid(written, SqliteTableSql.parse(definition));
        statements.add(copy(insert(definition) + quote(temporary), rowid, table, target));
        statements.addAll(counter(temporary, table));
        statements.add(Statement.of("drop table " + quote(before.name())));
        statements.add(Statement.of("pragma legacy_alter_table = on"));
        statements.add(Statement.of("alter table " + quote(temporary) + " rename to " + quote(before.name())));
        statements.add(Statement.of("pragma legacy_alter_table = off"));
        table.indexes().forEach(index -> statements.addAll(index(table, index, target)));
        stored.stream().filter(this::isOwnTrigger).forEach(trigger -> statements.add(Statement.of(trigger.sql())));
        for (SqliteTarget.Rename rename : target.renames()) {
            statements.add(Statement.of("alter table " + quote(before.name()) + " rename column "
                    + compiler.quoted(rename.from()) + " to " + compiler.quoted(rename.to())));
        }
        return statements;
    }

    /** The constraints in the order of the text, as the schema has them, whose foreign keys say all their columns. */
    private List<Constraint> declared(SqliteTableSql written) {
        return written.constraints().stream()
                .map(constraint -> constraint instanceof Constraint.ForeignKey key ? resolved(key) : constraint)
                .toList();
    }

    private Constraint resolved(Constraint.ForeignKey declared) {
        return before.foreignKeys().stream()
                .filter(key -> SqliteForeignKeySql.declares(declared, key))
                .findFirst()
                .orElse(declared);
    }

    private List<Statement> index(Table table, Index index, SqliteTarget target) {
        return stored.stream()
                .filter(object -> object.kind().equals("index")
                        && object.name().equals(index.name())
                        && target.keepsIndex(index.name()))
                .findFirst()
                .map(object -> List.of(Statement.of(object.sql())))
                .orElseGet(() -> compiler.createIndex(new Operation.CreateIndex(table.name(), index)));
    }

    private Statement copy(String insert, Optional<String> rowid, Table table, SqliteTarget target) {
        List<String> columns = new ArrayList<>(rowid.stream().toList());
        List<String> values = new ArrayList<>(columns);
        for (Column column : table.columns()) {
            String value = target.copied().get(column.name());
            if (value != null && !(column.value() instanceof ColumnValue.Generated)) {
                columns.add(compiler.quoted(column.name()));
                values.add(value);
            }
        }
        if (target.copied().isEmpty()) {
            throw refused("no column of it would be left to copy; create another table instead");
        }
        return Statement.of(insert + " (" + String.join(", ", columns) + ")\nselect " + String.join(", ", values)
                + "\nfrom " + quote(before.name()));
    }

    /**
     * The name of the rowid, where it is no column's and rows keep theirs: what is outside of the table may hold it, such as
     * an index of FTS5.
     */
    private Optional<String> rowid(SqliteTableSql written, SqliteTableSql wanted) {
        List<Table> tables = Stream.of(written, wanted)
                .map(sql -> sql.table(before.name().name()))
                .toList();
        boolean hidden = tables.stream()
                .allMatch(table -> !table.options().containsKey(SqliteTableSql.WITHOUT_ROWID)
                        && table.columns().stream().noneMatch(column -> SqliteTypes.isRowid(table, column)));
        List<String> columns = tables.stream()
                .flatMap(table -> table.columns().stream())
                .map(Column::name)
                .toList();
        return Stream.of("rowid", "_rowid_", "oid")
                .filter(name -> hidden && !SqliteNames.contains(columns, name))
                .findFirst();
    }

    /** A table that says what to do {@code on conflict} would leave out or overwrite rows while they are copied. */
    private static String insert(String definition) {
        return SqliteToken.read(definition).stream().anyMatch(token -> token.is("conflict"))
                ? "insert or abort into "
                : "insert into ";
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

    private String definition() {
        return stored.stream()
                .filter(object -> object.kind().equals("table"))
                .map(StoredObject::sql)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no definition of table " + before.name() + " was read"));
    }

    /** Why something that SQLite keeps by the side of tables cannot be altered, and what to do instead. */
    static String obstacle(StoredObject object) {
        if (object.kind().equals("view")) {
            return "is a view; drop it and create it anew.";
        }
        List<SqliteToken> words = SqliteToken.read(object.sql());
        return words.size() > 1 && words.get(1).is("virtual")
                ? "is a virtual table; create another with op.execute, copy the rows and drop it."
                : "belongs to a virtual table, or to SQLite itself, and is theirs to alter.";
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

    /** A column that is made anew under its name is one that they can go on to name. */
    private void refuseDependents(SqliteTarget target) {
        List<String> kept = target.kept();
        for (Column column : before.columns()) {
            for (StoredObject object : stored) {
                if (!kept.contains(column.name())
                        && target.table().column(column.name()).isEmpty()
                        && List.of("view", "trigger").contains(object.kind())
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
