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
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SequenceOptions;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What MySQL says in its own words.
 *
 * <p>A change of a table with rows says that writers go on meanwhile: the server then takes the quickest way that lets
 * them, and fails where there is none. Where the migration allows more, nothing is asked of the server, and what is known
 * to copy the table says {@link #COPIES}, for whoever reads the SQL.
 */
sealed class MysqlCompiler extends DdlCompiler permits MariadbCompiler {
    static final String COPIES = " /* may copy the table */";

    private static final String INVISIBLE = " invisible";
    private final Current current;
    private final boolean mayCopy;

    MysqlCompiler(MysqlDialect dialect, Current current, boolean mayCopy) {
        super(dialect);
        this.current = current;
        this.mayCopy = mayCopy;
    }

    /** The compiler of changes that may copy their tables. */
    final MysqlCompiler copying() {
        return at(current, true);
    }

    /**
     * The compiler of what comes after the first changes of a batch. The texts of tables stay those from before: what they
     * tell and the schema does not, such as the index that a foreign key brought along, is not what a batch changes.
     */
    final MysqlCompiler after(List<Operation> changes) {
        return at(current.withSchema(() -> after(changes, current.schema())), mayCopy);
    }

    /** The server has no name for a primary key, whatever a migration calls it. */
    private static Schema after(List<Operation> changes, Schema before) {
        List<Operation> kept = changes.stream()
                .map(change -> change instanceof Operation.DropConstraint drop
                                && drop.dropped() instanceof Constraint.PrimaryKey
                        ? before.table(drop.table())
                                .flatMap(Table::primaryKey)
                                .map(key -> (Operation) new Operation.DropConstraint(drop.table(), key.name(), key))
                                .orElse(drop)
                        : change)
                .toList();
        return Operation.applyAll(kept, before);
    }

    /** The same at another moment. */
    MysqlCompiler at(Current moment, boolean copies) {
        return new MysqlCompiler(new MysqlDialect(), moment, copies);
    }

    /**
     * The clause that keeps writers at work. MySQL has no way to copy a table that does; and to name the algorithm would
     * make it rebuild a table that needs no rebuilding.
     *
     * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/alter-table.html">ALTER TABLE</a>
     */
    String online() {
        return ", lock = none";
    }

    final Current current() {
        return current;
    }

    @Override
    protected Set<CodeObject.Kind> codeKinds() {
        return EnumSet.of(
                CodeObject.Kind.FUNCTION,
                CodeObject.Kind.PROCEDURE,
                CodeObject.Kind.VIEW,
                CodeObject.Kind.TRIGGER,
                CodeObject.Kind.EVENT);
    }

    @Override
    public List<Statement> createCode(Operation.CreateCode operation) {
        CodeObject object = operation.object();
        return object.key().kind() == CodeObject.Kind.VIEW
                ? one(MysqlViewSql.create("create", object, name(object.key().name())))
                : super.createCode(operation);
    }

    /** Only a view can be replaced as it stands; anything else goes and comes. */
    @Override
    public List<Statement> replaceCode(Operation.ReplaceCode operation) {
        CodeObject object = operation.object();
        return object.key().kind() == CodeObject.Kind.VIEW
                ? one(MysqlViewSql.create(
                        "create or replace", object, name(object.key().name())))
                : super.replaceCode(operation);
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
        for (Constraint.ForeignKey key : table.foreignKeys()) {
            MysqlForeignKeys.toMake(table, key)
                    .ifPresent(index -> lines.add(writer -> writer.word(MysqlIndexSql.of(index))));
        }
        period(table).ifPresent(words -> lines.add(writer -> writer.word(words)));
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
        new MysqlTableOptions(this).write(writer, table, table.comment() == null ? null : literal(table.comment()));
    }

    @Override
    public List<Statement> setTableOption(Operation.SetTableOption operation) {
        return new MysqlTableOptions(this).change(operation);
    }

    /** The columns between which a row holds, where the table has such. */
    Optional<String> period(Table table) {
        return Optional.empty();
    }

    /** Whether the server can keep the rows of a table as they were. */
    boolean hasVersioning() {
        return false;
    }

    @Override
    protected void column(SqlWriter writer, Column column) {
        column(writer, column, null);
    }

    /** Writes all that is known of a column, in the one order that both servers take. */
    final void column(SqlWriter writer, Column column, @Nullable String check) {
        boolean generated = column.value() instanceof ColumnValue.Generated;
        String type = type(column.type());
        boolean invisible = generated && type.endsWith(INVISIBLE);
        writer.word(quote(column.name()))
                .word(invisible ? type.substring(0, type.length() - INVISIBLE.length()) : type);
        if (column.collation() != null) {
            writer.word("collate").word(column.collation());
        }
        if (generated) {
            columnValue(writer, Objects.requireNonNull(column.value()));
        }
        writer.wordIf(invisible, INVISIBLE.strip());
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
        if (constraint instanceof Constraint.ForeignKey key) {
            super.constraint(writer, withReferencedColumns(key));
            return;
        }
        boolean nameless = constraint instanceof Constraint.PrimaryKey;
        super.constraint(writer, nameless ? ((Constraint.PrimaryKey) constraint).withName(null) : constraint);
    }

    @Override
    protected String primaryKeySql(Constraint.PrimaryKey key) {
        MysqlPrimaryKey.unknownOption(key).ifPresent(option -> {
            throw unsupported(
                    "create a primary key with the option \"" + option + "\"",
                    "Leave it out; there are the options comment, using and, with a column's name in parentheses, desc and"
                            + " length");
        });
        return MysqlIndexSql.of(key) + include(key.include()) + deferral(key.deferral());
    }

    /** The server takes no reference that leaves the columns out, and {@code set default} for something else. */
    private Constraint.ForeignKey withReferencedColumns(Constraint.ForeignKey key) {
        if (key.onDelete() == Constraint.Action.SET_DEFAULT || key.onUpdate() == Constraint.Action.SET_DEFAULT) {
            throw unsupported(
                    "set the columns of the foreign key " + label(key) + " to their defaults",
                    "Use SET_NULL, CASCADE or a trigger");
        }
        if (!key.referencedColumns().isEmpty()) {
            return key;
        }
        return current.schema()
                .table(key.references())
                .flatMap(Table::primaryKey)
                .map(primary -> key.withReferences(key.references(), primary.columns()))
                .orElseThrow(() -> unsupported(
                        "refer to table " + key.references()
                                + " without naming its columns, as it shows no primary key",
                        "Name the columns behind references(…)"));
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
        return change(operation.table(), "comment = " + literal(comment));
    }

    @Override
    public List<Statement> alterTable(Operation.AlterTable operation) {
        MysqlCompiler compiler = operation.mayCopyTable() ? copying() : this;
        return new MysqlBatch(compiler, operation).statements();
    }

    @Override
    public List<Statement> addColumn(Operation.AddColumn operation) {
        ColumnValue value = operation.column().value();
        if (value instanceof ColumnValue.Identity) {
            throw unsupported(
                    "add the column " + operation.table() + "."
                            + operation.column().name() + ", which numbers the rows, before it is a key",
                    "Add it and make it the primary key in one batchAlterTable, with mayCopyTable()");
        }
        boolean stored = value instanceof ColumnValue.Generated generated && generated.stored();
        return addColumn(operation, stored || differsByRow(value) || keepsWritersOut(operation.table()));
    }

    private static boolean differsByRow(@Nullable ColumnValue value) {
        return value instanceof ColumnValue.Expression expression && !MysqlExpressions.isMoment(expression.sql());
    }

    /** Whether a table, which may be copied, cannot be while others write; of another it does not matter, nor is it read. */
    private boolean keepsWritersOut(Name name) {
        Table table = isFree(name) ? current.schema().tables().get(name) : null;
        return table != null && MysqlIndexSql.keepsWritersOut(table);
    }

    /** Adds a column as it is; one that numbers the rows must be made a key by the same statement. */
    final List<Statement> addColumn(Operation.AddColumn operation, boolean copies) {
        SqlWriter writer = new SqlWriter().word("add column");
        column(writer, operation.column());
        return change(operation.table(), writer.toString(), copies);
    }

    @Override
    public List<Statement> dropColumn(Operation.DropColumn operation) {
        return change(
                operation.table(), "drop column " + quote(operation.column()), keepsWritersOut(operation.table()));
    }

    @Override
    public List<Statement> alterColumn(Operation.AlterColumn operation) {
        return new MysqlColumnChange(this, operation).statements();
    }

    @Override
    public List<Statement> addConstraint(Operation.AddConstraint operation) {
        return addConstraint(operation, false);
    }

    /**
     * Adds a constraint.
     *
     * @param replacesKey whether the statement drops the primary key that there was, so that no foreign key had to have an
     *     index in its place
     */
    final List<Statement> addConstraint(Operation.AddConstraint operation, boolean replacesKey) {
        String index = operation.constraint() instanceof Constraint.ForeignKey key
                ? current
                        .schema()
                        .table(operation.table())
                        .flatMap(table -> MysqlForeignKeys.toMake(table, key))
                        .stream()
                        .map(made -> "add " + MysqlIndexSql.of(made) + ", ")
                        .collect(Collectors.joining())
                : "";
        SqlWriter writer = new SqlWriter().word(index + "add");
        constraint(writer, operation.constraint());
        boolean online = operation.constraint() instanceof Constraint.Unique;
        boolean serves = online || (operation.constraint() instanceof Constraint.PrimaryKey && !replacesKey);
        String freed = serves ? freed(operation.table(), table -> table.plus(operation.constraint())) : "";
        return change(operation.table(), writer + freed, !online);
    }

    @Override
    public List<Statement> dropConstraint(Operation.DropConstraint operation) {
        boolean described = operation.name() == null && !(operation.dropped() instanceof Constraint.PrimaryKey);
        String name = described ? nameOf(operation, current.schema()) : operation.name();
        Constraint constraint = described || operation.dropped() == null
                ? present(new Operation.DropConstraint(operation.table(), name, operation.dropped()))
                : operation.dropped();
        return constraint.accept(new MysqlConstraintDrop(this, operation.table()));
    }

    /** A unique constraint is an index; the others are dropped and added, in one statement. */
    @Override
    public List<Statement> renameConstraint(Operation.RenameConstraint operation) {
        Constraint constraint = present(new Operation.DropConstraint(operation.table(), operation.name(), null));
        if (constraint instanceof Constraint.Unique) {
            return renameIndex(new Operation.RenameIndex(operation.table(), operation.name(), operation.newName()));
        }
        String drop = copying()
                .dropConstraint(new Operation.DropConstraint(operation.table(), operation.name(), constraint))
                .get(0)
                .sql();
        SqlWriter add = new SqlWriter().word("add");
        constraint(add, constraint.withName(operation.newName()));
        return one(drop + ", " + add + (isFree(operation.table()) ? COPIES : online()));
    }

    @Override
    public List<Statement> renameIndex(Operation.RenameIndex operation) {
        return alter(
                operation.table(), "rename index " + quote(operation.name()) + " to " + quote(operation.newName()));
    }

    @Override
    protected String droppedTemporary() {
        return "temporary ";
    }

    /** Each kind of constraint is dropped in words of its own. */
    private Constraint present(Operation.DropConstraint operation) {
        Table table = table(operation.table());
        return table.constraint(String.valueOf(operation.name()))
                .or(() -> table.primaryKey().filter(key -> MysqlPrimaryKey.NAME.equalsIgnoreCase(operation.name())))
                .orElseThrow(() -> unsupported(
                        "drop the constraint " + operation.name() + " of table " + operation.table()
                                + ", which has none of that name",
                        "A primary key is named PRIMARY; correct the name"));
    }

    @Override
    public List<Statement> createIndex(Operation.CreateIndex operation) {
        Index index = operation.index();
        boolean online = index.method() == null || index.method().equals("hash");
        return change(
                operation.table(),
                "add " + indexSql(index) + freed(operation.table(), table -> table.plus(index)),
                !online);
    }

    /** Drops the index that only a foreign key needed once another serves, as the server does if it made it itself. */
    private String freed(Name name, UnaryOperator<Table> change) {
        Table table = current.schema().tables().get(name);
        if (table == null) {
            return "";
        }
        Table after = change.apply(table);
        return table.foreignKeys().stream()
                .filter(key -> !MysqlForeignKeys.isServed(table, key) && MysqlForeignKeys.isServed(after, key))
                .filter(key -> MysqlForeignKeys.hasImplicit(table, key, () -> storedSql(table.name())))
                .map(key ->
                        ", drop index " + quoted(MysqlForeignKeys.implicitName(table, key, storedSql(table.name()))))
                .collect(Collectors.joining());
    }

    private String indexSql(Index index) {
        if (!MysqlIndexSql.canSay(index)) {
            throw unsupported(
                    "create index " + index.name()
                            + " with a condition, included columns, an operator class, a collation or an order of nulls",
                    "Leave these out");
        }
        MysqlIndexSql.unknownOption(index).ifPresent(option -> {
            throw unsupported(
                    "create index " + index.name() + " with the option \"" + option + "\"",
                    "Leave it out; there are the options comment and, to keep an index up but not use it, ignored on"
                            + " MariaDB and invisible on MySQL");
        });
        if (!indexesExpressions() && MysqlIndexSql.hasExpression(index)) {
            throw unsupported(
                    "index an expression (" + index.name() + ")",
                    "Add a column with generatedVirtual(…) and index that");
        }
        return MysqlIndexSql.of(index);
    }

    /** Whether an index may sort by more than columns. */
    boolean indexesExpressions() {
        return true;
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

    /** A change of a table that lets writers go on, on every version. */
    final List<Statement> change(Name table, String words) {
        return change(table, words, false);
    }

    final List<Statement> change(Name table, String words, boolean copies) {
        return alter(table, words + (isFree(table) ? copies ? COPIES : "" : online()));
    }

    /** Whether the server may change a table in any way. */
    private boolean isFree(Name table) {
        return mayCopy || !current.holdsRows(table);
    }

    /** A change of the collations of a table's texts, which some servers have to be told to copy the table for. */
    final List<Statement> collate(Table table, String words, boolean copies) {
        boolean told = isFree(table.name()) && mustBeToldToCopy(table);
        return change(table.name(), told ? words + ", algorithm = copy" : words, copies);
    }

    /** Whether the server fails where it chooses by itself how to change the collation of a column. */
    boolean mustBeToldToCopy(Table table) {
        return false;
    }

    /** What the server does at once, or has no words to be asked how. */
    final List<Statement> plain(Name table, String words) {
        return alter(table, words);
    }

    /** How partitions are to be made stands behind everything else, the clause that keeps writers at work included. */
    final List<Statement> partition(Name table, String words) {
        return alter(table, isFree(table) ? words + COPIES : online().substring(2) + " " + words);
    }

    final String quoted(String identifier) {
        return quote(identifier);
    }

    final String tableName(Name table) {
        return name(table);
    }

    final MigrationException refuse(String what, String nearest) {
        return unsupported(what, nearest);
    }
}
