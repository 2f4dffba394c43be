// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command once on a project of SQL files and a SQLite file: what goes to which stream, and how it ends. */
class ProjectTest {
    private static final String CONNECTED = """
            INFO  [limbeck.runtime.migration] Context impl SQLite.
            INFO  [limbeck.runtime.migration] Will assume transactional DDL.
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void project() throws IOException {
        Files.writeString(folder.resolve("limbeck.properties"), """
                limbeck.url=jdbc:sqlite:shop.db
                limbeck.locations=migrations
                limbeck.models=sql:schema.sql
                limbeck.revision-language=sql
                """);
        Files.createDirectories(folder.resolve("migrations"));
        write(
                "a1_first.sql",
                "create the shop",
                "a1",
                "",
                "create table book (id integer primary key)",
                "drop table book");
        write("b2_second.sql", "add a title", "b2", "a1", "alter table book add column title text", "select 1");
        Files.writeString(folder.resolve("schema.sql"), "create table book (id integer primary key, title text);");
    }

    @Test
    void listsTheHistoryWithoutTouchingTheDatabase() {
        assertThat(run("history")).isEqualTo(done("a1 -> b2 (head), add a title\n<base> -> a1, create the shop\n", ""));
        assertThat(run("history", "-r", "a1:a1")).isEqualTo(done("<base> -> a1, create the shop\n", ""));
        assertThat(run("heads")).isEqualTo(done("b2 (head)\n", ""));
        assertThat(run("branches")).isEqualTo(done("", ""));
        assertThat(run("show", "a1").out())
                .startsWith("Rev: a1\nParent: <base>\nPath: ")
                .endsWith("a1_first.sql\n\n    create the shop\n\n");
        assertThat(folder.resolve("shop.db")).doesNotExist();
    }

    @Test
    void movesTheDatabaseAndTellsItOnStandardError() {
        assertThat(run("upgrade", "head"))
                .isEqualTo(done(
                        "",
                        CONNECTED
                                + "INFO  [limbeck.runtime.migration] Running upgrade  -> a1, create the shop\n"
                                + "INFO  [limbeck.runtime.migration] Running upgrade a1 -> b2, add a title\n"));
        assertThat(run("current")).isEqualTo(done("b2 (head)\n", CONNECTED));
        assertThat(run("-q", "downgrade", "-1")).isEqualTo(done("", ""));
        assertThat(run("-q", "history", "-i"))
                .isEqualTo(done("a1 -> b2 (head), add a title\n<base> -> a1 (current), create the shop\n", ""));
        assertThat(run("-q", "current", "-v").out())
                .startsWith("Current revision(s) for jdbc:sqlite:")
                .contains("shop.db:\nRev: a1\n");
        assertThat(run("-q", "current", "--check-heads"))
                .isEqualTo(new CommandRun(
                        1, "a1\n", "FAILED: Database is not on all head revisions. Run limbeck upgrade heads.\n"));
    }

    @Test
    void stampsWithoutRunning() {
        assertThat(run("stamp", "a1"))
                .isEqualTo(done("", CONNECTED + "INFO  [limbeck.runtime.migration] Running stamp_revision  -> a1\n"));
        assertThat(run("-q", "current").out()).isEqualTo("a1\n");
    }

    @Test
    void saysThatTheDatabaseIsWhereNoFileIs() throws IOException {
        run("upgrade", "head");
        Files.delete(folder.resolve("migrations/b2_second.sql"));

        CommandRun run = run("-q", "current");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEqualTo("b2 (unknown)\n");
        assertThat(run.err().lines())
                .startsWith(
                        "FAILED: The database is at b2, which no revision file has. Get the file from where the database"
                                + " was upgraded (another branch, a newer release), or, if the revision is gone for good, say"
                                + " where the database stands with limbeck stamp --purge REVISION.")
                .endsWith(
                        "It keeps the way back, too: limbeck downgrade --from-log a1 takes the database back without the"
                                + " file.")
                .hasSize(3);
    }

    @Test
    void printsSqlInsteadOfRunningIt() {
        CommandRun run = run("upgrade", "a1:head", "--sql");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("-- Running upgrade a1 -> b2\n", "alter table book add column title text;\n")
                .doesNotContain("INFO", "create table book");
        assertThat(folder.resolve("shop.db")).doesNotExist();
    }

    @Test
    void checksTheModelsAgainstTheHistory() throws IOException {
        assertThat(run("check")).isEqualTo(done("No new upgrade operations detected.\n", ""));

        Files.writeString(
                folder.resolve("schema.sql"), "create table book (id integer primary key, title text, isbn text);");

        assertThat(run("check")).isEqualTo(new CommandRun(1, "", """
                        INFO  [limbeck.autogenerate] Detected added column 'book.isbn'
                        FAILED: New upgrade operations detected:
                          added column 'book.isbn'
                        Run limbeck revision --autogenerate -m "..." to write them down.
                        """));
        assertThat(run("-q", "check", "--output", "json").out()).isEqualTo("""
                        {
                          "differences" : [ "added column 'book.isbn'" ],
                          "changes" : [ {
                            "descriptions" : [ "added column 'book.isbn'" ],
                            "effect" : "reversible",
                            "loses" : null
                          } ],
                          "leftAlone" : [ ]
                        }
                        """);
        assertThat(run("check", "--against", "live").err()).contains("FAILED: Target database is not up to date.");
    }

    @Test
    void writesARevision() throws IOException {
        assertThat(run("revision", "--autogenerate", "-m", "nothing"))
                .isEqualTo(done("No new upgrade operations detected.\n", ""));

        CommandRun run = run("revision", "-m", "add isbn", "--rev_id", "c3", "--branch-label", "isbn");

        assertThat(run)
                .isEqualTo(done("Generating " + folder.resolve("migrations/c3_add_isbn.sql") + " ...  done\n", ""));
        assertThat(folder.resolve("migrations/c3_add_isbn.sql"))
                .content()
                .contains("Revises: b2\n", "Branch Labels: isbn\n");
    }

    @Test
    void mergesHeads() throws IOException {
        write("c3_other.sql", "another way", "c3", "a1", "select 1", "select 1");

        assertThat(run("branches").out()).isEqualTo("a1 (branchpoint)\n   -> b2 (head)\n   -> c3 (head)\n\n");
        assertThat(run("merge", "heads", "-m", "join", "--rev-id", "d4").out())
                .isEqualTo("Generating " + folder.resolve("migrations/d4_join.sql") + " ...  done\n");
        assertThat(run("heads").out()).isEqualTo("d4 (head)\n");
    }

    @Test
    void reportsAsJson() throws IOException {
        assertThat(json("upgrade", "head").at("/ran")).hasToString("[\"a1\",\"b2\"]");
        assertThat(json("current").at("/revisions/0/id").asText()).isEqualTo("b2");
        assertThat(json("current").at("/atHead").asBoolean()).isTrue();
        assertThat(json("history", "-i").at("/revisions/0/marks/current").asBoolean())
                .isTrue();
        assertThat(json("heads").at("/heads/0/downRevisions/0").asText()).isEqualTo("a1");
        assertThat(json("show", "a1").at("/revisions/0/message").asText()).isEqualTo("create the shop");
        assertThat(json("branches").at("/branches").isArray()).isTrue();
        assertThat(json("revision", "--rev-id", "c3").at("/file").asText())
                .startsWith(folder.resolve("migrations").toString());
        assertThat(json("stamp", "--purge", "c3").at("/to/0").asText()).isEqualTo("c3");
    }

    @Test
    void failsWithoutAStackTrace() {
        assertThat(run("upgrade", "zz").err())
                .contains("FAILED: Can't locate revision identified by 'zz'")
                .doesNotContain("\tat ");
        assertThat(run("upgrade", "zz").exitCode()).isEqualTo(1);
    }

    private CommandRun run(String... arguments) {
        return CommandRun.of(folder, arguments);
    }

    private JsonNode json(String... arguments) throws IOException {
        String[] all = Stream.concat(Stream.of(arguments), Stream.of("--output", "json"))
                .toArray(String[]::new);
        CommandRun run = run(all);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    private static CommandRun done(String out, String err) {
        return new CommandRun(0, out, err);
    }

    private void write(String file, String message, String id, String parent, String upgrade, String downgrade)
            throws IOException {
        List<String> lines = List.of(
                "-- " + message,
                "--",
                "-- Revision ID: " + id,
                "-- Revises: " + parent,
                "",
                "-- limbeck: upgrade",
                upgrade + ";",
                "",
                "-- limbeck: downgrade",
                downgrade + ";",
                "");
        Files.writeString(folder.resolve("migrations").resolve(file), String.join("\n", lines));
    }
}
