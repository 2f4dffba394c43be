// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.it.Limbeck;
import dev.limbeck.it.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody ends all sessions on a server in the middle of a run, as a restart of the server does. */
class CutConnectionIT {
    private static final int EVERY = Integer.getInteger("chaos.every", 17) * 5;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(
            value = TestDatabase.Kind.class,
            names = {"POSTGRESQL", "MARIADB"})
    void isSaidAndTheNextRunEnds(TestDatabase.Kind kind)
            throws IOException, SQLException, ReflectiveOperationException {
        Path compiled = folder.resolve("compiled");
        Project.State expected;
        try (TestDatabase database = kind.open(folder)) {
            Project project = Project.create(Files.createDirectories(folder.resolve("whole")), database, compiled);
            assertThat(Limbeck.run(project.folder(), List.of("upgrade", "head")).exitCode())
                    .isZero();
            expected = project.state();
            Project.copy(project.folder().resolve(".limbeck/cache/classes"), compiled);
        }
        try (ShadowedCommand command = new ShadowedCommand(Files.createDirectories(folder.resolve("shadows")))) {
            boolean over = false;
            for (int call = 3; !over; call += EVERY) {
                try (TestDatabase database = kind.open(folder)) {
                    Project project =
                            Project.create(Files.createDirectories(folder.resolve("cut" + call)), database, compiled);
                    over = !cut(command, kind, project, call);
                    assertThat(project.state()).as("cut at call " + call).isEqualTo(expected);
                    assertThat(project.journal()).isEmpty();
                    database.checkInvariants();
                }
            }
        }
    }

    /** Runs forth with all sessions ended at a call, and again; false if there are not so many calls. */
    private static boolean cut(ShadowedCommand command, TestDatabase.Kind kind, Project project, int call) {
        Outage moment = new Outage(call, () -> endSessions(kind, project.database()));
        ShadowedCommand.Outcome broken =
                command.run(project.folder(), sql -> moment.test(sql) || moment.isOver(), "upgrade", "head");
        if (!moment.isOver()) {
            assertThat(broken.exitCode()).as(broken.err()).isZero();
            return false;
        }
        assertThat(broken.exitCode()).as(broken.err()).isEqualTo(1);
        assertThat(broken.err())
                .contains("FAILED: ", "run the command again")
                .doesNotContain("\tat ", "Exception", "defect");
        Limbeck.Outcome next = Limbeck.run(project.folder(), List.of("upgrade", "head"));
        assertThat(next.exitCode()).as(broken.err() + next.err()).isZero();
        return true;
    }

    private static void endSessions(TestDatabase.Kind kind, TestDatabase database) {
        try {
            if (kind == TestDatabase.Kind.POSTGRESQL) {
                database.run("select pg_terminate_backend(pid, 10000) from pg_stat_activity"
                        + " where datname = current_database() and pid <> pg_backend_pid()");
            } else {
                for (String session : database.run("select id from information_schema.processlist"
                        + " where db = database() and id <> connection_id()")) {
                    database.run("kill " + session);
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
