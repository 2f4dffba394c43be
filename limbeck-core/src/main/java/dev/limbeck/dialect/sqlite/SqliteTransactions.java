// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.sqlite;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** How a revision's transaction starts, and what must hold at its end. */
final class SqliteTransactions {

    private static final String PLAIN_RENAME = "pragma legacy_alter_table = off";

    /** What a script is run with; the table takes the count of rows that violate a foreign key, and only if it is 0. */
    static final List<String> OFFLINE_SESSION = List.of("PRAGMA foreign_keys = off", """
            CREATE TEMP TABLE IF NOT EXISTS limbeck_foreign_keys (
                violations integer NOT NULL
                    CONSTRAINT "rows violate a foreign key; PRAGMA foreign_key_check lists them" CHECK (violations = 0)
            )""");

    static final List<String> OFFLINE_CHECK =
            List.of("INSERT INTO temp.limbeck_foreign_keys SELECT count(*) FROM pragma_foreign_key_check");

    private static final String ORPHANS = """
            select "table", parent, count(*)
            from pragma_foreign_key_check
            group by "table", parent
            order by "table", parent""";

    private SqliteTransactions() {}

    /** SQLite ignores a change of {@code foreign_keys} within a transaction; so it is made before any. */
    static void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma busy_timeout = 10000");
            statement.execute("pragma foreign_keys = off");
            statement.execute(PLAIN_RENAME);
        }
    }

    /**
     * Starts a transaction that may write from its first moment, so that no other writer comes between what it reads and
     * what it writes. The driver (3.50) starts its own, deferred kind when auto-commit is turned off, and counts on one
     * being there at commit and rollback; it does not mind which.
     */
    static void begin(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("commit");
            statement.execute(PLAIN_RENAME); // a rebuild that failed may have left it on; no rollback undoes a pragma
            try {
                statement.execute("begin immediate");
            } catch (SQLException busy) {
                statement.execute("begin");
                connection.setAutoCommit(true);
                throw new MigrationException(
                        ErrorCode.DATABASE_LOCKED,
                        "Cannot begin to write to the SQLite database: " + busy.getMessage()
                                + "\nAnother connection is writing to it; run this again when that has ended.",
                        busy);
            }
        }
    }

    static void checkForeignKeys(Connection connection) throws SQLException {
        List<String> orphans = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(ORPHANS)) {
            while (rows.next()) {
                orphans.add(rows.getLong(3) + " of table " + rows.getString(1) + " that refer to " + rows.getString(2));
            }
        } catch (SQLException mismatch) {
            throw new MigrationException(
                    ErrorCode.DATABASE_FAILED,
                    "The foreign keys cannot be checked: " + mismatch.getMessage()
                            + "\nA foreign key must refer to a primary key or to unique columns of its table.",
                    mismatch);
        }
        if (!orphans.isEmpty()) {
            throw new MigrationException(
                    ErrorCode.DATABASE_FAILED,
                    "Foreign keys would be violated by these rows, whose referenced row does not exist: "
                            + String.join("; ", orphans)
                            + ".\nDelete or mend them in the migration; `pragma foreign_key_check` lists them.");
        }
    }
}
