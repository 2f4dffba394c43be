// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.race;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A history whose revisions leave behind how often they ran: each adds a row to a table without a key, one counts, one is
 * slow, one is in Java.
 */
final class Course {
    /** The last one; {@code index} is how the kind of database creates one while others write. */
    private static final String INDEX = """
            -- Index
            --
            -- Revision ID: e5
            -- Revises: d4

            -- limbeck: upgrade
            insert into ran (revision) values ('e5');
            %s;

            -- limbeck: downgrade
            drop index ix_ran;
            """;

    private Course() {}

    static void write(Path folder, Arena arena) throws IOException {
        Path migrations = Files.createDirectories(folder.resolve("migrations"));
        Files.writeString(
                folder.resolve("limbeck.properties"),
                "limbeck.locations=migrations\nlimbeck.lock-timeout=5m\nlimbeck.lock-mode=" + arena.lockMode() + "\n");
        Files.writeString(migrations.resolve("a1_tables.sql"), sql("a1", "", """
                create table ran (revision varchar(10), at_time timestamp default current_timestamp);
                create table counter (n integer);
                insert into ran (revision) values ('a1');
                insert into counter (n) values (0);
                """));
        Files.writeString(migrations.resolve("Rb2_java.java"), """
                import static dev.limbeck.operation.Definitions.*;

                import dev.limbeck.Migration;
                import dev.limbeck.Revision;
                import dev.limbeck.operation.Operations;

                /** Java. */
                @Revision(id = "b2", downRevision = "a1")
                public class Rb2_java implements Migration {
                    @Override
                    public void upgrade(Operations op) {
                        op.createTable("users", column("id", bigint()).notNull(), column("name", varchar(40)));
                        op.execute("insert into ran (revision) values (?)", "b2");
                        op.execute("update counter set n = n + 1");
                    }

                    @Override
                    public void downgrade(Operations op) {
                        op.dropTable("users");
                    }
                }
                """);
        Files.writeString(migrations.resolve("c3_slow.sql"), sql("c3", "b2", """
                insert into ran (revision) values ('c3');
                %s;
                insert into users (id, name) values (1, 'Ada'), (2, 'Grace');
                """.formatted(arena.slowStatement())));
        Files.writeString(migrations.resolve("d4_count.sql"), sql("d4", "c3", """
                insert into ran (revision) values ('d4');
                update counter set n = n + 1;
                """));
        Files.writeString(migrations.resolve("e5_index.sql"), INDEX.formatted(arena.indexStatement()));
    }

    private static String sql(String id, String revises, String upgrade) {
        return "-- Revision " + id + "\n--\n-- Revision ID: " + id + "\n-- Revises: " + revises
                + "\n\n-- limbeck: upgrade\n" + upgrade + "\n-- limbeck: downgrade\n";
    }
}
