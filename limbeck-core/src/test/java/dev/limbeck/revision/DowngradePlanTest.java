// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.revision;

import static dev.limbeck.revision.Histories.graph;
import static dev.limbeck.revision.Histories.lines;
import static dev.limbeck.revision.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.error.ErrorCode;
import java.util.List;
import org.junit.jupiter.api.Test;

class DowngradePlanTest {
    private final RevisionGraph line = graph("a1", "b2 < a1", "c3 < b2 says third");
    private final RevisionGraph fork = graph("t", "a1 < t label left", "a2 < a1", "b1 < t label right", "b2 < b1");
    private final RevisionGraph diamond = graph("t", "a < t", "b < t", "m < a,b");

    private static Plan downgrade(RevisionGraph graph, List<String> rows, String target) {
        return Planner.of(graph, rows).downgrade(target);
    }

    @Test
    void undoesNewestFirst() {
        Plan plan = downgrade(line, List.of("c3"), "base");

        assertThat(lines(plan))
                .containsExactly("c3 -> b2: replace c3 b2", "b2 -> a1: replace b2 a1", "a1 -> : delete a1");
        assertThat(plan.rowsAfter()).isEmpty();
        assertThat(plan.steps()).allMatch(step -> step.direction() == Direction.DOWNGRADE);
    }

    @Test
    void countsFromWhereTheDatabaseStands() {
        assertThat(downgrade(line, List.of("c3"), "-1").rowsAfter()).containsExactly("b2");
        assertThat(downgrade(line, List.of("c3"), "-3").rowsAfter()).isEmpty();
        assertThat(downgrade(line, List.of("c3"), "c3-1").rowsAfter()).containsExactly("b2");
        assertThat(downgrade(line, List.of("c3"), "a1+1").rowsAfter()).containsExactly("b2");
        assertThat(downgrade(line, List.of("c3"), "base+1").rowsAfter()).containsExactly("a1");
    }

    @Test
    void refusesMoreStepsThanThereAre() {
        assertRefused(ErrorCode.REVISION_NOT_REACHABLE, () -> downgrade(line, List.of("c3"), "-4"))
                .isEqualTo("Relative revision -4 didn't produce 4 migrations: below c3 (third) only 3 can be undone."
                        + " Use base to undo all of them.");
        assertRefused(ErrorCode.REVISION_NOT_REACHABLE, () -> downgrade(line, List.of(), "-1"))
                .isEqualTo("Relative revision -1 didn't produce 1 migrations: no revision is applied.");
        assertRefused(ErrorCode.REVISION_NOT_REACHABLE, () -> downgrade(line, List.of("c3"), "b2-3"))
                .startsWith("Walked too far");
    }

    @Test
    void refusesToGoUp() {
        assertRefused(ErrorCode.REVISION_NOT_REACHABLE, () -> downgrade(line, List.of("a1"), "+1"))
                .startsWith("Relative revision +1 didn't produce 1 migrations");
        assertRefused(ErrorCode.REVISION_NOT_REACHABLE, () -> downgrade(line, List.of("a1"), "b2"))
                .startsWith("Destination b2 is not a valid downgrade target from current head(s)");
        assertRefused(ErrorCode.REVISION_NOT_REACHABLE, () -> downgrade(line, List.of(), "a1"))
                .contains("no revision is applied");
    }

    @Test
    void undoesNothingWhereTheDatabaseIsThere() {
        assertThat(downgrade(line, List.of("b2"), "b2").steps()).isEmpty();
        assertThat(downgrade(line, List.of(), "base").steps()).isEmpty();
    }

    @Test
    void undoingAMergeGivesBothSidesTheirRows() {
        Plan plan = downgrade(diamond, List.of("m"), "t");

        assertThat(lines(plan))
                .containsExactly("m -> a,b: insert a replace m b", "a -> t: delete a", "b -> t: replace b t");
        assertThat(plan.rowsAfter()).containsExactly("t");
    }

    @Test
    void undoingOneSideKeepsTheOther() {
        Plan plan = downgrade(diamond, List.of("m"), "a");

        assertThat(lines(plan)).containsExactly("m -> a,b: insert a replace m b");
        assertThat(plan.rowsAfter()).containsExactly("a", "b");
    }

