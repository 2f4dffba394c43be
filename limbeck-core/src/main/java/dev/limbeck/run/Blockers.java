// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.run;

import dev.limbeck.dialect.Database;
import dev.limbeck.dialect.LockLimits;
import dev.limbeck.error.MigrationException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whom a session waits for, asked on another connection while it waits; that nobody can be asked is no failure. */
final class Blockers {
    private static final Logger log = LoggerFactory.getLogger(Blockers.class);

    private final LockLimits limits;
    private final Database database;
    private final Connection waiting;
    private long session = -1;
    private volatile List<String> found = List.of();

    /** Asks of the connection's session, on the database. */
    Blockers(LockLimits limits, Database database, Connection waiting) {
        this.limits = limits;
        this.database = database;
        this.waiting = waiting;
    }

    /** Forgets whom was waited for, and takes down who it is that will wait. */
    void prepare() throws SQLException {
        found = List.of();
        if (session < 0 && !limits.sessionSql().isEmpty()) {
            try (Statement statement = waiting.createStatement();
                    ResultSet row = statement.executeQuery(limits.sessionSql())) {
                row.next();
                session = row.getLong(1);
            }
        }
    }

    /** Looks once, from another thread than that which waits. */
    void look() {
        if (session < 0) {
            return;
        }
        try (Connection other = database.connect();
                PreparedStatement query = other.prepareStatement(limits.blockersSql())) {
            query.setLong(1, session);
            List<String> blockers = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    blockers.add(rows.getString(1));
                }
            }
            if (!blockers.isEmpty()) {
                found = List.copyOf(blockers);
            }
        } catch (SQLException | MigrationException unknown) {
            log.debug("who holds the lock cannot be asked", unknown);
        }
    }

    /** Those that were met last; none if nobody was, or nobody could be asked. */
    List<String> found() {
        return found;
    }
}
