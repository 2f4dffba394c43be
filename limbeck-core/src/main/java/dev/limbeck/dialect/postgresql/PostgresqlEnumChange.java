// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.postgresql;

import dev.limbeck.dialect.Current;
import dev.limbeck.dialect.Statement;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The statements that give an enum type another list of values.
 *
 * <p>Where all values stay in their order, the new ones are added. Anything else the server cannot do to a type, so it
 * is made anew. Where it is not known what hangs on it, such things are not touched: they stop the change before anything
 * is done, and so do rows that have a value that goes.
 */
final class PostgresqlEnumChange {

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
        List<String> obstacles = new PostgresqlTypeUse(type, schema).obstacles();
        if (!obstacles.isEmpty()) {
            throw compiler.refuse(
                    "take values from the enum type " + type + ", or change their order, while "
                            + String.join(", ", obstacles) + " hold(s) on to it",
                    "Drop that before and create it again afterwards");
        }
        List<Statement> statements = new ArrayList<>();
        guard(before.stream().filter(value -> !after.contains(value)).toList()).ifPresent(statements::add);
        EnumType enumType = existing(schema);
        List<Operation> casts = enumType.varcharCasts() ? List.of(new Operation.VarcharCasts(type, false)) : List.of();
        statements.addAll(new PostgresqlTypeMove(compiler, schema, PostgresqlEnumChange::asText)
                .statements(type, new Operation.CreateEnum(enumType.withValues(after)), casts));
        return statements;
    }

    private static String asText(Column column) {
        return PostgresqlDialect.quoted(column.name()) + "::text"
                + "[]".repeat(column.type().arrayDimensions());
    }

    /** A statement that refuses to go on where rows have one of the values, saying how many and where. */
    private Optional<Statement> guard(List<String> values) {
        List<String> checks = new ArrayList<>();
        for (Table table : current.schema().tables().values()) {
            for (Column column : PostgresqlTypeUse.columns(type, table)) {
                checks.add(check(table, column, values));
            }
        }
        return checks.isEmpty() || values.isEmpty()
                ? Optional.empty()
                : Optional.of(Statement.of("do $limbeck$\ndeclare\n    found bigint;\nbegin\n" + String.join("", checks)
                        + "end\n$limbeck$"));
    }

    private String check(Table table, Column column, List<String> values) {
        String list = String.join(
                ", ", values.stream().map(PostgresqlDialect::literalOf).toList());
        String name = PostgresqlDialect.quoted(column.name());
        String condition = column.type().arrayDimensions() > 0
                ? name + "::text[] && array[" + list + "]"
                : name + "::text in (" + list + ")";
        String message = "% row(s) of " + table.name() + "." + column.name() + " still have a value that enum type "
                + type + " is to lose (" + String.join(", ", values) + "); give them another one first";
        return "    select count(*) into found from " + table.name().inSql(PostgresqlDialect::quoted) + " where "
                + condition + ";\n    if found > 0 then\n        raise exception "
                + PostgresqlDialect.literalOf(message.replace("%", "%%").replaceFirst("^%%", "%"))
                + ", found;\n    end if;\n";
    }
}
