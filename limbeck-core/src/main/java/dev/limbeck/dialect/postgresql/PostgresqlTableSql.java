// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.postgresql;

import dev.limbeck.dialect.Current;
import dev.limbeck.dialect.SqlWriter;
import dev.limbeck.dialect.Statement;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnValue;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The options of tables: how they are created with them, and how those that may change do. */
final class PostgresqlTableSql {
    static final String PARTITION_OF = "partition of";
    static final String PARTITION_BY = "partition by";
    static final String INHERITS = "inherits";
    static final String UNLOGGED = "unlogged";
    static final String USING = "using";
    static final String CLUSTER_ON = "cluster on";
    static final String REPLICA_IDENTITY = "replica identity";
    static final String USING_INDEX = "using index ";

    /** What names an index, which is there only behind the table. */
    private static final List<String> OF_INDEXES = List.of(CLUSTER_ON, REPLICA_IDENTITY);

    static final String ROW_SECURITY = "row level security";
    static final String FORCED_ROW_SECURITY = "force row level security";

    /** What a table is told only when it is there. */
    private static final List<String> BEHIND = List.of(ROW_SECURITY, FORCED_ROW_SECURITY);

    private static final List<String> OWN_WORDS = List.of(
            PARTITION_OF,
            PARTITION_BY,
            INHERITS,
            UNLOGGED,
            USING,
            ROW_SECURITY,
            FORCED_ROW_SECURITY,
            PostgresqlIndexSql.TABLESPACE);

    /** Whether there is such a storage parameter is the server's to say; what cannot be one is refused here. */
    private static final Pattern PARAMETER = Pattern.compile("(toast\\.)?[a-z_][a-z0-9_]*");

    private final PostgresqlCompiler compiler;
    private final Current current;

    PostgresqlTableSql(PostgresqlCompiler compiler, Current current) {
        this.compiler = compiler;
        this.current = current;
    }

    /** Writes what stands behind the columns, in the server's order. */
    void options(SqlWriter writer, Table table) {
        Map<String, String> options = new LinkedHashMap<>(table.options());
        options.keySet().removeIf(PostgresqlTableSql::isSaidBehind);
        options.keySet().forEach(option -> check(table.name(), option));
        String parents = options.get(INHERITS);
        if (parents != null) {
            writer.word("inherits (" + String.join(", ", names(parents)) + ")");
        }
        if (options.containsKey(PARTITION_BY)) {
            writer.word("partition by").word(options.get(PARTITION_BY));
        }
        if (options.containsKey(USING)) {
            writer.word("using").word(PostgresqlDialect.quoted(options.get(USING)));
        }
        OWN_WORDS.stream()
                .filter(word -> !word.equals(PostgresqlIndexSql.TABLESPACE))
                .forEach(options::remove);
        PostgresqlIndexSql.options(writer, options);
    }

    /** The index of its table that an option is about. */
    static Optional<String> indexOf(String option, String value) {
        PostgresqlConstraintIndexes ofConstraint = PostgresqlConstraintIndexes.of(option);
        if (ofConstraint != null) {
            return Optional.of(ofConstraint.index());
        }
        if (!namesIndex(option)) {
            return Optional.empty();
        }
        return Optional.of(value.startsWith(USING_INDEX) ? value.substring(USING_INDEX.length()) : value);
    }

    private static boolean namesIndex(String option) {
        return OF_INDEXES.contains(option) || option.startsWith(PostgresqlPartitionIndexes.INDEX + "(");
    }

    private static boolean isSaidBehind(String option) {
        return namesIndex(option)
                || PostgresqlConstraintIndexes.of(option) != null
                || BEHIND.contains(option)
                || PostgresqlColumnOptions.of(option) != null;
    }

    /** The statements that say what cannot be said while a table is created. */
    List<Statement> behind(Table table) {
        List<Statement> statements = new ArrayList<>();
        table.options().forEach((option, value) -> {
            if (isSaidBehind(option)) {
                statements.addAll(set(new Operation.SetTableOption(table.name(), option, value, null)));
            }
        });
        return statements;
    }

