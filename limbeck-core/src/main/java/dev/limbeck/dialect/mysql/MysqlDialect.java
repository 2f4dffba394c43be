// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.mysql;

import dev.limbeck.dialect.Current;
import dev.limbeck.dialect.Database;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Feature;
import dev.limbeck.dialect.LockLimits;
import dev.limbeck.dialect.LockRequest;
import dev.limbeck.dialect.Outage;
import dev.limbeck.dialect.Reflection;
import dev.limbeck.dialect.RunLock;
import dev.limbeck.dialect.Scratch;
import dev.limbeck.dialect.ScriptGuard;
import dev.limbeck.dialect.ScriptStatement;
import dev.limbeck.dialect.ServerScratch;
import dev.limbeck.dialect.SqlSplitter;
import dev.limbeck.dialect.Statement;
import dev.limbeck.dialect.StoredObject;
import dev.limbeck.diff.DiffRules;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** MySQL, 8.0.29 and newer. */
public sealed class MysqlDialect implements Dialect permits MariadbDialect {
    private static final Pattern PLAIN_IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_$]*");

    private static final Pattern ABOUT_CODE = Pattern.compile(
            "(?is)(?:\\s|--[^\\n]*\\n|#[^\\n]*\\n|/\\*.*?\\*/)*+(?:create|alter|drop)\\s+(?:or\\s+replace\\s+)?"
                    + "(?:definer\\s*=\\s*\\S+\\s+)?(?:aggregate\\s+)?(?:function|procedure|trigger|event)\\b.*");

    /** Without a strict mode a null becomes 0 or an empty text where it may not stand, and nobody hears of it. */
    private static final String STRICT =
            "set session sql_mode = replace(concat(@@sql_mode, ',STRICT_ALL_TABLES'), 'NO_BACKSLASH_ESCAPES', '')";

    /** How the database's own client reads a script. */
    private static final Set<SqlSplitter.Option> OF_THE_CLIENT = Set.of(
            SqlSplitter.Option.BACKSLASH_ESCAPES,
            SqlSplitter.Option.BACKTICK_QUOTES,
            SqlSplitter.Option.HASH_COMMENTS,
            SqlSplitter.Option.DELIMITER_LINES);

    private static final String NO_SUCH_TABLE = "42S02";

    /** The server cannot do a change in the way that the statement insists on. */
    private static final Set<Integer> CANNOT_ONLINE = Set.of(1845, 1846);
    /** The server shuts down; the session was killed. */
    private static final Set<Integer> SESSION_ENDED = Set.of(1053, 1927);
    /** The disk is full; the table is full. */
    private static final Set<Integer> NO_ROOM = Set.of(1021, 1114);

    private static final Pattern NO_SPACE_LEFT = Pattern.compile("(?i)errno: 28|error 28\\b");

    @Override
    public String name() {
        return "mysql";
    }

    @Override
    public String label() {
        return "MySQL";
    }

    @Override
    public boolean accepts(String jdbcUrl) {
        return jdbcUrl.startsWith("jdbc:mysql:");
    }

    /** A {@code text} ends at 65,535 bytes. */
    @Override
    public String longText() {
        return "longtext";
    }

    @Override
    public Driver driver() {
        return new Driver("com.mysql.cj.jdbc.Driver", "com.mysql:mysql-connector-j");
    }

    @Override
    public Set<Feature> features() {
        return EnumSet.of(Feature.COMMENTS);
    }

    @Override
    public final String quote(String identifier) {
        return quoted(identifier);
    }

    static String quoted(String identifier) {
        boolean plain = PLAIN_IDENTIFIER.matcher(identifier).matches() && !MysqlKeyWords.isReserved(identifier);
        return plain ? identifier : forceQuoted(identifier);
    }

    static String forceQuoted(String identifier) {
        return '`' + identifier.replace("`", "``") + '`';
    }

    /** The identifier that stands in SQL as {@link #quoted} or {@link #forceQuoted} write it. */
    static String unquoted(String sql) {
        return sql.startsWith("`") ? sql.substring(1, sql.length() - 1).replace("``", "`") : sql;
    }

    @Override
    public final String literal(@Nullable Object value) {
        return literalOf(value);
    }

    static String literalOf(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        if (value instanceof Double || value instanceof Float) {
            return new BigDecimal(value.toString()).toPlainString();
        }
        if (value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        return "'" + value.toString().replace("\\", "\\\\").replace("'", "''") + "'";
    }

    @Override
    public List<Statement> compile(Operation operation, Current current) {
        return operation.accept(new MysqlCompiler(this, current, false));
    }

    @Override
    public final List<Operation> arrange(List<Operation> operations) {
        return List.copyOf(operations);
    }

    @Override
    public final List<Operation> arrange(List<Operation> operations, Schema before) {
        return new MysqlArrangement(this, before).arrange(operations);
    }

    /** A table that does not exist may as well hold rows: the statement about it will say so. */
    @Override
    public final boolean holdsRows(Connection connection, Name table) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select 1 from " + quote(table) + " limit 1")) {
            return row.next();
        } catch (SQLException failure) {
            if (NO_SUCH_TABLE.equals(failure.getSQLState())) {
                return true;
            }
            throw failure;
        }
    }

    @Override
    public final Optional<String> advice(SQLException failure, Operation operation) {
        if (!CANNOT_ONLINE.contains(failure.getErrorCode())) {
            return Optional.empty();
        }
        String consequence = label()
                + " can do this only if it may copy the table, or keep writers out of it until it is" + " done. ";
        return Optional.of(
                operation.table() == null
                        ? consequence + "If it may, take the clauses algorithm and lock out of the statement."
                        : consequence + "If it may, say so in the migration: op.batchAlterTable(\"" + operation.table()
                                + "\", batch -> { batch.mayCopyTable(); … })");
    }

    @Override
    public final DiffRules diffRules() {
        return new MysqlRules();
    }

    /** How this server's catalogue tells what it holds. */
    MysqlReading reading() {
        return new MysqlReading();
    }

    @Override
    public final Schema reflect(Connection connection, Reflection wanted) throws SQLException {
        return MysqlReflector.reflect(connection, wanted, reading());
    }

    @Override
    public final List<StoredObject> stored(Connection connection, Name table) throws SQLException {
        return MysqlReflector.stored(connection, table);
    }

    /** InnoDB estimates it from a sample of its pages. */
    @Override
    public final OptionalLong estimatedRows(Connection connection, Name table) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select table_rows from information_schema.tables"
                + " where table_schema = coalesce(?, database()) and table_name = ? and table_rows > 0")) {
            query.setString(1, table.schema());
            query.setString(2, table.name());
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    @Override
    public final List<ScriptStatement> split(String script) {
        Set<SqlSplitter.Option> options = EnumSet.copyOf(OF_THE_CLIENT);
        options.add(SqlSplitter.Option.BEGIN_END);
        return SqlSplitter.split(script, options);
    }

    /** The client knows no {@code begin}: it must be told of another delimiter around a semicolon. */
    @Override
    public final String terminated(String sql) {
        if (SqlSplitter.split(sql, OF_THE_CLIENT).size() < 2) {
            return Dialect.super.terminated(sql);
        }
        String delimiter = Stream.of("//", "$$", ";;", "~~~~")
                .filter(each -> !sql.contains(each))
                .findFirst()
                .orElseThrow(() -> new MigrationException(
                        ErrorCode.UNSUPPORTED_CHANGE,
                        "The statement contains //, $$, ;; and ~~~~, so that no delimiter is left to end it in a script;"
                                + " take one of them out:\n" + sql));
        return "delimiter " + delimiter + "\n" + sql + "\n" + delimiter + "\ndelimiter ;";
    }

    @Override
    public final Scratch openScratch(Database target) {
        return ServerScratch.open(new MysqlScratch(), target);
    }

    @Override
    public final void prepare(Connection connection) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement()) {
            refuseTheOther(statement);
            statement.execute(session());
        }
    }

    /** The two have drifted apart: what one says of its tables is wrong of the other's. */
    private void refuseTheOther(java.sql.Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select version()")) {
            boolean mariadb = row.next() && row.getString(1).contains("MariaDB");
            if (mariadb != this instanceof MariadbDialect) {
                throw new MigrationException(
                        ErrorCode.DATABASE_NOT_SUPPORTED,
                        "limbeck.url says " + label() + ", but the server is a " + (mariadb ? "MariaDB" : "MySQL")
                                + ". Write the URL as " + (mariadb ? "jdbc:mariadb:" : "jdbc:mysql:")
                                + "//…, with the driver that belongs to it.");
            }
        }
    }

    @Override
    public final List<String> offlineSession() {
        return List.of(session());
    }

    /** The statement that makes a session fit to migrate in. */
    String session() {
        return STRICT;
    }

    @Override
    public final List<String> guarded(String step, String condition, List<Statement> statements) {
        return ScriptGuard.of(condition, statements, sql -> {
            if (!canPrepare(sql)) {
                throw ScriptGuard.refuse(
                        sql, label() + " prepares no statement about a routine or trigger, and so cannot skip one");
            }
            return List.of(
                    "set @limbeck_statement = if(@limbeck_runs = 1, " + literal(sql) + ", 'do 0')",
                    "prepare limbeck_statement from @limbeck_statement",
                    "execute limbeck_statement",
                    "deallocate prepare limbeck_statement");
        });
    }

    /**
     * Whether the server prepares a statement.
     *
     * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/sql-prepared-statements.html">what MySQL prepares</a>
     */
    boolean canPrepare(String sql) {
        return !ABOUT_CODE.matcher(sql).lookingAt();
    }

    /** The server commits at each statement that changes the schema; what changes rows may still be undone. */
    @Override
    public final void begin(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
    }

    @Override
    public final void beforeCommit(Connection connection) {}

    @Override
    public final RunLock lock(Database database, LockRequest request) {
        return MysqlLock.take(database, request);
    }

    @Override
    public final LockLimits lockLimits() {
        return new MysqlLockLimits();
    }

    /**
     * {@code https://mariadb.com/kb/en/mariadb-error-code-reference/}; where a file could not be written, the number of the
     * system's error is in the message only.
     */
    @Override
    public final Optional<Outage> outage(SQLException failure) {
        if (SESSION_ENDED.contains(failure.getErrorCode())) {
            return Optional.of(Outage.CONNECTION_LOST);
        }
        boolean full = NO_ROOM.contains(failure.getErrorCode())
                || NO_SPACE_LEFT.matcher(String.valueOf(failure.getMessage())).find();
        return full ? Optional.of(Outage.DISK_FULL) : Dialect.super.outage(failure);
    }

    @Override
    public final ConnectFailure classify(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        if (state.startsWith("28")) {
            return ConnectFailure.LOGIN_REFUSED;
        }
        return state.startsWith("08") ? ConnectFailure.UNREACHABLE : ConnectFailure.OTHER;
    }
}
