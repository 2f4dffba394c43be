// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.race;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.Database;
import dev.limbeck.it.Limbeck;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The session that holds the lock ends while a revision runs, which ends it itself here. */
class LostLockIT {
    @TempDir
    private Path folder;

    @Test
    void aRevisionThatLostItsLockIsNotCommitted() throws Exception {
        try (Arena arena = Arena.Kind.POSTGRESQL.open(folder)) {
            Database database = arena.create(0);
            Course.write(folder, arena);
            Files.writeString(folder.resolve("migrations/f6_end.sql"), """
                    -- End the lock
                    --
                    -- Revision ID: f6
                    -- Revises: e5

                    -- limbeck: upgrade
                    insert into ran (revision) values ('f6');
                    select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'
                    and database = (select oid from pg_database where datname = current_database());

                    -- limbeck: downgrade
                    """);

            Limbeck.Outcome outcome = Racer.upgrade(folder, database.url(), String.valueOf(database.user()));

            assertThat(outcome.exitCode()).isEqualTo(1);
            assertThat(outcome.err())
                    .contains("was lost while revisions ran")
                    .contains("nothing more is committed")
                    .contains("the database is at e5");
            assertThat(Arena.query(database, "select version_num from limbeck_version"))
                    .containsExactly("e5");
            assertThat(Arena.query(database, "select revision from ran where revision = 'f6'"))
                    .isEmpty();
            arena.drop(0);
        }
    }

    /** Behind such a pool the tables would land in the schema that the login comes to. */
    @Test
    void aSchemaIsRefusedWhereATransactionHoldsTheLock() throws Exception {
        try (Arena arena = Arena.Kind.POSTGRESQL_TRANSACTION.open(folder)) {
            Database database = arena.create(0);
            Course.write(folder, arena);

            Limbeck.Outcome outcome = Limbeck.run(
                    folder,
                    Map.of(
                            "LIMBECK_URL", database.url(),
                            "LIMBECK_USER", String.valueOf(database.user()),
                            "LIMBECK_SCHEMAS", "shop"),
                    List.of("upgrade", "head"));

            assertThat(outcome.exitCode()).isEqualTo(1);
            assertThat(outcome.err())
                    .contains("limbeck.schemas begins with shop")
                    .contains("past the pool");
            arena.drop(0);
        }
    }
}