    private void check(Name table, String option) {
        if (!OWN_WORDS.contains(option) && !PARAMETER.matcher(option).matches()) {
            throw compiler.refuse(
                    "give table " + table + " the option \"" + option + "\", which is no storage parameter either",
                    "Correct the option's name, or set it in SQL with op.execute");
        }
    }

    /** The parents in SQL, from names that are separated by commas. */
    private List<String> names(@Nullable String parents) {
        return parents == null
                ? List.of()
                : parents(parents).map(compiler::nameOf).toList();
    }

    static Stream<Name> parents(String text) {
        return Stream.of(text.split(",")).map(String::strip).map(Name::parse);
    }

    /** The statement that creates a partition, which has the columns of its table and maybe constraints of its own. */
    Statement createPartition(Table table) {
        PostgresqlPartition partition =
                partition(table.name(), Objects.requireNonNull(table.options().get(PARTITION_OF)));
        if (!table.columns().isEmpty()) {
            throw compiler.refuse(
                    "create the partition " + table.name() + " with columns of its own, as it has those of "
                            + partition.of(),
                    "Leave the columns out");
        }
        SqlWriter writer = new SqlWriter()
                .word("create table")
                .word(compiler.nameOf(table.name()))
                .word("partition of")
                .word(compiler.nameOf(partition.of()));
        if (!table.constraints().isEmpty()) {
            writer.lines(table.constraints(), (line, constraint) -> line.word(compiler.constraintOf(constraint)));
        }
        writer.word(partition.bound());
        options(writer, table);
        return writer.statement();
    }

    private PostgresqlPartition partition(Name table, String text) {
        return PostgresqlPartition.parse(text)
                .orElseThrow(() -> compiler.refuse(
                        "make " + table + " a partition of \"" + text + "\"",
                        "Write the table and then \"for values …\" or \"default\""));
    }

    List<Statement> set(Operation.SetTableOption operation) {
        String value = operation.value();
        return switch (operation.option()) {
            case PARTITION_BY ->
                throw compiler.refuse(
                        "partition the table " + operation.table() + ", which exists, or stop or change that",
                        "Create another table and move the rows");
            case PARTITION_OF -> partition(operation);
            case INHERITS -> inherit(operation);
            case UNLOGGED -> alter(operation.table(), value == null ? "set logged" : "set unlogged");
            case ROW_SECURITY ->
                alter(operation.table(), (value == null ? "disable" : "enable") + " row level security");
            case FORCED_ROW_SECURITY ->
                alter(operation.table(), (value == null ? "no force" : "force") + " row level security");
            case USING ->
                alter(
                        operation.table(),
                        "set access method " + (value == null ? "default" : PostgresqlDialect.quoted(value)));
            case PostgresqlIndexSql.TABLESPACE ->
                alter(
                        operation.table(),
                        "set tablespace " + (value == null ? "pg_default" : PostgresqlDialect.quoted(value)));
            case CLUSTER_ON ->
                alter(
                        operation.table(),
                        value == null ? "set without cluster" : "cluster on " + PostgresqlDialect.quoted(value));
            case REPLICA_IDENTITY ->
                alter(operation.table(), "replica identity " + (value == null ? "default" : identity(value)));
            default -> parameterOrPart(operation);
        };
    }

    private static String identity(String value) {
        return value.startsWith(USING_INDEX)
                ? USING_INDEX + PostgresqlDialect.quoted(value.substring(USING_INDEX.length()))
                : value;
    }

