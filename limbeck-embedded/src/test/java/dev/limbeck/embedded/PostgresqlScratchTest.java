// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.dialect.Database;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Reflection;
import dev.limbeck.dialect.Scratch;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.schema.Schema;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresqlScratchTest {
    private static final Dialect DIALECT = PostgresqlTestDatabase.DIALECT;
    private static final TestDatabase database = new PostgresqlTestDatabase();
    private static final Database SERVER = new EmbeddedPostgresqlServer().start();

    @BeforeEach
    void clean() {
        database.clean();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static Database target() throws SQLException {
        return SERVER.withUrl(database.connection().getMetaData().getURL());
    }

    private static String ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : "";
        }
    }

    @Test
    void isEmptyStandsBesideTheTargetAndIsGoneAfterwards() throws SQLException {
        database.execute("create table t (a integer)");
        String name;
        try (Scratch scratch = DIALECT.openScratch(target())) {
            name = scratch.connection().getCatalog();

            assertThat(name)
                    .startsWith("limbeck_scratch_")
                    .isNotEqualTo(database.connection().getCatalog());
            assertThat(DIALECT.reflect(scratch.connection(), Reflection.everything()))
                    .isEqualTo(Schema.EMPTY);
            assertThat(database.query("select 1 from pg_database where datname = '" + name + "'"))
                    .hasSize(1);
        }
        assertThat(database.query("select 1 from pg_database where datname = '" + name + "'"))
                .isEmpty();
        assertThat(database.table("t").columns()).hasSize(1);
    }

    @Test
    void isDroppedEvenWhileSomeoneElseIsConnectedToIt() throws SQLException {
        Scratch scratch = DIALECT.openScratch(target());
        String name = scratch.connection().getCatalog();
        try (Connection other =
                SERVER.withUrl(scratch.connection().getMetaData().getURL()).connect()) {
            scratch.close();
            scratch.close();

            assertThat(database.query("select 1 from pg_database where datname = '" + name + "'"))
                    .isEmpty();
            assertThat(other.isValid(1)).isFalse();
        }
    }

    @Test
    void isDroppedWhenTheJvmEndsWithoutClosingIt() throws Exception {
        Process process = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AbandonedScratch.class.getName(),
                        SERVER.url())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String name = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();

        assertThat(process.waitFor()).isZero();
        assertThat(name).startsWith("limbeck_scratch_");
        assertThat(database.query("select 1 from pg_database where datname = '" + name + "'"))
                .isEmpty();
    }

    @Test
    void hasTheSchemaInWhichTheTargetsUnqualifiedNamesStand() throws SQLException {
        Database target = target();
        String separator = target.url().contains("?") ? "&" : "?";
        try (Scratch scratch = DIALECT.openScratch(target.withUrl(target.url() + separator + "currentSchema=shop"))) {
            assertThat(ask(scratch.connection(), "select current_schema()")).isEqualTo("shop");
        }
    }

    @Test
    void fallsBackToTheEmbeddedServerWhereNoDatabaseMayBeCreated() throws SQLException {
        database.execute("drop role if exists humble", "create role humble login");
        Database target = target();
        Database humble =
                new Database(DIALECT, target.url(), "humble", "", PostgresqlScratchTest.class.getClassLoader());

        try (Scratch scratch = DIALECT.openScratch(humble)) {
            assertThat(ask(scratch.connection(), "select current_user")).isEqualTo("postgres");
        }
        database.execute("drop role humble");
    }

    @Test
    void fallsBackToTheEmbeddedServerWhereNoServerIs() throws SQLException {
        try (Scratch scratch = DIALECT.openScratch(SERVER.withUrl("jdbc:postgresql://localhost:1/nothing"))) {
            assertThat(ask(scratch.connection(), "select 1")).isEqualTo("1");
        }
    }

    @Test
    void reportsARefusedLoginInsteadOfGettingAroundIt() throws SQLException {
        Database stranger =
                new Database(DIALECT, target().url(), "nobody", "", PostgresqlScratchTest.class.getClassLoader());

        assertThatThrownBy(() -> DIALECT.openScratch(stranger))
                .isInstanceOfSatisfying(
                        MigrationException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.DATABASE_LOGIN_REFUSED));
    }
}
