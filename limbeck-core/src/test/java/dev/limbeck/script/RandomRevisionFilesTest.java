// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.error.MigrationException;
import dev.limbeck.fixtures.RandomText;
import dev.limbeck.fixtures.Seeds;
import dev.limbeck.operation.Operation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Any text at all is a revision, is none, or is refused with a line and a reason; and what it runs stands in it.
 * {@code -Dseeds=1000000} tries a million, {@code -Dlarge=10000000} larger ones.
 */
class RandomRevisionFilesTest {
    /** What is put in for a placeholder is not in the file's text. */
    private static final Pattern HAS_VALUES = Pattern.compile("variable|arguments");

    private static final int LARGE = Integer.getInteger("large", 300_000);

    private static final List<String> SQL = List.of(
            "-- Revision ID: a1\n",
            "-- Revision ID:",
            "-- Revises: b2, c3\n",
            "-- Revises:\n",
            "-- Branch Labels: x\n",
            "-- Depends On: ,\n",
            "-- limbeck: upgrade\n",
            "-- limbeck: upgrade\n",
            "-- limbeck: downgrade\n",
            "-- limbeck: upgrade sqlite, h2\n",
            "-- limbeck: upgrade ,\n",
            "-- limbeck: no-transaction\n",
            "-- limbeck: require no rows\n",
            "-- limbeck: arguments\n",
            "-- limbeck: variable a = b\n",
            "-- limbeck: ",
            "--limbeck:x\n",
            "--",
            "select 1;\n",
            "select '${a}';\n",
            "${x:k:d}",
            ";",
            "insert into t values ('-- limbeck: downgrade\n');\n",
            "'",
            "$$",
            "/*",
            "*/",
            "\n",
            "\r\n",
            " ",
            ":");

    private static final String SQL_FILE = """
            -- Add a column
            --
            -- Revision ID: a1
            -- Revises: b2, c3
            -- Create Date: 2026-11-20T08:42:11Z
            -- Branch Labels: shop
            -- limbeck: variable size = 20

            -- limbeck: upgrade
            alter table t add column a varchar(${size});
            insert into t (a) values ('x;y'), ('-- no comment');
            -- limbeck: no-transaction
            create index ix on t (a); -- at the end
            -- limbeck: require no row has none
            select count(*) from t where a is null;

            -- limbeck: downgrade sqlite
            drop index ix;

            -- limbeck: downgrade
            alter table t drop column a;
            """;

    private static final List<String> JAVA = List.of(
            "@Revision",
            "@Revision(id = \"a1\")",
            "(",
            ")",
            "id",
            "=",
            "\"a1\"",
            "downRevision",
            "{",
            "}",
            ",",
            ";",
            "class",
            " class X ",
            "package a.b;",
            "import x;",
            "/** doc */",
            "/**",
            "*/",
            "/*",
            "//",
            "\n",
            "'",
            "\"",
            "\"\"\"",
            "\\",
            "@",
            "dev",
            ".",
            "Revision",
            "dev.limbeck.Revision",
            "record",
            " ");

    private static final String JAVA_FILE = """
            package com.example.migrations;

            import dev.limbeck.Migration;
            import dev.limbeck.Revision;

            /** Add <b>a</b> column. */
            @Revision(id = "a1", downRevision = {"b2", "c3"}, branchLabels = "shop", createdAt = "2026-11-20T08:42:11Z")
            public class Ra1_add implements Migration {
                private static final String TEXT = "not \\" the end";
                private static final String BLOCK = \"""
                        @Revision(id = "zz")
                        \""";
                private static final char QUOTE = '"';
            }
            """;

    @Test
    void ofSqlRunOnlyWhatStandsInThem() {
        Seeds.forAll(
                5_000,
                random -> checkSql(
                        random.nextBoolean()
                                ? RandomText.of(random, SQL)
                                : RandomText.damaged(
                                        random, random.nextBoolean() ? SQL_FILE : withoutVariable(SQL_FILE), SQL)));
    }

    /** What a variable stands for is not in the place where it stands, so that only such a file can be compared. */
    private static String withoutVariable(String text) {
        return text.replaceFirst("-- limbeck: variable.*", "").replace("${size}", "20");
    }

    private static void checkSql(String text) {
        Optional<RevisionScript> script = parsed("a1.sql", text);
        for (Dialect dialect : Dialects.all()) {
            script.ifPresent(found -> checkOperations(found, dialect));
        }
    }

    private static void checkOperations(RevisionScript script, Dialect dialect) {
        List<LocatedOperation> operations;
        try {
            operations = SqlRevision.of(script, dialect, Arguments.NONE).upgrade();
        } catch (MigrationException refused) {
            assertThat(refused.getMessage()).isNotBlank();
            return;
        }
        String lines = String.join("\n", script.file().text().lines().toList());
        for (LocatedOperation operation : operations) {
            if (operation.operation() instanceof Operation.Execute execute
                    && !HAS_VALUES.matcher(script.file().text()).find()) {
                assertThat(lines).contains(execute.sql());
            }
        }
    }

    @Test
    void ofJavaAreReadOrRefused() {
        Seeds.forAll(5_000, random -> parsed("Ra1.java", java(random)));
    }

    private static String java(Random random) {
        return random.nextBoolean() ? RandomText.of(random, JAVA) : RandomText.damaged(random, JAVA_FILE, JAVA);
    }

    /** The revision; empty where there is none, or one that is refused. */
    private static Optional<RevisionScript> parsed(String name, String text) {
        try {
            Optional<RevisionScript> script = RevisionScript.parse(SourceFile.of(Path.of(name), text), List.of());
            script.ifPresent(found -> assertThat(found.node().id()).as(text).isNotBlank());
            return script;
        } catch (BadHeaderException refused) {
            assertThat(refused.getMessage()).isNotBlank();
            assertThat(refused.line())
                    .as(text)
                    .isBetween(0, 1 + (int) text.lines().count());
            return Optional.empty();
        }
    }

    @Test
    void areReadInATimeThatGrowsAsTheyDo() {
        for (String piece : SQL) {
            String large = piece.repeat(LARGE / piece.length());
            timed("a1.sql", large, piece);
            timed("a1.sql", "-- Revision ID: a1\n-- limbeck: upgrade\n" + large, "upgrade, then " + piece);
            timed("a1.sql", "-- limbeck: x" + large + "x", "a marker, then " + piece);
        }
        for (String piece : JAVA) {
            String large = piece.repeat(LARGE / piece.length());
            timed("Ra1.java", "@Revision(" + large, piece);
            timed("Ra1.java", "@Revision(id = \"a1\") " + large, piece);
        }
    }

    private static void timed(String name, String text, String what) {
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> parsed(name, text), () -> what + " again and again");
    }
}
