// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.diff;

import dev.limbeck.operation.Operation;
import dev.limbeck.schema.CodeObject;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The differences in views, functions, procedures and triggers.
 *
 * <p>What a text needs is not known to any catalogue before it is there, so it is read off the names that the text
 * mentions. A view is dropped and created again rather than replaced, because no database replaces all of them; so is one
 * that stays as it is while a table below it changes, where the database would refuse that change.
 */
final class CodeDiff {
    private final Schema from;
    private final Schema to;
    private final Set<CodeObject.Key> again;

    CodeDiff(Schema from, Schema to, DiffRules rules) {
        this.from = from;
        this.to = to;
        this.again = rules.viewsHoldTheirTables() ? aboveChangedTables() : Set.of();
    }

    void operations(BiConsumer<Phase, Operation> add) {
        List<CodeObject> old = inOrder(from.code().values());
        Collections.reverse(old);
        for (CodeObject object : old) {
            if (goes(object)) {
                Phase phase = isEarly(object, missing(from, to)) ? Phase.DROP_ROUTINES : Phase.DROP_CODE;
                add.accept(phase, new Operation.DropCode(object.key(), object));
            }
        }
        for (CodeObject object : inOrder(to.code().values())) {
            CodeObject before = from.code().get(object.key());
            Phase phase = isEarly(object, missing(to, from)) ? Phase.CREATE_ROUTINES : Phase.CREATE_CODE;
            if (before == null || goes(before)) {
                add.accept(phase, new Operation.CreateCode(object));
            } else if (!before.equals(object)) {
                add.accept(phase, new Operation.ReplaceCode(object, before));
            }
        }
    }

    private boolean goes(CodeObject object) {
        CodeObject after = to.code().get(object.key());
        boolean changes = after != null && !after.equals(object);
        return after == null
                || again.contains(object.key())
                || (changes && !object.key().kind().isRoutine());
    }

    /** A routine that tables may need, as it needs none of those that come or go with it. */
    private static boolean isEarly(CodeObject object, List<Name> tables) {
        return object.key().kind().isRoutine() && tables.stream().noneMatch(object::mentions);
    }

    private static List<Name> missing(Schema present, Schema absent) {
        return present.tables().keySet().stream()
                .filter(name -> absent.table(name).isEmpty())
                .toList();
    }

    private Set<CodeObject.Key> aboveChangedTables() {
        Set<Name> changed = new LinkedHashSet<>();
        for (Table after : to.tables().values()) {
            from.table(after.name())
                    .filter(before -> before.columns().stream().anyMatch(column -> changes(column, after)))
                    .ifPresent(table -> changed.add(table.name()));
        }
        Set<CodeObject.Key> above = new LinkedHashSet<>();
        for (CodeObject object : inOrder(from.code().values())) {
            if (object.key().kind().isView() && changed.stream().anyMatch(object::mentions)) {
                above.add(object.key());
                changed.add(object.key().name());
            }
        }
        return above;
    }

    private boolean changes(Column column, Table after) {
        return isMadeAnew(column.type().name())
                || after.column(column.name())
                        .map(now -> !now.type().equals(column.type()))
                        .orElse(true);
    }

    /** Whether it is an enum type that loses values, or has them in another order. */
    private boolean isMadeAnew(Name type) {
        EnumType before = from.enums().get(type);
        EnumType after = to.enums().get(type);
        if (before == null || after == null) {
            return false;
        }
        List<String> kept = new ArrayList<>(after.values());
        kept.retainAll(before.values());
        return !kept.equals(before.values());
    }

    /** Each after those that its text mentions; otherwise by kind and name. */
    static List<CodeObject> inOrder(Collection<CodeObject> objects) {
        Map<CodeObject.Key, CodeObject> ordered = new LinkedHashMap<>();
        Set<CodeObject> visited = new LinkedHashSet<>();
        objects.stream()
                .sorted((a, b) -> a.key().compareTo(b.key()))
                .forEach(object -> visit(object, objects, visited, ordered));
        return new ArrayList<>(ordered.values());
    }

    private static void visit(
            CodeObject object,
            Collection<CodeObject> objects,
            Set<CodeObject> visited,
            Map<CodeObject.Key, CodeObject> ordered) {
        if (visited.add(object)) {
            objects.stream()
                    .filter(other -> (other.key().kind() != CodeObject.Kind.TRIGGER
                                    || object.key().kind() == CodeObject.Kind.TRIGGER)
                            && object.mentions(other.key().name()))
                    .forEach(other -> visit(other, objects, visited, ordered));
            ordered.put(object.key(), object);
        }
    }
}
