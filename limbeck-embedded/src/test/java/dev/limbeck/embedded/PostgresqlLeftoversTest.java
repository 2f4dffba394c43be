// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Indexes that a failed statement with {@code concurrently} left behind. */
class PostgresqlLeftoversTest {
    private static final PostgresqlTestDatabase database = new PostgresqlTestDatabase();

    private final List<String> notes = new ArrayList<>();

    @BeforeEach
    void leaveAnInvalidIndex() {
        database.clean();
        database.execute(
                "create table t (a integer)",
                "create table u (a integer)",
                "insert into t values (1), (1)",
                "create index other on t (a)");
        leave("create unique index concurrently \"Ux\" on t (a)");
        assertThat(indexes()).containsExactly("Ux invalid", "other valid");
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static void leave(String sql) {
        assertThatThrownBy(() -> executeAlone(sql)).isInstanceOf(SQLException.class);
    }

    private static void executeAlone(String sql) throws SQLException {
        try (Connection connection = another();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection another() throws SQLException {
        return DriverManager.getConnection(database.connection().getMetaData().getURL(), "postgres", "");
    }

    private static List<String> indexes() {
        return database.query("select c.relname || case when x.indisvalid then ' valid' else ' invalid' end"
                + " from pg_index x join pg_class c on c.oid = x.indexrelid"
                + " where c.relnamespace = 'public'::regnamespace order by c.relname collate \"C\"");
    }

    private void makeWay(String sql) throws SQLException {
        PostgresqlTestDatabase.DIALECT.makeWay(database.connection(), sql, notes::add);
        assertThat(database.connection().getAutoCommit()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create unique index concurrently \"Ux\" on t (a)",
                "create index concurrently if not exists \"Ux\" on public.t using btree (a)",
                "CREATE INDEX\n  CONCURRENTLY -- \"other\"\n \"Ux\" /* on u */ ON ONLY \"public\" . \"t\"(a)",
            })
    void dropsTheOneThatIsToBeMadeAnew(String sql) throws SQLException {
        makeWay(sql);

        assertThat(indexes()).containsExactly("other valid");
        assertThat(notes)
                .singleElement()
                .asString()
                .startsWith("Dropped the index public.\"Ux\" of table ")
                .endsWith("which an earlier attempt left invalid; it is made anew.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create index concurrently ux on t (a)",
                "create index concurrently \"Ux\" on u (a)",
                "create index concurrently other on t (a)",
                "create index concurrently on t (a)",
                "create index \"Ux\" on t (a)",
                "select 'create index concurrently \"Ux\" on t (a)'",
                "create index concurrently \"Ux\" on missing (a)",
            })
    void leavesEveryOtherAlone(String sql) throws SQLException {
        makeWay(sql);

        assertThat(indexes()).containsExactly("Ux invalid", "other valid");
        assertThat(notes).isEmpty();
    }

    /** One that is being built is not valid yet either. */
    @Test
    void waitsForASessionThatIsBuildingIt() throws Exception {
        database.execute("drop index \"Ux\"", "delete from t");
        String create = "create index concurrently \"Ux\" on t (a)";
        try (Connection writer = another();
                Statement writes = writer.createStatement()) {
            writer.setAutoCommit(false);
            writes.execute("insert into t values (7)");
            CompletableFuture<Void> building = CompletableFuture.runAsync(() -> run(() -> executeAlone(create)));
            for (int i = 0; i < 200 && !indexes().contains("Ux invalid"); i++) {
                LockSupport.parkNanos(20_000_000);
            }
            assertThat(indexes()).contains("Ux invalid");
            CompletableFuture<Void> making = CompletableFuture.runAsync(() -> run(() -> makeWay(create)));
            LockSupport.parkNanos(300_000_000);
            assertThat(making).isNotDone();

            writer.commit();

            building.get(30, TimeUnit.SECONDS);
            making.get(30, TimeUnit.SECONDS);
        }
        assertThat(indexes()).containsExactly("Ux valid", "other valid");
        assertThat(notes).isEmpty();
    }

    /** Something that may fail in SQL. */
    @FunctionalInterface
    private interface Attempt {
        void run() throws SQLException;
    }

    private static void run(Attempt attempt) {
        try {
            attempt.run();
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reindex table concurrently t",
                "REINDEX (verbose) INDEX CONCURRENTLY other",
                "reindex schema concurrently public",
                "reindex database concurrently",
            })
    void tellsOfWhatAReindexLeft(String sql) throws SQLException {
        leave("create unique index concurrently other_ccnew1 on t (a)");

        makeWay(sql);

        assertThat(notes).singleElement().asString().contains("drop index concurrently public.other_ccnew1");
        assertThat(indexes()).contains("other_ccnew1 invalid");
    }

    @Test
    void saysNothingOfWhatAReindexOfAnotherTableLeft() throws SQLException {
        leave("create unique index concurrently other_ccnew on t (a)");

        makeWay("reindex table concurrently u");

        assertThat(notes).isEmpty();
    }
}
