// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.postgresql;

import dev.limbeck.dialect.Current;
import dev.limbeck.dialect.DdlCompiler;
import dev.limbeck.dialect.SqlWriter;
import dev.limbeck.dialect.Statement;
import dev.limbeck.error.MigrationException;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.CodeObject;
import dev.limbeck.schema.ColumnValue;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.DataType;
import dev.limbeck.schema.Dependencies;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.Table;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL says in its own words. */
final class PostgresqlCompiler extends DdlCompiler {

    /** The statements that a migration may need and that the server refuses within a transaction. */
    private static final Pattern OUTSIDE_TRANSACTION = Pattern.compile(
            "(create\\s+(unique\\s+)?index\\s+concurrently|drop\\s+index\\s+concurrently"
                    + "|reindex\\s.*\\bconcurrently\\b|vacuum\\b|(create|drop)\\s+(database|tablespace)\\b"
                    + "|alter\\s+system\\b|alter\\s+table\\s.*\\bdetach\\s+partition\\s.*\\bconcurrently\\b).*",
            Pattern.DOTALL);

    private static final Pattern CREATE =
            Pattern.compile("^\\s*create\\s+(or\\s+replace\\s+)?", Pattern.CASE_INSENSITIVE);

    /** {@code NAMEDATALEN} less one, as servers are built unless somebody changes it. */
    private static final int LONGEST_NAME = 63;

    private final Current current;

    PostgresqlCompiler(PostgresqlDialect dialect, Current current) {
        super(dialect);
        this.current = current;
    }

    @Override
    protected void checkLength(String identifier) {
        if (identifier.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            throw tooLong(identifier, LONGEST_NAME + " bytes");
        }
    }

    @Override
    protected String type(DataType type) {
        return PostgresqlTypes.sql(type);
    }

    /**
     * Of two keys over the same columns the server silently makes only the first, even if both have a name, when they
     * stand in one {@code create table}: a second one is added behind it. So is what is not valid, which the server takes
     * for valid in a table that holds no rows.
     */
    @Override
    public List<Statement> createTable(Operation.CreateTable operation) {
        Table table = operation.definition();
        List<Constraint> within = new ArrayList<>();
        List<Statement> behind = new ArrayList<>();
        Set<Constraint> keys = new HashSet<>();
        for (Constraint constraint : table.constraints()) {
            boolean repeats = isKey(constraint) && !keys.add(nameless(constraint));
            if (repeats || constraint.notValid()) {
                behind.addAll(addConstraint(new Operation.AddConstraint(table.name(), constraint)));
            } else {
                within.add(constraint);
            }
        }
        List<Statement> statements =
                new ArrayList<>(super.createTable(new Operation.CreateTable(table.withConstraints(within))));
        statements.addAll(1, behind);
        if (table.options().containsKey(PostgresqlTableSql.PARTITION_OF)) {
            statements.set(0, new PostgresqlTableSql(this, current).createPartition(table.withConstraints(within)));
        }
        if (table.options().containsKey(PostgresqlTableSql.UNLOGGED)) {
            statements.set(
                    0, Statement.of(statements.get(0).sql().replaceFirst("^create table", "create unlogged table")));
        }
        statements.addAll(new PostgresqlTableSql(this, current).behind(table));
        return statements;
    }

    @Override
    protected String collation(String name) {
        return PostgresqlTypes.collation(name);
    }

    @Override
    protected void tableOptions(SqlWriter writer, Table table) {
        new PostgresqlTableSql(this, current).options(writer, table);
    }

    @Override
    public List<Statement> setTableOption(Operation.SetTableOption operation) {
        return new PostgresqlTableSql(this, current).set(operation);
    }

    private static boolean isKey(Constraint constraint) {
        return constraint instanceof Constraint.PrimaryKey || constraint instanceof Constraint.Unique;
    }

    /** A key as the server compares it with others: to it a primary key is just another unique one. */
    private static Constraint nameless(Constraint key) {
        return key instanceof Constraint.Unique unique ? unique.withName(null) : unique((Constraint.PrimaryKey) key);
    }

    static Constraint.Unique unique(Constraint.PrimaryKey key) {
        return new Constraint.Unique(null, key.columns(), key.deferral(), false, key.include());
    }