    private List<Statement> parameterOrPart(Operation.SetTableOption operation) {
        PostgresqlConstraintIndexes ofConstraint = PostgresqlConstraintIndexes.of(operation.option());
        if (ofConstraint != null) {
            return List.of(ofConstraint.set(compiler, operation));
        }
        PostgresqlColumnOptions ofColumn = PostgresqlColumnOptions.of(operation.option());
        if (ofColumn == null) {
            return parameter(operation);
        }
        if (ofColumn.word().equals(PostgresqlPartitionIndexes.INDEX)) {
            return List.of(Statement.of(PostgresqlPartitionIndexes.rename(
                    compiler, operation.table(), ofColumn.column(), operation.value())));
        }
        // Only what is not said any more has to be looked up.
        Schema schema = operation.value() == null ? current.schema() : Schema.EMPTY;
        return List.of(Statement.of("alter table "
                + new PostgresqlColumnOptionSql(compiler, schema)
                        .alter(operation.table(), ofColumn, operation.value())));
    }

    private List<Statement> parameter(Operation.SetTableOption operation) {
        check(operation.table(), operation.option());
        String name = PostgresqlIndexSql.parameter(operation.option());
        return alter(
                operation.table(),
                operation.value() == null
                        ? "reset (" + name + ")"
                        : "set (" + name + " = " + PostgresqlDialect.literalOf(operation.value()) + ")");
    }

    private List<Statement> partition(Operation.SetTableOption operation) {
        List<Statement> statements = new ArrayList<>();
        String before = before(operation);
        String name = compiler.nameOf(operation.table());
        if (before != null) {
            Name of = partition(operation.table(), before).of();
            statements.addAll(alter(of, "detach partition " + name));
        }
        if (operation.value() != null) {
            PostgresqlPartition after = partition(operation.table(), operation.value());
            statements.addAll(alter(after.of(), "attach partition " + name + " " + after.bound()));
        }
        return statements;
    }

    private List<Statement> inherit(Operation.SetTableOption operation) {
        List<String> before = names(before(operation));
        List<String> after = names(operation.value());
        List<Statement> statements = new ArrayList<>();
        // In this order a column that both parents have stays an inherited one.
        after.stream()
                .filter(parent -> !before.contains(parent))
                .forEach(parent -> statements.addAll(alter(operation.table(), "inherit " + parent)));
        before.stream()
                .filter(parent -> !after.contains(parent))
                .forEach(parent -> statements.addAll(alter(operation.table(), "no inherit " + parent)));
        statements.addAll(takeDefaults(operation));
        return Collections.unmodifiableList(statements);
    }

    /** A column that was another table's before keeps the default that it had from there. */
    private List<Statement> takeDefaults(Operation.SetTableOption operation) {
        if (operation.value() == null || before(operation) == null) {
            return List.of();
        }
        Schema schema = current.schema();
        Table table = schema.tables().get(operation.table());
        Set<String> own = new HashSet<>();
        if (table != null) {
            table.columns().forEach(column -> own.add(column.name()));
        }
        return parents(operation.value())
                .flatMap(parent -> schema.table(parent).stream())
                .flatMap(parent -> parent.columns().stream())
                .filter(column -> own.add(column.name()))
                .filter(column -> !(column.value() instanceof ColumnValue.Generated))
                .map(column -> Statement.of("alter table only " + compiler.nameOf(operation.table()) + " alter column "
                        + compiler.quoted(column.name())
                        + (hasDefault(column)
                                ? " set default " + compiler.defaultOf(Objects.requireNonNull(column.value()))
                                : " drop default")))
                .toList();
    }

    private static boolean hasDefault(Column column) {
        return column.value() instanceof ColumnValue.Literal || column.value() instanceof ColumnValue.Expression;
    }

    private @Nullable String before(Operation.SetTableOption operation) {
        return operation.before() != null
                ? operation.before()
                : current.schema()
                        .table(operation.table())
                        .map(table -> table.options().get(operation.option()))
                        .orElse(null);
    }

    private List<Statement> alter(Name table, String words) {
        return List.of(Statement.of("alter table " + compiler.nameOf(table) + " " + words));
    }
}
