// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.diff;

import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.DataType;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Has the rows counted that are in the way of an upgrade, before it begins: by new constraints, unique indexes, narrower
 * types and values that are no longer among an enum's. What can only be asked half way is asked right before its step.
 */
public final class Prechecks {
    private final Schema before;
    private final RowCounts counts;
    private final List<Operation> first = new ArrayList<>();
    private final List<Operation> steps = new ArrayList<>();
    private final Set<Name> changing = new HashSet<>();
    private final Set<String> gone = new HashSet<>();
    private final Set<String> fresh = new HashSet<>();
    private final Set<String> empty = new HashSet<>();
    private Schema now;

    private Prechecks(Schema before, DiffRules rules) {
        this.before = before;
        this.now = before;
        this.counts = new RowCounts(rules);
    }

    /**
     * The operations with their checks.
     *
     * @param changedRows tables whose rows the operations themselves make fit for what comes
     */
    public static List<Operation> steps(
            List<Operation> operations, Schema before, Set<Name> changedRows, DiffRules rules) {
        Prechecks checks = new Prechecks(before, rules);
        checks.changing.addAll(changedRows);
        operations.forEach(checks::lookAhead);
        for (Operation operation : operations) {
            checks.look(operation);
            checks.steps.add(operation);
            checks.now = operation.apply(checks.now);
        }
        return Stream.concat(checks.first.stream(), checks.steps.stream()).toList();
    }

    private void lookAhead(Operation operation) {
        if (operation instanceof Operation.AddColumn added) {
            Column column = added.column();
            fresh.add(added.table() + "." + column.name());
            if (column.nullable() && column.value() == null && !changing.contains(added.table())) {
                empty.add(added.table() + "." + column.name());
            }
        } else if (operation instanceof Operation.AlterColumn altered
                && Boolean.FALSE.equals(altered.change().newNullable())) {
            empty.remove(altered.table() + "." + altered.column());
        } else if (operation instanceof Operation.DropColumn dropped) {
            gone.add(dropped.table() + "." + dropped.column());
        } else if (operation instanceof Operation.DropTable dropped && dropped.dropped() != null) {
            dropped.dropped().columns().forEach(column -> gone.add(dropped.table() + "." + column.name()));
        }
    }

    private void require(boolean atOnce, Operation.Require required) {
        if (!first.contains(required)) {
            (atOnce ? first : steps).add(required);
        }
    }

    /** Whether the rows can be asked before anything is done. */
    private boolean isThere(Name table, List<String> columns) {
        return !changing.contains(table)
                && before.table(table)
                        .filter(found -> columns.stream()
                                .allMatch(name -> found.column(name).isPresent()))
                        .isPresent()
                && columns.stream().noneMatch(name -> fresh.contains(table + "." + name));
    }

    /** Whether one of the columns is new and has no value in any row, so that no row can break what wants values. */
    private boolean isEmpty(Name table, List<String> columns) {
        return columns.stream().anyMatch(name -> empty.contains(table + "." + name));
    }

    private boolean names(Name table, String expression) {
        return fresh.stream()
                .filter(column -> column.startsWith(table + "."))
                .map(column -> column.substring(table.toString().length() + 1))
                .anyMatch(column -> Pattern.compile("\\b" + Pattern.quote(column) + "\\b", Pattern.CASE_INSENSITIVE)
                        .matcher(expression)
                        .find());
    }

    private void look(Operation operation) {
        if (operation instanceof Operation.AddConstraint added && !added.notValid()) {
            before.table(added.table()).ifPresent(table -> added.constraint().accept(new OfConstraint(table)));
        } else if (operation instanceof Operation.CreateIndex created) {
            before.table(created.table()).ifPresent(table -> look(table, created.index()));
        } else if (operation instanceof Operation.AlterColumn altered) {
            DataType type = altered.change().newType();
            if (type != null && before.table(altered.table()).isPresent()) {
                look(altered, type);
            }
        } else if (operation instanceof Operation.AlterEnum altered && altered.before() != null) {
            List<String> removed = new ArrayList<>(altered.before());
            removed.removeAll(altered.values());
            look(DataType.named(altered.type()), removed);
        }
    }

