// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.revision;

import static dev.limbeck.revision.Histories.graph;
import static dev.limbeck.revision.Histories.lines;
import static dev.limbeck.revision.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.error.ErrorCode;
import java.util.List;
import org.junit.jupiter.api.Test;

class UpgradePlanTest {
    private final RevisionGraph line = graph("a1", "b2 < a1", "c3 < b2");
    private final RevisionGraph diamond =
            graph("t", "a1 < t", "a2 < a1 label left", "b1 < t label right", "b2 < b1", "m < a2,b2");

    private static Plan upgrade(RevisionGraph graph, List<String> rows, String target) {
        return Planner.of(graph, rows).upgrade(target);
    }

    @Test
    void runsWhatIsMissingOldestFirst() {
        Plan plan = upgrade(line, List.of(), "head");

        assertThat(lines(plan))
                .containsExactly(" -> a1: insert a1", "a1 -> b2: replace a1 b2", "b2 -> c3: replace b2 c3");
        assertThat(plan.rowsAfter()).containsExactly("c3");
        assertThat(plan.steps()).allMatch(step -> step.direction() == Direction.UPGRADE);
    }

    @Test
    void runsNothingWhereTheDatabaseIsThereOrBeyond() {
        assertThat(upgrade(line, List.of("c3"), "head").steps()).isEmpty();
        assertThat(upgrade(line, List.of("c3"), "a1").steps()).isEmpty();
        assertThat(upgrade(line, List.of("b2"), "base").rowsAfter()).containsExactly("b2");
    }

    @Test
    void countsFromWhereTheDatabaseStands() {
        assertThat(upgrade(line, List.of(), "+1").rowsAfter()).containsExactly("a1");
        assertThat(upgrade(line, List.of("a1"), "+2").rowsAfter()).containsExactly("c3");
        assertThat(upgrade(line, List.of("c3"), "a1+1").steps()).isEmpty();
        assertThat(upgrade(line, List.of(), "a1+1").rowsAfter()).containsExactly("b2");
        assertThat(upgrade(line, List.of(), "head-1").rowsAfter()).containsExactly("b2");
        assertThat(upgrade(line, List.of(), "a1-1").steps()).isEmpty();
    }

    @Test
    void refusesMoreStepsThanThereAre() {
        assertRefused(ErrorCode.REVISION_NOT_REACHABLE, () -> upgrade(line, List.of("b2"), "+3"))
                .isEqualTo(
                        "Relative revision +3 didn't produce 3 migrations: from where the database stands, 1 can run."
                                + " Use head or heads to run all of them.");
    }

    @Test
    void refusesToGoDown() {
        assertRefused(ErrorCode.REVISION_NOT_REACHABLE, () -> upgrade(line, List.of("b2"), "-1"))
                .startsWith("Relative revision -1 didn't produce 1 migrations");
        assertRefused(ErrorCode.REVISION_NOT_REACHABLE, () -> upgrade(line, List.of("b2"), "+0"))
                .startsWith("Relative revision +0 didn't produce 0 migrations");
    }

    @Test
    void forksInsertARowAndMergesTakeThemTogether() {
        Plan plan = upgrade(diamond, List.of(), "head");

        assertThat(lines(plan))
                .containsExactly(
                        " -> t: insert t",
                        "t -> b1: replace t b1",
                        "b1 -> b2: replace b1 b2",
                        "t -> a1: insert a1",
                        "a1 -> a2: replace a1 a2",
                        "a2,b2 -> m: delete a2 replace b2 m");
        assertThat(plan.rowsAfter()).containsExactly("m");
    }

    @Test
    void aBranchDecidesWhereTheWayUpForks() {
        assertThat(upgrade(diamond, List.of("t"), "left@+1").rowsAfter()).containsExactly("a1");
        assertThat(upgrade(diamond, List.of("t"), "right@+2").rowsAfter()).containsExactly("b2");
        assertRefused(ErrorCode.REVISION_AMBIGUOUS, () -> upgrade(diamond, List.of("t"), "+1"))
                .startsWith("Ambiguous walk for '+1': from t it may go on to a1, b1.");
    }

