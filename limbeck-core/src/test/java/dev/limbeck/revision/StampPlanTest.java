// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.revision;

import static dev.limbeck.revision.Histories.graph;
import static dev.limbeck.revision.Histories.lines;
import static dev.limbeck.revision.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.error.ErrorCode;
import java.util.List;
import org.junit.jupiter.api.Test;

class StampPlanTest {
    private final RevisionGraph fork = graph("t", "a1 < t label left", "a2 < a1", "b1 < t label right", "b2 < b1");

    private Plan stamp(List<String> rows, String... targets) {
        return Planner.of(fork, rows).stamp(List.of(targets));
    }

    @Test
    void writesTheRowOfAFreshDatabase() {
        Plan plan = stamp(List.of(), "a2");

        assertThat(lines(plan)).containsExactly(" -> a2: insert a2");
        assertThat(plan.steps()).allMatch(step -> step.direction() == Direction.STAMP);
        assertThat(plan.steps().get(0).revision().id()).isEqualTo("a2");
    }

    @Test
    void goesUpAndDownInOneStep() {
        assertThat(lines(stamp(List.of("t"), "a2"))).containsExactly("t -> a2: replace t a2");
        assertThat(lines(stamp(List.of("a2"), "t"))).containsExactly("a2 -> t: replace a2 t");
        assertThat(lines(stamp(List.of("a2", "b2"), "t"))).containsExactly("a2,b2 -> t: delete a2 replace b2 t");
    }

    @Test
    void leavesOtherBranchesAlone() {
        assertThat(lines(stamp(List.of("a2"), "b1"))).containsExactly(" -> b1: insert b1");
        assertThat(stamp(List.of("a2", "b2"), "b1").rowsAfter()).containsExactly("a2", "b1");
    }

    @Test
    void changesNothingWhereTheRowIsThere() {
        assertThat(stamp(List.of("a2"), "a2").steps()).isEmpty();
    }

    @Test
    void toBaseTakesAllRowsAway() {
        Plan plan = stamp(List.of("a2", "b2"), "base");

        assertThat(lines(plan)).containsExactly("a2 -> : delete a2", "b2 -> : delete b2");
        assertThat(plan.rowsAfter()).isEmpty();
        assertThat(plan.steps().get(0).revision().id()).isEqualTo("a2");
    }

    @Test
    void toTheBaseOfABranchTakesItsRowsAway() {
        assertThat(stamp(List.of("a2", "b2"), "right@base").rowsAfter()).containsExactly("a2");
    }

    @Test
    void toSeveralTargets() {
        assertThat(lines(stamp(List.of("t"), "heads"))).containsExactly("t -> a2: replace t a2", " -> b2: insert b2");
        assertThat(stamp(List.of(), "a1", "right@head").rowsAfter()).containsExactly("a1", "b2");
    }

    @Test
    void keepsTheHeadThatHasARowWhenStampingAll() {
        assertThat(stamp(List.of("a2", "b1"), "heads").rowsAfter()).containsExactly("a2", "b2");
    }

    @Test
    void countsDependenciesAsDescent() {
        RevisionGraph graph = graph("a1", "b1 dep a1");

        assertThat(Planner.of(graph, List.of("a1")).stamp(List.of("b1")).rowsAfter())
                .containsExactly("b1");
    }

    @Test
    void putsRowsRightThatImplyEachOther() {
        assertThat(stamp(List.of("t", "a2"), "a2").rowsAfter()).containsExactly("a2");
    }

    @Test
    void refusesTargetsThatImplyEachOther() {
        assertRefused(ErrorCode.REVISIONS_OVERLAP, () -> stamp(List.of(), "t", "a2"))
                .startsWith("Requested revision t overlaps with other requested revisions a2");
    }

    @Test
    void refusesOneHeadWhereThereAreSeveral() {
        assertRefused(ErrorCode.MULTIPLE_HEADS, () -> stamp(List.of(), "head"))
                .startsWith("Multiple heads are present; please specify a single target revision");
    }

    @Test
    void refusesToCountFromTheCurrentRevision() {
        assertRefused(ErrorCode.BAD_TARGET, () -> stamp(List.of("a2"), "-1"));
        assertRefused(ErrorCode.BAD_TARGET, () -> stamp(List.of("a2"), "+1"));
        assertRefused(ErrorCode.BAD_TARGET, () -> stamp(List.of("a2"), "current"));
        assertThat(stamp(List.of("a2"), "a2-1").rowsAfter()).containsExactly("a1");
    }
}
