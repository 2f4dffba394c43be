// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.dialect.Database;
import dev.limbeck.dialect.RunLock;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
                    .hasMessageContaining("session ")
                    .hasMessageContaining("of user postgres");
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
}
