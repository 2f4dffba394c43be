// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.dialect.Database;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.dialect.Reflection;
import dev.limbeck.dialect.RunLock;
import dev.limbeck.dialect.Scratch;
import dev.limbeck.dialect.ScriptStatement;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.DataType;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteDialectTest {
    private static final SqliteDialect DIALECT = SqliteFixture.DIALECT;

    @TempDir
    private Path folder;

    @Test
    void isFoundByItsUrl() {
        assertThat(Dialects.forUrl("jdbc:sqlite:shop.db")).isInstanceOf(SqliteDialect.class);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "name, name",
                "Group, \"Group\"",
                "a b, \"a b\"",
                "größe, \"größe\"",
                "1a, \"1a\"",
                "a\"b, \"a\"\"b\""
            })
    void quotesOnlyWhatNeedsIt(String identifier, String quoted) {
        assertThat(DIALECT.quote(identifier)).isEqualTo(quoted);
    }

    @Test
    void knowsAFileThatIsNotThereYet() throws IOException {
        Path there = Files.createFile(folder.resolve("there.db"));

        assertThat(exists("jdbc:sqlite:" + there)).isTrue();
        assertThat(exists("jdbc:sqlite:" + folder.resolve("missing.db"))).isFalse();
        assertThat(exists("jdbc:sqlite::memory:")).isTrue();
        assertThat(exists("jdbc:sqlite:" + folder.resolve("no/such/folder.db")))
                .as("the driver says what is wrong")
                .isTrue();
    }

    private static boolean exists(String url) {
        return DIALECT.exists(new Database(DIALECT, url, null, null, SqliteDialectTest.class.getClassLoader()));
    }

    @Test
    void writesValuesThatReadAsThemselves() {
        try (SqliteFixture database = new SqliteFixture()) {
            assertThat(database.rows("select " + DIALECT.literal("it's") + ", " + DIALECT.literal(new BigDecimal("1E3"))
                            + ", " + DIALECT.literal(1.5) + ", " + DIALECT.literal(Double.NEGATIVE_INFINITY) + ", "
                            + DIALECT.literal(true) + ", " + DIALECT.literal(null) + ", typeof("
                            + DIALECT.literal("a\0b") + "), hex(" + DIALECT.literal("a\0b") + ")"))
                    .containsExactly("it's|1000|1.5|-Inf|1|null|text|610062");
        }
    }

    @Test
    void splitsATriggerAsOneStatement() {
        assertThat(DIALECT.split("""
                        create table [a;b] (`c;` int);
                        -- a comment;
                        create trigger tr after insert on [a;b] begin
                          select case when 1 then 2 end;
                          select 3;
                        end;
                        select ';';""")).extracting(ScriptStatement::line).containsExactly(1, 3, 7);
    }

    @Test
    void opensAnEmptyScratchInMemory() throws SQLException {
        try (Scratch scratch =
                DIALECT.openScratch(SqliteFixture.database("jdbc:sqlite:" + folder.resolve("shop.db")))) {
            scratch.connection().createStatement().execute("create table t (a int)");
        }
        try (Scratch scratch =
                DIALECT.openScratch(SqliteFixture.database("jdbc:sqlite:" + folder.resolve("shop.db")))) {
            assertThat(scratch.connection().getAutoCommit()).isTrue();
            assertThat(DIALECT.reflect(scratch.connection(), Reflection.everything())
                            .isEmpty())
                    .isTrue();
        }
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:sqlite:shop.db, shop.db",
        "jdbc:sqlite:/tmp/a b.db?foreign_keys=on, /tmp/a b.db",
        "jdbc:sqlite:file:shop.db?mode=rw, shop.db",
        "jdbc:sqlite:file:///tmp/shop.db, /tmp/shop.db",
        "jdbc:sqlite::memory:,",
        "jdbc:sqlite:,",
        "jdbc:sqlite:file::memory:?cache=shared,",
        "jdbc:sqlite:file:x?mode=memory&cache=shared,",
    })
    void knowsTheFileOfAUrl(String url, String file) {
        assertThat(SqliteUrl.file(url).map(Path::toString).orElse(null)).isEqualTo(file);
    }

    @Test
    void saysWhenTheFileCannotBeOpened() {
        assertThatThrownBy(() -> SqliteFixture.database("jdbc:sqlite:" + folder.resolve("missing/shop.db"))
                        .connect())
                .isInstanceOfSatisfying(
                        MigrationException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.DATABASE_UNREACHABLE));
    }

    @Test
    void aTransactionKeepsOtherWritersOut() throws SQLException {
        String url = "jdbc:sqlite:" + folder.resolve("shop.db");
        try (SqliteFixture one = new SqliteFixture(url);
                SqliteFixture two = new SqliteFixture(url)) {
            one.sql("create table t (a int)");
            two.sql("pragma busy_timeout = 1");
            DIALECT.begin(one.connection());

            assertThatThrownBy(() -> DIALECT.begin(two.connection()))
                    .isInstanceOfSatisfying(
                            MigrationException.class,
                            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.DATABASE_LOCKED));
            assertThat(two.connection().getAutoCommit()).isTrue();

            one.sql("insert into t values (1)");
            one.connection().commit();
            DIALECT.begin(two.connection());
            two.sql("insert into t values (2)");
            two.connection().rollback();
            two.connection().setAutoCommit(true);
            one.connection().setAutoCommit(true);
            assertThat(two.rows("select a from t")).containsExactly("1");
        }
    }

    @Test
    void rollsASchemaChangeBackWithItsRows() throws SQLException {
        try (SqliteFixture database = new SqliteFixture()) {
            Connection connection = database.connection();
            DIALECT.begin(connection);
            database.sql("create table t (a int)", "insert into t values (1)");

            connection.rollback();
            connection.setAutoCommit(true);

            assertThat(database.schema().isEmpty()).isTrue();
        }
    }

    @Test
    void refusesToCommitRowsThatReferToNothing() {
        try (SqliteFixture database = new SqliteFixture()) {
            database.sql("create table a (id integer primary key)", "create table b (a_id int references a)");

            assertThatThrownBy(() -> database.migrate(op -> op.execute("insert into b values (1), (2)")))
                    .isInstanceOfSatisfying(
                            MigrationException.class,
                            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.DATABASE_FAILED))
                    .hasMessageContaining("2 of table b that refer to a");
            assertThat(database.rows("select * from b")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop table a", "create table b2 (x int references a (missing))"})
    void refusesToCommitAForeignKeyThatRefersToNoKey(String sql) {
        try (SqliteFixture database = new SqliteFixture()) {
            database.sql(
                    "create table a (id integer primary key)",
                    "create table b (a_id int references a)",
                    "insert into a values (1)",
                    "insert into b values (1)");

            assertThatThrownBy(() -> database.migrate(op -> op.execute(sql)))
                    .isInstanceOf(MigrationException.class)
                    .hasMessageContaining("oreign key");
        }
    }

    @Test
    void oneRunWaitsForAnother() {
        var database = SqliteFixture.database("jdbc:sqlite:" + folder.resolve("shop.db"));
        try (RunLock held = DIALECT.lock(database, Duration.ofSeconds(1))) {
            assertThat(held).isNotNull();
            assertThatThrownBy(() -> DIALECT.lock(database, Duration.ofMillis(100)))
                    .isInstanceOfSatisfying(
                            MigrationException.class,
                            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.DATABASE_LOCKED));
        }
        DIALECT.lock(database, Duration.ZERO).close();
        assertThat(folder.resolve("shop.db")).doesNotExist();
    }

    /** To look at a file that is locked, or to close it, must not end the lock that this process has on it. */
    @Test
    void keepsAnotherProcessOutAlthoughThisOneAskedForTheLockTwice() throws Exception {
        var database = SqliteFixture.database("jdbc:sqlite:" + folder.resolve("shop.db"));
        try (RunLock held = DIALECT.lock(database, Duration.ofSeconds(1))) {
            assertThatThrownBy(() -> DIALECT.lock(database, Duration.ZERO))
                    .isInstanceOf(MigrationException.class)
                    .hasMessageContaining("#" + ProcessHandle.current().pid() + ", holds it since 20");
            held.check();
            Process other = new ProcessBuilder(
                            System.getProperty("java.home") + "/bin/java",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Impatient.class.getName(),
                            database.url())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(said)
                    .contains("LIMBECK-1408")
                    .contains("#" + ProcessHandle.current().pid());
        }
    }

    /** Another process that wants the lock, and does not wait for it. */
    static final class Impatient {
        private Impatient() {}

        public static void main(String[] arguments) {
            try (RunLock held = DIALECT.lock(SqliteFixture.database(arguments[0]), Duration.ZERO)) {
                held.check();
                System.out.println("had the lock");
            } catch (MigrationException refused) {
                System.out.println(refused.code().id() + " " + refused.getMessage());
            }
        }
    }

    @Test
    void onlyOneOfManyHoldsTheLock() throws Exception {
        var database = SqliteFixture.database("jdbc:sqlite:" + folder.resolve("shop.db"));
        AtomicInteger holders = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Callable<Void>> runs = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            runs.add(() -> {
                try (RunLock held = DIALECT.lock(database, Duration.ofSeconds(30))) {
                    assertThat(held).isNotNull();
                    most.accumulateAndGet(holders.incrementAndGet(), Math::max);
                    Thread.sleep(3);
                    holders.decrementAndGet();
                }
                return null;
            });
        }

        for (Future<Void> run : threads.invokeAll(runs)) {
            run.get();
        }
        threads.shutdown();

        assertThat(most).hasValue(1);
    }

    @Test
    void aRunThatDiedHoldsNoLock() throws Exception {
        Path file = folder.resolve("shop.db.limbeck-lock");
        Files.createFile(file);

        DIALECT.lock(SqliteFixture.database("jdbc:sqlite:" + folder.resolve("shop.db")), Duration.ZERO)
                .close();

        assertThat(file).exists();
    }

    @ParameterizedTest
    @CsvSource({
        "integer, 0",
        "bigint, 0",
        "varchar, ''''''",
        "boolean, false",
        "double precision, 0.0",
        "timestamp, current_timestamp",
        "date, current_date",
        "uuid,",
        "blob,",
    })
    void knowsAValueForExistingRows(String type, String sql) {
        assertThat(DIALECT.diffRules().obviousValue(Column.of("a", DataType.of(type))))
                .isEqualTo(Optional.ofNullable(sql).map(text -> text.replace("''''", "''")));
    }
}
