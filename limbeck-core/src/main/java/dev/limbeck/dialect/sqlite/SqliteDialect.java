// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.sqlite;

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
import dev.limbeck.dialect.SqlSplitter;
import dev.limbeck.dialect.Statement;
import dev.limbeck.dialect.StoredObject;
import dev.limbeck.diff.DiffRules;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** SQLite 3.37 and later. */
public final class SqliteDialect implements Dialect {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final int FULL = 13;
    private static final int CANNOT_OPEN = 14;

    @Override
    public String name() {
        return "sqlite";
    }

    @Override
    public String label() {
        return "SQLite";
    }

    @Override
    public boolean accepts(String jdbcUrl) {
        return jdbcUrl.startsWith(SqliteUrl.PREFIX);
    }

    @Override
    public String resolve(String jdbcUrl, Path directory) {
        return SqliteUrl.resolve(jdbcUrl, directory);
    }

    /** A folder that is not there is left to the driver, which says so. */
    @Override
    public boolean exists(Database database) {
        return SqliteUrl.file(database.url())
                .filter(file -> Files.notExists(file)
                        && Files.isDirectory(file.toAbsolutePath().resolveSibling(".")))
                .isEmpty();
    }

    @Override
    public boolean isThere(Database database) {
        return SqliteUrl.file(database.url()).filter(Files::exists).isPresent();
    }

    @Override
    public Driver driver() {
        return new Driver("org.sqlite.JDBC", "org.xerial:sqlite-jdbc");
    }

    @Override
    public Set<Feature> features() {
        return Set.copyOf(EnumSet.of(Feature.TRANSACTIONAL_DDL, Feature.REBUILDS_TABLES, Feature.COMPARES_ROWS));
    }

    @Override
    public String quote(String identifier) {
        return PLAIN.matcher(identifier).matches() && !SqliteKeywords.contains(identifier)
                ? identifier
                : "\"" + identifier.replace("\"", "\"\"") + "\"";
    }

    @Override
    public String literal(@Nullable Object value) {
        return SqliteLiterals.of(value);
    }

    @Override
    public List<Statement> compile(Operation operation, Current current) {
        return operation.accept(new SqliteCompiler(this, current));
    }

    @Override
    public List<Operation> arrange(List<Operation> operations) {
        return SqliteArrangement.of(operations);
    }

    @Override
    public DiffRules diffRules() {
        return new SqliteRules(this);
    }

    @Override
    public Schema reflect(Connection connection, Reflection wanted) throws SQLException {
        return SqliteReflector.reflect(connection, wanted);
    }

    @Override
    public List<StoredObject> stored(Connection connection, Name table) throws SQLException {
        return SqliteReflector.stored(connection, table);
    }

    @Override
    public List<ScriptStatement> split(String script) {
        return SqlSplitter.split(
                script,
                EnumSet.of(
                        SqlSplitter.Option.BACKTICK_QUOTES,
                        SqlSplitter.Option.BRACKET_QUOTES,
                        SqlSplitter.Option.BEGIN_END));
    }

    /** No statement of SQL begins with a dot; {@code https://sqlite.org/cli.html} has the commands that do. */
    @Override
    public Optional<String> clientOnly(String statement) {
        return statement.startsWith(".")
                ? Optional.of("\"" + statement.lines().findFirst().orElse("")
                        + "\" is a command of the sqlite3 shell, not SQL. Take it out; for .import write inserts, and for .read"
                        + " put the statements into this file.")
                : Optional.empty();
    }

    @Override
    public Scratch openScratch(Database target) {
        return SqliteScratch.open(target);
    }

    @Override
    public void prepare(Connection connection) throws SQLException {
        SqliteTransactions.prepare(connection);
    }

    /** Without it the shell goes on behind a copy that failed, and drops the table that was to be copied. */
    @Override
    public Optional<String> offlineHead() {
        return Optional.of(".bail on");
    }

    @Override
    public List<String> offlineSession() {
        return SqliteTransactions.OFFLINE_SESSION;
    }

    @Override
    public List<String> offlineBeforeCommit() {
        return SqliteTransactions.OFFLINE_CHECK;
    }

    /** A script has no conditions, and goes on or ends behind a statement that fails. */
    @Override
    public List<String> guarded(String step, String condition, List<Statement> statements) {
        throw new MigrationException(
                ErrorCode.UNSUPPORTED_CHANGE,
                "SQLite cannot skip a part of a script, so none can be written that may run twice. Run the migrations"
                        + " with limbeck upgrade, which knows what ran, or write the script without --idempotent, from the"
                        + " revision where the database is: limbeck upgrade START:END --sql.");
    }

    @Override
    public void begin(Connection connection) throws SQLException {
        SqliteTransactions.begin(connection);
    }

    @Override
    public void beforeCommit(Connection connection) throws SQLException {
        SqliteTransactions.checkForeignKeys(connection);
    }

    @Override
    public RunLock lock(Database database, LockRequest request) {
        return SqliteLock.take(database, request);
    }

    @Override
    public LockLimits lockLimits() {
        return new SqliteLockLimits();
    }

    @Override
    public Optional<Outage> outage(SQLException failure) {
        return (failure.getErrorCode() & 0xff) == FULL ? Optional.of(Outage.DISK_FULL) : Optional.empty();
    }

    @Override
    public ConnectFailure classify(SQLException failure) {
        String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        // the driver looks for the file's folder itself, and has no code for its absence
        boolean unreachable = (failure.getErrorCode() & 0xff) == CANNOT_OPEN || message.startsWith("path to '");
        return unreachable ? ConnectFailure.UNREACHABLE : ConnectFailure.OTHER;
    }
}
