// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.revision.RevisionNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptDirectoryTest {
    @TempDir
    private Path folder;

    @Test
    void readsTheHeaderOfAJavaFile() throws IOException {
        Path file = write("Rb1_add.java", """
                /* @Revision(id = "no") */
                package com.example.shop;

                import dev.limbeck.Revision; // @Revision(id = "no")

                /**
                 * Add created_at to {@code address} &amp; friends.
                 *
                 * <p>Because of
                 * the audit.
                 *
                 * @see Other
                 */
                @SuppressWarnings("@Revision(id = \\"no\\")")
                @Revision(
                        id = "b1", // the id
                        downRevision = {"a1", "a\\u0032",},
                        branchLabels = "shop", dependsOn = {},
                        createdAt = "2026-11-20T08:42:11Z")
                public final class Rb1_add implements dev.limbeck.Migration {
                    char quote = '"';
                    Class<?> self = Other.class;
                }
                """.replace("\\u0032", "2"));

        RevisionScript script = only();

        assertThat(script.node())
                .isEqualTo(new RevisionNode(
                        "b1",
                        List.of("a1", "a2"),
                        List.of(),
                        List.of("shop"),
                        "Add created_at to address & friends\n\nBecause of\nthe audit.",
                        "2026-11-20T08:42:11Z",
                        file.toString()));
        assertThat(script.node().message()).isEqualTo("Add created_at to address & friends");
        assertThat(script.className()).isEqualTo("com.example.shop.Rb1_add");
        assertThat(script.language()).isEqualTo(Language.JAVA);
        assertThat(script.path()).isEqualTo(file);
    }

    @Test
    void readsAQualifiedAnnotationInTheUnnamedPackage() throws IOException {
        write("A.java", "@dev.limbeck.Revision(id = \"\"\"\n    a1\\\n    \"\"\")\nrecord A() {}");

        assertThat(only().node().id()).isEqualTo("a1");
        assertThat(only().className()).isEqualTo("A");
        assertThat(only().node().downRevisions()).isEmpty();
        assertThat(only().node().message()).isEmpty();
    }

    @Test
    void takesAJavaFileWithoutTheAnnotationForAHelper() throws IOException {
        write("Names.java", "/** Not a @Revision. */ class Names { String s = \"@Revision(id = 1)\"; }");
        write("A.java", "@Revision(id = \"a\") class A {}");
        write("module-info.java", "module x {}");
        write("notes.txt", "-- limbeck: upgrade");

        assertThat(only().helpers()).extracting(SourceFile::path).containsExactly(folder.resolve("Names.java"));
    }

    @Test
    void readsTheHeaderOfAnSqlFile() throws IOException {
        write("b1_add.sql", """
                -- Add created_at
                -- limbeck: in many words
                --
                -- More.
                --
                -- Revision ID: b1
                -- Revises: a1, a2
                -- create date: 2026-11-20T08:42:11Z
                -- Branch Labels: shop
                -- Depends On: c1

                -- limbeck: upgrade
                select 1;
                """);

        assertThat(only().node().id()).isEqualTo("b1");
        assertThat(only().node().downRevisions()).containsExactly("a1", "a2");
        assertThat(only().node().labels()).containsExactly("shop");
        assertThat(only().node().dependsOn()).containsExactly("c1");
        assertThat(only().node().createdAt()).isEqualTo("2026-11-20T08:42:11Z");
        assertThat(only().node().doc()).isEqualTo("Add created_at\nlimbeck: in many words\n\nMore.");
    }

    @Test
    void takesAnEmptyRevisesForABase() throws IOException {
        write("a.sql", "-- Revision ID: a\n-- Revises:\n-- limbeck: upgrade\n");

        assertThat(only().node().downRevisions()).isEmpty();
        assertThat(only().node().message()).isEmpty();
    }

    @Test
    void ignoresSqlThatIsNoRevision() throws IOException {
        write("query.sql", "-- A report\nselect 1;");

        assertThat(ScriptDirectory.open(List.of(folder)).scripts()).isEmpty();
    }

    @Test
    void finds() throws IOException {
        write("a.sql", "-- Revision ID: a\n-- limbeck: upgrade\n");
        ScriptDirectory directory = ScriptDirectory.open(List.of(folder.resolve("absent"), folder, folder));

        assertThat(directory.scripts()).hasSize(1);
        assertThat(directory.find("a")).isPresent();
        assertThat(directory.find("b")).isEmpty();
        assertThat(directory.home()).isEqualTo(folder.resolve("absent"));
    }

    @Test
    void namesEveryFileThatCannotBeRead() throws IOException {
        write("A.java", "\n@Revision(id = \"a\", downRevision = BASE)\nclass A {}");
        write("B.java", "@Revision(id = \"b\" + X) class B {}");
        write("C.java", "@Revision(downRevision = \"b\") class C {}");
        write("D.java", "@Revision(id = \"d\", parent = \"b\") class D {}");
        write("E.java", "@Revision(id = \"e\"");
        write("F.java", "class F {\n @Revision(id = \"f\") class G {} }");
        write("G.java", "@Revision(id = \"g\") interface G {}");
        write("H.java", "@Revision(\"h\") class H {}");
        write("a.sql", "\n-- limbeck: upgrade\nselect 1;");
        write("b.sql", "-- Revision ID: b\nselect 1;");
        write("c.sql", "-- Revision ID:\n-- limbeck: upgrade");
        write("d.sql", "-- Revision ID: d\n-- limbeck: upgrade\n-- limbeck: down");
        write("e.sql", "-- Revision ID: e\nselect 1;\n-- limbeck: upgrade");
        write("f.sql", "-- Revision ID: f\n-- limbeck: downgrade");
        write("g.sql", "-- Message\n-- Revises: f\nselect 1;");
        write("h.sql", "-- Revision ID: h\n-- limbeck: upgrade\n-- limbeck: upgrade");
        write("i.sql", "-- Revision ID: i\n-- limbeck: no-transaction\n-- limbeck: upgrade");
        Files.write(folder.resolve("z.sql"), "-- Revision ID: ü".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> ScriptDirectory.open(List.of(folder)))
                .isInstanceOfSatisfying(
                        MigrationException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.SCRIPT_UNREADABLE))
                .satisfies(failure -> assertThat(
                                String.valueOf(failure.getMessage()).replace(folder + "/", ""))
                        .isEqualTo("""
                                z.sql: the file is not UTF-8; save it as UTF-8.
                                A.java:2: the value of downRevision is not a plain string literal; headers are read without compiling, so write the text itself.
                                B.java:1: the value of id is not a plain string literal; headers are read without compiling, so write the text itself.
                                C.java:1: @Revision has no id; give it one: @Revision(id = "…").
                                D.java:1: @Revision has no attribute "parent"; it has id, downRevision, branchLabels, dependsOn, createdAt, lockTimeout, statementTimeout.
                                E.java:1: the file ends within @Revision; close its parenthesis.
                                F.java:2: @Revision stands on a nested class; put it on the file's own class.
                                G.java:1: @Revision is not followed by a class; put it on the migration's class.
                                H.java:1: @Revision has no attribute "h"; it has id, downRevision, branchLabels, dependsOn, createdAt, lockTimeout, statementTimeout.
                                a.sql:2: the file has a "-- limbeck:" line but no "-- Revision ID:" at its top; write the header, or take the line out if this is no revision.
                                b.sql: the file has a revision's header but no line "-- limbeck: upgrade"; put one before its statements.
                                c.sql:1: "-- Revision ID:" has no id behind it; write one.
                                d.sql:3: unknown marker "-- limbeck: down"; there are arguments, variable, upgrade, downgrade and, within a section, no-transaction, require, lock-timeout and statement-timeout.
                                e.sql:2: a statement stands in no section; put "-- limbeck: upgrade" before it.
                                f.sql: the file has no line "-- limbeck: upgrade"; put one before its statements.
                                g.sql:2: the header has no line "-- Revision ID:"; write it, with the revision's id.
                                h.sql:3: the file has a second section upgrade; join the two.
                                i.sql:2: "-- limbeck: no-transaction" stands outside of a section; put it into the one it is meant for."""));
    }

    @Test
    void givesAChecksumThatLineEndsAndTrailingBlanksDoNotChange() throws IOException {
        write("a.sql", "-- Revision ID: a\n-- limbeck: upgrade\nselect 1;\n");
        String checksum = only().checksum();
        assertThat(checksum).matches("sha256:[0-9a-f]{64}");

        write("a.sql", "\uFEFF-- Revision ID: a \r\n-- limbeck: upgrade\r\nselect 1;\t\r\n\r\n");
        assertThat(only().checksum()).isEqualTo(checksum);

        write("a.sql", "-- Revision ID: a\n-- limbeck: upgrade\nselect  1;\n");
        assertThat(only().checksum()).isNotEqualTo(checksum);
    }

    @Test
    void readsBackEveryMessageThatJavadocIsWrittenWith() {
        for (String message : List.of(
                "Add x",
                "a < b && c > d",
                "C:\\users \\u000a",
                "@param {@code x} */ * star",
                "* first",
                "really...",
                "why?",
                "first\n\nsecond paragraph",
                "a ".repeat(200).strip())) {
            String comment = Javadoc.write(message);
            assertThat(comment.lines())
                    .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(120));
            String inside =
                    comment.strip().substring("/**".length(), comment.strip().length() - "*/".length());
            RevisionNode node = new RevisionNode("a", List.of(), List.of(), List.of(), Javadoc.read(inside), "", "");
            RevisionNode wanted = new RevisionNode("a", List.of(), List.of(), List.of(), message, "", "");
            assertThat(node.message()).isEqualTo(wanted.message());
        }
        assertThat(Javadoc.write("Add x")).isEqualTo("/** Add x. */\n");
        assertThat(Javadoc.write(" ")).isEmpty();
    }

    private RevisionScript only() {
        List<RevisionScript> scripts = ScriptDirectory.open(List.of(folder)).scripts();
        assertThat(scripts).hasSize(1);
        return scripts.get(0);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
