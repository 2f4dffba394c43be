// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.diff;

import dev.limbeck.operation.ColumnChange;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.CodeObject;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnValue;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Dependencies;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * What stays as it is and yet has to go for a moment, because something that it hangs on goes: a view over a column that
 * changes its type, the comment on that view, a check that calls a function which returns something else now.
 */
final class MadeAnew {
    private final Schema from;
    private final Schema to;
    private final DiffRules rules;
    private final Dependencies dependencies;
    private final Map<String, CodeObject> code = new LinkedHashMap<>();
    private final Set<String> reached = new LinkedHashSet<>();
    private final Set<String> moved = new LinkedHashSet<>();
    private final Set<String> parts = new LinkedHashSet<>();

    private MadeAnew(Schema from, Schema to, DiffRules rules) {
        this.from = from;
        this.to = to;
        this.rules = rules;
        this.dependencies = from.dependencies();
        from.code().values().forEach(object -> code.put(Dependencies.code(object.key()), object));
    }

    /** What hangs on what these operations take away, and on the code that goes. */
    static MadeAnew around(Collection<Operation> operations, Schema from, Schema to, DiffRules rules) {
        MadeAnew anew = new MadeAnew(from, to, rules);
        if (from.dependencies().isKnown()) {
            Deque<String> waiting = new ArrayDeque<>();
            operations.forEach(operation -> waiting.addAll(taken(operation)));
            anew.code.forEach((name, object) -> {
                if (CodeDiff.goes(object, to, rules)) {
                    waiting.add(name);
                }
            });
            anew.follow(waiting);
            anew.defaultPrivileges(operations);
        }
        return anew;
    }

    private static Set<String> taken(Operation operation) {
        if (operation instanceof Operation.AlterEnum alter && alter.before() != null) {
            boolean onlyAdds = alter.values().stream()
                    .filter(alter.before()::contains)
                    .toList()
                    .equals(alter.before());
            return onlyAdds ? Set.of() : Set.of(Dependencies.type(alter.type()));
        }
        return Footprint.of(operation).takes();
    }

    private void follow(Deque<String> waiting) {
        while (!waiting.isEmpty()) {
            String thing = waiting.remove();
            if (reached.add(thing)) {
                for (String user : dependencies.on(thing)) {
                    if (movesWith(user, thing)) {
                        moved.add(user);
                        waiting.add(user);
                    } else if ((code.containsKey(user) && isTied(user, thing)) || isColumnOf(user, thing)) {
                        waiting.add(user);
                    } else if (code.containsKey(thing)) {
                        part(user, waiting);
                    }
                }
            }
        }
    }

    /**
     * Of privileges it is known which was granted first, which does not tie one to the other; but a role that loses one
     * of a table loses that of the columns with it.
     */
    private boolean isTied(String user, String thing) {
        CodeObject object = code.get(thing);
        boolean isAccess = object != null && object.key().kind().isAccess();
        return !isAccess || (thing.startsWith("privilege table ") && user.startsWith("privilege column "));
    }

    /** A type that can be altered moves to the new one of what it is made of, as columns do. */
    private boolean movesWith(String user, String thing) {
        CodeObject object = code.get(user);
        return object != null
                && object.key().kind() == CodeObject.Kind.TYPE
                && rules.isReplaceable(object, object)
                && (moved.contains(thing) || (thing.startsWith("type ") && !code.containsKey(thing)));
    }

    /** The columns of a type that is made anew move to the new one. */
    private static boolean isColumnOf(String user, String type) {
        return user.startsWith("column ") && type.startsWith("type ");
    }

    /** A part of a table that hangs on code; what hangs on the part goes, too. */
    private void part(String part, Deque<String> waiting) {
        parts.add(part);
        waiting.add(part);
        for (Table table : from.tables().values()) {
            for (Column column : table.columns()) {
                if (column.value() instanceof ColumnValue.Generated
                        && part.equals(Dependencies.value(table.name(), column.name()))) {
                    waiting.add(Dependencies.column(table.name(), column.name()));
                }
            }
        }
    }

