// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.h2;

import dev.limbeck.dialect.ConnectionLock;
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
import dev.limbeck.dialect.SqlSplitter;
import dev.limbeck.dialect.Statement;
import dev.limbeck.dialect.StoredObject;
import dev.limbeck.diff.DiffRules;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** H2, 2.3 and newer. */
public final class H2Dialect implements Dialect {
    private static final int WRONG_USER_OR_PASSWORD = 28000;

    /** Connection broken; database not found, here or at the server; a path that is neither absolute nor {@code ./}. */
    private static final Set<Integer> UNREACHABLE = Set.of(90067, 90146, 90149, 90011);

    /** Another process has the file open, or is just opening or closing it. */
    private static final Set<Integer> IN_USE = Set.of(90020, 90098);

    private static final Set<Integer> CLOSED = Set.of(90007, 90067, 90098, 90121);
    private static final int NO_ADMINISTRATOR = 90040;
    private static final int ERROR_OPENING = 8000;

    private static final Set<String> QUERIES = Set.of("select", "with", "values", "table", "call", "show", "explain");

    @Override
    public String name() {
        return "h2";
    }

    @Override
    public String label() {
        return "H2";
    }

    @Override
    public boolean accepts(String jdbcUrl) {
        return jdbcUrl.startsWith(H2Url.PREFIX);
    }

    @Override
    public String resolve(String jdbcUrl, Path directory) {
        return H2Url.resolve(jdbcUrl, directory);
    }

    @Override
    public boolean exists(Database database) {
        return H2Url.createdFile(database.url()).filter(Files::notExists).isEmpty();
    }

    /** One in the memory of this process is not there before it is opened. */
    @Override
    public boolean isThere(Database database) {
        return !H2Url.isInMemory(database.url()) && exists(database);
    }

    @Override
    public Driver driver() {
        return new Driver("org.h2.Driver", "com.h2database:h2");
    }

    @Override
    public Set<Feature> features() {
        return EnumSet.of(Feature.COMMENTS, Feature.SCHEMAS, Feature.SEQUENCES);
    }

    @Override
    public String quote(String identifier) {
        return H2Names.quoted(identifier);
    }

    @Override
    public String stored(String identifier, Connection connection) throws SQLException {
        return H2Names.of(connection).stored(identifier);
    }

    @Override
    public String literal(@Nullable Object value) {
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
            double number = ((Number) value).doubleValue();
            return Double.isFinite(number) ? new BigDecimal(value.toString()).toPlainString() : "'" + value + "'";
        }
        if (value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        return "'" + value.toString().replace("'", "''") + "'";
    }

    @Override
    public List<Statement> compile(Operation operation, Current current) {
        return operation.accept(new H2Compiler(this, current));
    }

    @Override
    public List<Operation> arrange(List<Operation> operations) {
        return List.copyOf(operations);
    }

    @Override
    public DiffRules diffRules() {
        return new H2Rules();
    }

    @Override
    public Schema reflect(Connection connection, Reflection wanted) throws SQLException {
        return H2Reflector.reflect(connection, wanted);
    }

    @Override
    public List<StoredObject> stored(Connection connection, Name table) throws SQLException {
        return H2Reflector.stored(connection, table);
    }

    @Override
    public List<ScriptStatement> split(String script) {
        return SqlSplitter.split(
                script, EnumSet.of(SqlSplitter.Option.DOLLAR_QUOTES, SqlSplitter.Option.NESTED_COMMENTS));
    }

    @Override
    public Scratch openScratch(Database target) {
        return H2Scratch.open(target);
    }

    @Override
    public void prepare(Connection connection) {}

    /** What {@code execute immediate} takes is an expression, and must not be a query. */
    @Override
    public List<String> guarded(String step, String condition, List<Statement> statements) {
        for (Statement statement : statements) {
            if (QUERIES.contains(ScriptGuard.firstWord(statement.sql()))) {
                throw ScriptGuard.refuse(statement.sql(), "H2 cannot put a query behind a condition");
            }
        }
        return ScriptGuard.of(
                condition,
                statements,
                sql -> List.of("execute immediate case when @limbeck_runs = 1 then " + literalOf(sql)
                        + " else 'set @limbeck_skipped = 1' end"));
    }

    @Override
    public void begin(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
    }

    @Override
    public void beforeCommit(Connection connection) {}

    /**
     * H2 writes half a second after a commit, and says nothing when it cannot then
     * ({@code https://h2database.com/html/commands.html#set_write_delay}). Only an administrator may ask for it earlier.
     */
    @Override
    public void settle(Connection connection) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.execute("checkpoint sync");
        } catch (SQLException failure) {
            if (failure.getErrorCode() != NO_ADMINISTRATOR) {
                throw failure;
            }
        }
    }

    @Override
    public RunLock lock(Database database, LockRequest request) {
        return ConnectionLock.take(database, request, new H2Lock());
    }

    @Override
    public LockLimits lockLimits() {
        return new H2LockLimits();
    }

    /** What the system said of the file is at the end of the causes only. */
    @Override
    public Optional<Outage> outage(SQLException failure) {
        boolean full = Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> String.valueOf(cause.getMessage()).contains("No space left on device"));
        if (full) {
            return Optional.of(Outage.DISK_FULL);
        }
        return CLOSED.contains(failure.getErrorCode())
                ? Optional.of(Outage.CONNECTION_LOST)
                : Dialect.super.outage(failure);
    }

    @Override
    public ConnectFailure classify(SQLException failure) {
        if (failure.getErrorCode() == WRONG_USER_OR_PASSWORD) {
            return ConnectFailure.LOGIN_REFUSED;
        }
        boolean isOpening = failure.getErrorCode() == ERROR_OPENING
                && String.valueOf(failure.getMessage()).contains("Lock file");
        if (isOpening || IN_USE.contains(failure.getErrorCode())) {
            return ConnectFailure.IN_USE;
        }
        return UNREACHABLE.contains(failure.getErrorCode()) ? ConnectFailure.UNREACHABLE : ConnectFailure.OTHER;
    }
}
