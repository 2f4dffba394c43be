// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A change of the schema that cannot have its lock lets others by, and is tried again. */
class LockTimeoutIT {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(
            value = TestDatabase.Kind.class,
            names = {"POSTGRESQL", "MARIADB", "H2"})
    void isTriedAgainUntilTheLockIsFree(TestDatabase.Kind kind) throws IOException, SQLException {
        try (TestDatabase database = kind.open(folder)) {
            writeProject(database);
            CompletableFuture<Void> letGo;
            try (Connection reader = reader(database)) {
                letGo = CompletableFuture.runAsync(
                        () -> close(reader), CompletableFuture.delayedExecutor(4, TimeUnit.SECONDS));

                Limbeck.Outcome outcome = Limbeck.run(folder, List.of("upgrade", "head", "--ddl-lock-timeout", "1s"));

                assertThat(outcome.exitCode()).as(outcome.err()).isZero();
                assertThat(outcome.err())
                        .contains("No lock in time for: alter table users add column nick varchar(20)")
                        .contains("in its way: session ")
                        .contains(
                                kind == TestDatabase.Kind.POSTGRESQL
                                        ? "tries the revision, which was rolled back, again in"
                                        : "tries it again in")
                        .contains("(1 of 20)");
                letGo.join();
            }
            assertThat(database.run("select count(*) from users where id = 7")).containsExactly("1");
            assertThat(database.run("select revision, outcome from limbeck_log order by started_at"))
                    .containsExactly("a1 | done", "b2 | done");
            database.checkInvariants();
        }
    }

    @ParameterizedTest
    @CsvSource({"POSTGRESQL,Everything this revision did was rolled back", "MARIADB,un the command again"})
    void givesUpAndSaysWhatToDo(TestDatabase.Kind kind, String state) throws IOException, SQLException {
        try (TestDatabase database = kind.open(folder)) {
            writeProject(database);
            try (Connection reader = reader(database)) {
                Limbeck.Outcome outcome = Limbeck.run(
                        folder, List.of("upgrade", "head", "--ddl-lock-timeout", "1s", "--ddl-retries", "1"));

                assertThat(outcome.exitCode()).isEqualTo(1);
                assertThat(outcome.err())
                        .contains("It waited 1 s for a lock, so that others would not wait longer behind it, 2 times.")
                        .contains("In its way: session ")
                        .contains("limbeck.ddl-lock-timeout")
                        .contains(state);
                assertThat(reader.isValid(1)).isTrue();
            }
            assertThat(database.run("select version_num from limbeck_version")).containsExactly("a1");
        }
    }

    /** Without the limit the reader that comes last would wait for the reader that came first. */
    @Test
    void othersDoNotQueueUpBehindIt() throws IOException, SQLException {
        try (TestDatabase database = TestDatabase.Kind.POSTGRESQL.open(folder)) {
            writeProject(database);
            try (Connection first = reader(database);
                    Connection last = database.connect();
                    Statement read = last.createStatement()) {
                CompletableFuture<Limbeck.Outcome> run = CompletableFuture.supplyAsync(() -> Limbeck.run(
                        folder, List.of("upgrade", "head", "--ddl-lock-timeout", "500ms", "--ddl-retries", "4")));
                Duration longest = Duration.ZERO;
                while (!run.isDone()) {
                    Instant start = Instant.now();
                    read.execute("select count(*) from users");
                    Duration took = Duration.between(start, Instant.now());
                    longest = took.compareTo(longest) > 0 ? took : longest;
                }

                assertThat(run.join().exitCode()).isEqualTo(1);
                assertThat(longest).isLessThan(Duration.ofSeconds(3));
                assertThat(first.isValid(1)).isTrue();
            }
        }
    }

