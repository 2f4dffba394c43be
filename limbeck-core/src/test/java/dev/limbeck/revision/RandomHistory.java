// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.revision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Histories and databases drawn from a seed: forks, merges, several bases, dependencies, labels. */
final class RandomHistory {
    private final Random random;

    RandomHistory(long seed) {
        this.random = new Random(seed);
    }

    /** Nodes in an order that says nothing, under ids that say nothing. */
    List<RevisionNode> nodes() {
        int size = 1 + random.nextInt(14);
        List<String> ids = new ArrayList<>();
        List<RevisionNode> nodes = new ArrayList<>();
        for (int index = 0; index < size; index++) {
            String id = String.format(Locale.ROOT, "%06x%02x", random.nextInt(1 << 24), index);
            List<String> down =
                    index == 0 || random.nextInt(8) == 0 ? List.of() : some(ids, random.nextInt(4) == 0 ? 2 : 1);
            List<String> dependsOn = random.nextInt(5) == 0 ? some(ids, 1 + random.nextInt(2)) : List.of();
            List<String> labels = random.nextInt(6) == 0 ? List.of("label" + index) : List.of();
            nodes.add(new RevisionNode(id, down, dependsOn, labels, "", "", id + ".sql"));
            ids.add(id);
        }
        Collections.shuffle(nodes, random);
        return nodes;
    }

    /** The rows of a database that some of the graph's revisions were upgraded to. */
    List<String> rows(RevisionGraph graph) {
        List<String> rows = List.of();
        for (RevisionNode node : some(graph.nodes(), random.nextInt(4))) {
            rows = Planner.of(graph, rows).upgrade(node.id()).rowsAfter();
        }
        return rows;
    }

    <T> T one(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    private <T> List<T> some(List<T> things, int count) {
        List<T> shuffled = new ArrayList<>(things);
        Collections.shuffle(shuffled, random);
        return List.copyOf(shuffled.subList(0, Math.min(count, shuffled.size())));
    }
}
