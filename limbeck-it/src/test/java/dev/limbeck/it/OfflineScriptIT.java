// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.ScriptStatement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@code --sql} prints leaves the same rows and the same schema as the run itself, whatever the history. */
class OfflineScriptIT {
    private static final int HISTORIES = 12;

    @TempDir
    private Path folder;

    /** The same history twice: one database is moved by runs, the other by scripts. */
    private record Twins(HistoryFolder history, TestDatabase run, TestDatabase scripted) {

        void move(String command, String start, String target) throws SQLException {
            Limbeck.Outcome script = history.limbeck(command, start + ":" + target, "--sql");
            Limbeck.Outcome outcome = history.limbeck(command, target);
            assertThat(script.exitCode()).as(script.err() + outcome.err()).isEqualTo(outcome.exitCode());
            play(script.out());

            assertThat(rows(scripted)).as(script.out()).isEqualTo(rows(run));
            assertThat(scripted.schema()).as(script.out()).isEqualTo(run.schema());
        }

        String moveTwice(String command, String start, String target) throws SQLException {
            Limbeck.Outcome script = history.limbeck(command, start + ":" + target, "--sql", "--idempotent");
            Limbeck.Outcome outcome = history.limbeck(command, target);
            assertThat(script.exitCode()).as(script.err() + outcome.err()).isEqualTo(outcome.exitCode());
            for (int time = 1; time <= 2; time++) {
                play(script.out());

                assertThat(rows(scripted)).as(script.out()).isEqualTo(rows(run));
                assertThat(scripted.schema()).as(script.out()).isEqualTo(run.schema());
            }
            return script.out();
        }

        /** A line that starts with a dot is for the shell, which JDBC is not. */
        private void play(String text) throws SQLException {
            String script = text.startsWith(".") ? text.substring(text.indexOf('\n')) : text;
            try (Connection connection = scripted.connect();
                    Statement statement = connection.createStatement()) {
                for (ScriptStatement part : scripted.database().dialect().split(script)) {
                    statement.execute(part.sql());
                }
            }
        }

        static List<String> rows(TestDatabase database) throws SQLException {
            return database.run("select version_num from limbeck_version order by version_num");
        }
    }

    @ParameterizedTest
    @EnumSource
    void leavesWhatTheRunLeaves(TestDatabase.Kind kind) throws IOException, SQLException {
        for (int seed = 0; seed < HISTORIES; seed++) {
            Path place = Files.createDirectories(folder.resolve("history" + seed));
            Path other = Files.createDirectories(folder.resolve("scripted" + seed));
            try (TestDatabase run = kind.open(place);
                    TestDatabase scripted = kind.open(other)) {
                Random random = new Random(seed);
                List<String> revisions = HistoryFolder.random(random);
                HistoryFolder history = HistoryFolder.create(place, run).with(revisions.toArray(String[]::new));
                leavesWhatTheRunLeaves(new Twins(history, run, scripted), revisions, random);
            } catch (AssertionError | RuntimeException broken) {
                throw new AssertionError("seed " + seed + ": " + broken.getMessage(), broken);
            }
        }
    }

    /** From base, from the middle, and back; each script runs twice, and the first once more after the others. */
    @ParameterizedTest
    @EnumSource(names = "SQLITE", mode = EnumSource.Mode.EXCLUDE)
    void anIdempotentScriptRunsTwice(TestDatabase.Kind kind) throws IOException, SQLException {
        for (int seed = 0; seed < HISTORIES / 3; seed++) {
            Path place = Files.createDirectories(folder.resolve("history" + seed));
            Path other = Files.createDirectories(folder.resolve("scripted" + seed));
            try (TestDatabase run = kind.open(place);
                    TestDatabase scripted = kind.open(other)) {
                Random random = new Random(seed);
                List<String> revisions = HistoryFolder.random(random);
                String some = id(revisions.get(random.nextInt(revisions.size())));
                HistoryFolder history = HistoryFolder.create(place, run).with(revisions.toArray(String[]::new));
                Twins twins = new Twins(history, run, scripted);

                String first = twins.moveTwice("upgrade", "base", some);
                twins.moveTwice("upgrade", some, "heads");
                twins.play(first);
                assertThat(Twins.rows(scripted)).as("seed " + seed).isEqualTo(Twins.rows(run));
                twins.moveTwice("downgrade", "heads", some);
            }
        }
    }

    private static void leavesWhatTheRunLeaves(Twins twins, List<String> revisions, Random random) throws SQLException {
        String some = id(revisions.get(random.nextInt(revisions.size())));
        String other = id(revisions.get(random.nextInt(revisions.size())));

        boolean runs = random.nextInt(3) > 0;
        twins.move(runs ? "upgrade" : "stamp", "base", some);
        twins.move(runs ? "upgrade" : "stamp", some, "heads");
        twins.move(runs ? "downgrade" : "stamp", "heads", other);
    }

    private static String id(String revision) {
        return revision.split(" ", 2)[0];
    }
}
