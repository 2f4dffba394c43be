// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.revision;

import static dev.limbeck.revision.Histories.graph;
import static dev.limbeck.revision.Histories.ids;
import static dev.limbeck.revision.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.error.ErrorCode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {
    private final RevisionGraph graph = graph(
            "1975ea83b712 says create account",
            "ae1027a6acf1 < 1975ea83b712 says add address",
            "ae10b54c0000 < ae1027a6acf1 says add zip",
            "27c6a30d7c24 < 1975ea83b712 label shopping-cart says add cart",
            "27c6ffffffff < 27c6a30d7c24 label till-2 says add till");
    private final List<String> rows = List.of("ae1027a6acf1", "27c6a30d7c24");

    private List<String> resolved(String target) {
        return ids(graph.resolve(target, rows));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1975ea83b712             | 1975ea83b712
            1                        | 1975ea83b712
            ae102                    | ae1027a6acf1
            shopping-cart            | 27c6a30d7c24
            shop                     | 27c6a30d7c24
            till-2                   | 27c6ffffffff
            till-2-1                 | 27c6a30d7c24
            shopping-cart-1          | 1975ea83b712
            shopping-cart+1          | 27c6ffffffff
            shopping-cart@head       | 27c6ffffffff
            ae1027a6acf1@head        | ae10b54c0000
            ae102@head-1             | ae1027a6acf1
            shopping-cart@27c6f      | 27c6ffffffff
            shopping-cart@1975       | 1975ea83b712
            base+1                   | 1975ea83b712
            ae102@base+2             | ae1027a6acf1
            ae10b+0                  | ae10b54c0000
            shopping-cart@current    | 27c6a30d7c24
            '  ae102 '               | ae1027a6acf1
            shopping-cart@-2         | 1975ea83b712
            """)
    void namesOneRevision(String target, String id) {
        assertThat(resolved(target)).containsExactly(id);
    }

    @Test
    void namesNoneSeveralOrAll() {
        assertThat(resolved("base")).isEmpty();
        assertThat(resolved("shopping-cart@base")).isEmpty();
        assertThat(resolved("1975-1")).isEmpty();
        assertThat(resolved("heads")).containsExactly("27c6ffffffff", "ae10b54c0000");
        assertThat(resolved("shopping-cart@heads")).containsExactly("27c6ffffffff");
        assertThat(resolved("current")).containsExactly("27c6a30d7c24", "ae1027a6acf1");
        assertThat(resolved("-1")).containsExactly("27c6a30d7c24", "ae1027a6acf1");
        assertThat(resolved("-2")).containsExactly("1975ea83b712");
    }

    @Test
    void aBranchNarrowsWhatAPrefixMayMean() {
        RevisionGraph twins = graph("t", "some1 < t label left", "some2 < t label right");

        assertThat(ids(twins.resolve("left@some", List.of()))).containsExactly("some1");
        assertRefused(ErrorCode.REVISION_AMBIGUOUS, () -> twins.resolve("some", List.of()));
    }

    @Test
    void listsTheCandidatesOfAnAmbiguousPrefix() {
        assertRefused(ErrorCode.REVISION_AMBIGUOUS, () -> resolved("ae10"))
                .isEqualTo("Multiple revisions start with 'ae10': ae1027a6acf1 (add address), ae10b54c0000 (add zip)."
                        + " Write more letters of the one you mean.");
    }

    @Test
    void anIdAndItsOwnLabelAreOneCandidate() {
        RevisionGraph graph = graph("orders1 label orders_branch", "other < orders1");

        assertThat(ids(graph.resolve("orde", List.of()))).containsExactly("orders1");
    }

    @Test
    void shortNamesAreNotAbbreviated() {
        RevisionGraph graph = graph("abc", "wxyz < abc");

        assertThat(ids(graph.resolve("abc", List.of()))).containsExactly("abc");
        assertThat(ids(graph.resolve("wx", List.of()))).containsExactly("wxyz");
        assertRefused(ErrorCode.REVISION_NOT_FOUND, () -> graph.resolve("ab", List.of()));
    }

    @Test
    void proposesTheNameThatWasProbablyMeant() {
        assertRefused(ErrorCode.REVISION_NOT_FOUND, () -> resolved("27c6a30d7c42"))
                .isEqualTo(
                        "Can't locate revision identified by '27c6a30d7c42'. Did you mean '27c6a30d7c24' (add cart)?");
        assertRefused(ErrorCode.REVISION_NOT_FOUND, () -> resolved("shoping-cart"))
                .contains("'shopping-cart'");
        assertRefused(ErrorCode.REVISION_NOT_FOUND, () -> resolved("haed")).doesNotContain("27c6");
        assertRefused(ErrorCode.REVISION_NOT_FOUND, () -> resolved("heds")).contains("Did you mean 'heads'?");
    }

    @Test
    void proposesNothingWhereNothingIsNear() {
        assertRefused(ErrorCode.REVISION_NOT_FOUND, () -> resolved("nosuchrev"))
                .isEqualTo("Can't locate revision identified by 'nosuchrev'."
                        + " The command history lists the revisions there are.");
    }

    @Test
    void refusesABranchThatIsNotThere() {
        assertRefused(ErrorCode.REVISION_NOT_FOUND, () -> resolved("nosuch@head"))
                .contains("'nosuch'");
        assertRefused(ErrorCode.REVISION_NOT_FOUND, () -> resolved("nosuch@base"))
                .contains("'nosuch'");
    }

    @Test
    void refusesARevisionThatIsNotOnTheBranch() {
        assertRefused(ErrorCode.REVISION_NOT_FOUND, () -> resolved("shopping-cart@ae1027a6acf1"))
                .contains("revision ae1027a6acf1 (ae1027a6acf1.sql) is not a member of branch 'shopping-cart'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"head", "1975@head", "head-1", "heads-1", "current-1"})
    void refusesOneHeadWhereThereAreSeveral(String target) {
        assertRefused(ErrorCode.MULTIPLE_HEADS, () -> resolved(target))
                .startsWith("Multiple head revisions are present for given argument '" + target
                        + "'; please specify a specific target revision, '<branchname>@head' to narrow to a specific"
                        + " head, or 'heads' for all heads.");
    }

    @Test
    void refusesAWalkPastTheEnd() {
        assertRefused(ErrorCode.REVISION_NOT_REACHABLE, () -> resolved("ae102-3"))
                .startsWith("Walked too far: 'ae102-3' goes 1 step(s) past the first revision");
        assertRefused(ErrorCode.REVISION_NOT_REACHABLE, () -> resolved("ae10b+2"))
                .startsWith("Walked too far: 'ae10b+2' goes 2 step(s) past the last revision");
        assertRefused(ErrorCode.REVISION_NOT_REACHABLE, () -> resolved("base-1"));
    }

    @Test
    void refusesAWalkThatMayGoTwoWays() {
        RevisionGraph diamond = graph("t", "a < t says left", "b < t says right", "m < a,b");

        assertRefused(ErrorCode.REVISION_AMBIGUOUS, () -> diamond.resolve("m-1", List.of()))
                .startsWith("Ambiguous walk for 'm-1': from m it may go on to a (left), b (right).");
        assertRefused(ErrorCode.REVISION_AMBIGUOUS, () -> diamond.resolve("t+1", List.of()))
                .contains("LABEL@+1");
        assertThat(ids(diamond.resolve("a@t+1", List.of()))).containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "@",
                "@head",
                "shopping-cart@",
                "a@b@c",
                "head@base",
                "ae102+1xyz",
                "ae102-1xyz",
                "ae102+",
                "ae102-",
                "+",
                "-",
                "+1+1",
                "ae102+1-1",
                "+1",
                "+12345678901234567890"
            })
    void refusesWhatIsNoTarget(String target) {
        assertRefused(ErrorCode.BAD_TARGET, () -> resolved(target)).contains("'" + target.strip() + "'");
    }

    @Test
    void refusesARangeWhereOnePlaceIsMeant() {
        assertRefused(ErrorCode.BAD_TARGET, () -> resolved("a:b:c")).startsWith("Range revision not allowed: 'a:b:c'.");
    }

    @Test
    void refusesTheCurrentRevisionThatNoFileHas() {
        assertRefused(ErrorCode.DATABASE_REVISION_UNKNOWN, () -> graph.resolve("current", List.of("lost")))
                .contains("'lost'");
        assertThat(ids(graph.resolve("1975", List.of("lost")))).containsExactly("1975ea83b712");
    }
}
