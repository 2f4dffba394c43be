// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.dialect.Database;
import dev.limbeck.dialect.LockRequest;
import dev.limbeck.dialect.RunLock;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PostgresqlLockTest {
    private static final TestDatabase database = new PostgresqlTestDatabase();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @BeforeEach
    void clean() {
        database.clean();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static Database target() throws SQLException {
        return new EmbeddedPostgresqlServer()
                .start()
                .withUrl(database.connection().getMetaData().getURL());
    }

    private static RunLock lock(Duration timeout) throws SQLException {
        return PostgresqlTestDatabase.DIALECT.lock(target(), timeout);
    }

    @Test
    void keepsAnotherRunOutAndSaysWhoHoldsIt() throws SQLException {
        try (RunLock held = lock(PATIENCE)) {
            assertThat(held).isNotNull();
            assertThatThrownBy(() -> lock(Duration.ofMillis(100)))
                    .isInstanceOfSatisfying(
                            MigrationException.class,
                            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.DATABASE_LOCKED))
                    .hasMessageMatching("(?s).*\\(session \\d+ of user postgres at \\S+, process \\S*#"
                            + ProcessHandle.current().pid()
                            + ", holds it since 20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ\\).*"
                            + "select pg_terminate_backend\\(\\d+\\).*");
        }
        lock(Duration.ZERO).close();
    }

    @Test
    void isHadAsSoonAsItsHolderLetsGo() throws Exception {
        RunLock held = lock(PATIENCE);
        CompletableFuture<RunLock> waiting = CompletableFuture.supplyAsync(() -> {
            try {
                return lock(PATIENCE);
            } catch (SQLException failure) {
                throw new AssertionError(failure);
            }
        });
        assertThat(waiting).isNotDone();

        held.close();

        waiting.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).close();
    }

    @Test
    void letsAnIndexBeCreatedConcurrentlyWhileItIsHeldAndWaitedFor() throws Exception {
        database.execute("create table t (a integer)");
        try (RunLock held = lock(PATIENCE)) {
            assertThat(held).isNotNull();
            CompletableFuture<Void> waiting = CompletableFuture.runAsync(() ->
                    assertThatThrownBy(() -> lock(Duration.ofMillis(500))).isInstanceOf(MigrationException.class));

            database.execute("set statement_timeout = '20s'", "create index concurrently i on t (a)");

            waiting.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
        assertThat(database.table("t").index("i")).isPresent();
    }

    @Test
    void isOfOneDatabaseOnly() throws SQLException {
        try (TestDatabase other = new PostgresqlTestDatabase();
                RunLock held = lock(PATIENCE)) {
            assertThat(held).isNotNull();
            Database elsewhere =
                    target().withUrl(other.connection().getMetaData().getURL());
            PostgresqlTestDatabase.DIALECT.lock(elsewhere, Duration.ZERO).close();
        }
    }

    private static RunLock lock(LockRequest.Mode mode, Duration timeout) throws SQLException {
        return PostgresqlTestDatabase.DIALECT.lock(target(), new LockRequest(timeout, mode, (holder, waited) -> {}));
    }

    @Test
    void saysWhomItWaitsForAtOnceAndThenSeldom() throws SQLException {
        List<String> told = new ArrayList<>();
        try (RunLock held = lock(PATIENCE)) {
            held.check();
            LockRequest patient =
                    new LockRequest(Duration.ofSeconds(1), LockRequest.Mode.AUTO, (holder, waited) -> told.add(holder));

            assertThatThrownBy(() -> PostgresqlTestDatabase.DIALECT.lock(target(), patient))
                    .isInstanceOf(MigrationException.class);
        }
        assertThat(told).singleElement(InstanceOfAssertFactories.STRING).contains("holds it since");
    }

    @ParameterizedTest
    @EnumSource(
            value = LockRequest.Mode.class,
            names = {"SESSION", "TRANSACTION"})
    void isLostWithItsSessionAndThatIsNoticed(LockRequest.Mode mode) throws SQLException {
        try (RunLock held = lock(mode, PATIENCE)) {
            held.check();
            database.query("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'");

            assertThatThrownBy(held::check)
                    .isInstanceOfSatisfying(
                            MigrationException.class,
                            lost -> assertThat(lost.code()).isEqualTo(ErrorCode.LOCK_LOST))
                    .hasMessageContaining("nothing more is committed");
            assertThatThrownBy(held::check).isInstanceOf(MigrationException.class);
        }
        lock(Duration.ZERO).close();
    }

    /** What a pool in transaction mode does to a session: the lock stays behind in another one. */
    @Test
    void isLostWhereItsSessionNoLongerHasIt() throws SQLException {
        try (RunLock held = lock(PATIENCE)) {
            held.check();
        }
        RunLock held = lock(PATIENCE);
        database.query("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'");
        assertThatThrownBy(held::close).isInstanceOf(MigrationException.class);
    }

    /** The transaction that holds it, or that asks for it, must have no snapshot, whatever the server's default is. */
    @Test
    void letsAnIndexBeCreatedConcurrentlyWhileATransactionHoldsIt() throws Exception {
        String name = database.connection().getCatalog();
        database.execute(
                "create table t (a integer)",
                "alter database " + name + " set default_transaction_isolation = 'repeatable read'",
                "alter database " + name + " set idle_in_transaction_session_timeout = '300ms'");
        try (RunLock held = lock(LockRequest.Mode.TRANSACTION, PATIENCE)) {
            held.check();
            CompletableFuture<Void> waiting = CompletableFuture.runAsync(
                    () -> assertThatThrownBy(() -> lock(LockRequest.Mode.TRANSACTION, Duration.ofMillis(800)))
                            .isInstanceOf(MigrationException.class)
                            .hasMessageContaining("holds it since"));

            database.execute("set statement_timeout = '20s'", "create index concurrently i on t (a)");

            waiting.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            held.check();
            assertThatThrownBy(() -> lock(Duration.ZERO)).isInstanceOf(MigrationException.class);
        } finally {
            database.execute(
                    "alter database " + name + " reset default_transaction_isolation",
                    "alter database " + name + " reset idle_in_transaction_session_timeout");
        }
        lock(Duration.ZERO).close();
        assertThat(database.table("t").index("i")).isPresent();
    }

    @Test
    void hasNoRow() {
        assertThatThrownBy(() -> lock(LockRequest.Mode.ROW, Duration.ZERO))
                .hasMessageContaining("limbeck.lock-mode")
                .hasMessageContaining("transaction");
    }
}
