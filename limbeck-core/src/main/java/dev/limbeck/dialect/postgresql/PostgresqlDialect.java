// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.postgresql;

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
import dev.limbeck.dialect.ScriptStatement;
import dev.limbeck.dialect.ServerScratch;
import dev.limbeck.dialect.SqlSplitter;
import dev.limbeck.dialect.Statement;
import dev.limbeck.diff.DiffRules;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** PostgreSQL, 12 and newer. */
public final class PostgresqlDialect implements Dialect {
    static final String NAME = "postgresql";
    static final String URL_PREFIX = "jdbc:postgresql:";

    private static final Pattern PLAIN_IDENTIFIER = Pattern.compile("[a-z_][a-z0-9_$]*");

    /** The server asks for a password and none is set; the driver counts it among the refused connections. */
    private static final String NO_PASSWORD = "08004";

    private static final String STARTING_UP = "57P03";
    private static final Set<String> SHUTDOWNS = Set.of("57P01", "57P02", STARTING_UP);
    private static final String DISK_FULL = "53100";
    private static final String UNSAFE_USE = "55P04";
    private static final String THERE_ALREADY = "42710";

    /** Comments may stand in front of it. */
    private static final Pattern CREATE_ROLE =
            Pattern.compile("(?is)(?:\\s|--[^\\n]*\\n|/\\*.*?\\*/)*+create\\s+(role|user|group)\\s+(?!mapping\\b)");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String label() {
        return "PostgreSQL";
    }

    @Override
    public boolean accepts(String jdbcUrl) {
        return jdbcUrl.startsWith(URL_PREFIX);
    }

    @Override
    public Driver driver() {
        return new Driver("org.postgresql.Driver", "org.postgresql:postgresql");
    }

    @Override
    public Set<Feature> features() {
        return EnumSet.of(
                Feature.TRANSACTIONAL_DDL,
                Feature.COMMENTS,
                Feature.SCHEMAS,
                Feature.SEQUENCES,
                Feature.ENUM_TYPES,
                Feature.COMPARES_ROWS);
    }

    @Override
    public String quote(String identifier) {
        return quoted(identifier);
    }

    static String quoted(String identifier) {
        boolean plain = PLAIN_IDENTIFIER.matcher(identifier).matches() && !PostgresqlKeyWords.isReserved(identifier);
        return plain ? identifier : forceQuoted(identifier);
    }

    static String forceQuoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    @Override
    public String literal(@Nullable Object value) {
        return literalOf(value);
    }

