// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.sqlite;

import dev.limbeck.dialect.Current;
import dev.limbeck.dialect.DdlCompiler;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.SqlWriter;
import dev.limbeck.dialect.Statement;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnValue;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.DataType;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SequenceOptions;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Operations in SQLite's words; what it cannot alter is done by {@link SqliteRebuild}. */
final class SqliteCompiler extends DdlCompiler {
    private final Current current;

    SqliteCompiler(Dialect dialect, Current current) {
        super(dialect);
        this.current = current;
    }

    @Override
    protected String type(DataType type) {
        return SqliteTypes.spell(type);
    }

    @Override
    public List<Statement> createTable(Operation.CreateTable operation) {
        Table table = numbered(operation.definition());
        List<Statement> statements = new ArrayList<>(List.of(definition(table.name(), table)));
        statements.addAll(indexes(table));
        return statements;
    }

    /** The statement that creates the table under a name, without its indexes. */
    Statement definition(Name name, Table table) {
        List<Consumer<SqlWriter>> lines = new ArrayList<>();
        for (Column column : table.columns()) {
            lines.add(writer -> column(writer, table, column));
        }
        for (Constraint constraint : table.constraints()) {
            if (!(constraint instanceof Constraint.PrimaryKey && isAutoincrement(table))) {
                lines.add(writer -> constraint(writer, constraint));
            }
        }
        SqlWriter writer =
                new SqlWriter().word("create table").word(name(name)).lines(lines, (line, write) -> write.accept(line));
        tableOptions(writer, table);
        return writer.statement();
    }

    List<Statement> indexes(Table table) {
        return table.indexes().stream()
                .flatMap(index -> createIndex(new Operation.CreateIndex(table.name(), index)).stream())
                .toList();
    }

    /** A primary key of one column of type integer is the rowid, which numbers the rows by itself and is never null. */
    private void column(SqlWriter writer, Table table, Column column) {
        if (!SqliteTypes.isRowid(table, column)) {
            column(writer, column);
            return;
        }
        column(writer, column.withNullable(true));
        if (isAutoincrement(table)) {
            String key = table.primaryKey().map(Constraint.PrimaryKey::name).orElse(null);
            if (key != null) {
                writer.word("constraint").word(quote(key));
            }
            writer.word("primary key autoincrement");
        }
    }

    @Override
    protected void column(SqlWriter writer, Column column) {
        String type = type(column.type());
        writer.word(quote(column.name())).wordIf(!type.isEmpty(), type);
        if (column.collation() != null) {
            writer.word("collate").word(quote(column.collation()));
        }
        if (column.value() != null) {
            columnValue(writer, column.value());
        }
        writer.wordIf(!column.nullable(), "not null");
    }

    @Override
    protected String defaultSql(ColumnValue value) {
        return value instanceof ColumnValue.Expression expression
                ? SqliteDefaults.spell(expression.sql())
                : super.defaultSql(value);
    }

    @Override
    protected String identitySql(ColumnValue.Identity identity) {
        throw unsupported(
                "number the rows by a column that is not the table's only key column",
                "Make the identity column the primary key, on its own");
    }

    /** The table with its identity column made the rowid, which is how SQLite numbers rows. */
    private Table numbered(Table table) {
        List<String> key =
                table.primaryKey().map(Constraint.PrimaryKey::columns).orElse(List.of());
        return table.mapColumns(column -> {
            if (column.value() instanceof ColumnValue.Identity identity && key.equals(List.of(column.name()))) {
                if (identity.always() || !identity.options().equals(SequenceOptions.DEFAULTS)) {
                    throw unsupported(
                            "give the identity column " + table.name() + "." + column.name() + " options of its own",
                            "Leave the options of identity() out");
                }
                return column.withType(SqliteTypes.INTEGER).withValue(null);
            }
            return column;
        });
    }

    static boolean isAutoincrement(Table table) {
        return table.options().containsKey(SqliteTableSql.AUTOINCREMENT);
    }

    @Override
    protected void tableOptions(SqlWriter writer, Table table) {
        List<String> words = new ArrayList<>();
        for (String option : table.options().keySet()) {
            switch (option) {
                case SqliteTableSql.STRICT, SqliteTableSql.WITHOUT_ROWID -> words.add(option);
                case SqliteTableSql.AUTOINCREMENT -> {
                    if (table.columns().stream().noneMatch(column -> SqliteTypes.isRowid(table, column))) {
                        throw unsupported(
                                "count by autoincrement in table " + table.name()
                                        + ", whose primary key is not one column of type integer",
                                "Leave the option out");
                    }
                }
                default -> throw unsupportedOption(table.name(), option);
            }
        }
        writer.wordIf(!words.isEmpty(), String.join(", ", words));
    }

    @Override
    protected void constraint(SqlWriter writer, Constraint constraint) {
        if (constraint instanceof Constraint.PrimaryKey key && key.deferral() != Constraint.Deferral.NOT_DEFERRABLE) {
            throw unsupported("defer the primary key " + label(key), "Leave its deferral out");
        }
        if (constraint instanceof Constraint.Unique unique) {
            if (unique.deferral() != Constraint.Deferral.NOT_DEFERRABLE) {
                throw unsupported("defer the unique constraint " + label(unique), "Leave its deferral out");
            }
            if (unique.nullsNotDistinct()) {
                throw unsupported(
                        "hold nulls to be equal in the unique constraint " + label(unique),
                        "Make a unique index of expressions, such as coalesce(a, '')");
            }
        }
        super.constraint(writer, constraint);
    }

