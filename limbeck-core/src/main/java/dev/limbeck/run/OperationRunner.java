// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.run;

import dev.limbeck.dialect.Current;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Statement;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.Location;
import dev.limbeck.error.MigrationException;
import dev.limbeck.history.Texts;
import dev.limbeck.operation.Operation;
import dev.limbeck.script.LocatedOperation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Carries operations out on one connection. What the database holds is read from it only when a statement hangs on it. */
final class OperationRunner {
    /** So many characters of a statement are in a message, at most. */
    private static final int SHOWN = 2_000;

    private final Dialect dialect;
    private final Connection connection;
    private final LastReading reading;
    private final Current current;
    private final Boundary boundary;
    private final Listener listener;
    private final @Nullable LockWaits waits;
    private final CreatedTables created = new CreatedTables();
    private int executed;

    /** Runs on a connection; {@code waits} is null where nobody else is, as in a scratch database. */
    OperationRunner(
            Dialect dialect,
            Connection connection,
            Current current,
            Boundary boundary,
            Listener listener,
            @Nullable LockWaits waits) {
        this.dialect = dialect;
        this.connection = connection;
        this.reading = new LastReading(current);
        this.current = reading.current().holdingRows(table -> !created.contain(table) && current.holdsRows(table));
        this.boundary = boundary;
        this.listener = listener;
        this.waits = waits;
    }

    /** How many statements ended well. */
    int executed() {
        return executed;
    }

    /**
     * Runs one operation.
     *
     * @param what the run as a message names it, such as {@code upgrade to 3f2a…}
     * @throws MigrationException with code STATEMENT_FAILED, naming statement and line, if the database refuses
     */
    void run(LocatedOperation operation, String what) {
        if (operation.operation() instanceof Operation.Require required) {
            Requirement.check(connection, required, operation.location(), what);
            return;
        }
        reading.next(operation.operation());
        try {
            for (Statement statement : statements(operation, what)) {
                execute(statement, operation, what);
            }
        } finally {
            reading.pass(operation.operation());
        }
        created.pass(operation.operation());
    }

    private List<Statement> statements(LocatedOperation operation, String what) {
        Optional<List<Statement>> left = boundary.left(operation);
        if (left.isPresent()) {
            return left.get();
        }
        List<Statement> statements;
        try {
            statements = dialect.compile(operation.operation(), current).stream()
                    .map(statement -> operation.transactional() ? statement : statement.outsideTransaction())
                    .toList();
        } catch (MigrationException refused) {
            throw new MigrationException(
                    refused.code(),
                    "The " + what + " stops at " + operation.location() + ": " + refused.getMessage(),
                    operation.location(),
                    refused);
        }
        boundary.begin(operation, statements);
        return statements;
    }

    private void execute(Statement statement, LocatedOperation operation, String what) {
        long start = System.nanoTime();
        try {
            boundary.before(statement, operation);
            if (!statement.transactional()) {
                dialect.makeWay(connection, statement.sql(), note -> listener.on(new Event.Note(note)));
            }
            execute(statement);
            boundary.after(statement);
        } catch (SQLException failure) {
            throw failed(statement.sql(), operation, what, failure);
        }
        executed++;
        listener.on(new Event.StatementExecuted(statement.sql(), Duration.ofNanos(System.nanoTime() - start)));
    }

    private MigrationException failed(String sql, LocatedOperation operation, String what, SQLException failure) {
        Location location = operation.location();
        if (failure instanceof CancelledException cancelled && cancelled.byInterrupt()) {
            return new MigrationException(
                    ErrorCode.INTERRUPTED,
                    "The " + what + " was interrupted at " + location + ", in its statement " + (executed + 1) + ":\n"
                            + shown(sql).stripTrailing(),
                    location,
                    failure);
        }
        return new MigrationException(
                ErrorCode.STATEMENT_FAILED,
                "The " + what + " failed at " + location + ", in its statement " + (executed + 1) + ":\n"
                        + shown(sql) + "The database said: " + said(failure)
                        + dialect.advice(failure, operation.operation())
                                .map(advice -> "\n" + advice)
                                .orElse(""),
                location,
                failure);
    }

    /** A statement in a message, each line set in; of a long one, which may be all rows of a table, the beginning. */
    private static String shown(String sql) {
        if (sql.length() <= SHOWN) {
            return sql.indent(2);
        }
        String beginning = Texts.cut(sql, SHOWN);
        return (beginning + " … (" + (sql.length() - beginning.length()) + " more characters)").indent(2);
    }

    /** What the database says of a failure, in one line. */
    static String said(SQLException failure) {
        return String.valueOf(failure.getMessage()).strip()
                + (failure.getSQLState() == null ? "" : " [" + failure.getSQLState() + "]");
    }

    private void execute(Statement statement) throws SQLException {
        if (waits == null) {
            executeAtOnce(statement);
        } else {
            waits.run(statement, this::executeAtOnce);
        }
    }

    private void executeAtOnce(Statement statement) throws SQLException {
        if (statement.parameters().isEmpty()) {
            try (java.sql.Statement plain = connection.createStatement()) {
                plain.setEscapeProcessing(false);
                plain.execute(statement.sql());
            }
            return;
        }
        try (PreparedStatement prepared = connection.prepareStatement(statement.sql())) {
            for (int i = 0; i < statement.parameters().size(); i++) {
                prepared.setObject(i + 1, statement.parameters().get(i));
            }
            prepared.execute();
        }
    }
}
