// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A sample of the races that {@link Race} holds at length. */
class RaceIT {
    private static final int PROCESSES = 4;
    private static final int THREADS = 8;
    private static final int ROUNDS = 1;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Arena.Kind.class)
    void eachRevisionRunsOnceWhenProcessesStartTogether(Arena.Kind kind) throws Exception {
        assumeTrue(hasServer(kind), "there is a MariaDB for Linux on amd64 only");

        Race.Result result = Race.run(kind, folder, false, PROCESSES, ROUNDS);

        assertThat(result.faults()).isEmpty();
        assertThat(result.upgrades()).isEqualTo(PROCESSES * ROUNDS);
    }

    @ParameterizedTest
    @EnumSource(Arena.Kind.class)
    void eachRevisionRunsOnceWhenThreadsStartTogether(Arena.Kind kind) throws Exception {
        assumeTrue(hasServer(kind), "there is a MariaDB for Linux on amd64 only");

        Race.Result result = Race.run(kind, folder, true, THREADS, ROUNDS);

        assertThat(result.faults()).isEmpty();
        assertThat(result.workers()).isPositive();
    }

    private static boolean hasServer(Arena.Kind kind) {
        boolean hasBinaries =
                OS.current() == OS.LINUX && System.getProperty("os.arch").equals("amd64");
        return hasBinaries || !kind.name().startsWith("MARIADB");
    }
}
