// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect;

import dev.limbeck.diff.DiffRules;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All that Limbeck knows of one kind of database. Implementations hold no state and are found as services. */
public interface Dialect {

    /** The short lower-case name, such as {@code postgresql}; also what {@code {vendor}} in a location stands for. */
    String name();

    /** The name as the database's makers write it. */
    String label();

    boolean accepts(String jdbcUrl);

    /** The URL with what is relative in it made absolute, starting from the folder. */
    default String resolve(String jdbcUrl, Path directory) {
        return jdbcUrl;
    }

    /** The URL for a server behind a pool that gives each transaction another of its sessions. */
    default String behindPool(String jdbcUrl) {
        return jdbcUrl;
    }

    /** Whether there is something to connect to; false only where connecting would create it. */
    default boolean exists(Database database) {
        return true;
    }

    /** The JDBC driver: its class, and the Maven coordinates to add when it is missing. */
    Driver driver();

    Set<Feature> features();

    default boolean has(Feature feature) {
        return features().contains(feature);
    }

    /** An identifier as it stands in SQL: quoted where its characters or its being a key word demand it. */
    String quote(String identifier);

    /** The name of an object, in its schema if it names one, as it stands in SQL. */
    default String quote(Name name) {
        return name.inSql(this::quote);
    }

    /** The name under which the database of the connection stores what is called by an identifier of a migration. */
    default String stored(String identifier, Connection connection) throws SQLException {
        return identifier;
    }

    /** A value as it stands in SQL; null, a String, a Number or a Boolean. */
    String literal(@Nullable Object value);

    /** The statements that carry an operation out, asking {@code current} only where they hang on what is there. */
    List<Statement> compile(Operation operation, Current current);

    /** The operations as this database wants them written: grouped by table where a table has to be rebuilt. */
    List<Operation> arrange(List<Operation> operations);

    /** The same, with what the tables are like at the start, for a revision that people read before it runs. */
    default List<Operation> arrange(List<Operation> operations, Schema before) {
        return arrange(operations);
    }

    /** What this database has to say about the comparing of two schemas. */
    DiffRules diffRules();

    /** Reads what is there, in a number of queries that does not grow with the schema. */
    Schema reflect(Connection connection, Reflection wanted) throws SQLException;

    /** What is there of kinds that are not read, each by its kind and name. */
    default List<String> unread(Connection connection, Reflection wanted) throws SQLException {
        return List.of();
    }

    /** What creates a schema that a database has had all along, of which nothing has to be proven any more. */
    default List<Operation> takeOver(List<Operation> operations) {
        return operations;
    }

    /**
     * The SQL by which the database keeps a table, its triggers, and the views and triggers that name it; none where
     * tables are never rebuilt.
     */
    default List<StoredObject> stored(Connection connection, Name table) throws SQLException {
        return List.of();
    }

    /** Whether a table holds rows; asked only by a dialect to which that makes a difference. */
    default boolean holdsRows(Connection connection, Name table) throws SQLException {
        return true;
    }

    /** What to do about the failure of an operation, where this database's own message leaves that open. */
    default Optional<String> advice(SQLException failure, Operation operation) {
        return Optional.empty();
    }

    /** About how many rows a table has, where the database knows that without counting them. */
    default OptionalLong estimatedRows(Connection connection, Name table) throws SQLException {
        return OptionalLong.empty();
    }

    /** The type of a text of any length. */
    default String longText() {
        return "text";
    }

    /** Splits a script into its statements; comments that stand between statements are not part of them. */
    List<ScriptStatement> split(String script);

    /** A dump of a schema without the lines that speak to the database's own client and make nothing. */
    default String withoutClientLines(String dump) {
        return dump;
    }

    /**
     * Why only the database's own client can run a statement of a script, and what to write instead; empty for SQL, which the
     * server runs.
     */
    default Optional<String> clientOnly(String statement) {
        return Optional.empty();
    }

    /**
     * Opens an empty database of the same kind as the target, made for the moment.
     *
     * @throws dev.limbeck.error.MigrationException with code SCRATCH_UNAVAILABLE if none can be made
     */
    Scratch openScratch(Database target);

    /** Whether connecting finds a database, rather than making one. */
    default boolean isThere(Database database) {
        return true;
    }

    /** Readies a connection for migrations; runs outside any transaction, right after connecting. */
    void prepare(Connection connection) throws SQLException;

    /** A statement of a script with what ends it there: on a line of its own where it would fall into a comment. */
    default String terminated(String sql) {
        return split(sql + ";\nx").size() > split(sql).size() ? sql + ";" : sql + "\n;";
    }

    /** A line that a script begins with, for the client that runs it rather than for the server. */
    default Optional<String> offlineHead() {
        return Optional.empty();
    }

    /** The statements that do for a script what {@link #prepare} does for a connection. */
    default List<String> offlineSession() {
        return List.of();
    }

    /** The statements that do for a script what {@link #beforeCommit} does for a connection. */
    default List<String> offlineBeforeCommit() {
        return List.of();
    }

    /**
     * The statements of a revision in a script, put behind a condition.
     *
     * @param step what is said to be skipped where the condition does not hold, if the database can say anything
     * @param condition a condition as it stands behind {@code where}
     * @param statements without parameters
     * @throws dev.limbeck.error.MigrationException with code UNSUPPORTED_CHANGE, and the way out, where a script of this
     *     database cannot do one thing or another
     */
    List<String> guarded(String step, String condition, List<Statement> statements);

    /** Starts a revision's transaction on a connection whose auto-commit is on. */
    void begin(Connection connection) throws SQLException;

    /** Checks what must hold before a revision is committed, such as foreign keys that were not enforced. */
    void beforeCommit(Connection connection) throws SQLException;

    /** Has what was committed written to disk, where a commit itself does not wait for that. */
    default void settle(Connection connection) throws SQLException {}

    /**
     * Keeps other runs of Limbeck on the same database out until it is closed; waits for one that is under way.
     *
     * @throws dev.limbeck.error.MigrationException with code DATABASE_LOCKED when the time is up
     */
    RunLock lock(Database database, LockRequest request);

    /** The same as the server likes it, in silence. */
    default RunLock lock(Database database, Duration timeout) {
        return lock(database, LockRequest.within(timeout));
    }

    /**
     * Clears away what an attempt that failed left in the way of a statement, right before it runs outside a transaction.
     *
     * @param note takes a sentence about what was done, or about what lies there besides
     */
    default void makeWay(Connection connection, String sql, Consumer<String> note) throws SQLException {}

    /** How the time is bounded that a change of the schema waits for a lock. */
    default LockLimits lockLimits() {
        return LockLimits.NONE;
    }

    /** What a failure to connect means. */
    ConnectFailure classify(SQLException failure);

    /** The outage that a failure tells of; the standard has a class of states for lost connections. */
    default Optional<Outage> outage(SQLException failure) {
        return String.valueOf(failure.getSQLState()).startsWith("08")
                ? Optional.of(Outage.CONNECTION_LOST)
                : Optional.empty();
    }

    /** A JDBC driver. */
    record Driver(String className, String coordinates) {}

    /** Why a connection could not be had. */
    enum ConnectFailure {
        UNREACHABLE,
        LOGIN_REFUSED,
        /** Another process has the database for itself. */
        IN_USE,
        OTHER
    }

    /**
     * Whether a statement failed only because it makes what all databases of a server share, a role for instance, and
     * that is there already. A scratch database does without such a statement.
     */
    default boolean isThereForAll(String sql, SQLException failure) {
        return false;
    }
}
