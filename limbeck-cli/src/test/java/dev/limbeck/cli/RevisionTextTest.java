// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.command.Branches;
import dev.limbeck.command.RevisionView;
import dev.limbeck.command.RevisionView.Marks;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The lines are Alembic's own, from its documentation. */
class RevisionTextTest {
    private static final Marks NONE = new Marks(false, false, false, false, false);
    private static final Marks HEAD = new Marks(true, false, false, false, false);
    private static final Marks EFFECTIVE_HEAD = new Marks(false, true, false, false, false);
    private static final Marks BRANCH_POINT = new Marks(false, false, true, false, false);
    private static final RevisionLines LINES = new RevisionLines(Palette.PLAIN);
    private static final RevisionBlock BLOCK = new RevisionBlock(Palette.PLAIN);
    private static final Marks MERGED_HEAD = new Marks(true, false, false, true, false);
    private static final Marks CURRENT_HEAD = new Marks(true, false, false, false, true);

    @Test
    void writesALineOfHistory() {
        assertThat(LINES.history(view("1975ea83b712", List.of(), "create account table", BRANCH_POINT)))
                .isEqualTo("<base> -> 1975ea83b712 (branchpoint), create account table\n");
        assertThat(LINES.history(
                        view("53fffde5ad5", List.of("ae1027a6acf", "27c6a30d7c24"), "merge ae1 and 27c", MERGED_HEAD)))
                .isEqualTo("ae1027a6acf, 27c6a30d7c24 -> 53fffde5ad5 (head) (mergepoint), merge ae1 and 27c\n");
        assertThat(LINES.history(shoppingCart(CURRENT_HEAD)))
                .isEqualTo("1975ea83b712 -> 27c6a30d7c24 (shoppingcart) (head) (current), add shopping cart table\n");
        assertThat(LINES.history(networking(HEAD)))
                .isEqualTo("29f859a13ea (55af2cb1c267, d747a8a8879) -> 2a95102259be (networking) (head),"
                        + " add ip account table\n");
        assertThat(LINES.history(view("a1", List.of("a0"), "plain", EFFECTIVE_HEAD)))
                .isEqualTo("a0 -> a1 (effective head), plain\n");
        assertThat(LINES.history(view("a1", List.of("a0"), "plain", NONE))).isEqualTo("a0 -> a1, plain\n");
    }

    @Test
    void writesAHeadWithItsLabelsAndNoOtherMark() {
        assertThat(LINES.heads(shoppingCart(HEAD))).isEqualTo("27c6a30d7c24 (shoppingcart) (head)\n");
        assertThat(LINES.heads(view("53fffde5ad5", List.of("a", "b"), "merge", MERGED_HEAD)))
                .isEqualTo("53fffde5ad5 (head)\n");
    }

    @Test
    void writesWhereTheDatabaseIsWithoutLabels() {
        assertThat(LINES.current(shoppingCart(HEAD))).isEqualTo("27c6a30d7c24 (head)\n");
        assertThat(LINES.current(view("1975ea83b712", List.of(), "create", BRANCH_POINT)))
                .isEqualTo("1975ea83b712 (branchpoint)\n");
    }

    @Test
    void writesABranchWithItsChildren() {
        RevisionView point = view("1975ea83b712", List.of(), "create account table", BRANCH_POINT);
        RevisionView other = view("ae1027a6acf", List.of("1975ea83b712"), "add a column", HEAD);
        Branches.Branch branch = new Branches.Branch(point, List.of(shoppingCart(HEAD), other));

        assertThat(LINES.branch(branch, false)).isEqualTo("""
                        1975ea83b712 (branchpoint)
                                     -> 27c6a30d7c24 (shoppingcart) (head)
                                     -> ae1027a6acf (head)

                        """);
        assertThat(LINES.branch(branch, true))
                .contains("Rev: 1975ea83b712 (branchpoint)\nParent: <base>\n")
                .endsWith("             -> ae1027a6acf (head), add a column\n\n");
    }

    @Test
    void writesABlockWithEverything() {
        assertThat(BLOCK.of(networking(CURRENT_HEAD))).isEqualTo("""
                        Rev: 2a95102259be (head) (current)
                        Parent: 29f859a13ea
                        Also depends on: 55af2cb1c267, d747a8a8879
                        Branch names: networking
                        Path: /versions/2a95102259be.sql

                            add ip account table
                           \s
                            for the network
                        """);
    }

    @Test
    void writesMergesAndBranchesInTheBlock() {
        Marks both = new Marks(false, false, true, true, false);
        RevisionView view = new RevisionView(
                "c", List.of("a", "b"), List.of(), List.of("d", "e"), List.of(), "m", "m", "", "p", both);

        assertThat(BLOCK.of(view)).isEqualTo("""
                        Rev: c (branchpoint) (mergepoint)
                        Merges: a, b
                        Branches into: d, e
                        Path: p

                            m
                        """);
        assertThat(BLOCK.all(List.of(view, view))).isEqualTo(BLOCK.of(view) + "\n" + BLOCK.of(view) + "\n");
    }

    private static RevisionView shoppingCart(Marks marks) {
        return new RevisionView(
                "27c6a30d7c24",
                List.of("1975ea83b712"),
                List.of(),
                List.of(),
                List.of("shoppingcart"),
                "add shopping cart table",
                "add shopping cart table",
                "",
                "/versions/27c6a30d7c24.sql",
                marks);
    }

    private static RevisionView networking(Marks marks) {
        return new RevisionView(
                "2a95102259be",
                List.of("29f859a13ea"),
                List.of("55af2cb1c267", "d747a8a8879"),
                List.of(),
                List.of("networking"),
                "add ip account table",
                "add ip account table\n\nfor the network",
                "",
                "/versions/2a95102259be.sql",
                marks);
    }

    private static RevisionView view(String id, List<String> parents, String message, Marks marks) {
        return new RevisionView(
                id, parents, List.of(), List.of(), List.of(), message, message, "", "/versions/" + id + ".sql", marks);
    }
}
