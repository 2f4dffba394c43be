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

/**
 * A disk that is full in the middle of a run; where file systems cannot be mounted, nothing is tried. MariaDB's server does
 * not outlive a table on a full disk, which makes a lost connection of it.
 */
class DiskFullIT {
    @TempDir
    private Path folder;

    /** Outside of the folder, which a server's user may not enter. */
    private Path disk;

    @BeforeEach
    void mountASmallDisk() throws IOException, InterruptedException {
        disk = Files.createTempDirectory("limbeck-disk");
        assumeTrue(isDone("mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", disk.toString()), "mount is refused");
    }

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        isDone("umount", "--lazy", disk.toString());
        Files.deleteIfExists(disk);
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
            names = {"SQLITE", "POSTGRESQL", "H2"})
    void isSaidAndTheNextRunEnds(TestDatabase.Kind kind) throws IOException, SQLException, InterruptedException {
        try (TestDatabase database = kind.open(disk)) {
            String place = place(kind, database);
            List<String> settings = new ArrayList<>(
                    List.of("limbeck.url=" + database.database().url(), "limbeck.locations=migrations"));
            if (database.database().user() != null) {
                settings.add("limbeck.user=" + database.database().user());
                settings.add("limbeck.password=" + database.database().password());
            }
            Files.write(folder.resolve("limbeck.properties"), settings);
            Files.createDirectories(folder.resolve("migrations"));
            Files.writeString(folder.resolve("migrations/a1_rows.sql"), revision(place));

            Limbeck.Outcome full = Limbeck.run(folder, List.of("upgrade", "head"));

            assertThat(full.exitCode()).as(full.err()).isEqualTo(1);
            assertThat(full.err())
                    .contains(
                            "FAILED: ",
                            "a1",
                            "The disk of the database is full: make room on it.",
                            "un the command again")
                    .doesNotContain("\tat ", "defect", "Mend");

            assertThat(isDone("mount", "-o", "remount,size=60m", disk.toString()))
                    .isTrue();
            Limbeck.Outcome next = Limbeck.run(folder, List.of("upgrade", "head"));

            assertThat(next.exitCode()).as(full.err() + next.err()).isZero();
            assertThat(database.run("select count(*) from t")).containsExactly("3601");
            assertThat(database.run("select count(*) from u")).containsExactly("1");
            leave(kind, database);
        }
    }

    /** What a table says to be on that disk; a database in a file is there as a whole. */
    private String place(TestDatabase.Kind kind, TestDatabase database) throws SQLException, IOException {
        if (kind != TestDatabase.Kind.POSTGRESQL) {
            return "";
        }
        String data = database.run("show data_directory").get(0);
        Files.setOwner(disk, Files.getOwner(Path.of(data)));
        database.run("create tablespace small location '" + disk + "'");
        return " tablespace small";
    }

    private static void leave(TestDatabase.Kind kind, TestDatabase database) throws SQLException {
        database.run("drop table t");
        if (kind == TestDatabase.Kind.POSTGRESQL) {
            database.run("drop tablespace small");
        }
    }

    /** The rows are too short for PostgreSQL to compress them. */
    private static String revision(String place) {
        return """
                -- Rows
                --
                -- Revision ID: a1
                -- Revises:

                -- limbeck: upgrade
                create table t (id integer not null primary key, x varchar(4000))%s;
                insert into t values (0, 'first');
                insert into t with recursive n(i) as (select 1 union all select i + 1 from n where i < 900)
                    select 4 * i + k, '%s' from n,
                        (select 0 as k union all select 1 union all select 2 union all select 3) four;
                create table u (id integer not null primary key);
                insert into u values (1);
                """.formatted(place, "0123456789".repeat(180));
    }
}
