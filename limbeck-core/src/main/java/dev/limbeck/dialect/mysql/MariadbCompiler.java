// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.mysql;

import dev.limbeck.dialect.Current;
import dev.limbeck.dialect.Expressions;
import dev.limbeck.dialect.SqlWriter;
import dev.limbeck.dialect.Statement;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnValue;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.DataType;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.SequenceOptions;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What MariaDB says in words of its own: sequences, and checks that belong to a column and have no name. */
final class MariadbCompiler extends MysqlCompiler {

    private static final String ROW_START = "row start";
    private static final String ROW_END = "row end";

    /** The check by which the server takes a text for JSON, another type to it; without it the rows are copied. */
    private static final Pattern JSON = Pattern.compile("(?i)json_valid\\(.*\\)");

    private static final Pattern CREATE = Pattern.compile("(?i)\\s*create\\s+(?:or\\s+replace\\s+)?");

    MariadbCompiler(MariadbDialect dialect, Current current, boolean mayCopy) {
        super(dialect, current, mayCopy);
    }

    @Override
    MysqlCompiler at(Current moment, boolean copies) {
        return new MariadbCompiler(new MariadbDialect(), moment, copies);
    }

    /**
     * Since 11.2 the server copies a table while others write to it, which {@code lock = none} lets it do; it still takes
     * the instant way where there is one.
     *
     * @see <a href="https://mariadb.com/kb/en/innodb-online-ddl-overview/">InnoDB Online DDL Overview</a>
     */
    @Override
    String online() {
        return ", algorithm = inplace, lock = none";
    }

    /**
     * In a table with stored columns 11.4 looks for foreign keys as many columns in front of the one that gets another
     * collation in place, and says of that one "Cannot change column … used in a foreign key constraint".
     */
    @Override
    boolean mustBeToldToCopy(Table table) {
        boolean stores = table.columns().stream()
                .anyMatch(column -> column.value() instanceof ColumnValue.Generated generated && generated.stored());
        return stores
                && (!table.foreignKeys().isEmpty()
                        || current().schema().tables().values().stream()
                                .flatMap(other -> other.foreignKeys().stream())
                                .anyMatch(key -> key.references().equals(table.name())));
    }

    @Override
    boolean hasVersioning() {
        return true;
    }

    /** The moments from which and to which a row holds are kept in columns that say so. */
    @Override
    Optional<String> period(Table table) {
        Optional<String> start = moment(table, ROW_START);
        return start.flatMap(from ->
                moment(table, ROW_END).map(to -> "period for system_time (" + quote(from) + ", " + quote(to) + ")"));
    }

    private static Optional<String> moment(Table table, String moment) {
        return table.columns().stream()
                .filter(column -> column.value() instanceof ColumnValue.Generated generated
                        && generated.sql().equalsIgnoreCase(moment))
                .map(Column::name)
                .findFirst();
    }

    @Override
    protected void columnValue(SqlWriter writer, ColumnValue value) {
        if (value instanceof ColumnValue.Generated generated
                && (generated.sql().equalsIgnoreCase(ROW_START)
                        || generated.sql().equalsIgnoreCase(ROW_END))) {
            writer.word("generated always as " + generated.sql());
        } else {
            super.columnValue(writer, value);
        }
    }

    @Override
    public List<Statement> replaceCode(Operation.ReplaceCode operation) {
        Matcher create = CREATE.matcher(operation.object().definition());
        return create.lookingAt()
                ? one("create or replace " + operation.object().definition().substring(create.end()))
                : super.replaceCode(operation);
    }

    @Override
    protected String type(DataType type) {
        return MysqlTypes.sql(type, "uuid");
    }

    /** {@code https://mariadb.com/kb/en/generated-columns/} is its way to the same end. */
    @Override
    boolean indexesExpressions() {
        return false;
    }

    /** What is computed is null or not as it turns out. */
    @Override
    void nullable(SqlWriter writer, Column column) {
        if (!(column.value() instanceof ColumnValue.Generated)) {
            super.nullable(writer, column);
        }
    }

    /** A check without a name stands with the first column that it names; a column has but one. */
    @Override
    Map<String, String> columnChecks(Table table) {
        Map<String, String> checks = new LinkedHashMap<>();
        table.constraints(Constraint.Check.class)
                .filter(check -> check.name() == null)
                .forEach(check -> columnOf(table, check)
                        .filter(column -> !checks.containsKey(column))
                        .ifPresent(column -> checks.put(column, check.expression())));
        return checks;
    }

    private static Optional<String> columnOf(Table table, Constraint.Check check) {
        return table.columns().stream()
                .map(Column::name)
                .filter(name -> names(check.expression(), name))
                .findFirst();
    }

    private static boolean names(String expression, String column) {
        String withoutTexts = expression.replaceAll("'(?:[^'\\\\]|''|\\\\.)*+'", "''");
        return Pattern.compile("(?i)(?<![\\w`])`?" + Pattern.quote(column) + "`?(?![\\w`])")
                .matcher(withoutTexts)
                .find();
    }

