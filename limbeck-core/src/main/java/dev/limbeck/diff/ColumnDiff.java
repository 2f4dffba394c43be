// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.diff;

import dev.limbeck.operation.ColumnChange;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnValue;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The differences in the columns of one table. */
final class ColumnDiff {
    private final Table before;
    private final Table own;
    private final Table above;
    private final Table after;
    private final DiffRules rules;
    private final BiConsumer<Phase, Operation> add;

    /**
     * The columns of a table before and after.
     *
     * @param inherited the table before, with the columns behind its own that it has from other tables
     * @param own the table before with its own columns alone
     * @param inheriting the table after, with the columns behind its own that it has from other tables
     * @param after the table after with its own columns alone
     */
    ColumnDiff(
            Table inherited,
            Table own,
            Table inheriting,
            Table after,
            DiffRules rules,
            BiConsumer<Phase, Operation> add) {
        this.before = inherited;
        this.own = own;
        this.above = inheriting;
        this.after = after;
        this.rules = rules;
        this.add = add;
    }

    /** Whether SQL has the name of one of the columns as a word of its own. */
    static boolean mentions(String sql, Set<String> columns) {
        return columns.stream()
                .anyMatch(column -> Pattern.compile("(?<![\\w$])" + Pattern.quote(column) + "(?![\\w$])")
                        .matcher(sql)
                        .find());
    }

    /**
     * Adds the changes of columns and returns the names of those that are dropped and added anew.
     *
     * @param losing whether a column has a default that its type will not know any more
     */
    Set<String> operations(Predicate<Column> losing) {
        Name name = after.name();
        Set<String> replaced = replaced();
        List<Operation> computed = new ArrayList<>();
        for (Column column : after.columns()) {
            Optional<Column> old = before.column(column.name());
            if (old.isEmpty()) {
                Operation operation = new Operation.AddColumn(name, column);
                if (isGenerated(column)) {
                    computed.add(operation);
                } else {
                    add.accept(Phase.ADD_COLUMNS, operation);
                }
            } else if (replaced.contains(column.name())) {
                add.accept(Phase.DROP_COMPUTED_COLUMNS, new Operation.DropColumn(name, column.name(), old.get()));
                computed.add(new Operation.AddColumn(name, column));
            } else if (!old.get().equals(column)) {
                Column free = released(old.get(), column, losing);
                add.accept(Phase.ALTER_COLUMNS, alter(name, free, column));
            }
        }
        // What is computed from a column that changes comes behind the change.
        Phase phase = retyped().isEmpty() ? Phase.ADD_COLUMNS : Phase.ADD_COMPUTED_COLUMNS;
        computed.forEach(operation -> add.accept(phase, operation));
        // What is computed goes before what it is computed from.
        own.columns().stream()
                .filter(column -> above.column(column.name()).isEmpty())
                .sorted(Comparator.comparing(column -> !isGenerated(column)))
                .forEach(column ->
                        add.accept(Phase.DROP_COLUMNS, new Operation.DropColumn(name, column.name(), column)));
        return replaced;
    }

    /**
     * A column that stops or begins to count by itself lets go of one sequence before the other, of the same name, comes;
     * and one that gets another default lets go of an enum value before that goes.
     */
    private Column released(Column from, Column to, Predicate<Column> losing) {
        if (!takesAnotherSequence(from, to) && (Objects.equals(from.value(), to.value()) || !losing.test(from))) {
            return from;
        }
        Column free = from.withValue(null);
        add.accept(Phase.RELEASE_COLUMNS, alter(after.name(), from, free));
        return free;
    }

    private boolean takesAnotherSequence(Column from, Column to) {
        boolean counts = from.value() instanceof ColumnValue.Identity;
        boolean willCount = to.value() instanceof ColumnValue.Identity;
        return rules.identityHasASequence() && counts != willCount && from.value() != null && to.value() != null;
    }

    /** Generated columns that change, and those that are in the way of another's new type. */
    private Set<String> replaced() {
        Set<String> retyped = rules.generatedColumnsHoldTypes() ? retyped() : Set.of();
        Set<String> replaced = new LinkedHashSet<>();
        for (Column column : after.columns()) {
            Column old = before.column(column.name()).orElse(column);
            boolean changes = !old.equals(column) && (isGenerated(column) || isGenerated(old));
            boolean holds =
                    old.value() instanceof ColumnValue.Generated generated && mentions(generated.sql(), retyped);
            if (changes || (holds && before.column(column.name()).isPresent())) {
                replaced.add(column.name());
            }
        }
        return replaced;
    }

    private Set<String> retyped() {
        Set<String> retyped = new LinkedHashSet<>();
        for (Column column : after.columns()) {
            before.column(column.name())
                    .filter(old -> !old.type().equals(column.type()))
                    .ifPresent(old -> retyped.add(old.name()));
        }
        return retyped;
    }

    private static boolean isGenerated(Column column) {
        return column.value() instanceof ColumnValue.Generated;
    }

    private Operation alter(Name table, Column from, Column to) {
        return new Operation.AlterColumn(table, from.name(), change(from, to), change(to, from));
    }

    private ColumnChange change(Column from, Column to) {
        ColumnChange change = ColumnChange.between(from, to);
        if (change.newType() == null) {
            return change;
        }
        return rules.conversion(from, to).map(change::using).orElse(change);
    }
}