    @Test
    void aBranchPicksWhatIsUndone() {
        List<String> rows = List.of("a2", "b2");

        assertThat(downgrade(fork, rows, "t").rowsAfter()).containsExactly("t");
        assertThat(downgrade(fork, rows, "right@t").rowsAfter()).containsExactly("a2");
        assertThat(downgrade(fork, rows, "left@t+1").rowsAfter()).containsExactly("a1", "b2");
        assertThat(downgrade(fork, rows, "left@-1").rowsAfter()).containsExactly("a1", "b2");
        assertThat(downgrade(fork, rows, "b2@-2").rowsAfter()).containsExactly("a2");
        assertThat(downgrade(fork, rows, "left@head").steps()).isEmpty();
    }

    @Test
    void refusesToCountFromSeveralRows() {
        assertRefused(ErrorCode.REVISION_AMBIGUOUS, () -> downgrade(fork, List.of("a2", "b2"), "-1"))
                .startsWith("Ambiguous downgrade from multiple current revisions: '-1' may start from a2, b2.")
                .contains("a2@-1");
    }

    @Test
    void refusesABranchOfWhichNothingIsApplied() {
        RevisionGraph forest = graph("a1", "b1 label right");

        assertRefused(ErrorCode.REVISION_NOT_REACHABLE, () -> downgrade(forest, List.of("a1"), "right@-1"))
                .contains("no revision of branch 'right' is applied");
    }

    @Test
    void refusesABranchThatDoesNotLeadOnFromTheRevision() {
        RevisionGraph deep = graph("t label trunk", "f < t", "a < f", "b < f");

        assertRefused(ErrorCode.REVISION_NOT_REACHABLE, () -> downgrade(deep, List.of("a", "b"), "trunk@f"))
                .startsWith("Not a valid downgrade target from current heads: trunk@f");
    }

    @Test
    void undoesDependantsOnOtherBranchesFirst() {
        RevisionGraph graph = graph("a1", "a2 < a1", "b1", "b2 < b1 dep a2");

        Plan plan = downgrade(graph, List.of("b2"), "a1");

        assertThat(lines(plan)).containsExactly("b2 -> b1: insert b1 replace b2 a2", "a2 -> a1: replace a2 a1");
        assertThat(plan.rowsAfter()).containsExactly("a1", "b1");
    }

    @Test
    void leavesTheDependenciesOfWhatIsUndone() {
        RevisionGraph graph = graph("a1", "b1", "b2 < b1 dep a1");

        assertThat(downgrade(graph, List.of("b2"), "b1").rowsAfter()).containsExactly("a1", "b1");
    }

    @Test
    void aParentThatAnotherRowImpliesGetsNoRow() {
        RevisionGraph graph = graph("a1", "a2 < a1", "b1 dep a1");

        assertThat(lines(downgrade(graph, List.of("a2", "b1"), "a1"))).containsExactly("a2 -> a1: delete a2");
    }

    @Test
    void undoingAMergeOfARevisionAndItsDependencyGivesOneRow() {
        RevisionGraph graph = graph("a1", "b1 dep a1", "m < a1,b1");

        assertThat(downgrade(graph, List.of("m"), "b1").rowsAfter()).containsExactly("b1");
    }

    @Test
    void minusOneOnABranchThatOnlyADependencyImpliesStartsAtItsTip() {
        RevisionGraph graph = graph("a1 label left", "a2 < a1", "b1 dep a2");

        assertThat(downgrade(graph, List.of("b1"), "left@-1").rowsAfter()).containsExactly("a1");
    }

    @Test
    void minusNToBaseUndoesOnlyItsOwnLine() {
        RevisionGraph graph = graph("a1", "b1 dep a1");

        assertThat(downgrade(graph, List.of("b1"), "-1").rowsAfter()).containsExactly("a1");
    }

    @Test
    void goesBackFromRowsThatImplyEachOther() {
        assertThat(downgrade(line, List.of("a1", "c3"), "base").rowsAfter()).isEmpty();
    }
}