    static String literalOf(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof Number number) {
            return number(number);
        }
        if (value instanceof Boolean) {
            return value.toString();
        }
        return "'" + value.toString().replace("'", "''") + "'";
    }

    private static String number(Number number) {
        if (number instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        if (number instanceof Double || number instanceof Float) {
            return Double.isFinite(number.doubleValue())
                    ? new BigDecimal(number.toString()).toPlainString()
                    : "'" + number + "'";
        }
        return number.toString();
    }

    @Override
    public List<Statement> compile(Operation operation, Current current) {
        return operation.accept(new PostgresqlCompiler(this, current));
    }

    @Override
    public List<Operation> arrange(List<Operation> operations) {
        return List.copyOf(operations);
    }

    @Override
    public DiffRules diffRules() {
        return new PostgresqlRules();
    }

    @Override
    public Schema reflect(Connection connection, Reflection wanted) throws SQLException {
        return PostgresqlReflector.reflect(connection, wanted);
    }

    /** The text of a routine may name what only another search path finds, or what is not there any more. */
    @Override
    public List<Operation> takeOver(List<Operation> operations) {
        boolean hasRoutines = operations.stream()
                .anyMatch(operation -> operation instanceof Operation.CreateCode create
                        && create.object().key().kind().isRoutine());
        if (!hasRoutines) {
            return operations;
        }
        List<Operation> unchecked = new ArrayList<>(operations);
        unchecked.add(0, new Operation.Execute("set check_function_bodies = off", List.of()));
        unchecked.add(new Operation.Execute("reset check_function_bodies", List.of()));
        return unchecked;
    }

    @Override
    public List<String> unread(Connection connection, Reflection wanted) throws SQLException {
        return PostgresqlUnread.find(connection, wanted);
    }

    /** What the last {@code ANALYZE} or {@code VACUUM} found; nothing where there was none. */
    @Override
    public OptionalLong estimatedRows(Connection connection, Name table) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select reltuples::bigint from pg_class where oid = to_regclass(?) and reltuples > 0")) {
            query.setString(1, quote(table));
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    /** {@code https://www.postgresql.org/docs/current/sql-altertype.html#SQL-ALTERTYPE-NOTES}. */
    @Override
    public Optional<String> advice(SQLException failure, Operation operation) {
        return UNSAFE_USE.equals(failure.getSQLState())
                ? Optional.of("A new value of an enum type is used only after it is committed. Add it outside of the"
                        + " transaction, with op.outsideTransaction(() -> op.alterEnum(…)) or, in a SQL file, behind"
                        + " -- limbeck: no-transaction; or use it in a revision of its own.")
                : Optional.empty();
    }

    @Override
    public String withoutClientLines(String dump) {
        return PostgresqlClient.withoutItsLines(dump);
    }

    @Override
    public boolean isThereForAll(String sql, SQLException failure) {
        return THERE_ALREADY.equals(failure.getSQLState())
                && CREATE_ROLE.matcher(sql).lookingAt();
    }

    @Override
    public Optional<String> clientOnly(String statement) {
        return PostgresqlClient.only(statement);
    }

    @Override
    public List<ScriptStatement> split(String script) {
        return SqlSplitter.split(
                script,
                EnumSet.of(
                        SqlSplitter.Option.DOLLAR_QUOTES,
                        SqlSplitter.Option.NESTED_COMMENTS,
                        SqlSplitter.Option.E_STRINGS,
                        SqlSplitter.Option.BEGIN_END));
    }

    @Override
    public Scratch openScratch(Database target) {
        return ServerScratch.open(new PostgresqlScratch(), target);
    }

    /** Literals are written for standard strings, which a server can be set not to read. */
    @Override
    public void prepare(Connection connection) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.execute("set application_name = 'limbeck'");
            statement.execute("set standard_conforming_strings = on");
        }
    }

    @Override
    public List<String> guarded(String step, String condition, List<Statement> statements) {
        return List.of(PostgresqlGuard.of(step, condition, statements));
    }

    @Override
    public void begin(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
    }

    @Override
    public void beforeCommit(Connection connection) {}

    /** The driver gives statements names that it uses often, BEGIN as well, which no other session knows. */
    @Override
    public String behindPool(String jdbcUrl) {
        return jdbcUrl.contains("prepareThreshold=")
                ? jdbcUrl
                : jdbcUrl + (jdbcUrl.contains("?") ? "&" : "?") + "prepareThreshold=0";
    }

    @Override
    public void makeWay(Connection connection, String sql, Consumer<String> note) throws SQLException {
        PostgresqlLeftovers.makeWay(connection, sql, note);
    }

    @Override
    public RunLock lock(Database database, LockRequest request) {
        return PostgresqlLock.take(database, request);
    }

    @Override
    public LockLimits lockLimits() {
        return new PostgresqlLockLimits();
    }

    /** {@code https://www.postgresql.org/docs/current/errcodes-appendix.html}: a shutdown by an operator, or after a crash. */
    @Override
    public Optional<Outage> outage(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        if (SHUTDOWNS.contains(state)) {
            return Optional.of(Outage.CONNECTION_LOST);
        }
        return state.equals(DISK_FULL) ? Optional.of(Outage.DISK_FULL) : Dialect.super.outage(failure);
    }

    @Override
    public ConnectFailure classify(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        if (state.startsWith("28") || state.equals(NO_PASSWORD)) {
            return ConnectFailure.LOGIN_REFUSED;
        }
        return state.startsWith("08") || state.equals(STARTING_UP) ? ConnectFailure.UNREACHABLE : ConnectFailure.OTHER;
    }
}
