// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.error.MigrationException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RelinkTest {
    private static final Path FOLDER = Path.of("/migrations");

    @Test
    void changesNothingButTheHeaderOfAnSqlFile() {
        String before = """
                -- add 0003 to books
                --
                --  revision id:0003  \s
                -- Revises:\t0002
                -- Depends On: 0003a, label

                -- limbeck: upgrade
                -- Revises: 0002
                select '0003';
                """.replace("\n", "\r\n");

        RevisionScript after =
                script("0003_add_0003.sql", before).relinked("0004", List.of("0003"), List.of("0007", "label"));

        assertThat(after.source()).isEqualTo("""
                -- add 0003 to books
                --
                --  revision id: 0004  \s
                -- Revises:\t0003
                -- Depends On: 0007, label

                -- limbeck: upgrade
                -- Revises: 0002
                select '0003';
                """.replace("\n", "\r\n"));
        assertThat(after.path()).isEqualTo(FOLDER.resolve("0004_add_0003.sql"));
    }

    @Test
    void givesABaseItsLineOfParents() {
        RevisionScript after =
                script("a1.sql", "-- Revision ID: a1\n-- limbeck: upgrade\n").relinked("a1", List.of("b1"), List.of());

        assertThat(after.source()).isEqualTo("-- Revision ID: a1\n-- Revises: b1\n-- limbeck: upgrade\n");
        assertThat(script("a1.sql", "-- Revision ID: a1\n-- Revises:\n-- limbeck: upgrade\n")
                        .relinked("a1", List.of("b1", "c1"), List.of())
                        .source())
                .isEqualTo("-- Revision ID: a1\n-- Revises: b1, c1\n-- limbeck: upgrade\n");
    }

    @Test
    void renamesTheClassOfAJavaFileWhereItIsCodeAndNotWhereItIsText() {
        String before = """
                package shop;
                import dev.limbeck.*;

                // R0003_x stays in comments
                /**
                 * Says "0003".
                 *
                 * Revision ID: 0003
                 * Revises: 0002<br>
                 */
                @Revision(id = "0003", /* the 0002 */ downRevision = {"0002"},
                          dependsOn = {"0001a", "label"})
                public final class R0003_x implements Migration {
                    R0003_x() {}
                    static final Object SELF = R0003_x.class;
                    String text = "R0003_x";
                    Object other = R0003_xy.class;
                }
                """;

        RevisionScript after =
                script("R0003_x.java", before).relinked("0004", List.of("0003"), List.of("0009", "label"));

        assertThat(after.source()).isEqualTo("""
                package shop;
                import dev.limbeck.*;

                // R0003_x stays in comments
                /**
                 * Says "0003".
                 *
                 * Revision ID: 0004
                 * Revises: 0003<br>
                 */
                @Revision(id = "0004", /* the 0002 */ downRevision = "0003",
                          dependsOn = {"0009", "label"})
                public final class R0004_x implements Migration {
                    R0004_x() {}
                    static final Object SELF = R0004_x.class;
                    String text = "R0003_x";
                    Object other = R0003_xy.class;
                }
                """);
        assertThat(after.path()).isEqualTo(FOLDER.resolve("R0004_x.java"));
    }

    @Test
    void givesAJavaBaseItsParent() {
        assertThat(script("Ra1.java", "@Revision(id = \"a1\") class Ra1 {}")
                        .relinked("a1", List.of("b1"), List.of())
                        .source())
                .isEqualTo("@Revision(id = \"a1\", downRevision = \"b1\") class Ra1 {}");
        assertThat(script("Ra1.java", "@Revision(\n    id = \"a1\",\n    createdAt = \"\")\nclass Ra1 {}")
                        .relinked("a1", List.of("b1", "c1"), List.of())
                        .source())
                .isEqualTo("@Revision(\n    id = \"a1\",\n    downRevision = {\"b1\", \"c1\"},\n    createdAt = \"\")\n"
                        + "class Ra1 {}");
    }

    @Test
    void leavesTheDatesAndWordsOfANameAlone() {
        assertThat(name("2026_11_21_1003-0003_drop_0003.sql", "0003", "0004"))
                .isEqualTo("2026_11_21_1003-0004_drop_0003.sql");
        assertThat(name("2026_11_21_drop.sql", "0003", "0004")).isEqualTo("2026_11_21_drop.sql");
        assertThat(name("10003_x.sql", "0003", "0004")).isEqualTo("10003_x.sql");
        assertThat(name("c1-b_x.sql", "c1-b", "d2")).isEqualTo("d2_x.sql");
    }

    @Test
    void refusesAHeaderThatItCannotChangeSafely() {
        RevisionScript script = script("a1.sql", "-- Revision ID: a1\n-- Revises: b1<x\n-- limbeck: upgrade\n");

        assertThatThrownBy(() -> script.relinked("a1", List.of("c1"), List.of()))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("cannot be changed safely");
    }

    private static String name(String before, String id, String other) {
        return script(before, "-- Revision ID: " + id + "\n-- limbeck: upgrade\n")
                .relinked(other, List.of(), List.of())
                .path()
                .getFileName()
                .toString();
    }

    private static RevisionScript script(String name, String text) {
        return RevisionScript.read(FOLDER.resolve(name), text).orElseThrow();
    }
}