    /** What is created while default privileges hold would have them, whatever it should have; so on the way back. */
    private void defaultPrivileges(Collection<Operation> operations) {
        boolean comesOrGoes = reached.stream().anyMatch(code::containsKey)
                || to.code().keySet().stream()
                        .anyMatch(key -> hasPrivileges(key) && !from.code().containsKey(key))
                || from.code().keySet().stream()
                        .anyMatch(key -> hasPrivileges(key) && !to.code().containsKey(key))
                || operations.stream().anyMatch(MadeAnew::createsOrDrops);
        if (comesOrGoes) {
            code.forEach((name, object) -> {
                if (object.key().kind() == CodeObject.Kind.DEFAULT_PRIVILEGE) {
                    reached.add(name);
                }
            });
        }
    }

    private static boolean hasPrivileges(CodeObject.Key key) {
        CodeObject.Kind kind = key.kind();
        return kind.isView() || kind.isRoutine() || kind == CodeObject.Kind.AGGREGATE || kind == CodeObject.Kind.TYPE;
    }

    private static boolean createsOrDrops(Operation operation) {
        return operation instanceof Operation.CreateTable
                || operation instanceof Operation.DropTable
                || operation instanceof Operation.CreateSequence
                || operation instanceof Operation.DropSequence
                || operation instanceof Operation.CreateEnum
                || operation instanceof Operation.DropEnum
                || operation instanceof Operation.CreateDomain
                || operation instanceof Operation.DropDomain
                || operation instanceof Operation.CreateExtension
                || operation instanceof Operation.DropExtension
                || operation instanceof Operation.CreateSchema
                || operation instanceof Operation.DropSchema;
    }

    Set<CodeObject.Key> code() {
        Set<CodeObject.Key> keys = new LinkedHashSet<>();
        code.forEach((name, object) -> {
            if (reached.contains(name) && !moved.contains(name)) {
                keys.add(object.key());
            }
        });
        return keys;
    }

    /** Drops and makes again the parts of tables that nothing else touches. */
    void parts(Collection<Operation> operations, BiConsumer<Phase, Operation> add) {
        Set<String> touched = new LinkedHashSet<>();
        operations.forEach(operation -> touched.addAll(Footprint.of(operation).takes()));
        for (Table table : from.tables().values()) {
            to.table(table.name()).ifPresent(after -> parts(table, after, touched, add));
        }
    }

    private boolean isAffected(String part, Set<String> touched) {
        return parts.contains(part) && !touched.contains(part);
    }

    private void parts(Table table, Table after, Set<String> touched, BiConsumer<Phase, Operation> add) {
        for (Constraint constraint : table.constraints()) {
            String name = Dependencies.constraint(table.name(), String.valueOf(constraint.name()));
            if (isAffected(name, touched) && after.constraints().contains(constraint)) {
                add.accept(
                        Phase.DROP_CONSTRAINTS,
                        new Operation.DropConstraint(table.name(), constraint.name(), constraint));
                add.accept(Phase.ADD_CONSTRAINTS, new Operation.AddConstraint(table.name(), constraint));
            }
        }
        for (Index index : table.indexes()) {
            if (isAffected(Dependencies.index(table.name(), index.name()), touched)
                    && after.indexes().contains(index)) {
                add.accept(Phase.DROP_INDEXES, new Operation.DropIndex(table.name(), index.name(), index));
                add.accept(Phase.CREATE_INDEXES, new Operation.CreateIndex(table.name(), index));
            }
        }
        for (Column column : table.columns()) {
            if (isAffected(Dependencies.value(table.name(), column.name()), touched)
                    && after.columns().contains(column)) {
                value(table, column, add);
            }
        }
    }

    private static void value(Table table, Column column, BiConsumer<Phase, Operation> add) {
        if (column.value() instanceof ColumnValue.Generated) {
            add.accept(Phase.DROP_COMPUTED_COLUMNS, new Operation.DropColumn(table.name(), column.name(), column));
            add.accept(Phase.ADD_COLUMNS, new Operation.AddColumn(table.name(), column));
            return;
        }
        ColumnChange without = ColumnChange.between(column, column.withValue(null));
        ColumnChange with = ColumnChange.between(column.withValue(null), column);
        add.accept(Phase.DROP_CONSTRAINTS, new Operation.AlterColumn(table.name(), column.name(), without, with));
        add.accept(Phase.ALTER_COLUMNS, new Operation.AlterColumn(table.name(), column.name(), with, without));
    }
}
