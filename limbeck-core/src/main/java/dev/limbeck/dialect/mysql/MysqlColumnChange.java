// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.mysql;

import dev.limbeck.dialect.SqlWriter;
import dev.limbeck.dialect.Statement;
import dev.limbeck.dialect.mysql.MysqlTypes.Family;
import dev.limbeck.operation.ColumnChange;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnValue;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.DataType;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The statements that change a column.
 *
 * <p>{@code modify column} forgets what it does not say. So all that the column has is read, and said again with what
 * changes in it; only a new name, and a new constant default, have words of their own.
 */
final class MysqlColumnChange {
    private static final int ONE_BYTE_LENGTH = 255;
    private static final int LONGEST_CHARACTER = 4;

    private final MysqlCompiler compiler;
    private final Name table;
    private final String name;
    private final ColumnChange change;

    MysqlColumnChange(MysqlCompiler compiler, Operation.AlterColumn operation) {
        this.compiler = compiler;
        this.table = operation.table();
        this.name = operation.column();
        this.change = operation.change();
    }

    List<Statement> statements() {
        String newName = change.newName();
        if (newName != null && change.equals(ColumnChange.NONE.rename(newName))) {
            return rename(newName);
        }
        Column before = compiler.table(table)
                .column(name)
                .orElseThrow(() -> compiler.refuse(
                        "change column " + table + "." + name + ", which does not exist", "Correct its name"));
        Column after = change.apply(before);
        List<Statement> statements = new ArrayList<>();
        if (isConstantDefaultOnly(before, after)) {
            statements.addAll(setDefault(after));
        } else if (change.using() != null && change.newType() != null) {
            statements.addAll(convert(before, after, change.using()));
        } else {
            statements.addAll(modify(before, after));
        }
        return statements;
    }

    private boolean isConstantDefaultOnly(Column before, Column after) {
        return before.withValue(after.value()).equals(after) && isConstant(before.value()) && isConstant(after.value());
    }

    private static boolean isConstant(@Nullable ColumnValue value) {
        return value == null || value instanceof ColumnValue.Literal;
    }

    /** A column that may be null has null for its default; with none at all a row would have to say so. */
    private List<Statement> setDefault(Column after) {
        String words = after.nullable() ? "set default null" : "drop default";
        if (after.value() instanceof ColumnValue.Literal literal) {
            words = "set default " + MysqlDefaults.literal(literal, after.type());
        }
        return compiler.change(table, "alter column " + compiler.quoted(name) + " " + words);
    }

    /** The expression must make what the old type holds or, where the new one is a text, may be made of that text. */
    private List<Statement> convert(Column before, Column after, String using) {
        boolean afterwards = Family.of(after.type()).isText();
        if (!afterwards
                && !Family.of(before.type()).isText()
                && !Family.of(before.type()).equals(Family.of(after.type()))) {
            throw compiler.refuse(
                    "make " + after.type() + " of " + before.type() + " (" + table + "." + name + ") by an expression",
                    "Add a column, fill it and drop the old one");
        }
        Statement update =
                Statement.of("update " + compiler.tableName(table) + " set " + compiler.quoted(name) + " = " + using);
        List<Statement> statements = new ArrayList<>(modify(before, after));
        statements.add(afterwards ? 1 : 0, update);
        return statements;
    }

    /** A new name comes in a statement of its own: checks and foreign keys hold on to the old one. */
    private List<Statement> modify(Column before, Column after) {
        if (MysqlIndexSql.isVirtual(before) != MysqlIndexSql.isVirtual(after)) {
            throw compiler.refuse(
                    "turn the column " + table + "." + name + " into one that is computed when it is read, or back",
                    "Drop it and add it anew");
        }
        SqlWriter writer = new SqlWriter().word("modify column");
        compiler.column(writer, after.withName(name), compiler.columnCheck(table, name));
        boolean online = isOnline(before, after)
                && (before.nullable() == after.nullable() || canBeRebuiltOnline(compiler.table(table)));
        List<Statement> statements = new ArrayList<>(
                hasSameCollation(before, after)
                        ? compiler.change(table, writer.toString(), !online)
                        : compiler.collate(compiler.table(table), writer.toString(), !online));
        if (!after.name().equals(name)) {
            statements.addAll(rename(after.name()));
        }
        return statements;
    }

    private List<Statement> rename(String newName) {
        return compiler.change(table, "rename column " + compiler.quoted(name) + " to " + compiler.quoted(newName));
    }

    /** To allow null or not rebuilds the table in place, which locks writers out, or is not possible, where these are. */
    private static boolean canBeRebuiltOnline(Table table) {
        boolean computes = table.columns().stream()
                .anyMatch(column -> column.value() instanceof ColumnValue.Generated generated && generated.stored());
        return !computes
                && !MysqlIndexSql.keepsWritersOut(table)
                && table.foreignKeys().stream()
                        .allMatch(key -> key.onDelete() == Constraint.Action.NO_ACTION
                                && key.onUpdate() == Constraint.Action.NO_ACTION);
    }

    /** Whether every version does it at once or in place, while others write. */
    private static boolean isOnline(Column before, Column after) {
        boolean counts =
                before.value() instanceof ColumnValue.Identity || after.value() instanceof ColumnValue.Identity;
        boolean generated =
                before.value() instanceof ColumnValue.Generated || after.value() instanceof ColumnValue.Generated;
        // Null becomes the default, which the server can only fill in while it copies if it is none of one value.
        boolean fills = before.nullable() && !after.nullable() && after.value() instanceof ColumnValue.Expression;
        if (generated
                || fills
                || !hasSameCollation(before, after)
                || (counts && !before.withValue(after.value()).equals(before))) {
            return false;
        }
        return before.type().equals(after.type()) || grows(before, after);
    }

    private static boolean hasSameCollation(Column before, Column after) {
        return before.withCollation(after.collation()).equals(before);
    }

    private static boolean grows(Column before, Column after) {
        DataType from = before.type();
        DataType to = after.type();
        if (!from.name().equals(to.name())) {
            return false;
        }
        return switch (from.name().name()) {
            case "varchar" -> isLonger(length(from), length(to), before.collation());
            case "enum", "set" ->
                to.arguments().size() >= from.arguments().size()
                        && to.arguments().subList(0, from.arguments().size()).equals(from.arguments())
                        && size(from) == size(to);
            // How many digits are shown; the numbers are the same.
            case "tinyint", "smallint", "mediumint", "integer", "bigint" -> true;
            default -> false;
        };
    }

    /**
     * A text's length in bytes is kept in one byte or in two, and must not change from the one to the other. How many
     * bytes a character takes is known only where the column says its collation.
     */
    private static boolean isLonger(int from, int to, @Nullable String collation) {
        boolean known = collation != null && collation.startsWith("utf8mb4");
        boolean oneByte = to * LONGEST_CHARACTER <= ONE_BYTE_LENGTH;
        boolean twoBytes = from * (known ? LONGEST_CHARACTER : 1) > ONE_BYTE_LENGTH;
        return to >= from && (oneByte || twoBytes);
    }

    private static int length(DataType type) {
        return Integer.parseInt(type.arguments().get(0));
    }

    /** How many bytes keep one of the values, or any set of them. */
    private static int size(DataType type) {
        int values = type.arguments().size();
        if (type.name().name().equals("enum")) {
            return values <= ONE_BYTE_LENGTH ? 1 : 2;
        }
        int bytes = (values + 7) / 8;
        return bytes > 4 ? 8 : bytes;
    }
}
