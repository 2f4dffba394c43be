// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it;

import dev.limbeck.dialect.Database;
import dev.limbeck.dialect.Reflection;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;

/** A database of its own for one test. */
public abstract class TestDatabase implements AutoCloseable {
    private static final Set<Name> OWN_TABLES = Set.of(
            Name.of("limbeck_version"),
            Name.of("limbeck_log"),
            Name.of("limbeck_journal"),
            Name.of("limbeck_protection"));

    /** A kind of database that the tests run on. */
    public enum Kind {
        SQLITE("sqlite"),
        POSTGRESQL("postgresql"),
        MARIADB("mariadb"),
        H2("h2"),
        H2_LIKE_POSTGRESQL("h2");

        private final String vendor;

        Kind(String vendor) {
            this.vendor = vendor;
        }

        /** One kind of each dialect. */
        public static List<Kind> vendors() {
            return List.of(SQLITE, POSTGRESQL, MARIADB, H2);
        }

        /** The dialect's name. */
        String vendor() {
            return vendor;
        }

        public TestDatabase open(Path folder) throws SQLException {
            return switch (this) {
                case SQLITE -> new SqliteFile(folder);
                case POSTGRESQL -> PostgresqlDatabase.create();
                case MARIADB -> MariadbDatabase.create();
                case H2 -> new H2File(folder, "");
                case H2_LIKE_POSTGRESQL ->
                    new H2File(folder, ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH");
            };
        }
    }

    public abstract Database database();

    /** Checks what holds after every test: nothing damaged, nothing locked, nothing left lying about. */
    public abstract void checkInvariants() throws SQLException;

    @Override
    public abstract void close() throws SQLException;

    /** Everything in the database but Limbeck's own tables. */
    public Schema schema() throws SQLException {
        try (Connection connection = connect()) {
            return database().dialect().reflect(connection, new Reflection(List.of(), OWN_TABLES));
        }
    }

    public Connection connect() throws SQLException {
        Connection connection = database().connect();
        database().dialect().prepare(connection);
        return connection;
    }

    /** Runs a statement; what it returns comes as a line for each row, with bars between the values. */
    public List<String> run(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            return statement.execute(sql) ? rows(statement.getResultSet()) : List.of();
        }
    }

    private static List<String> rows(ResultSet result) throws SQLException {
        List<String> rows = new ArrayList<>();
        int columns = result.getMetaData().getColumnCount();
        while (result.next()) {
            StringJoiner row = new StringJoiner(" | ");
            for (int column = 1; column <= columns; column++) {
                row.add(String.valueOf(result.getString(column)));
            }
            rows.add(row.toString());
        }
        return rows;
    }
}
