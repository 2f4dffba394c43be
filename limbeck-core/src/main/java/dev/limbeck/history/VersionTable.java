// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.history;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.revision.VersionChange;
import dev.limbeck.schema.Name;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The table that holds the current heads, one row each, laid out as Alembic's is. */
public final class VersionTable {
    private static final String COLUMN = "version_num";

    private final Dialect dialect;
    private final Name name;

    public VersionTable(Dialect dialect, Name name) {
        this.dialect = dialect;
        this.name = name;
    }

    public Name name() {
        return name;
    }

    /** The statement that creates the table. */
    public String createSql() {
        return "create table " + quoted() + " (\n    " + COLUMN + " varchar(64) not null,\n    constraint "
                + dialect.quote(name.name() + "_pkc") + " primary key (" + COLUMN + ")\n)";
    }

    /** The same for a script that may meet the table. */
    public String createIfMissingSql() {
        return createSql().replaceFirst("^create table ", "create table if not exists ");
    }

    /**
     * The condition, as it stands behind {@code where}, under which a step is still to be done: the rows that it takes
     * away are there, and none of those that its row, or what became of it, would be.
     *
     * @param madeOf the revisions that stand in the table once the step was done, or any that follow it
     */
    public String isDue(VersionChange change, Collection<String> madeOf) {
        List<String> conditions = new ArrayList<>();
        change.deletes().forEach(id -> conditions.add(exists("= " + dialect.literal(id))));
        VersionChange.Replace replace = change.replace();
        if (replace != null) {
            conditions.add(exists("= " + dialect.literal(replace.from())));
        }
        if (!madeOf.isEmpty()) {
            conditions.add("not "
                    + exists("in ("
                            + String.join(
                                    ", ", madeOf.stream().map(dialect::literal).toList())
                            + ")"));
        }
        return String.join(" and ", conditions);
    }

    private String exists(String condition) {
        return "exists (select 1 from " + quoted() + " where " + COLUMN + " " + condition + ")";
    }

    /** The current heads, sorted; none when the table does not exist. Changes nothing. */
    public List<String> read(Connection connection) throws SQLException {
        if (!Tables.exists(dialect, connection, name)) {
            return List.of();
        }
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select " + COLUMN + " from " + quoted())) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        rows.sort(null);
        return rows;
    }

    /** Creates the table if it is not there, and says whether it was not. */
    public boolean ensure(Connection connection) throws SQLException {
        return Tables.ensure(dialect, connection, name, createSql());
    }

    /** Empties the table. */
    public void purge(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("delete from " + quoted());
        }
    }

    /** Carries a step's change of heads out. */
    public void apply(Connection connection, VersionChange change) throws SQLException {
        for (String sql : statements(change)) {
            try (Statement statement = connection.createStatement()) {
                int rows = statement.executeUpdate(sql);
                if (rows != 1) {
                    throw new MigrationException(
                            ErrorCode.DATABASE_FAILED,
                            "The table " + name + " changed while revisions ran: \"" + sql
                                    + "\" should match one row, it"
                                    + " matches " + rows + ". Somebody else changed it; look at it with limbeck current"
                                    + " and run the command again.");
                }
            }
        }
    }

    /** A step's change of heads as statements: what goes, what comes, what becomes another. */
    public List<String> statements(VersionChange change) {
        List<String> statements = new ArrayList<>();
        for (String id : change.deletes()) {
            statements.add("delete from " + quoted() + " where " + COLUMN + " = " + dialect.literal(id));
        }
        for (String id : change.inserts()) {
            statements.add("insert into " + quoted() + " (" + COLUMN + ") values (" + dialect.literal(id) + ")");
        }
        VersionChange.Replace replace = change.replace();
        if (replace != null) {
            statements.add("update " + quoted() + " set " + COLUMN + " = " + dialect.literal(replace.to()) + " where "
                    + COLUMN + " = " + dialect.literal(replace.from()));
        }
        return statements;
    }

    private String quoted() {
        return dialect.quote(name);
    }
}
