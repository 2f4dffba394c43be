// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.revision;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The one order of all revisions, in which each comes after all that it needs.
 *
 * <p>It is found from the newest: walk down one head's line, and where a revision is still needed by a line not yet
 * walked, go on with the next line. So a branch stays together, as people read it. Of several lines the one with the
 * smallest id is walked first; neither file names nor the order of reading play a part, so the order is the same on
 * every machine.
 */
final class RunOrder {

    private RunOrder() {}

    /** The ids, oldest first; those that stand on a cycle are missing. */
    static List<String> oldestFirst(Edges edges) {
        Map<String, Integer> waiting = new HashMap<>();
        edges.ids().forEach(id -> waiting.put(id, edges.dependants(id).size()));
        Deque<String> ready = new ArrayDeque<>();
        push(
                ready,
                edges.ids().stream()
                        .filter(id -> edges.dependants(id).isEmpty())
                        .toList());
        List<String> order = new ArrayList<>();
        while (!ready.isEmpty()) {
            String id = ready.pop();
            order.add(id);
            push(
                    ready,
                    edges.needs(id).stream()
                            .filter(need -> waiting.merge(need, -1, Integer::sum) == 0)
                            .toList());
        }
        Collections.reverse(order);
        return order;
    }

    private static void push(Deque<String> ready, List<String> ids) {
        ids.stream().sorted(Comparator.reverseOrder()).forEach(ready::push);
    }
}
