// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.postgresql;

import dev.limbeck.dialect.Current;
import dev.limbeck.dialect.Statement;
import dev.limbeck.operation.ColumnChange;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnValue;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.DataType;
import dev.limbeck.schema.Dependencies;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * The statements that give an enum type another list of values.
 *
 * <p>Where all values stay in their order, the new ones are added. Anything else the server cannot do to a type, so a
 * new type takes the name of the old one and every column moves over. What mentions the type by its text and would keep
 * hold of the old one, that is defaults, checks, partial and expression indexes, and foreign keys between such columns,
 * is dropped before and made again afterwards, and so are views and whatever else hangs on it by the database's own
 * account. Where that is not known such things are not touched: they stop the change before anything is done, and so do
 * rows that have a value that goes.
 */
final class PostgresqlEnumChange {

    /** Put in front, for the server cuts what is too long at the end, and the two names must differ. */
    private static final String OLD = "old__";

    private final PostgresqlCompiler compiler;
    private final Name type;
    private final List<String> before;
    private final List<String> after;
    private final boolean committed;
    private final Current current;

    PostgresqlEnumChange(PostgresqlCompiler compiler, Operation.AlterEnum operation, Current current) {
        this.compiler = compiler;
        this.type = operation.type();
        this.after = operation.values();
        this.committed = operation.committed();
        this.current = current;
        this.before = operation.before() == null ? existing(current.schema()).values() : operation.before();
    }

    private EnumType existing(Schema schema) {
        EnumType found = schema.enums().get(type);
        if (found == null) {
            throw compiler.refuse("alter the enum type " + type + ", which does not exist", "Correct its name");
        }
        return found;
    }

    List<Statement> statements() {
        boolean keepsOrder = after.stream().filter(before::contains).toList().equals(before);
        return keepsOrder ? (committed ? outsideTransaction(additions()) : additions()) : rebuild();
    }

    private static List<Statement> outsideTransaction(List<Statement> statements) {
        return statements.stream().map(Statement::outsideTransaction).toList();
    }

    private List<Statement> additions() {
        List<Statement> statements = new ArrayList<>();
        List<String> values = new ArrayList<>(before);
        for (int i = 0; i < after.size(); i++) {
            String value = after.get(i);
            if (!values.contains(value)) {
                statements.add(addition(value, i, values));
                values.add(i, value);
            }
        }
        return statements;
    }

    /** Everything before the position has been added already. */
    private Statement addition(String value, int position, List<String> values) {
        String sql = "alter type " + PostgresqlCompiler.typeName(type) + " add value " + compiler.literalOf(value);
        if (position == values.size()) {
            return Statement.of(sql);
        }
        return Statement.of(sql + " before " + compiler.literalOf(values.get(position)));
    }

    private List<Statement> rebuild() {
        Schema schema = current.schema();
        PostgresqlEnumUse use = new PostgresqlEnumUse(type, schema);
        List<String> obstacles = use.obstacles();
        if (!obstacles.isEmpty()) {
            throw compiler.refuse(
                    "take values from the enum type " + type + ", or change their order, while "
                            + String.join(", ", obstacles) + " hold(s) on to it",
                    "Drop that before and create it again afterwards");
        }
        List<Operation> dropped = new ArrayList<>(hangers(schema));
        dropped.addAll(dependents(schema));
        List<Statement> statements = new ArrayList<>();
        use.guard(before.stream().filter(value -> !after.contains(value)).toList())
                .ifPresent(statements::add);
        for (Operation drop : dropped) {
            statements.addAll(drop.accept(compiler));
        }
        Name old = type.withName(OLD + type.name());
        statements.add(Statement.of("alter type " + PostgresqlCompiler.typeName(type) + " rename to "
                + PostgresqlDialect.quoted(old.name())));
        statements.addAll(new Operation.CreateEnum(existing(schema).withValues(after)).accept(compiler));
        for (Table table : schema.tables().values()) {
            for (Column column : users(table)) {
                statements.addAll(move(table, column));
            }
        }
        statements.add(Statement.of("drop type " + PostgresqlCompiler.typeName(old)));
        for (Operation restore : Operation.reverseAll(dropped)) {
            statements.addAll(restore.accept(compiler));
        }
        return statements;
    }

    /** Views and the like, and what is said of the type itself. */
    private List<Operation> hangers(Schema schema) {
        List<String> things = new ArrayList<>(List.of(Dependencies.type(type)));
        for (Table table : schema.tables().values()) {
            users(table).forEach(column -> things.add(Dependencies.column(table.name(), column.name())));
        }
        return PostgresqlHangers.on(things, schema);
    }

    private List<Statement> move(Table table, Column column) {
        DataType wanted = column.type();
        String text = "text" + "[]".repeat(wanted.arrayDimensions());
        String using = PostgresqlDialect.quoted(column.name()) + "::" + text + "::" + PostgresqlTypes.sql(wanted);
        List<Statement> statements = new ArrayList<>();
        ColumnValue value = column.value();
        if (value != null) {
            statements.addAll(alter(table, column, "drop default"));
        }
        statements.addAll(alter(table, column, "set data type " + PostgresqlTypes.sql(wanted) + " using " + using));
        if (value != null) {
            statements.addAll(alter(table, column, "set default " + compiler.defaultOf(value)));
        }
        return statements;
    }

    private List<Statement> alter(Table table, Column column, String words) {
        return compiler.change(new Operation.AlterColumn(table.name(), column.name(), ColumnChange.NONE, null), words);
    }

    private List<Column> users(Table table) {
        return PostgresqlEnumUse.columns(type, table);
    }

    /** Drops of what mentions the type or a column of it; foreign keys first, for they hang on keys. */
    private List<Operation> dependents(Schema schema) {
        List<Operation> drops = new ArrayList<>();
        List<Operation> others = new ArrayList<>();
        for (Table table : schema.tables().values()) {
            for (Constraint.ForeignKey key : table.foreignKeys()) {
                if (users(table).stream().anyMatch(column -> key.columns().contains(column.name()))) {
                    drops.add(new Operation.DropConstraint(table.name(), key.name(), key));
                }
            }
            table.constraints(Constraint.Check.class)
                    .filter(check -> isMentioned(table, check.expression()))
                    .forEach(check -> others.add(new Operation.DropConstraint(table.name(), check.name(), check)));
            table.indexes().stream()
                    .filter(index -> texts(index).anyMatch(text -> isMentioned(table, text)))
                    .forEach(index -> others.add(new Operation.DropIndex(table.name(), index.name(), index)));
        }
        drops.addAll(others);
        if (existing(schema).varcharCasts()) {
            drops.add(new Operation.VarcharCasts(type, false));
        }
        return Collections.unmodifiableList(drops);
    }

    private static Stream<String> texts(Index index) {
        Stream<String> expressions =
                index.parts().stream().filter(Index.Part::expression).map(Index.Part::text);
        return Stream.concat(expressions, Stream.ofNullable(index.where()));
    }

    /** Rather once too often than not at all: to drop and make again what did not need it does no harm. */
    private boolean isMentioned(Table table, String text) {
        return text.contains(type.name()) || users(table).stream().anyMatch(column -> text.contains(column.name()));
    }
}