    @Test
    void aRevisionThatAsksTheDatabaseIsRunAgainAsANewInstance() throws IOException, SQLException {
        try (TestDatabase database = TestDatabase.Kind.POSTGRESQL.open(folder)) {
            writeProject(database);
            Files.delete(folder.resolve("migrations/b2_r.sql"));
            Files.writeString(folder.resolve("migrations/Rb2_asks.java"), """
                    import dev.limbeck.Migration;
                    import dev.limbeck.Revision;
                    import dev.limbeck.operation.Operations;

                    /** Asks. */
                    @Revision(id = "b2", downRevision = "a1", lockTimeout = "1s")
                    public class Rb2_asks implements Migration {
                        private int runs;

                        @Override
                        public void upgrade(Operations op) {
                            runs++;
                            op.execute("insert into users (id) values (" + (6 + runs) + ")");
                            long rows = op.query("select count(*) as n from users").get(0).getLong("n");
                            op.execute("create table seen (n bigint)");
                            op.execute("insert into seen values (" + rows + ")");
                            op.execute("alter table users add column nick varchar(20)");
                        }

                        @Override
                        public void downgrade(Operations op) {}
                    }
                    """);
            try (Connection reader = reader(database)) {
                CompletableFuture<Void> letGo = CompletableFuture.runAsync(
                        () -> close(reader), CompletableFuture.delayedExecutor(6, TimeUnit.SECONDS));

                Limbeck.Outcome outcome = Limbeck.run(folder, List.of("upgrade", "head"));

                assertThat(outcome.exitCode()).as(outcome.err()).isZero();
                assertThat(outcome.err()).contains("(1 of 20)");
                letGo.join();
            }
            assertThat(database.run("select id from users order by id")).containsExactly("1", "7");
            assertThat(database.run("select n from seen")).containsExactly("2");
        }
    }

    @Test
    void offLetsItWait() throws IOException, SQLException {
        try (TestDatabase database = TestDatabase.Kind.POSTGRESQL.open(folder)) {
            writeProject(database);
            LimbeckProcess.revision(
                    folder,
                    "b2",
                    "a1",
                    "-- limbeck: lock-timeout off\nalter table users add column nick varchar(20);\n");
            try (Connection reader = reader(database)) {
                CompletableFuture<Void> letGo = CompletableFuture.runAsync(
                        () -> close(reader), CompletableFuture.delayedExecutor(4, TimeUnit.SECONDS));

                Limbeck.Outcome outcome = Limbeck.run(folder, List.of("upgrade", "head", "--ddl-lock-timeout", "1s"));

                assertThat(outcome.exitCode()).as(outcome.err()).isZero();
                assertThat(outcome.err()).doesNotContain("No lock");
                letGo.join();
            }
        }
    }

    /** A default of a new column is computed while the statement runs, so that it shows the limit. */
    @ParameterizedTest
    @CsvSource({"session,1s", "transaction,0"})
    void noSessionOfAPoolIsLeftWithALimit(String mode, String limit) throws IOException, SQLException {
        try (TestDatabase database = TestDatabase.Kind.POSTGRESQL.open(folder)) {
            writeProject(database);
            LimbeckProcess.revision(
                    folder,
                    "b2",
                    "a1",
                    "-- limbeck: no-transaction\nalter table users add column l text default current_setting('lock_timeout');\n");

            Limbeck.Outcome outcome =
                    Limbeck.run(folder, List.of("upgrade", "head", "--ddl-lock-timeout", "1s", "--lock-mode", mode));

            assertThat(outcome.exitCode()).as(outcome.err()).isZero();
            assertThat(database.run("select l from users")).containsExactly(limit);
        }
    }

    @ParameterizedTest
    @CsvSource({"POSTGRESQL,select pg_sleep(60)", "MARIADB,select sleep(60)"})
    void aStatementThatTakesTooLongIsCancelled(TestDatabase.Kind kind, String slow) throws IOException, SQLException {
        try (TestDatabase database = kind.open(folder)) {
            writeProject(database);
            LimbeckProcess.revision(folder, "b2", "a1", "-- limbeck: statement-timeout 1s\n" + slow + ";\n");

            Limbeck.Outcome outcome = Limbeck.run(folder, List.of("upgrade", "head"));

            assertThat(outcome.exitCode()).isEqualTo(1);
            assertThat(outcome.err()).contains("it was cancelled after 1 s, as limbeck.statement-timeout says");
        }
    }

    /** Somebody uses the table, in a transaction that stays open. */
    private static Connection reader(TestDatabase database) throws SQLException {
        Connection connection = database.connect();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("insert into users (id) values (99)");
        }
        return connection;
    }

    private static void close(Connection connection) {
        try {
            connection.rollback();
            connection.close();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void writeProject(TestDatabase database) throws IOException {
        LimbeckProcess.configure(folder, database.database());
        LimbeckProcess.revision(
                folder,
                "a1",
                "",
                "create table users (id integer not null primary key);\ninsert into users (id) values (1);\n");
        LimbeckProcess.revision(
                folder,
                "b2",
                "a1",
                "insert into users (id) values (7);\nalter table users add column nick varchar(20);\n");
        assertThat(Limbeck.run(folder, List.of("upgrade", "a1")).exitCode()).isZero();
    }
}
