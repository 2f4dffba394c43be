// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.mysql;

import dev.limbeck.dialect.Current;
import dev.limbeck.dialect.DdlCompiler;
import dev.limbeck.dialect.SqlWriter;
import dev.limbeck.dialect.Statement;
import dev.limbeck.dialect.StoredObject;
import dev.limbeck.error.MigrationException;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.CodeObject;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnValue;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.DataType;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.SequenceOptions;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What MySQL says in its own words.
 *
 * <p>A change of a table that lets others write meanwhile on every version says {@link #ONLINE}: the server then takes the
 * quickest way, at once or in place, and fails where it would have to lock writers out. One that may copy the table says
 * {@link #COPIES}, for whoever reads the migration.
 */
sealed class MysqlCompiler extends DdlCompiler permits MariadbCompiler {
    static final String ONLINE = ", lock = none";
    static final String COPIES = " /* may copy the table */";

    private final Current current;

    MysqlCompiler(MysqlDialect dialect, Current current) {
        super(dialect);
        this.current = current;
    }

    final Current current() {
        return current;
    }

    @Override
    protected Set<CodeObject.Kind> codeKinds() {
        return EnumSet.complementOf(EnumSet.of(CodeObject.Kind.MATERIALIZED_VIEW));
    }

    @Override
    protected String type(DataType type) {
        return MysqlTypes.sql(type, "binary(16)");
    }

    /** The checks that stand with a column, by its name. */
    Map<String, String> columnChecks(Table table) {
        return Map.of();
    }

    /** The check that stands with a column of the database. */
    @Nullable
    String columnCheck(Name table, String column) {
        return null;
    }

    @Override
    public List<Statement> createTable(Operation.CreateTable operation) {
        Table table = operation.definition();
        Map<String, String> checks = columnChecks(table);
        List<Consumer<SqlWriter>> lines = new ArrayList<>();
        for (Column column : table.columns()) {
            lines.add(writer -> column(writer, column, checks.get(column.name())));
        }
        for (Constraint constraint : table.constraints()) {
            if (!isOfColumn(constraint, checks)) {
                lines.add(writer -> constraint(writer, constraint));
            }
        }
        for (Index index : table.indexes()) {
            lines.add(writer -> writer.word(indexSql(index)));
        }
        SqlWriter writer = new SqlWriter()
                .word("create table")
                .word(name(table.name()))
                .lines(lines, (line, write) -> write.accept(line));
        tableOptions(writer, table);
        return List.of(writer.statement());
    }

    private static boolean isOfColumn(Constraint constraint, Map<String, String> checks) {
        return constraint instanceof Constraint.Check check
                && check.name() == null
                && checks.containsValue(check.expression());
    }

    @Override
    protected void tableOptions(SqlWriter writer, Table table) {
        for (Map.Entry<String, String> option : table.options().entrySet()) {
            switch (option.getKey()) {
                case MysqlReflector.ENGINE, MysqlReflector.COLLATE, MysqlReflector.ROW_FORMAT ->
                    writer.word(option.getKey() + " = " + option.getValue());
                default -> throw unsupportedOption(table.name(), option.getKey());
            }
        }
        if (table.comment() != null) {
            writer.word("comment = " + literal(table.comment()));
        }
    }

    @Override
    protected void column(SqlWriter writer, Column column) {
        column(writer, column, null);
    }

    /** Writes all that is known of a column, in the one order that both servers take. */
    final void column(SqlWriter writer, Column column, @Nullable String check) {
        writer.word(quote(column.name())).word(type(column.type()));
        if (column.collation() != null) {
            writer.word("collate").word(column.collation());
        }
        boolean generated = column.value() instanceof ColumnValue.Generated;
        if (generated) {
            columnValue(writer, Objects.requireNonNull(column.value()));
        }
        nullable(writer, column);
        if (column.value() != null && !generated) {
            writer.word(
                    column.value() instanceof ColumnValue.Identity identity
                            ? identitySql(identity)
                            : MysqlDefaults.sql(column.value(), column.type()));
        }
        if (column.comment() != null) {
            writer.word("comment").word(literal(column.comment()));
        }
        if (check != null) {
            writer.word("check (" + check + ")");
        }
    }

    /** A timestamp is not null by itself on servers that are set to it. */
    void nullable(SqlWriter writer, Column column) {
        if (!column.nullable()) {
            writer.word("not null");
        } else if (column.type().name().name().startsWith("timestamp")) {
            writer.word("null");
        }
    }

    @Override
    protected String identitySql(ColumnValue.Identity identity) {
        if (identity.always() || !identity.options().equals(SequenceOptions.DEFAULTS)) {
            throw unsupported("give an identity column options of its own", "Leave the options of identity() out");
        }
        return "auto_increment";
    }

    @Override
    protected void constraint(SqlWriter writer, Constraint constraint) {
        if (constraint instanceof Constraint.Unique unique && unique.nullsNotDistinct()) {
            throw unsupported(
                    "hold nulls to be equal in the unique constraint " + label(unique),
                    "Make the columns not null, with a value that stands for none");
        }
        if (constraint instanceof Constraint.ForeignKey key && key.match() == Constraint.Match.FULL) {
            throw unsupported(
                    "match the foreign key " + label(key) + " in full",
                    "Add a check that its columns are null together");
        }
        boolean nameless = constraint instanceof Constraint.PrimaryKey;
        super.constraint(
                writer,
                nameless
                        ? new Constraint.PrimaryKey(null, ((Constraint.PrimaryKey) constraint).columns())
                        : constraint);
    }

    @Override
    protected String deferral(Constraint.Deferral deferral) {
        if (deferral != Constraint.Deferral.NOT_DEFERRABLE) {
            throw unsupported("check a constraint later than at once", "Leave its deferral out");
        }
        return "";
    }

    /** The new name would otherwise be one of the connection's own database. */
    @Override
    public List<Statement> renameTable(Operation.RenameTable operation) {
        return alter(operation.table(), "rename to " + name(operation.table().withName(operation.newName())));
    }

    @Override
    public List<Statement> commentOnTable(Operation.CommentOnTable operation) {
        String comment = Objects.requireNonNullElse(operation.comment(), "");
        return alter(operation.table(), "comment = " + literal(comment) + ONLINE);
    }

    @Override
    public List<Statement> addColumn(Operation.AddColumn operation) {
        ColumnValue value = operation.column().value();
        boolean copies = value instanceof ColumnValue.Identity
                || (value instanceof ColumnValue.Generated generated && generated.stored());
        SqlWriter writer = new SqlWriter().word("add column");
        column(writer, operation.column());
        return alter(operation.table(), writer + (copies ? COPIES : ONLINE));
    }

    @Override
    public List<Statement> dropColumn(Operation.DropColumn operation) {
        return alter(operation.table(), "drop column " + quote(operation.column()) + ONLINE);
    }

    @Override
    public List<Statement> alterColumn(Operation.AlterColumn operation) {
        return new MysqlColumnChange(this, operation).statements();
    }

    @Override
    public List<Statement> addConstraint(Operation.AddConstraint operation) {
        SqlWriter writer = new SqlWriter().word("add");
        constraint(writer, operation.constraint());
        boolean online = operation.constraint() instanceof Constraint.Unique;
        return alter(operation.table(), writer + (online ? ONLINE : COPIES));
    }

    @Override
    public List<Statement> dropConstraint(Operation.DropConstraint operation) {
        Constraint constraint = operation.dropped() == null ? present(operation) : operation.dropped();
        return constraint.accept(new MysqlConstraintDrop(this, operation.table()));
    }

    /** Each kind of constraint is dropped in words of its own. */
    private Constraint present(Operation.DropConstraint operation) {
        Table table = table(operation.table());
        return table.constraint(String.valueOf(operation.name()))
                .or(() -> table.primaryKey().filter(key -> "PRIMARY".equalsIgnoreCase(operation.name())))
                .orElseThrow(() -> unsupported(
                        "drop the constraint " + operation.name() + " of table " + operation.table()
                                + ", which has none of that name",
                        "A primary key is named PRIMARY; correct the name"));
    }

    @Override
    public List<Statement> createIndex(Operation.CreateIndex operation) {
        Index index = operation.index();
        boolean online = index.method() == null || index.method().equals("hash");
        return alter(operation.table(), "add " + indexSql(index) + (online ? ONLINE : COPIES));
    }

    private String indexSql(Index index) {
        if (!MysqlIndexSql.canSay(index)) {
            throw unsupported(
                    "create index " + index.name()
                            + " with a condition, included columns, an operator class, a collation or an order of nulls",
                    "Leave these out");
        }
        return MysqlIndexSql.of(index);
    }

    @Override
    public List<Statement> dropIndex(Operation.DropIndex operation) {
        return new MysqlConstraintDrop(this, operation.table()).index(operation.name());
    }

    /** The text by which the server keeps a table. */
    final String storedSql(Name table) {
        return current.stored(table).stream().map(StoredObject::sql).findFirst().orElse("");
    }

    final Table table(Name name) {
        Table table = current.schema().tables().get(name);
        if (table == null) {
            throw unsupported("change table " + name + ", which does not exist", "Correct the name");
        }
        return table;
    }

    final List<Statement> change(Name table, String words) {
        return alter(table, words);
    }

    final String quoted(String identifier) {
        return quote(identifier);
    }

    final String tableName(Name table) {
        return name(table);
    }

    final MigrationException refuse(String what) {
        return unsupported(what);
    }
}