    @Override
    public List<Statement> addConstraint(Operation.AddConstraint operation) {
        if (operation.usingIndex() != null) {
            return one(PostgresqlIndexSql.takeOver(this, operation, current));
        }
        List<Statement> statements = super.addConstraint(operation);
        return operation.notValid() ? one(statements.get(0).sql() + " not valid") : statements;
    }

    @Override
    public List<Statement> dropConstraint(Operation.DropConstraint operation) {
        return operation.name() == null
                ? alter(operation.table(), "drop constraint " + quote(nameOf(operation, current.schema())))
                : super.dropConstraint(operation);
    }

    @Override
    public List<Statement> validateConstraint(Operation.ValidateConstraint operation) {
        return alter(operation.table(), "validate constraint " + quote(operation.name()));
    }

    @Override
    public List<Statement> createIndex(Operation.CreateIndex operation) {
        List<Statement> statements =
                new ArrayList<>(concurrently(super.createIndex(operation), operation.concurrently()));
        statements.addAll(PostgresqlIndexSql.behind(this, operation));
        return statements;
    }

    @Override
    public List<Statement> dropIndex(Operation.DropIndex operation) {
        return concurrently(super.dropIndex(operation), operation.concurrently());
    }

    private static List<Statement> concurrently(List<Statement> statements, boolean concurrently) {
        return concurrently
                ? statements.stream()
                        .map(statement -> Statement.of(
                                        statement.sql().replaceFirst("\\bindex\\b", "index concurrently"))
                                .outsideTransaction())
                        .toList()
                : statements;
    }

    @Override
    protected String include(List<String> columns) {
        return columns.isEmpty() ? "" : " include " + columns(columns);
    }

    @Override
    protected String noInherit() {
        return " no inherit";
    }

    @Override
    protected String setColumns(List<String> columns) {
        return columns(columns);
    }

    @Override
    protected void indexOptions(SqlWriter writer, Index index) {
        PostgresqlIndexSql.options(writer, index.options());
    }

    @Override
    protected String exclusionSql(Constraint.Exclusion exclusion) {
        return "exclude " + exclusion.definition() + deferral(exclusion.deferral());
    }

    @Override
    public List<Statement> alterColumn(Operation.AlterColumn operation) {
        return new PostgresqlColumnChange(this, operation, current).statements();
    }

    @Override
    public List<Statement> createSequence(Operation.CreateSequence operation) {
        Sequence sequence = operation.sequence();
        SqlWriter writer = new SqlWriter().word("create sequence").word(name(sequence.name()));
        if (sequence.options().type() != null) {
            writer.word("as").word(sequence.options().type());
        }
        String options = sequenceOptions(sequence.options());
        if (!options.isEmpty()) {
            writer.word(options);
        }
        if (sequence.owner() != null) {
            writer.word("owned by").word(owner(sequence.owner()));
        }
        List<Statement> statements = new ArrayList<>(List.of(writer.statement()));
        if (sequence.comment() != null) {
            statements.add(comment("sequence", name(sequence.name()), sequence.comment()));
        }
        return statements;
    }

    @Override
    public List<Statement> alterSequence(Operation.AlterSequence operation) {
        Name name = operation.sequence().name();
        Sequence before = operation.before() == null
                ? current.schema().sequences().getOrDefault(name, Sequence.of(name))
                : operation.before();
        // Without the one before it says the options alone.
        Sequence after = operation.before() == null
                ? before.withOptions(operation.sequence().options())
                : operation.sequence();
        List<String> changes = PostgresqlSequenceOptions.changes(before.options(), after.options());
        List<Statement> statements = new ArrayList<>();
        Optional<String> within = PostgresqlSequenceOptions.within(before.options(), after.options(), "last_value");
        if (within.isPresent()) {
            statements.add(intoBounds(after, within.get(), String.join(" ", changes)));
            changes.clear();
        }
        if (!Objects.equals(before.owner(), after.owner())) {
            changes.add("owned by " + owner(after.owner()));
        }
        if (!changes.isEmpty()) {
            statements.add(Statement.of("alter sequence " + name(after.name()) + " " + String.join(" ", changes)));
        }
        if (!Objects.equals(before.comment(), after.comment())) {
            statements.add(comment("sequence", name(after.name()), after.comment()));
        }
        return statements;
    }

