// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.revision;

import static dev.limbeck.revision.Histories.graph;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a downgrade along a branch takes with it, so that somebody can be asked. */
class OverreachTest {
    /** A trunk of two, two branches on it, and a line of its own that needs one of them. */
    private final RevisionGraph fork = graph(
            "t1",
            "t2 < t1",
            "a1 < t2",
            "a2 < a1 label left",
            "b1 < t2 label right",
            "b2 < b1",
            "x1 label lone",
            "x2 < x1 dep b2");

    private String overreach(List<String> rows, String target) {
        return Planner.of(fork, rows)
                .overreach(target)
                .map(overreach -> String.join(" ", Histories.ids(overreach.revisions())) + " / "
                        + overreach.narrower().orElse("-"))
                .orElse("");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            left@base    | b2 b1 t2 t1 | left@t2
            left@t1      | b2 b1 t2    | left@t2
            left@-3      | b2 b1 t2    | left@t2
            right@base   | t2 a2 a1 t1 | right@t2
            a2@base      | b2 b1 t2 t1 | a2@t2
            """)
    void isTheTrunkAndTheBranchesBesideIt(String target, String taken, String narrower) {
        Overreach overreach =
                Planner.of(fork, List.of("a2", "b2")).overreach(target).orElseThrow();

        assertThat(Histories.ids(overreach.revisions())).containsExactlyInAnyOrder(taken.split(" ", -1));
        assertThat(overreach.narrower()).contains(narrower);
    }

    @ParameterizedTest
    @CsvSource({"left@t2", "left@-1", "left@-2", "right@t2", "left@head", "base", "t1", "b1-1", "left", "right@b1"})
    void isNothingWhereOnlyTheBranchGoesOrNoneIsNamed(String target) {
        assertThat(overreach(List.of("a2", "b2"), target)).isEmpty();
    }

    @Test
    void isWhatDependsOnTheBranch() {
        assertThat(overreach(List.of("x2"), "right@t2")).isEqualTo("x2 / -");
        assertThat(overreach(List.of("x2"), "lone@base")).isEmpty();
    }

    @Test
    void hasNoNarrowerTargetWhereNothingOfTheBranchIsApplied() {
        assertThat(overreach(List.of("b2"), "left@base")).isEqualTo("b2 b1 t2 t1 / -");
    }

    @Test
    void narrowedDownIsNothing() {
        assertThat(overreach(List.of("a2", "b2"), "left@base")).endsWith("left@t2");
        assertThat(overreach(List.of("a2", "b2"), "left@t2")).isEmpty();
    }
}
