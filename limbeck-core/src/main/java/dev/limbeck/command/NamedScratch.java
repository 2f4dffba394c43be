// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.dialect.Database;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Reflection;
import dev.limbeck.dialect.Scratch;
import dev.limbeck.dialect.Statement;
import dev.limbeck.diff.Differ;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The scratch database that the settings name: refused unless it is empty, and emptied again after its use. */
record NamedScratch(Database database, Connection connection, Reflection reflection, Schema before) implements Scratch {

    static NamedScratch open(Database database, Reflection reflection) {
        Connection connection = database.connect();
        try {
            database.dialect().prepare(connection);
            Schema present = database.dialect()
                    .reflect(connection, new Reflection(reflection.schemas(), reflection.others(), Set.of(), true));
            if (!present.isEmpty()) {
                connection.close();
                throw notEmpty(database, present);
            }
            return new NamedScratch(database, connection, reflection, present);
        } catch (SQLException failure) {
            throw unusable(database, failure);
        }
    }

    private static MigrationException notEmpty(Database database, Schema present) {
        List<String> found = new ArrayList<>();
        present.tables().keySet().forEach(name -> found.add("table " + name));
        present.sequences().keySet().forEach(name -> found.add("sequence " + name));
        present.enums().keySet().forEach(name -> found.add("enum type " + name));
        present.domains().keySet().forEach(name -> found.add("domain " + name));
        present.code().keySet().forEach(key -> found.add(key.kind().label() + " " + key));
        return new MigrationException(
                ErrorCode.SCRATCH_NOT_EMPTY,
                "The scratch database at " + database + " is not empty; it holds "
                        + String.join(", ", found.subList(0, Math.min(5, found.size())))
                        + (found.size() > 5 ? " and " + (found.size() - 5) + " more" : "")
                        + ". Nothing in it was touched. Name an empty database in limbeck.scratch, or set"
                        + " limbeck.scratch=auto.");
    }

    /** Drops what was made here, which is everything but extensions that were there, as the database was empty. */
    @Override
    public void close() {
        Dialect dialect = database.dialect();
        try (connection) {
            Schema left = dialect.reflect(connection, reflection);
            for (Operation drop : dialect.arrange(Differ.diff(left, before, dialect.diffRules()))) {
                for (Statement statement : dialect.compile(drop, () -> left)) {
                    try (java.sql.Statement plain = connection.createStatement()) {
                        plain.execute(statement.sql());
                    }
                }
            }
        } catch (SQLException failure) {
            throw unusable(database, failure);
        }
    }

    private static MigrationException unusable(Database database, SQLException failure) {
        return new MigrationException(
                ErrorCode.SCRATCH_UNAVAILABLE,
                "The scratch database at " + database + " cannot be used: " + failure.getMessage(),
                failure);
    }
}
