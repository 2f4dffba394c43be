// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.it.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A process that is killed at any moment leaves nothing that the next run does not end; {@code -Dchaos.rounds=500} kills more. */
class KillIT {
    private static final int ROUNDS = Integer.getInteger("chaos.rounds", 1);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(
            value = TestDatabase.Kind.class,
            names = {"SQLITE", "POSTGRESQL", "MARIADB"})
    void leavesNothingThatTheNextRunDoesNotEnd(TestDatabase.Kind kind)
            throws IOException, SQLException, InterruptedException {
        KillRounds rounds = new KillRounds(kind, folder, System.nanoTime());

        rounds.run(ROUNDS);

        System.out.println(rounds.summary());
        assertThat(rounds.faults()).isEmpty();
    }
}
