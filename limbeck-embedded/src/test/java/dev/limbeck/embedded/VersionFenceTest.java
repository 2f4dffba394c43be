// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.error.MigrationException;
import dev.limbeck.history.VersionTable;
import dev.limbeck.revision.VersionChange;
import dev.limbeck.schema.Name;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The fence behind the lock: of two who run the same revision without one, only one can commit it. */
class VersionFenceTest {

    /** The servers that have one. */
    enum Server {
        POSTGRESQL,
        MARIADB;

        TestDatabase open() {
            return this == POSTGRESQL ? new PostgresqlTestDatabase() : new MariadbTestDatabase();
        }
    }

    /** The first revision, which inserts its row, and a later one, which changes the row of the one before. */
    @ParameterizedTest
    @EnumSource(Server.class)
    void onlyOneOfTwoCommitsARevision(Server server) throws Exception {
        try (TestDatabase database = server.open()) {
            VersionTable versions = new VersionTable(database.dialect(), Name.of("limbeck_version"));
            versions.ensure(database.connection());
            database.execute("create table ran (revision varchar(10))");

            race(database, versions, "a1", new VersionChange(List.of(), List.of("a1"), null));
            race(
                    database,
                    versions,
                    "b2",
                    new VersionChange(List.of(), List.of(), new VersionChange.Replace("a1", "b2")));

            assertThat(database.query("select version_num from limbeck_version"))
                    .containsExactly("b2");
            assertThat(database.query("select revision from ran order by revision"))
                    .containsExactly("a1", "b2");
        }
    }

    private static void race(TestDatabase database, VersionTable versions, String revision, VersionChange change)
            throws Exception {
        try (Connection first = another(database);
                Connection second = another(database)) {
            apply(first, versions, revision, change);
            CompletableFuture<Boolean> late =
                    CompletableFuture.supplyAsync(() -> isApplied(second, versions, revision, change));
            LockSupport.parkNanos(300_000_000);
            assertThat(late).as("it waits for the row of the first one").isNotDone();

            first.commit();

            assertThat(late.get(30, TimeUnit.SECONDS)).isFalse();
        }
    }

    private static Connection another(TestDatabase database) throws SQLException {
        Connection connection = DriverManager.getConnection(
                database.connection().getMetaData().getURL(),
                database.connection().getMetaData().getUserName().replaceFirst("@.*", ""),
                "");
        connection.setCatalog(database.connection().getCatalog());
        database.dialect().prepare(connection);
        database.dialect().begin(connection);
        return connection;
    }

    private static void apply(Connection connection, VersionTable versions, String revision, VersionChange change)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("insert into ran (revision) values ('" + revision + "')");
        }
        versions.apply(connection, change);
    }

    private static boolean isApplied(
            Connection connection, VersionTable versions, String revision, VersionChange change) {
        try {
            apply(connection, versions, revision, change);
            connection.commit();
            return true;
        } catch (SQLException | MigrationException refused) {
            try {
                connection.rollback();
            } catch (SQLException failure) {
                throw new AssertionError(failure);
            }
            return false;
        }
    }
}