    @Override
    @Nullable
    String columnCheck(Name table, String column) {
        return presentChecks(table).get(column);
    }

    /**
     * The checks that belong to columns: of those in the table's text the ones that are still there, and what has come
     * since.
     */
    private Map<String, String> presentChecks(Name name) {
        Map<String, String> stored = MariadbColumnChecks.of(storedSql(name));
        Table table = table(name);
        List<Constraint.Check> nameless = table.constraints(Constraint.Check.class)
                .filter(check -> check.name() == null)
                .toList();
        Map<String, String> present = new LinkedHashMap<>(stored);
        present.values().removeIf(text -> nameless.stream().noneMatch(check -> same(text, check.expression())));
        nameless.stream()
                .filter(check -> stored.values().stream().noneMatch(text -> same(text, check.expression())))
                .forEach(check ->
                        columnOf(table, check).ifPresent(column -> present.putIfAbsent(column, check.expression())));
        return present;
    }

    @Override
    public List<Statement> addConstraint(Operation.AddConstraint operation) {
        if (operation.constraint() instanceof Constraint.Check check && check.name() == null) {
            Table table = table(operation.table());
            Map<String, String> present = presentChecks(operation.table());
            Column column = columnOf(table, check)
                    .filter(name -> !present.containsKey(name))
                    .flatMap(table::column)
                    .orElseThrow(() -> refuse(
                            "add the check (" + check.expression() + ") to a column of table " + operation.table()
                                    + ", as it names none, or one that has a check",
                            "Give the check a name, which makes it one of the table"));
            return modify(operation.table(), column, check.expression(), true);
        }
        return super.addConstraint(operation);
    }

    @Override
    public List<Statement> dropConstraint(Operation.DropConstraint operation) {
        if (operation.name() == null && operation.dropped() instanceof Constraint.Check check) {
            Optional<Column> column = presentChecks(operation.table()).entrySet().stream()
                    .filter(entry -> same(entry.getValue(), check.expression()))
                    .findFirst()
                    .flatMap(entry -> table(operation.table()).column(entry.getKey()));
            if (column.isPresent()) {
                boolean isJson = JSON.matcher(check.expression()).matches();
                return modify(operation.table(), column.get(), null, isJson);
            }
        }
        return super.dropConstraint(operation);
    }

    private static boolean same(String stored, String expression) {
        return MysqlExpressions.condition(stored).equals(Expressions.bare(expression));
    }

    private List<Statement> modify(Name table, Column column, @Nullable String check, boolean copies) {
        SqlWriter writer = new SqlWriter().word("modify column");
        column(writer, column, check);
        return change(table, writer.toString(), copies);
    }

    @Override
    public List<Statement> createSequence(Operation.CreateSequence operation) {
        Sequence sequence = counted(operation.sequence());
        String options = sequenceOptions(sequence.options());
        return one("create sequence " + name(sequence.name()) + (options.isEmpty() ? "" : " " + options));
    }

    @Override
    public List<Statement> alterSequence(Operation.AlterSequence operation) {
        SequenceOptions after = counted(operation.sequence()).options();
        Sequence before = operation.before() == null
                ? current().schema().sequences().get(operation.sequence().name())
                : operation.before();
        List<String> changes = changes(before == null ? SequenceOptions.DEFAULTS : before.options(), after);
        return changes.isEmpty()
                ? List.of()
                : one("alter sequence " + name(operation.sequence().name()) + " " + String.join(" ", changes));
    }

    private Sequence counted(Sequence sequence) {
        if (sequence.options().type() != null || sequence.owner() != null || sequence.comment() != null) {
            throw refuse("give the sequence " + sequence.name() + " a type, an owner or a comment", "Leave these out");
        }
        return sequence;
    }

    private static List<String> changes(SequenceOptions before, SequenceOptions after) {
        List<String> words = new ArrayList<>();
        change(words, "increment by ", before.increment(), after.increment(), "increment by 1");
        change(words, "minvalue ", before.minimum(), after.minimum(), "no minvalue");
        change(words, "maxvalue ", before.maximum(), after.maximum(), "no maxvalue");
        change(words, "start with ", before.start(), after.start(), "start with " + after.usualStart());
        change(words, "cache ", before.cache(), after.cache(), "cache 1000");
        if (before.cycle() != after.cycle()) {
            words.add(after.cycle() ? "cycle" : "nocycle");
        }
        return words;
    }

    private static void change(
            List<String> words, String word, @Nullable Long before, @Nullable Long after, String usual) {
        if (!Objects.equals(before, after)) {
            words.add(after == null ? usual : word + after);
        }
    }

    @Override
    public List<Statement> renameSequence(Operation.RenameSequence operation) {
        return one("rename table " + name(operation.name()) + " to "
                + name(operation.name().withName(operation.newName())));
    }

    @Override
    public List<Statement> dropSequence(Operation.DropSequence operation) {
        return one("drop sequence " + name(operation.name()));
    }
}