    @Test
    void aBranchWithoutARowOfItsOwnStartsAtTheFork() {
        assertThat(upgrade(diamond, List.of("a2"), "right@+1").rowsAfter()).containsExactly("a2", "b1");
    }

    @Test
    void aBranchThatIsNotBegunStartsAtItsBase() {
        RevisionGraph forest = graph("a1", "b1 label right", "b2 < b1");

        assertThat(upgrade(forest, List.of("a1"), "right@+2").rowsAfter()).containsExactly("a1", "b2");
    }

    @Test
    void refusesToCountFromSeveralRows() {
        assertRefused(ErrorCode.REVISION_AMBIGUOUS, () -> upgrade(diamond, List.of("a1", "b1"), "+1"))
                .startsWith("Ambiguous upgrade from multiple current revisions: '+1' may start from a1, b1.");
        assertThat(upgrade(diamond, List.of("a1", "b1"), "right@+1").rowsAfter())
                .containsExactly("a1", "b2");
    }

    @Test
    void refusesHeadWhereThereAreSeveral() {
        RevisionGraph forked = graph("t", "a < t", "b < t");

        assertRefused(ErrorCode.MULTIPLE_HEADS, () -> upgrade(forked, List.of(), "head"))
                .startsWith("Multiple head revisions are present for given argument 'head'; please specify");
        assertThat(upgrade(forked, List.of(), "heads").rowsAfter()).containsExactly("a", "b");
        assertThat(upgrade(forked, List.of(), "a@head").rowsAfter()).containsExactly("a");
    }

    @Test
    void runsDependenciesOfOtherBranchesFirst() {
        RevisionGraph graph = graph("a1", "a2 < a1", "b1", "b2 < b1 dep a1");

        Plan plan = upgrade(graph, List.of(), "b2");

        assertThat(lines(plan))
                .containsExactly(" -> b1: insert b1", " -> a1: insert a1", "b1 -> b2: delete b1 replace a1 b2");
        assertThat(plan.rowsAfter()).containsExactly("b2");
    }

    @Test
    void aRevisionThatADependencyImpliesHasNoRowToReplace() {
        RevisionGraph graph = graph("a1", "a2 < a1", "b1 dep a1");

        assertThat(lines(upgrade(graph, List.of("b1"), "a2"))).containsExactly("a1 -> a2: insert a2");
    }

    @Test
    void aMergeOfWhatOneAlreadyImpliesTakesTheOnlyRow() {
        RevisionGraph graph = graph("a1", "b1 dep a1", "m < a1,b1");

        assertThat(lines(upgrade(graph, List.of("b1"), "m"))).containsExactly("a1,b1 -> m: replace b1 m");
    }

    @Test
    void explainsARowThatNoFileHas() {
        assertRefused(ErrorCode.DATABASE_REVISION_UNKNOWN, () -> Planner.of(line, List.of("a1", "lost")))
                .startsWith("Can't locate revision identified by 'lost': the database is at it")
                .contains("limbeck.locations")
                .contains("stamp --purge");
    }

    @Test
    void refusesRowsThatImplyEachOther() {
        assertRefused(ErrorCode.REVISIONS_OVERLAP, () -> upgrade(line, List.of("a1", "b2"), "head"))
                .startsWith("Requested revision a1 overlaps with other requested revisions b2")
                .contains("stamp --purge b2");
    }

    @Test
    void refusesCurrentAndRanges() {
        assertRefused(ErrorCode.BAD_TARGET, () -> upgrade(line, List.of("a1"), "current"))
                .contains("current is where the database stands already");
        assertRefused(ErrorCode.BAD_TARGET, () -> upgrade(line, List.of(), "a1:b2"))
                .startsWith("Range revision not allowed");
    }
}