    private void look(Table table, Index index) {
        List<String> columns = index.parts().stream()
                .filter(part -> !part.expression())
                .map(Index.Part::text)
                .toList();
        boolean distinct = isEmpty(table.name(), columns) && !index.nullsNotDistinct();
        if (index.unique() && !distinct && !isUniqueAlready(table, columns)) {
            require(
                    isThere(table.name(), columns) && !names(table.name(), index.toString()),
                    counts.repeated(table.name(), index));
        }
    }

    private void look(Operation.AlterColumn altered, DataType type) {
        now.table(altered.table())
                .flatMap(table -> table.column(altered.column()))
                .flatMap(column -> counts.misfits(altered.table(), column, column.withType(type)))
                .ifPresent(required -> require(isThere(altered.table(), List.of(altered.column())), required));
    }

    /** Values that a type has no more. */
    private void look(DataType type, List<String> removed) {
        if (removed.isEmpty()) {
            return;
        }
        for (Table table : before.tables().values()) {
            for (Column column : table.columns()) {
                if (column.type().withoutArray().equals(type) && !gone.contains(table.name() + "." + column.name())) {
                    require(true, counts.holding(table.name(), column, removed));
                }
            }
        }
    }

    private static boolean isUniqueAlready(Table table, List<String> columns) {
        return Stream.concat(
                        table.constraints(Constraint.Unique.class).map(Constraint.Unique::columns),
                        table.primaryKey().stream().map(Constraint.PrimaryKey::columns))
                .anyMatch(unique -> !unique.isEmpty() && columns.containsAll(unique));
    }

    private final class OfConstraint implements Constraint.Visitor<Boolean> {
        private final Table table;

        OfConstraint(Table table) {
            this.table = table;
        }

        @Override
        public Boolean primaryKey(Constraint.PrimaryKey key) {
            return repeated(key.columns(), false);
        }

        @Override
        public Boolean unique(Constraint.Unique unique) {
            return repeated(unique.columns(), unique.nullsNotDistinct());
        }

        private boolean repeated(List<String> columns, boolean nullsToo) {
            if (isUniqueAlready(table, columns) || (isEmpty(table.name(), columns) && !nullsToo)) {
                return false;
            }
            require(isThere(table.name(), columns), counts.repeated(table.name(), columns, nullsToo));
            return true;
        }

        @Override
        public Boolean foreignKey(Constraint.ForeignKey key) {
            boolean known = table.foreignKeys().stream()
                    .anyMatch(other -> other.columns().equals(key.columns())
                            && other.references().equals(key.references())
                            && other.referencedColumns().equals(key.referencedColumns()));
            Optional<List<String>> referenced = referenced(key);
            boolean refersToNothing =
                    isEmpty(table.name(), key.columns()) && key.columns().size() == 1;
            if (known || refersToNothing || referenced.isEmpty()) {
                return false;
            }
            require(
                    isThere(table.name(), key.columns()) && isThere(key.references(), referenced.get()),
                    counts.dangling(table.name(), key.columns(), key.references(), referenced.get()));
            return true;
        }

        /** The columns that a key means, which it need not say. */
        private Optional<List<String>> referenced(Constraint.ForeignKey key) {
            return key.referencedColumns().isEmpty()
                    ? now.table(key.references()).flatMap(Table::primaryKey).map(Constraint.PrimaryKey::columns)
                    : Optional.of(key.referencedColumns());
        }

        @Override
        public Boolean check(Constraint.Check check) {
            boolean known = table.constraints(Constraint.Check.class)
                    .anyMatch(other -> other.expression().equals(check.expression()) || isWider(check, other));
            if (!known) {
                require(
                        !changing.contains(table.name()) && !names(table.name(), check.expression()),
                        counts.failing(table.name(), check.expression()));
            }
            return !known;
        }

        /** Whether the one lists all values that the other does. */
        private boolean isWider(Constraint one, Constraint other) {
            return ValueList.of(one)
                    .flatMap(list -> ValueList.of(other)
                            .map(before -> list.column().equals(before.column())
                                    && list.values().containsAll(before.values())))
                    .orElse(false);
        }

        /** Rows that exclude each other are the database's to find. */
        @Override
        public Boolean exclusion(Constraint.Exclusion exclusion) {
            return false;
        }
    }
}
