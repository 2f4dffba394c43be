// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.dialect.Database;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.LockRequest;
import dev.limbeck.dialect.Reflection;
import dev.limbeck.dialect.RunLock;
import dev.limbeck.dialect.Scratch;
import dev.limbeck.dialect.mysql.MysqlDialect;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.schema.Schema;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Logins, scratch databases and locks: what a server has besides tables. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class MariadbServerTest {
    private static final Dialect DIALECT = MariadbTestDatabase.DIALECT;
    private static final TestDatabase database = new MariadbTestDatabase();
    private static final Database SERVER = new EmbeddedMariadbServer().start();
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
        return SERVER.withUrl(SERVER.url() + database.connection().getCatalog());
    }

    private static void assertCode(ThrowingCallable attempt, ErrorCode code) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        MigrationException.class,
                        failure -> assertThat(failure.code()).isEqualTo(code))
                .hasMessageNotContaining("secret");
    }

    @Test
    void tellsAnUnreachableServerFromARefusedLoginAndAMissingDatabase() {
        assertCode(SERVER.withUrl("jdbc:mariadb://localhost:1/x")::connect, ErrorCode.DATABASE_UNREACHABLE);
        assertCode(
                new Database(DIALECT, SERVER.url(), "nobody", "secret", SERVER.drivers())::connect,
                ErrorCode.DATABASE_LOGIN_REFUSED);
        assertCode(SERVER.withUrl(SERVER.url() + "missing")::connect, ErrorCode.DATABASE_FAILED);
    }

    @Test
    void makesAScratchDatabaseAsItsTargetIsSetUpAndLeavesNoneBehind() throws SQLException {
        database.execute("alter database character set latin1 collate latin1_german1_ci", "create table t (a int)");
        String name;
        try (Scratch scratch = DIALECT.openScratch(target())) {
            name = scratch.connection().getCatalog();

            assertThat(name)
                    .startsWith("limbeck_scratch_")
                    .isNotEqualTo(database.connection().getCatalog());
            assertThat(DIALECT.reflect(scratch.connection(), Reflection.everything()))
                    .isEqualTo(Schema.EMPTY);
            assertThat(database.query("select default_collation_name from information_schema.schemata"
                            + " where schema_name = '" + name + "'"))
                    .containsExactly("latin1_german1_ci");
        }
        assertThat(database.query("show databases")).doesNotContain(name);
        assertThat(database.table("t").columns()).hasSize(1);
        database.execute("alter database character set utf8mb4 collate utf8mb4_general_ci");
    }

    @Test
    void fallsBackToTheEmbeddedServerWhereNoDatabaseMayBeCreatedOrNoServerIs() throws SQLException {
        database.execute("create or replace user humble identified by ''", "grant select on mysql.* to humble");
        Database humble = new Database(DIALECT, SERVER.url() + "mysql", "humble", "", SERVER.drivers());

        try (Scratch scratch = DIALECT.openScratch(humble)) {
            assertThat(scratch.connection().getMetaData().getUserName()).startsWith("root");
        }
        try (Scratch scratch = DIALECT.openScratch(SERVER.withUrl("jdbc:mariadb://localhost:1/nothing"))) {
            assertThat(scratch.connection().isValid(1)).isTrue();
        }
    }

    @Test
    void keepsAnotherRunOutAndSaysWhoHoldsItAndLetsOtherDatabasesAlone() throws SQLException {
        try (RunLock held = DIALECT.lock(target(), PATIENCE)) {
            assertThat(held).isNotNull();
            assertCode(() -> DIALECT.lock(target(), Duration.ofMillis(100)), ErrorCode.DATABASE_LOCKED);
            assertThatThrownBy(() -> DIALECT.lock(target(), Duration.ZERO))
                    .hasMessageMatching("(?s).*\\(session \\d+ of user root at \\S+, holds it since " + now()
                            + "\\).*: kill \\d+.*");
            DIALECT.lock(SERVER.withUrl(SERVER.url() + "mysql"), Duration.ZERO).close();
        }
        DIALECT.lock(target(), Duration.ZERO).close();
    }

    @Test
    void givesTheLockAsSoonAsItsHolderLetsGo() throws Exception {
        Database target = target();
        RunLock held = DIALECT.lock(target, PATIENCE);
        CompletableFuture<RunLock> waiting = CompletableFuture.supplyAsync(() -> DIALECT.lock(target, PATIENCE));
        assertThat(waiting).isNotDone();

        held.close();

        waiting.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).close();
    }

    @Test
    void refusesAServerThatIsNoMysql() {
        Dialect mysql = new MysqlDialect();

        assertThatThrownBy(() -> mysql.prepare(database.connection()))
                .hasMessageContaining("the server is a MariaDB")
                .hasMessageContaining("jdbc:mariadb:");
    }

    /** To the ten minutes; what a test around their end would see is either of two. */
    private static String now() {
        Instant now = Instant.now();
        return "(" + tenMinutes(now) + "|" + tenMinutes(now.minusSeconds(60)) + ")\\d:\\d\\dZ";
    }

    private static String tenMinutes(Instant instant) {
        return instant.toString().substring(0, "2026-11-21T21:2".length());
    }

    private static RunLock lock(LockRequest.Mode mode, Duration timeout) throws SQLException {
        return DIALECT.lock(target(), new LockRequest(timeout, mode, (holder, waited) -> {}));
    }

    /** The bits that tell since when are let go of, too. */
    @Test
    void saysSinceWhenTheSecondHolderHasIt() throws Exception {
        lock(LockRequest.Mode.SESSION, PATIENCE).close();
        database.query("select sleep(1.1)");
        try (RunLock held = lock(LockRequest.Mode.SESSION, PATIENCE)) {
            held.check();
            assertThatThrownBy(() -> lock(LockRequest.Mode.SESSION, Duration.ZERO))
                    .hasMessageMatching("(?s).*holds it since " + now() + ".*");
        }
    }

    @Test
    void noticesThatItsSessionEnded() throws SQLException {
        try (RunLock held = lock(LockRequest.Mode.AUTO, PATIENCE)) {
            held.check();
            endOtherSessions();
            assertCode(held::check, ErrorCode.LOCK_LOST);
        }
    }

    private static void endOtherSessions() {
        database.query("select id from information_schema.processlist"
                        + " where db = database() and id <> connection_id()")
                .forEach(id -> database.execute("kill " + id));
    }

    /** As on a Galera cluster, whose servers do not share their named locks. */
    @Test
    void canBeARowThatAnotherTakesOnlyWhenItsTimeIsUp() throws SQLException {
        try (RunLock held = lock(LockRequest.Mode.ROW, PATIENCE)) {
            held.check();
            assertThatThrownBy(() -> lock(LockRequest.Mode.ROW, Duration.ofMillis(200)))
                    .hasMessageMatching("(?s).*\\(user root@\\S+, process \\S+, holds it since " + now()
                            + ", and until " + "\\S+Z unless it is alive then\\).*within 60 s.*");
            assertThat(database.reflect().tables()).isEmpty();

            endOtherSessions();
            assertCode(() -> lock(LockRequest.Mode.ROW, Duration.ofMillis(200)), ErrorCode.DATABASE_LOCKED);
            database.execute("update limbeck_lock set expires = utc_timestamp(6) - interval 1 second");
            try (RunLock next = lock(LockRequest.Mode.ROW, Duration.ZERO)) {
                next.check();
                assertCode(held::check, ErrorCode.LOCK_LOST);
                next.check();
            }
        }
        lock(LockRequest.Mode.ROW, Duration.ZERO).close();
    }

    /** One who slept past its time finds that another has the row. */
    @Test
    void losesARowThatAnotherTookMeanwhile() throws SQLException {
        try (RunLock held = lock(LockRequest.Mode.ROW, PATIENCE)) {
            held.check();
            database.execute("update limbeck_lock set expires = utc_timestamp(6) - interval 1 second");
            try (RunLock next = lock(LockRequest.Mode.ROW, Duration.ZERO)) {
                assertCode(held::check, ErrorCode.LOCK_LOST);
                next.check();
            }
        }
    }

    @Test
    void hasNoLockOfATransaction() {
        assertCode(() -> lock(LockRequest.Mode.TRANSACTION, Duration.ZERO), ErrorCode.CONFIG_BAD_VALUE);
    }
}
