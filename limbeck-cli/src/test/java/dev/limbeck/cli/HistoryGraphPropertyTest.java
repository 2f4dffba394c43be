// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A drawing says what the history says: who reads the lines finds every edge, and no other. */
class HistoryGraphPropertyTest {
    static IntStream seeds() {
        return IntStream.range(0, 500);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyEdgeCanBeFollowed(int seed) {
        List<HistoryGraph.Node> nodes = randomHistory(new Random(seed));

        String drawing = HistoryGraph.draw(nodes, Palette.PLAIN);

        Set<String> edges = new TreeSet<>();
        nodes.forEach(node -> node.parents().forEach(parent -> edges.add(node.id() + " " + parent)));
        assertThat(DrawnEdges.read(drawing)).as(drawing).isEqualTo(edges);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noMoreLanesAreOpenThanRevisionsAreWaitedFor(int seed) {
        List<HistoryGraph.Node> nodes = randomHistory(new Random(seed));
        List<String> lines = HistoryGraph.draw(nodes, Palette.PLAIN)
                .lines()
                .filter(line -> line.contains("*"))
                .toList();

        Set<String> awaited = new LinkedHashSet<>();
        for (int index = 0; index < nodes.size(); index++) {
            HistoryGraph.Node node = nodes.get(index);
            awaited.add(node.id());
            long lanes = lines.get(index)
                    .chars()
                    .filter(sign -> "*|".indexOf(sign) >= 0)
                    .count();
            assertThat(lanes).as(lines.get(index)).isEqualTo(awaited.size());
            awaited.remove(node.id());
            awaited.addAll(node.parents());
        }
    }

    /** Newest first; bases, heads, long edges and merges of up to five. */
    private static List<HistoryGraph.Node> randomHistory(Random random) {
        int size = 2 + random.nextInt(16);
        int reach = 1 + random.nextInt(size);
        List<HistoryGraph.Node> nodes = new ArrayList<>();
        for (int index = 0; index < size; index++) {
            Set<String> parents = new LinkedHashSet<>();
            int wanted = random.nextInt(10) == 0 ? random.nextInt(6) : random.nextInt(3);
            for (int parent = 0; parent < wanted && index + 1 < size; parent++) {
                parents.add(id(Math.min(size - 1, index + 1 + random.nextInt(reach))));
            }
            nodes.add(new HistoryGraph.Node(id(index), List.copyOf(parents), List.of(id(index))));
        }
        return nodes;
    }

    private static String id(int index) {
        return "r" + index;
    }
}
