// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.diff;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.Problems;
import dev.limbeck.operation.BackfillSpec;
import dev.limbeck.operation.ColumnChange;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnValue;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Makes the steps of an upgrade that work on empty tables work on full ones: a column that becomes not null is first
 * nullable, then gets a value in every row, then is not null.
 */
public final class ExistingRows {
    private final Schema before;
    private final Wishes wishes;
    private final DiffRules rules;
    private final List<Operation> steps = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final Problems problems = new Problems();
    private final TreeSet<String> unusedValues;

    private ExistingRows(Schema before, Wishes wishes, DiffRules rules) {
        this.before = before;
        this.wishes = wishes;
        this.rules = rules;
        this.unusedValues = new TreeSet<>(wishes.values().keySet());
    }

    /**
     * What is to become of rows.
     *
     * @param values SQL for existing rows, by {@code table.column}
     * @param inBatches whether they are filled in batches that are committed one by one, rather than by one update
     * @param questions whoever can be asked for values that are not given
     */
    public record Wishes(Map<String, String> values, boolean inBatches, Questions questions) {}

    /**
     * Steps that also work where there are rows.
     *
     * @param remarks a sentence for each value that was chosen for existing rows without being asked for
     */
    public record Safe(List<Operation> steps, List<String> remarks) {}

    /**
     * Rewrites the operations that lead away from {@code before}.
     *
     * @throws dev.limbeck.error.MigrationException with code QUESTION_OPEN if a value is needed and nobody gave one
     */
    public static Safe steps(List<Operation> operations, Schema before, Wishes wishes, DiffRules rules) {
        ExistingRows rows = new ExistingRows(before, wishes, rules);
        operations.forEach(rows::add);
        for (String unused : rows.unusedValues) {
            rows.problems.add("--default " + unused + "=… fits no column that becomes not null."
                    + " Write it as table.column of such a column, or leave it out.");
        }
        rows.problems.throwIfAny(ErrorCode.QUESTION_OPEN);
        return new Safe(List.copyOf(rows.steps), List.copyOf(rows.remarks));
    }

    private void add(Operation operation) {
        if (operation instanceof Operation.AddColumn added && needsValue(added)) {
            Column column = added.column();
            steps.add(new Operation.AddColumn(added.table(), column.withNullable(true)));
            fill(added.table(), column);
            ColumnChange notNull = ColumnChange.NONE.notNull();
            steps.add(new Operation.AlterColumn(added.table(), column.name(), notNull, ColumnChange.NONE.nullable()));
        } else if (operation instanceof Operation.AlterColumn altered && becomesNotNull(altered)) {
            Column column = before.table(altered.table())
                    .flatMap(table -> table.column(altered.column()))
                    .orElseThrow();
            fill(altered.table(), altered.change().apply(column).withName(altered.column()));
            steps.add(operation);
        } else {
            steps.add(operation);
        }
    }

    private boolean needsValue(Operation.AddColumn added) {
        return !added.column().nullable()
                && added.column().value() == null
                && before.table(added.table()).isPresent();
    }

    private static boolean becomesNotNull(Operation.AlterColumn altered) {
        return Boolean.FALSE.equals(altered.change().newNullable());
    }

    private void fill(Name table, Column column) {
        String key = table + "." + column.name();
        unusedValues.remove(key);
        Optional<String> own = ownDefault(column);
        Optional<String> guess = own.or(() -> rules.obviousValue(column));
        Optional<String> chosen = Optional.ofNullable(wishes.values().get(key))
                .or(() -> own.isPresent() ? Optional.empty() : asked(key, column, guess));
        Optional<String> value = chosen.or(() -> guess);
        if (value.isEmpty()) {
            problems.add("Column " + key + " (" + column.type() + ") becomes NOT NULL, and the rows that are there have"
                    + " no value for it. Say which with --default " + key + "=EXPRESSION, or write the bare change with"
                    + " --literal.");
            return;
        }
        if (chosen.isEmpty()) {
            remarks.add("Column " + key + " becomes NOT NULL: existing rows get " + value.get()
                    + ". Read that line of the revision, or say --default " + key + "=EXPRESSION.");
        }
        String quoted = rules.quote(column.name());
        steps.add(
                wishes.inBatches()
                        ? BackfillSpec.NONE
                                .set(column.name(), value.get())
                                .where(quoted + " is null")
                                .of(table)
                        : new Operation.Execute(
                                "update " + table.inSql(rules::quote) + " set " + quoted + " = " + value.get()
                                        + " where " + quoted + " is null",
                                List.of()));
    }

    /** What somebody at a terminal says; an empty line takes the guess. */
    private Optional<String> asked(String key, Column column, Optional<String> guess) {
        return wishes.questions()
                .ask(
                        "Column " + key + " (" + column.type()
                                + ") becomes NOT NULL. What do existing rows get, as SQL?"
                                + guess.map(value -> " [" + value + "]").orElse(""),
                        List.of())
                .filter(answer -> !answer.isBlank());
    }

    private Optional<String> ownDefault(Column column) {
        if (column.value() instanceof ColumnValue.Literal literal) {
            return Optional.of(rules.literal(literal.value()));
        }
        return column.value() instanceof ColumnValue.Expression expression
                ? Optional.of(rules.valueOf(expression.sql()))
                : Optional.empty();
    }
}
