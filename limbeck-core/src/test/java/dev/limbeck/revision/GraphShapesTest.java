// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.revision;

import static dev.limbeck.revision.Histories.graph;
import static dev.limbeck.revision.Histories.ids;
import static dev.limbeck.revision.Histories.lines;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The shapes of history that Alembic's own tests pin down, with the steps and rows that each must lead to. */
class GraphShapesTest {

    private static Plan upgrade(RevisionGraph graph, List<String> rows, String target) {
        return Planner.of(graph, rows).upgrade(target);
    }

    private static Plan downgrade(RevisionGraph graph, List<String> rows, String target) {
        return Planner.of(graph, rows).downgrade(target);
    }

    @Test
    void anEmptyHistoryHasNothingAnywhere() {
        RevisionGraph empty = graph();

        assertThat(empty.resolve("head")).isEmpty();
        assertThat(empty.range("base:head", List.of())).isEmpty();
        assertThat(upgrade(empty, List.of(), "head").steps()).isEmpty();
        assertThat(downgrade(empty, List.of(), "base").steps()).isEmpty();
        assertThat(Planner.of(empty, List.of()).stamp(List.of("heads")).steps()).isEmpty();
    }

    @Test
    void aTargetMayBeNamedTwice() {
        RevisionGraph line = graph("a1", "b2 < a1 label shop");

        assertThat(lines(Planner.of(line, List.of()).stamp(List.of("b2", "shop", "head"))))
                .containsExactly(" -> b2: insert b2");
    }

    @Test
    void aDependencyThatAnAncestorHasAlreadyIsNoSecondParent() {
        RevisionGraph graph = graph("a1", "b1", "b2 < b1 dep a1", "b3 < b2 dep a1");

        assertThat(lines(upgrade(graph, List.of("b2"), "b3"))).containsExactly("b2 -> b3: replace b2 b3");
        assertThat(lines(downgrade(graph, List.of("b3"), "b2"))).containsExactly("b3 -> b2: replace b3 b2");
    }

    @Test
    void aDependencyOnItsOwnParentIsNoSecondParent() {
        RevisionGraph graph = graph("a1", "b2 < a1 dep a1");

        assertThat(lines(upgrade(graph, List.of("a1"), "b2"))).containsExactly("a1 -> b2: replace a1 b2");
        assertThat(lines(downgrade(graph, List.of("b2"), "a1"))).containsExactly("b2 -> a1: replace b2 a1");
    }

    @Test
    void aDependencyMayBeNamedByItsLabel() {
        RevisionGraph graph = graph("a1 label books", "a2 < a1", "b1 dep books");

        assertThat(upgrade(graph, List.of(), "b1").rowsAfter()).containsExactly("b1");
        assertThat(graph.ancestors(List.of("b1"))).containsExactlyInAnyOrder("a1", "b1");
    }

    @Test
    void halfOfACrissCrossOfDependenciesGoesWithoutARowOfItsOwn() {
        RevisionGraph graph = graph("a1", "b1", "a2 < a1 dep b1", "b2 < b1 dep a1");

        assertThat(lines(downgrade(graph, List.of("a2", "b2"), "b2@b1"))).containsExactly("b2 -> b1: delete b2");
    }

    @Test
    void stepsFromBaseTakeAllBranchesAboveUnlessOneIsNamed() {
        RevisionGraph graph = graph("t1", "t2 < t1", "a1 < t2 label left", "b1 < t2 label right", "b2 < b1");
        List<String> rows = List.of("a1", "b2");

        assertThat(downgrade(graph, rows, "base+2").rowsAfter()).containsExactly("t2");
        assertThat(downgrade(graph, rows, "right@base+2").rowsAfter()).containsExactly("a1");
        assertThat(downgrade(graph, rows, "right@base+3").rowsAfter()).containsExactly("a1", "b1");
    }

    @Test
    void oneSideOfAMergeMayGoOn() {
        RevisionGraph graph = graph("t", "a < t", "b < t", "m < a,b", "b2 < b");

        Plan up = upgrade(graph, List.of("a", "b2"), "heads");
        assertThat(lines(up)).containsExactly("a,b -> m: replace a m");
        assertThat(up.rowsAfter()).containsExactly("b2", "m");
        assertThat(lines(downgrade(graph, List.of("b2", "m"), "a"))).containsExactly("m -> a,b: replace m a");
        assertThat(lines(downgrade(graph, List.of("b2", "m"), "b2@b"))).containsExactly("b2 -> b: delete b2");
    }

    @Test
    void twoMergesOfTheSameParentsStandSideBySide() {
        RevisionGraph graph = graph("t", "a < t", "b < t", "m1 < a,b", "m2 < a,b");

        assertThat(upgrade(graph, List.of("m1"), "heads").rowsAfter()).containsExactly("m1", "m2");
        assertThat(lines(upgrade(graph, List.of("m1"), "m2"))).containsExactly("a,b -> m2: insert m2");
        assertThat(lines(downgrade(graph, List.of("m1", "m2"), "m2@a"))).containsExactly("m2 -> a,b: delete m2");
        assertThat(downgrade(graph, List.of("m1"), "a").rowsAfter()).containsExactly("a", "b");
    }

    @Test
    void aStampCrossesMergesAndForks() {
        RevisionGraph graph = graph("t", "a < t", "b < t", "m < a,b", "n < m");

        assertThat(lines(Planner.of(graph, List.of("a", "b")).stamp(List.of("n"))))
                .containsExactly("a,b -> n: delete a replace b n");
        assertThat(lines(Planner.of(graph, List.of("n")).stamp(List.of("a")))).containsExactly("n -> a: replace n a");
        assertThat(Planner.of(graph, List.of("n")).stamp(List.of("a", "b")).rowsAfter())
                .containsExactly("a", "b");
        assertThat(lines(Planner.of(graph, List.of("a", "b")).stamp(List.of("t"))))
                .containsExactly("a,b -> t: delete a replace b t");
    }

    @Test
    void aForestRunsTreeByTree() {
        RevisionGraph forest = graph("a1", "b1 < a1", "a2", "b2 < a2");

        assertThat(ids(forest.nodes())).containsExactly("a2", "b2", "a1", "b1");
        assertThat(upgrade(forest, List.of(), "heads").rowsAfter()).containsExactly("b1", "b2");
    }

    @Test
    void aLongLineIsNoTrouble() {
        List<RevisionNode> line = new java.util.ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            line.add(Histories.node("r" + i + (i == 0 ? "" : " < r" + (i - 1))));
        }
        RevisionGraph graph = RevisionGraph.of(line);

        assertThat(upgrade(graph, List.of(), "head").steps()).hasSize(5000);
        assertThat(downgrade(graph, List.of("r4999"), "head-4999").rowsAfter()).containsExactly("r0");
    }

    @Test
    void headCountsWhatIsDependedUponAndHeadsDoesNot() {
        RevisionGraph graph = graph("a1", "b1 dep a1");

        Refusals.assertRefused(dev.limbeck.error.ErrorCode.MULTIPLE_HEADS, () -> graph.resolve("head"))
                .contains("There are: a1, b1");
        assertThat(ids(graph.resolve("heads"))).containsExactly("b1");
    }
}