    @Override
    public List<Statement> createIndex(Operation.CreateIndex operation) {
        Index index = operation.index();
        boolean known = index.method() == null
                && index.include().isEmpty()
                && !index.nullsNotDistinct()
                && index.parts().stream().allMatch(part -> part.nulls() == null && part.operatorClass() == null);
        if (!known) {
            throw unsupported(
                    "create index " + index.name() + " of table " + operation.table()
                            + " with a method, an operator class, included columns or an order of nulls",
                    "Leave these out");
        }
        return super.createIndex(operation);
    }

    /** SQLite keeps no comments. */
    @Override
    public List<Statement> commentOnTable(Operation.CommentOnTable operation) {
        return List.of();
    }

    @Override
    public List<Statement> setTableOption(Operation.SetTableOption operation) {
        return alter(operation.table(), List.of(operation));
    }

    @Override
    public List<Statement> addColumn(Operation.AddColumn operation) {
        return alter(operation.table(), List.of(operation));
    }

    @Override
    public List<Statement> dropColumn(Operation.DropColumn operation) {
        return alter(operation.table(), List.of(operation));
    }

    @Override
    public List<Statement> alterColumn(Operation.AlterColumn operation) {
        return alter(operation.table(), List.of(operation));
    }

    @Override
    public List<Statement> addConstraint(Operation.AddConstraint operation) {
        return alter(operation.table(), List.of(operation));
    }

    @Override
    public List<Statement> dropConstraint(Operation.DropConstraint operation) {
        return alter(operation.table(), List.of(operation));
    }

    @Override
    public List<Statement> renameConstraint(Operation.RenameConstraint operation) {
        return alter(operation.table(), List.of(operation));
    }

    /** SQLite has no word for it. */
    @Override
    public List<Statement> renameIndex(Operation.RenameIndex operation) {
        Index index = current.schema()
                .table(operation.table())
                .flatMap(table -> table.index(operation.name()))
                .orElseThrow(() -> unsupported(
                        "rename the index " + operation.name() + ", as table " + operation.table()
                                + " has none of that name",
                        "Correct the name"));
        List<Statement> statements =
                new ArrayList<>(dropIndex(new Operation.DropIndex(operation.table(), operation.name(), index)));
        statements.addAll(
                createIndex(new Operation.CreateIndex(operation.table(), index.withName(operation.newName()))));
        return statements;
    }

    @Override
    public List<Statement> alterTable(Operation.AlterTable operation) {
        return alter(operation.table(), operation.operations());
    }

    private List<Statement> alter(Name name, List<Operation> changes) {
        refuseOthers(name);
        List<Statement> statements = new ArrayList<>();
        List<Operation> done = new ArrayList<>();
        for (Operation change : changes) {
            if (!isNative(change, done)) {
                return rebuild(name, changes);
            }
            statements.addAll(natively(change));
            done.add(change);
        }
        return statements;
    }

    /** What is no table of the schema, and yet there under this name. */
    private void refuseOthers(Name name) {
        if (current.schema().tables().containsKey(name)) {
            return;
        }
        current.stored(name).stream()
                .filter(object -> object.name().equalsIgnoreCase(name.name()))
                .findFirst()
                .ifPresent(object -> {
                    throw new MigrationException(
                            ErrorCode.UNSUPPORTED_CHANGE,
                            "Table " + name + " cannot be altered: " + name + " " + SqliteRebuild.obstacle(object));
                });
    }

    private boolean isNative(Operation change, List<Operation> done) {
        if (change instanceof Operation.DropColumn drop) {
            Schema before = Operation.applyAll(done, current.schema());
            drop.apply(before);
            return SqliteNative.drops(before.tables().get(drop.table()), drop.column());
        }
        return SqliteNative.mayDo(change);
    }

    private List<Statement> natively(Operation change) {
        if (change instanceof Operation.AddColumn add) {
            return super.addColumn(add);
        }
        if (change instanceof Operation.DropColumn drop) {
            return super.dropColumn(drop);
        }
        if (change instanceof Operation.AlterColumn alter) {
            String newName = alter.change().newName();
            return newName == null ? List.of() : renameColumn(alter.table(), alter.column(), newName);
        }
        return change.accept(this);
    }

    private List<Statement> rebuild(Name name, List<Operation> changes) {
        Schema schema = current.schema();
        Operation.applyAll(changes, schema);
        Table before = numbered(Objects.requireNonNull(schema.tables().get(name)));
        return new SqliteRebuild(this, before, current.stored(name)).statements(changes);
    }

    /** A column as it stands in the definition of its table. */
    String columnText(Table table, Column column) {
        return fragment(writer -> column(writer, table, column));
    }

    /** What a default or a generated column says of its value. */
    String valueText(ColumnValue value) {
        return fragment(writer -> columnValue(writer, value));
    }

    String constraintText(Constraint constraint) {
        return fragment(writer -> constraint(writer, constraint));
    }

    /** What stands behind the parentheses of the table's definition. */
    String optionsText(Table table) {
        return fragment(writer -> tableOptions(writer, table));
    }

    private static String fragment(Consumer<SqlWriter> part) {
        SqlWriter writer = new SqlWriter();
        part.accept(writer);
        return writer.toString();
    }

    /** A name as it stands in SQL, for {@link SqliteRebuild}. */
    String quoted(String identifier) {
        return quote(identifier);
    }

    /** A text as it stands in SQL, for {@link SqliteRebuild}. */
    String text(String value) {
        return literal(value);
    }
}
