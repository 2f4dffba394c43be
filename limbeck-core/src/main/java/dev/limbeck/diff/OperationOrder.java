// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.diff;

import dev.limbeck.operation.Operation;
import dev.limbeck.schema.CodeObject;
import dev.limbeck.schema.Dependencies;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.Words;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Brings operations forward that others wait for, by what the database says of what hangs on what: a table whose check
 * calls a function comes after it, even if the function reads another new table. Everything else stays where it is.
 */
final class OperationOrder {
    private final Schema from;
    private final Schema to;
    private final DiffRules rules;
    private final List<Operation> operations;
    private final List<Footprint> footprints;
    private final Map<String, List<Integer>> bringing = new HashMap<>();
    private final Map<String, List<Integer>> taking = new HashMap<>();
    private final List<Set<Integer>> before = new ArrayList<>();

    private OperationOrder(Schema from, Schema to, DiffRules rules, List<Operation> operations) {
        this.from = from;
        this.to = to;
        this.rules = rules;
        this.operations = operations;
        this.footprints = operations.stream().map(Footprint::of).toList();
    }

    static List<Operation> of(List<Operation> operations, Schema from, Schema to, DiffRules rules) {
        return from.dependencies().isKnown() || to.dependencies().isKnown()
                ? new OperationOrder(from, to, rules, operations).ordered()
                : operations;
    }

    private List<Operation> ordered() {
        for (int i = 0; i < operations.size(); i++) {
            int each = i;
            footprints.get(i).brings().forEach(thing -> index(bringing, thing, each));
            footprints.get(i).takes().forEach(thing -> index(taking, thing, each));
        }
        for (int i = 0; i < operations.size(); i++) {
            before.add(certain(i));
        }
        for (int i = 0; i < operations.size(); i++) {
            likely(i);
        }
        Map<Integer, Operation> ordered = new LinkedHashMap<>();
        Set<Integer> visited = new HashSet<>();
        for (int i = 0; i < operations.size(); i++) {
            visit(i, visited, ordered);
        }
        return List.copyOf(ordered.values());
    }

    private static void index(Map<String, List<Integer>> map, String thing, int operation) {
        map.computeIfAbsent(thing, key -> new ArrayList<>()).add(operation);
    }

    private void visit(int operation, Set<Integer> visited, Map<Integer, Operation> ordered) {
        if (visited.add(operation)) {
            before.get(operation).forEach(other -> visit(other, visited, ordered));
            ordered.put(operation, operations.get(operation));
        }
    }

    /** What has to come first: what is needed, the going of what is made anew, and of all that hangs on what goes. */
    private Set<Integer> certain(int operation) {
        Set<Integer> first = new LinkedHashSet<>();
        Footprint footprint = footprints.get(operation);
        for (String thing : footprint.brings()) {
            to.dependencies().of(thing).forEach(needed -> first.addAll(bringing.getOrDefault(needed, List.of())));
            if (!footprint.takes().contains(thing)) {
                first.addAll(taking.getOrDefault(thing, List.of()));
            }
        }
        for (String thing : footprint.takes()) {
            from.dependencies().on(thing).forEach(user -> first.addAll(taking.getOrDefault(user, List.of())));
        }
        if (operations.get(operation) instanceof Operation.CreateTable create) {
            tables(create.definition())
                    .forEach(name -> first.addAll(bringing.getOrDefault(Dependencies.table(name), List.of())));
        }
        first.remove(operation);
        return first;
    }

    private List<Name> tables(Table table) {
        List<Name> names = new ArrayList<>(rules.parents(table));
        table.foreignKeys().forEach(key -> names.add(key.references()));
        return names;
    }

    /** What a routine mentions in its text comes first, and goes last, unless that needs the routine. */
    private void likely(int operation) {
        if (operations.get(operation) instanceof Operation.CreateCode create && isRoutine(create.object())) {
            Words words = create.object().words();
            for (int other = 0; other < operations.size(); other++) {
                if (isCreated(operations.get(other), words)) {
                    goesBefore(other, operation);
                }
            }
        } else if (operations.get(operation) instanceof Operation.DropCode drop
                && drop.dropped() != null
                && isRoutine(drop.dropped())) {
            Words words = drop.dropped().words();
            for (int other = 0; other < operations.size(); other++) {
                if (isDropped(operations.get(other), words)) {
                    goesBefore(operation, other);
                }
            }
        }
    }

    private void goesBefore(int first, int second) {
        if (first != second && !needs(first, second)) {
            before.get(second).add(first);
        }
    }

    private static boolean isRoutine(CodeObject object) {
        return object.key().kind().isRoutine();
    }

    private static boolean isCreated(Operation operation, Words words) {
        if (operation instanceof Operation.CreateTable create) {
            return words.mention(create.table());
        }
        return operation instanceof Operation.CreateCode create
                && isMentioned(create.object().key(), words);
    }

    private static boolean isDropped(Operation operation, Words words) {
        if (operation instanceof Operation.DropTable drop) {
            return words.mention(drop.table());
        }
        return operation instanceof Operation.DropCode drop && isMentioned(drop.key(), words);
    }

    private static boolean isMentioned(CodeObject.Key key, Words words) {
        return (key.kind().isView() || key.kind().isRoutine() || key.kind() == CodeObject.Kind.AGGREGATE)
                && words.mention(key.name());
    }

    private boolean needs(int operation, int other) {
        Set<Integer> seen = new HashSet<>();
        Deque<Integer> waiting = new ArrayDeque<>(List.of(operation));
        while (!waiting.isEmpty()) {
            int next = waiting.remove();
            if (next == other) {
                return true;
            }
            if (seen.add(next)) {
                waiting.addAll(before.get(next));
            }
        }
        return false;
    }
}
