// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.revision;

import static dev.limbeck.revision.Histories.node;
import static dev.limbeck.revision.Histories.nodes;
import static dev.limbeck.revision.Refusals.assertRefused;

import dev.limbeck.error.ErrorCode;
import java.util.List;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenGraphTest {

    private static AbstractStringAssert<?> assertBroken(String... revisions) {
        return assertBroken(nodes(revisions));
    }

    private static AbstractStringAssert<?> assertBroken(List<RevisionNode> nodes) {
        return assertRefused(ErrorCode.GRAPH_BROKEN, () -> RevisionGraph.of(nodes));
    }

    private static RevisionNode named(String id, String label, String path) {
        return new RevisionNode(id, List.of(), List.of(), label.isEmpty() ? List.of() : List.of(label), "", "", path);
    }

    @Test
    void namesTheFileWhoseParentIsMissing() {
        assertBroken("a", "b < gone")
                .contains("Revision gone referenced from b (b.sql) as its down revision is not present")
                .contains("Bring its file back");
    }

    @Test
    void namesTheFileWhoseDependencyIsMissing() {
        assertBroken("a dep gone").contains("Revision gone referenced from a (a.sql) as its dependency is not present");
    }

    @Test
    void aLabelIsNoParent() {
        assertBroken("a label shop", "b < shop")
                .contains("Revision shop referenced from b (b.sql) as its down revision");
    }

    @Test
    void refusesARevisionThatFollowsItself() {
        assertBroken("a < a").contains("Self-loop is detected in revisions (a): the file a.sql");
    }

    @Test
    void refusesARevisionThatDependsOnItself() {
        assertBroken("a dep a").contains("Dependency self-loop is detected in revisions (a): the file a.sql");
        assertBroken("a dep shop label shop").contains("Dependency self-loop is detected in revisions (a)");
    }

    @Test
    void namesTheRevisionsOfACycleAndNotThoseBesideIt() {
        assertBroken("base", "a < c,base", "b < a", "c < b", "tail < c")
                .contains("Cycle is detected in revisions (a, b, c)")
                .contains("in a.sql, b.sql, c.sql")
                .doesNotContain("tail")
                .doesNotContain("Dependency cycle");
    }

    @Test
    void namesEachOfSeveralCycles() {
        assertBroken("a < b", "b < a", "link < b", "c < d,link", "d < c")
                .contains("Cycle is detected in revisions (a, b)")
                .contains("Cycle is detected in revisions (c, d)")
                .doesNotContain("link");
    }

    @Test
    void namesACycleThatOnlyDependenciesClose() {
        assertBroken("a dep b2", "b1 dep a", "b2 < b1")
                .contains("Dependency cycle is detected in revisions (a, b1, b2)")
                .contains("a.sql, b1.sql, b2.sql");
    }

    @Test
    void namesBothFilesOfOneId() {
        assertBroken(List.of(named("a", "", "first.sql"), named("a", "", "second.java")))
                .contains("Revision a is present more than once: in first.sql and in second.java");
    }

    @Test
    void namesBothRevisionsOfOneLabel() {
        assertBroken("c label xy1", "e label xy1")
                .contains("Branch name 'xy1' in revision e (e.sql) already used by revision c (c.sql)");
    }

    @Test
    void refusesALabelThatIsAnId() {
        assertBroken("a", "b label a")
                .contains("Branch name 'a' in revision b (b.sql) is already the id")
                .contains("a.sql");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b", "a-b", "a+b", "a:b", "a,b", "a b"})
    void refusesIdsThatWouldReadAsSomethingElse(String id) {
        assertBroken(List.of(named(id, "", "odd.sql")))
                .contains("Character(s) '" + id.charAt(1) + "' not allowed in revision identifier '" + id
                        + "' (odd.sql)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b", "a+b", "a:b", "a,b", "a b"})
    void refusesLabelsThatWouldReadAsSomethingElse(String label) {
        assertBroken(List.of(named("r", label, "odd.sql")))
                .contains("not allowed in branch name '" + label + "' (odd.sql)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"head", "heads", "base", "current"})
    void refusesTheWordsOfTheGrammarAsNames(String word) {
        assertBroken(List.of(named(word, "", "odd.sql")))
                .contains("The word '" + word + "' is not allowed")
                .contains("odd.sql");
        assertBroken(List.of(named("r", word, "odd.sql")))
                .contains("The word '" + word + "' is not allowed")
                .contains("odd.sql");
    }

    @Test
    void refusesEmptyNames() {
        assertBroken(List.of(named("", "", "odd.sql"))).contains("The revision in odd.sql has no id");
        assertBroken(List.of(named("r", " ", "odd.sql"))).contains("Revision r (odd.sql) has an empty branch label");
    }

    @Test
    void refusesIdsThatTheVersionTableCannotHold() {
        RevisionGraph.of(List.of(node("x".repeat(64))));

        assertBroken("x".repeat(65)).contains("the version table holds 64 characters");
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        assertBroken("a < gone", "b-1", "c < c", "head", "d label x", "e label x", "f < g", "g < f")
                .contains("Revision gone referenced from a")
                .contains("'b-1'")
                .contains("Self-loop is detected in revisions (c)")
                .contains("The word 'head'")
                .contains("Branch name 'x' in revision e")
                .contains("Cycle is detected in revisions (f, g)");
    }

    @Test
    void idsThatContainEachOtherAreNoLoop() {
        RevisionGraph.of(nodes("user", "user_foo < user", "foo < user_foo"));
    }
}