    /** A sequence that has counted beyond its new bounds starts again; another goes on, so that no number comes twice. */
    private Statement intoBounds(Sequence sequence, String within, String changes) {
        String name = name(sequence.name());
        long start = PostgresqlSequenceOptions.start(sequence.options());
        String alter = "alter sequence " + name + " " + changes;
        return Statement.of("do $limbeck$ begin\n  if (select " + within + " from " + name + ") then\n    " + alter
                + ";\n  else\n    " + alter + " restart with " + start + ";\n  end if;\nend $limbeck$");
    }

    private String owner(Sequence.@Nullable Owner owner) {
        return owner == null ? "none" : name(owner.table()) + "." + quote(owner.column());
    }

    @Override
    public List<Statement> renameSequence(Operation.RenameSequence operation) {
        return one("alter sequence " + name(operation.name()) + " rename to " + quote(operation.newName()));
    }

    @Override
    public List<Statement> dropSequence(Operation.DropSequence operation) {
        return one("drop sequence " + name(operation.name()));
    }

    @Override
    public List<Statement> createEnum(Operation.CreateEnum operation) {
        EnumType type = operation.type();
        List<Statement> statements = new ArrayList<>(List.of(new SqlWriter()
                .word("create type")
                .word(typeName(type.name()))
                .word("as enum")
                .parens(type.values(), (writer, value) -> writer.word(literal(value)))
                .statement()));
        if (type.comment() != null) {
            statements.add(comment("type", typeName(type.name()), type.comment()));
        }
        return statements;
    }

    @Override
    public List<Statement> alterEnum(Operation.AlterEnum operation) {
        return new PostgresqlEnumChange(this, operation, current).statements();
    }

    @Override
    public List<Statement> varcharCasts(Operation.VarcharCasts operation) {
        String type = name(operation.type());
        List<String> directions = List.of("(varchar as " + type + ")", "(" + type + " as varchar)");
        return directions.stream()
                .map(direction -> Statement.of(
                        operation.present()
                                ? "create cast " + direction + " with inout as implicit"
                                : "drop cast " + direction))
                .toList();
    }

    @Override
    public List<Statement> dropEnum(Operation.DropEnum operation) {
        return one("drop type " + typeName(operation.name()));
    }

    @Override
    public List<Statement> renameEnumValue(Operation.RenameEnumValue operation) {
        return one("alter type " + typeName(operation.type()) + " rename value " + literal(operation.value()) + " to "
                + literal(operation.newValue()));
    }

    /** A scratch database has the schemas of the settings already. */
    @Override
    public List<Statement> createSchema(Operation.CreateSchema operation) {
        return one("create schema if not exists " + quote(operation.name()));
    }

    @Override
    public List<Statement> dropSchema(Operation.DropSchema operation) {
        return one("drop schema " + quote(operation.name()));
    }

    @Override
    public List<Statement> renameSchema(Operation.RenameSchema operation) {
        return one("alter schema " + quote(operation.name()) + " rename to " + quote(operation.newName()));
    }

    @Override
    public List<Statement> createExtension(Operation.CreateExtension operation) {
        return new PostgresqlTypeSql(this, current).createExtension(operation);
    }

    @Override
    public List<Statement> updateExtension(Operation.UpdateExtension operation) {
        return new PostgresqlTypeSql(this, current).updateExtension(operation);
    }

    @Override
    public List<Statement> dropExtension(Operation.DropExtension operation) {
        return one("drop extension " + quote(operation.name()));
    }

    @Override
    public List<Statement> createDomain(Operation.CreateDomain operation) {
        return new PostgresqlTypeSql(this, current).createDomain(operation.domain());
    }

    @Override
    public List<Statement> alterDomain(Operation.AlterDomain operation) {
        return new PostgresqlTypeSql(this, current).alterDomain(operation);
    }

    @Override
    public List<Statement> dropDomain(Operation.DropDomain operation) {
        return one("drop domain " + typeName(operation.name()));
    }

    @Override
    protected Set<CodeObject.Kind> codeKinds() {
        return EnumSet.complementOf(EnumSet.of(CodeObject.Kind.EVENT));
    }

