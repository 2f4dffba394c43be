// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.postgresql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The invalid indexes that statements with {@code concurrently} leave behind when they fail: they serve no query, cost
 * every writer, and stand in the way of the next attempt, which {@code if not exists} then takes for done.
 */
final class PostgresqlLeftovers {
    private static final Duration COMMITTED_BY_THEN = Duration.ofMillis(500);

    private static final String BLANK = "(?:\\s|--[^\\n]*\\n|/\\*.*?\\*/)++";
    private static final String PART = "(?:\"(?:[^\"]|\"\")*+\"|[^\\s\".,();]+)";
    private static final String NAME = "(" + PART + "(?:\\s*\\.\\s*" + PART + ")?)";

    private static final Pattern CREATE = pattern("create (?:unique )?index concurrently (?:if not exists )?(" + PART
            + ") on (?:only )?" + NAME + "(?:[\\s(].*)?");

    private static final Pattern REINDEX = pattern("reindex\\s*(?:\\([^)]*\\)\\s*)?(index|table|schema|database|system)"
            + " concurrently(?: " + NAME + ")?\\s*;?\\s*");

    /** A partition's index that belongs to an index of the whole cannot be dropped alone, and is none of these. */
    private static final String INVALID = """
            select quote_ident(n.nspname) || '.' || quote_ident(i.relname) as name
            from pg_index x
            join pg_class i on i.oid = x.indexrelid
            join pg_class t on t.oid = x.indrelid
            join pg_namespace n on n.oid = i.relnamespace
            where not x.indisvalid and i.relkind = 'i' and not i.relispartition
            """;

    private static final String OF_NAME =
            INVALID + " and x.indrelid = to_regclass(?) and i.relname = (parse_ident(?, true))[1]::name";

    private static final String OF_REINDEX = INVALID + " and i.relname ~ '_cc(new|old)[0-9]*$' and case ?"
            + " when 'index' then x.indrelid = (select indrelid from pg_index where indexrelid = to_regclass(?))"
            + " when 'table' then x.indrelid = to_regclass(?)"
            + " when 'schema' then quote_ident(n.nspname) = ? or n.nspname = lower(?)"
            + " else true end order by 1";

    private PostgresqlLeftovers() {}

    /** A blank stands for any space and comments. */
    private static Pattern pattern(String words) {
        return Pattern.compile(
                "(?:" + BLANK + ")?" + words.replace(" ", BLANK), Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }

    static void makeWay(Connection connection, String sql, Consumer<String> note) throws SQLException {
        Matcher create = CREATE.matcher(sql);
        if (create.matches()) {
            drop(connection, create.group(1), create.group(2), note);
            return;
        }
        Matcher reindex = REINDEX.matcher(sql);
        if (reindex.matches()) {
            tell(
                    connection,
                    reindex.group(1),
                    Optional.ofNullable(reindex.group(2)).orElse(""),
                    note);
        }
    }

    /** An index that another session is just building is not valid either; the table's lock is had when that has ended. */
    private static void drop(Connection connection, String index, String table, Consumer<String> note)
            throws SQLException {
        if (invalid(connection, OF_NAME, table, index).isEmpty()) {
            return;
        }
        List<String> names;
        connection.setAutoCommit(false);
        try {
            execute(connection, "lock table " + table + " in share update exclusive mode");
            names = invalid(connection, OF_NAME, table, index);
            if (!names.isEmpty()) {
                // Who builds an index lets go of the table a moment before the commit that makes the index valid.
                LockSupport.parkNanos(COMMITTED_BY_THEN.toNanos());
                names = invalid(connection, OF_NAME, table, index);
            }
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        for (String name : names) {
            execute(connection, "drop index concurrently " + name);
            note.accept("Dropped the index " + name + " of table " + table
                    + ", which an earlier attempt left invalid; it is made anew.");
        }
    }

    private static void tell(Connection connection, String kind, String name, Consumer<String> note)
            throws SQLException {
        for (String leftover : invalid(connection, OF_REINDEX, kind.toLowerCase(Locale.ROOT), name, name, name, name)) {
            note.accept("The index " + leftover + " is invalid: an earlier reindex concurrently left it. It slows every"
                    + " write down; drop it with: drop index concurrently " + leftover);
        }
    }

    private static List<String> invalid(Connection connection, String query, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            List<String> names = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            return names;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
