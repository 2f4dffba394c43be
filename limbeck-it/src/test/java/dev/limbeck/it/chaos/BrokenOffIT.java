// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.error.MigrationException;
import dev.limbeck.it.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A run is broken off before each of the calls by which it changes the database, forth and back; the next run ends it,
 * and all is as if nothing had happened. {@code -Dchaos.every=1} takes each call, other than every so many.
 */
class BrokenOffIT {
    private static final int EVERY = Integer.getInteger("chaos.every", 23);

    @TempDir
    private static Path shadows;

    private static ShadowedCommand command;

    @TempDir
    private Path folder;

    private final List<String> faults = new ArrayList<>();

    @BeforeAll
    static void makeWorld() throws IOException, ReflectiveOperationException {
        command = new ShadowedCommand(shadows);
    }

    @AfterAll
    static void closeWorld() throws IOException {
        command.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = TestDatabase.Kind.class,
            names = {"SQLITE", "POSTGRESQL", "MARIADB", "H2"})
    void isEndedByTheNextRun(TestDatabase.Kind kind) throws IOException, SQLException {
        Undisturbed undisturbed = undisturbed(kind);
        int rounds =
                Math.max(undisturbed.upgrade().size(), undisturbed.downgrade().size());
        assertThat(rounds).isGreaterThan(30);
        for (int allowed = 0; allowed < rounds; allowed += EVERY) {
            round(kind, allowed, undisturbed);
        }
        System.out.printf(
                "%s: broken off at %d of %d calls, %d faults%n",
                kind, (rounds + EVERY - 1) / EVERY, rounds, faults.size());
        assertThat(faults).isEmpty();
    }

    /** What a run is like that nothing happens to: the calls, and what there is behind them. */
    private record Undisturbed(
            List<String> upgrade, Project.State atHead, List<String> downgrade, Project.State atBase) {}

    private Undisturbed undisturbed(TestDatabase.Kind kind) throws IOException, SQLException {
        Path own = Files.createDirectories(folder.resolve("undisturbed"));
        try (TestDatabase database = kind.open(own)) {
            Project project = Project.create(own, database, compiled());
            Outage upgrade = move(project, "upgrade", "head");
            Project.State atHead = project.state();
            assertThat(atHead.rows()).hasSize(23);
            Outage downgrade = move(project, "downgrade", "base");
            Project.copy(own.resolve(".limbeck/cache/classes"), compiled());
            return new Undisturbed(upgrade.calls(), atHead, downgrade.calls(), project.state());
        }
    }

    /** Where the classes of the revisions are once they have been compiled. */
    private Path compiled() {
        return folder.resolve("compiled");
    }

    private Outage move(Project project, String... arguments) {
        Outage none = new Outage(Integer.MAX_VALUE, () -> {});
        ShadowedCommand.Outcome outcome = command.run(project.folder(), none, arguments);
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        return none;
    }

    private void round(TestDatabase.Kind kind, int allowed, Undisturbed undisturbed) throws IOException, SQLException {
        Path start = Files.createDirectories(folder.resolve("round" + allowed));
        List<TestDatabase> opened = new ArrayList<>();
        try {
            TestDatabase database = kind.open(start);
            opened.add(database);
            Project project = Project.create(start, database, compiled());
            project = brokenOff(kind, opened, project, allowed, "upgrade", "head");
            check(project, "upgrade before call " + allowed, undisturbed.atHead());
            project = brokenOff(kind, opened, project, allowed, "downgrade", "base");
            check(project, "downgrade before call " + allowed, undisturbed.atBase());
        } catch (AssertionError | MigrationException fault) {
            faults.add(kind + ", in round " + allowed + ", " + fault.getMessage());
        } finally {
            for (TestDatabase database : opened) {
                database.close();
            }
        }
    }

    /**
     * Breaks a run off and has another one end it. SQLite's file is copied at that moment, with its journal, and the
     * other run works on the copy, since nothing in this process could leave it as a killed one does.
     */
    private Project brokenOff(
            TestDatabase.Kind kind, List<TestDatabase> opened, Project project, int allowed, String... arguments)
            throws SQLException {
        Path copy = folder.resolve("round" + allowed + "-" + opened.size());
        boolean isFile = kind == TestDatabase.Kind.SQLITE;
        Outage outage = new Outage(allowed, () -> {
            if (isFile) {
                copy(project.folder(), copy);
            }
        });
        ShadowedCommand.Outcome broken = command.run(project.folder(), outage, arguments);
        if (!outage.isOver()) {
            return project;
        }
        String last =
                arguments[0] + " before call " + allowed + ", " + outage.calls().get(allowed) + ":\n";
        assertThat(broken.exitCode()).as(last + broken.err()).isEqualTo(1);
        assertThat(broken.err()).as(last).contains("FAILED: ").doesNotContain("\tat ", "Exception", "defect");
        Project next = project;
        if (isFile) {
            TestDatabase copied = kind.open(copy);
            opened.add(copied);
            next = reopened(copy, copied);
        }
        ShadowedCommand.Outcome outcome =
                command.run(next.folder(), new Outage(Integer.MAX_VALUE, () -> {}), arguments);
        assertThat(outcome.exitCode())
                .as(last + broken.err() + "--- then\n" + outcome.err())
                .isZero();
        return next;
    }

    private static Project reopened(Path folder, TestDatabase database) {
        try {
            return new Project(folder, database).withSettings();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void copy(Path from, Path to) {
        try {
            Project.copy(from, to);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void check(Project project, String when, Project.State expected) throws SQLException {
        assertThat(project.state()).as(when).isEqualTo(expected);
        assertThat(project.journal()).as(when + ", the journal").isEmpty();
        project.database().checkInvariants();
    }
}