    /** A view or routine keeps its privileges, and whatever hangs on it, when it is replaced. */
    @Override
    public List<Statement> replaceCode(Operation.ReplaceCode operation) {
        CodeObject object = operation.object();
        CodeObject.Key key = object.key();
        if (key.kind() == CodeObject.Kind.VIEW) {
            return one("create or replace view " + name(key.name()) + " " + object.definition());
        }
        if (key.kind().isRoutine()) {
            return one(CREATE.matcher(object.definition()).replaceFirst("create or replace "));
        }
        Optional<List<Statement>> change = new PostgresqlCodeSql(this, current).replace(operation);
        if (change.isPresent()) {
            return change.get();
        }
        if (key.kind() == CodeObject.Kind.MATERIALIZED_VIEW && object.indexes().isEmpty()) {
            CodeObject existing = current.schema().code().getOrDefault(key, object);
            return around(
                    key,
                    super.replaceCode(
                            new Operation.ReplaceCode(object.withIndexes(existing.indexes()), operation.before())));
        }
        return around(key, super.replaceCode(operation));
    }

    /** What is dropped and made anew, between the going and coming of what hangs on it; what is only said of it goes with it. */
    private List<Statement> around(CodeObject.Key key, List<Statement> anew) {
        List<Operation.DropCode> hangers =
                PostgresqlHangers.on(List.of(Dependencies.code(key)), current.schema()).stream()
                        .filter(drop -> !drop.key().equals(key))
                        .toList();
        List<Statement> statements = new ArrayList<>();
        hangers.stream()
                .filter(drop -> drop.key().kind().compareTo(CodeObject.Kind.SETTING) < 0)
                .forEach(drop -> statements.addAll(dropCode(drop)));
        statements.addAll(anew);
        Operation.reverseAll(List.copyOf(hangers)).forEach(restore -> statements.addAll(restore.accept(this)));
        return statements;
    }

    @Override
    public List<Statement> createCode(Operation.CreateCode operation) {
        CodeObject object = operation.object();
        checkKind(object.key());
        if (!object.key().kind().isView()) {
            return one(new PostgresqlCodeSql(this, current).create(object));
        }
        List<Statement> statements = new ArrayList<>(super.createCode(operation));
        for (Index index : object.indexes()) {
            statements.addAll(createIndex(new Operation.CreateIndex(object.key().name(), index)));
        }
        return statements;
    }

    @Override
    public List<Statement> dropCode(Operation.DropCode operation) {
        checkKind(operation.key());
        return one(new PostgresqlCodeSql(this, current).drop(operation));
    }

    @Override
    public List<Statement> require(Operation.Require operation) {
        String tag = "$limbeck$";
        while (operation.sql().contains(tag) || operation.what().contains(tag)) {
            tag = "$x" + tag.substring(1);
        }
        return one("do " + tag + "\ndeclare\n  found bigint := (" + operation.sql() + ");\nbegin\n  if found > 0 then\n"
                + "    raise exception '%', " + literal(operation.what()) + " || ': ' || found || ' in the way';\n"
                + "  end if;\nend\n" + tag);
    }

    @Override
    public List<Statement> execute(Operation.Execute operation) {
        Statement statement = new Statement(operation.sql(), operation.parameters(), true);
        String sql = operation.sql().strip().toLowerCase(Locale.ROOT);
        return List.of(OUTSIDE_TRANSACTION.matcher(sql).matches() ? statement.outsideTransaction() : statement);
    }

    Statement comment(String kind, String name, @Nullable String comment) {
        return Statement.of("comment on " + kind + " " + name + " is " + literal(comment));
    }

    /** One change of a column, in the words behind {@code alter column}. */
    List<Statement> change(Operation.AlterColumn operation, String words) {
        return alterColumn(operation, words);
    }

    Statement commentOn(Operation.AlterColumn operation, @Nullable String comment) {
        return commentOnColumn(operation.table(), operation.column(), comment);
    }

    List<Statement> rename(Operation.AlterColumn operation, String newName) {
        return renameColumn(operation.table(), operation.column(), newName);
    }

    String defaultOf(ColumnValue value) {
        return defaultSql(value);
    }

    String identityOf(ColumnValue.Identity identity) {
        return identitySql(identity);
    }

    String constraintOf(Constraint constraint) {
        SqlWriter writer = new SqlWriter();
        constraint(writer, constraint);
        return writer.toString();
    }

    String nameOf(Name name) {
        return name(name);
    }

    String deferralOf(Constraint.Deferral deferral) {
        return deferral(deferral);
    }

    String quoted(String identifier) {
        return quote(identifier);
    }

    /** More words have to be quoted where a type is expected than elsewhere. */
    static String typeName(Name name) {
        return PostgresqlTypes.sql(DataType.named(name));
    }

    String literalOf(String value) {
        return literal(value);
    }

    MigrationException refuse(String what, String nearest) {
        return unsupported(what, nearest);
    }
}
