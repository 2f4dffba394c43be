// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.revision;

import static dev.limbeck.revision.Histories.graph;
import static dev.limbeck.revision.Histories.ids;
import static dev.limbeck.revision.Histories.nodes;
import static dev.limbeck.revision.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.limbeck.error.ErrorCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RevisionGraphTest {
    /** Two branches of a trunk, a third one on its own that needs one of them. */
    private final RevisionGraph branches =
            graph("trunk", "a1 < trunk", "a2 < a1", "b1 < trunk", "b2 < b1", "other dep a2", "o2 < other");

    @Test
    void keepsEachBranchTogether() {
        RevisionGraph graph = graph("t", "a1 < t", "a2 < a1", "b1 < t", "b2 < b1");

        assertThat(ids(graph.nodes())).containsExactly("t", "b1", "b2", "a1", "a2");
    }

    @Test
    void putsDependenciesFirst() {
        assertThat(ids(branches.nodes())).containsExactly("trunk", "a1", "a2", "other", "o2", "b1", "b2");
    }

    @Test
    void ordersTheSameWhateverOrderTheFilesAreReadIn() {
        List<RevisionNode> shuffled = new ArrayList<>(branches.nodes());
        Collections.reverse(shuffled);

        assertThat(RevisionGraph.of(shuffled).nodes()).isEqualTo(branches.nodes());
    }

    @Test
    void anEmptyHistoryIsAGraphToo() {
        RevisionGraph empty = graph();

        assertThat(empty.nodes()).isEmpty();
        assertThat(empty.heads()).isEmpty();
        assertThat(empty.resolve("head", List.of())).isEmpty();
        assertThat(empty.range(":", List.of())).isEmpty();
        assertThat(Planner.of(empty, List.of()).upgrade("head").steps()).isEmpty();
        assertThat(Planner.of(empty, List.of()).downgrade("base").steps()).isEmpty();
    }

    @Test
    void tellsHeadsThatAreNeededFromThoseThatAreNot() {
        assertThat(ids(branches.heads())).containsExactly("a2", "b2", "o2");
        assertThat(ids(branches.realHeads())).containsExactly("b2", "o2");
        assertThat(branches.isHead("a2")).isTrue();
        assertThat(branches.isEffectiveHead("a2")).isTrue();
        assertThat(branches.isHead("b2")).isTrue();
        assertThat(branches.isEffectiveHead("b2")).isFalse();
        assertThat(branches.isEffectiveHead("a1")).isFalse();
    }

    @Test
    void knowsForksAndMerges() {
        RevisionGraph diamond = graph("t", "a < t", "b < t", "m < b,a");

        assertThat(diamond.isBranchPoint("t")).isTrue();
        assertThat(diamond.isBranchPoint("a")).isFalse();
        assertThat(diamond.isMergePoint("m")).isTrue();
        assertThat(diamond.isMergePoint("a")).isFalse();
        assertThat(ids(diamond.children("t"))).containsExactly("a", "b");
        assertThat(ids(diamond.bases())).containsExactly("t");
    }

    @Test
    void aDependencyIsNoForkAndNoBase() {
        assertThat(branches.isBranchPoint("a2")).isFalse();
        assertThat(branches.isMergePoint("other")).isFalse();
        assertThat(ids(branches.bases())).containsExactly("other", "trunk");
    }

    @Test
    void ancestorsAndDescendantsCountDependencies() {
        assertThat(branches.ancestors(List.of("o2"))).containsExactly("trunk", "a1", "a2", "other", "o2");
        assertThat(branches.descendants(List.of("a1"))).containsExactly("a1", "a2", "other", "o2");
    }

    @Test
    void aDependencyMayBeALabel() {
        RevisionGraph graph = graph("a label shop", "b dep shop");

        assertThat(graph.ancestors(List.of("b"))).containsExactly("a", "b");
    }

    @Test
    void labelsReachDescendantsThroughMerges() {
        RevisionGraph graph = graph("t", "a < t label left,west", "b < t", "m < a,b");

        assertThat(graph.labels("a")).containsExactly("left", "west");
        assertThat(graph.labels("m")).containsExactly("left", "west");
        assertThat(graph.labels("t")).isEmpty();
        assertThat(graph.labels("b")).isEmpty();
    }

    @Test
    void labelsReachAncestorsUpToTheForkWhenTheBranchIsOneLine() {
        RevisionGraph graph = graph("t", "a1 < t", "a2 < a1 label left", "a3 < a2", "b < t");

        assertThat(graph.labels("a1")).containsExactly("left");
        assertThat(graph.labels("a3")).containsExactly("left");
        assertThat(graph.labels("t")).isEmpty();
    }

    @Test
    void labelsDoNotReachAncestorsWhenTheBranchForksBelowThem() {
        RevisionGraph graph = graph("t", "a1 < t", "a2 < a1 label left", "x < a2", "y < a2", "b < t");

        assertThat(graph.labels("a1")).isEmpty();
        assertThat(graph.labels("x")).containsExactly("left");
        assertThat(graph.labels("y")).containsExactly("left");
    }

    @Test
    void refusesAnIdItDoesNotHave() {
        assertThat(branches.find("a3")).isEmpty();
        assertRefused(ErrorCode.REVISION_NOT_FOUND, () -> branches.node("a3"))
                .startsWith("Can't locate revision identified by 'a3'.");
        assertRefused(ErrorCode.REVISION_NOT_FOUND, () -> branches.ancestors(List.of("a2", "zz")));
        assertRefused(ErrorCode.REVISION_NOT_FOUND, () -> branches.labels("zz"));
    }

    @Test
    void copesWithAVeryLongLine() {
        List<String> line = new ArrayList<>(List.of("r0"));
        for (int index = 1; index < 20_000; index++) {
            line.add("r" + index + " < r" + (index - 1));
        }

        RevisionGraph graph = RevisionGraph.of(nodes(line.toArray(String[]::new)));

        assertThat(Planner.of(graph, List.of()).upgrade("head").steps()).hasSize(20_000);
        assertThat(Planner.of(graph, List.of("r19999")).downgrade("base").rowsAfter())
                .isEmpty();
        assertThat(ids(graph.range("-3:", List.of()))).containsExactly("r19999", "r19998", "r19997", "r19996");
    }

    /** Nothing may go down a history by recursion, nor look at all of it for each revision. */
    @Test
    void takesALineOfFiftyThousandRevisions() {
        List<RevisionNode> nodes = new ArrayList<>();
        for (int number = 0; number < 50_000; number++) {
            List<String> parents = number == 0 ? List.of() : List.of("r" + (number - 1));
            List<String> labels = number == 0 ? List.of("line") : List.of();
            nodes.add(new RevisionNode("r" + number, parents, List.of(), labels, "", "", "r" + number + ".sql"));
        }

        assertTimeoutPreemptively(Duration.ofMinutes(1), () -> {
            RevisionGraph graph = RevisionGraph.of(nodes);
            assertThat(graph.range("r10:line@head", List.of())).hasSize(49_990);
            assertThat(Planner.of(graph, List.of()).upgrade("head").steps()).hasSize(50_000);
            assertThat(Planner.of(graph, List.of("r49999")).downgrade("base").steps())
                    .hasSize(50_000);
            assertThat(Planner.of(graph, List.of("r49999")).downgrade("-40000").rowsAfter())
                    .containsExactly("r9999");
            assertThat(Planner.of(graph, List.of()).stamp(List.of("line@head")).rowsAfter())
                    .containsExactly("r49999");
        });
    }
}
