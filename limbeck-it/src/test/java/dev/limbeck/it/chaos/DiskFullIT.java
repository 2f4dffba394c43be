// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.limbeck.it.Limbeck;
import dev.limbeck.it.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A disk that is full in the middle of a run; where file systems cannot be mounted, nothing is tried. */
class DiskFullIT {
    @TempDir
    private Path folder;

    private Path disk;

    @BeforeEach
    void mountASmallDisk() throws IOException, InterruptedException {
        disk = Files.createDirectories(folder.resolve("disk"));
        assumeTrue(isDone("mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", disk.toString()), "mount is refused");
    }

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        isDone("umount", "--lazy", disk.toString());
    }

    private static boolean isDone(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = TestDatabase.Kind.class,
            names = {"SQLITE"})
    void isSaidAndTheNextRunEnds(TestDatabase.Kind kind) throws IOException, SQLException, InterruptedException {
        try (TestDatabase database = kind.open(disk)) {
            List<String> settings = new ArrayList<>(
                    List.of("limbeck.url=" + database.database().url(), "limbeck.locations=migrations"));
            if (database.database().user() != null) {
                settings.add("limbeck.user=" + database.database().user());
                settings.add("limbeck.password=" + database.database().password());
            }
            Files.write(folder.resolve("limbeck.properties"), settings);
            Files.createDirectories(folder.resolve("migrations"));
            Files.writeString(folder.resolve("migrations/a1_rows.sql"), revision());

            Limbeck.Outcome full = Limbeck.run(folder, List.of("upgrade", "head"));

            assertThat(full.exitCode()).as(full.err()).isEqualTo(1);
            assertThat(full.err()).contains("FAILED: ", "a1").doesNotContain("\tat ", "defect");

            assertThat(isDone("mount", "-o", "remount,size=60m", disk.toString()))
                    .isTrue();
            Limbeck.Outcome next = Limbeck.run(folder, List.of("upgrade", "head"));

            assertThat(next.exitCode()).as(full.err() + next.err()).isZero();
            assertThat(database.run("select count(*) from t")).containsExactly("4001");
            assertThat(database.run("select count(*) from u")).containsExactly("1");
        }
    }

    private static String revision() {
        return """
                -- Rows
                --
                -- Revision ID: a1
                -- Revises:

                -- limbeck: upgrade
                create table t (id integer not null primary key, x varchar(4000));
                insert into t values (0, 'first');
                insert into t with recursive n(i) as (select 1 union all select i + 1 from n where i < 4000)
                    select i, '%s' from n;
                create table u (id integer not null primary key);
                insert into u values (1);
                """.formatted("0123456789".repeat(200));
    }
}
