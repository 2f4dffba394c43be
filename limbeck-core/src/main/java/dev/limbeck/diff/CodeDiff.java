// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.diff;

import dev.limbeck.operation.Operation;
import dev.limbeck.schema.CodeObject;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The differences in views, routines, triggers and whatever else is kept as a text.
 *
 * <p>What does not change but hangs on something that goes, be it for good or to be made anew, is dropped and created
 * again around it. What hangs on what the database says where it knows; where not, it is read off the names that a text
 * mentions.
 */
final class CodeDiff {
    /** What tables, and routines, may be made of. */
    private static final Set<CodeObject.Kind> TYPES = EnumSet.range(CodeObject.Kind.COLLATION, CodeObject.Kind.TYPE);

    private final Schema from;
    private final Schema to;
    private final DiffRules rules;
    private final Set<CodeObject.Key> again;

    /** {@code again} are those that have to be made anew although they stay as they are. */
    CodeDiff(Schema from, Schema to, DiffRules rules, Set<CodeObject.Key> again) {
        this.from = from;
        this.to = to;
        this.rules = rules;
        this.again = new LinkedHashSet<>(again);
        if (rules.viewsHoldTheirTables() && !from.dependencies().isKnown()) {
            this.again.addAll(aboveChangedTables());
        }
    }

    void operations(BiConsumer<Phase, Operation> add) {
        List<CodeObject> old = inOrder(from.code().values());
        Collections.reverse(old);
        for (CodeObject object : old) {
            if (goes(object)) {
                add.accept(dropPhase(object), new Operation.DropCode(object.key(), object));
            }
        }
        for (CodeObject object : inOrder(to.code().values())) {
            CodeObject before = from.code().get(object.key());
            if (before == null || goes(before)) {
                add.accept(createPhase(object), new Operation.CreateCode(object));
            } else if (!before.equals(object)) {
                add.accept(createPhase(object), new Operation.ReplaceCode(object, before));
            }
        }
    }

    private Phase dropPhase(CodeObject object) {
        CodeObject.Kind kind = object.key().kind();
        boolean comesBack = to.code().containsKey(object.key());
        if (kind == CodeObject.Kind.DEFAULT_PRIVILEGE) {
            return Phase.DROP_DEFAULT_PRIVILEGES;
        }
        if (TYPES.contains(kind)) {
            return comesBack ? Phase.DISOWN_SEQUENCES : Phase.DROP_DOMAINS;
        }
        return !comesBack && !isOverloadedAnew(object) && isEarly(object, missing(from, to))
                ? Phase.DROP_ROUTINES
                : Phase.DROP_CODE;
    }

    /** Whether another of its name comes: a call may fit both, which the database would refuse. */
    private boolean isOverloadedAnew(CodeObject object) {
        return to.code().keySet().stream()
                .anyMatch(key -> key.kind().isRoutine()
                        && key.name().equals(object.key().name())
                        && !from.code().containsKey(key));
    }

    private Phase createPhase(CodeObject object) {
        CodeObject.Kind kind = object.key().kind();
        if (kind == CodeObject.Kind.DEFAULT_PRIVILEGE) {
            return Phase.CREATE_DEFAULT_PRIVILEGES;
        }
        if (TYPES.contains(kind)) {
            return Phase.CREATE_DOMAINS;
        }
        return isEarly(object, missing(to, from)) ? Phase.CREATE_ROUTINES : Phase.CREATE_CODE;
    }

    private boolean goes(CodeObject object) {
        return again.contains(object.key()) || goes(object, to, rules);
    }

    /** Whether an object of one schema is not in the other, or is another one there that cannot take its place. */
    static boolean goes(CodeObject object, Schema to, DiffRules rules) {
        CodeObject after = to.code().get(object.key());
        return after == null || (!after.equals(object) && !rules.isReplaceable(object, after));
    }

    /** A routine that tables may need, as it needs none of those that come or go with it. */
    private static boolean isEarly(CodeObject object, List<Name> tables) {
        return object.key().kind().isRoutine() && tables.stream().noneMatch(object.words()::mention);
    }

    /** The tables of one schema that the other does not have, or not with all of their columns. */
    private static List<Name> missing(Schema present, Schema absent) {
        return present.tables().values().stream()
                .filter(table -> absent.table(table.name())
                        .map(other -> table.columns().stream()
                                .anyMatch(column -> other.column(column.name()).isEmpty()))
                        .orElse(true))
                .map(Table::name)
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
            if (object.key().kind().isView() && changed.stream().anyMatch(object.words()::mention)) {
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
            CodeObject.Kind kind = object.key().kind();
            if (mayNeed(kind, CodeObject.Kind.COLLATION)) {
                Words words = object.words();
                objects.stream()
                        .filter(other -> mayNeed(kind, other.key().kind())
                                && words.mention(other.key().name()))
                        .forEach(other -> visit(other, objects, visited, ordered));
            }
            ordered.put(object.key(), object);
        }
    }

    /** What is only said of objects comes behind them anyway, and nothing but a trigger follows a trigger. */
    private static boolean mayNeed(CodeObject.Kind kind, CodeObject.Kind other) {
        return kind.compareTo(CodeObject.Kind.TRIGGER) <= 0
                && (other.compareTo(CodeObject.Kind.TRIGGER) < 0
                        || (kind == CodeObject.Kind.TRIGGER && other == CodeObject.Kind.TRIGGER));
    }
}
