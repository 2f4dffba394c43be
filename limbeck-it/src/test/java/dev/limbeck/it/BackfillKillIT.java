// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.limbeck.cli.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A backfill whose process is killed goes on behind its last batch, and no row is met twice. With
 * {@code -Dbackfill.rows=5000000} it is a large one, on PostgreSQL alone; what the command prints is shown then.
 */
class BackfillKillIT {
    private static final int ROWS = Integer.getInteger("backfill.rows", 20_000);

    private static final Map<TestDatabase.Kind, String> NUMBERS = Map.of(
            TestDatabase.Kind.POSTGRESQL,
            "select i from generate_series(1, %1$d) i",
            TestDatabase.Kind.MARIADB,
            "select seq as i from seq_1_to_%1$d",
            TestDatabase.Kind.SQLITE,
            "with recursive n(i) as (select 1 union all select i + 1 from n where i < %1$d) select i from n");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(
            value = TestDatabase.Kind.class,
            names = {"POSTGRESQL", "SQLITE", "MARIADB"})
    void goesOnBehindTheLastBatch(TestDatabase.Kind kind) throws IOException, SQLException, InterruptedException {
        assumeTrue(ROWS <= 20_000 || kind == TestDatabase.Kind.POSTGRESQL, "a large one is for PostgreSQL");
        try (TestDatabase database = kind.open(folder)) {
            database.run("create table users (id bigint not null primary key, first varchar(80))");
            database.run("insert into users (id, first) select i * 3, concat('u', i) from (%s) n"
                    .formatted(NUMBERS.get(kind).formatted(ROWS)));
            writeProject(database);

            killWithinTheBackfill(database);

            long killedAt = Long.parseLong(
                    database.run("select count(*) from users where passes = 1").get(0));
            assertThat(killedAt).isPositive().isLessThan(ROWS);
            assertThat(database.run("select version_num from limbeck_version")).isEmpty();

            Instant start = Instant.now();
            Limbeck.Outcome outcome = Limbeck.run(folder, List.of("upgrade", "head"));

            assertThat(outcome.exitCode()).as(outcome.err()).isZero();
            show(kind + " was killed at row " + killedAt + " and took "
                    + Duration.between(start, Instant.now()).toMillis() + " ms for the rest:\n" + outcome.err());
            assertThat(outcome.err())
                    .contains("Goes on with revision 2222 at operation 3, within a backfill")
                    .contains(String.format(Locale.ROOT, "Backfilled users: %,d of %,d rows changed", ROWS, ROWS));
            assertThat(database.run("select passes, count(*) from users group by passes"))
                    .containsExactly("1 | " + ROWS);
            assertThat(database.run("select count(*) from users where full_name = concat(first, '!')"))
                    .containsExactly(String.valueOf(ROWS));
            assertThat(database.run("select version_num from limbeck_version")).containsExactly("2222");
            assertThat(database.run("select count(*) from limbeck_journal")).containsExactly("0");
            assertThat(Limbeck.run(folder, List.of("downgrade", "base")).exitCode())
                    .isZero();
            database.checkInvariants();
        }
    }

    private void killWithinTheBackfill(TestDatabase database) throws IOException, InterruptedException, SQLException {
        Path output = folder.resolve("killed.txt");
        Process process = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "upgrade",
                        "head")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            Instant end = Instant.now().plus(Duration.ofMinutes(10));
            while (rowsDone(database) < ROWS / 3) {
                assertThat(process.isAlive()).as(Files.readString(output)).isTrue();
                assertThat(Instant.now()).isBefore(end);
                LockSupport.parkNanos(20_000_000);
            }
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        show(Files.readString(output));
    }

    /** As the journal has it; 0 while there is none. */
    private static long rowsDone(TestDatabase database) {
        try {
            List<String> positions = database.run("select backfill_position from limbeck_journal");
            return positions.isEmpty() || positions.get(0).equals("null")
                    ? 0
                    : Long.parseLong(positions.get(0).lines().findFirst().orElseThrow());
        } catch (SQLException noJournalYet) {
            return 0;
        }
    }

    private static void show(String text) {
        if (ROWS > 20_000) {
            System.out.println(text);
        }
    }

    private void writeProject(TestDatabase database) throws IOException {
        List<String> settings = new ArrayList<>();
        settings.add("limbeck.url=" + database.database().url());
        settings.add("limbeck.locations=migrations");
        if (database.database().user() != null) {
            settings.add("limbeck.user=" + database.database().user());
        }
        if (database.database().password() != null) {
            settings.add("limbeck.password=" + database.database().password());
        }
        Files.write(folder.resolve("limbeck.properties"), settings);
        Files.createDirectories(folder.resolve("migrations"));
        Files.writeString(
                folder.resolve("migrations/R2222_full_name.java"),
                String.format(Locale.ROOT, """
                import static dev.limbeck.operation.Definitions.*;

                import dev.limbeck.Migration;
                import dev.limbeck.Revision;
                import dev.limbeck.operation.Operations;
                import java.time.Duration;

                /** Full name. */
                @Revision(id = "2222")
                public class R2222_full_name implements Migration {
                    @Override
                    public void upgrade(Operations op) {
                        op.addColumn("users", column("passes", integer()).notNull().defaultValue(0));
                        op.addColumn("users", column("full_name", varchar(100)));
                        op.backfill("users", b -> b.set("full_name", "concat(first, '!')").set("passes", "passes + 1")
                                .batch(%d).pause(Duration.ofMillis(20)));
                        op.alterColumn("users", "full_name", c -> c.notNull());
                    }

                    @Override
                    public void downgrade(Operations op) {
                        op.dropColumn("users", "full_name");
                        op.dropColumn("users", "passes");
                    }
                }
                """, ROWS > 20_000 ? 10_000 : 200));
    }
}
