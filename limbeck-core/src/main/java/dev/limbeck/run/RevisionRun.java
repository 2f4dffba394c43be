// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.run;

import dev.limbeck.dialect.Current;
import dev.limbeck.dialect.Statement;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.Location;
import dev.limbeck.error.MigrationException;
import dev.limbeck.history.Journal;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.ResultRow;
import dev.limbeck.revision.Direction;
import dev.limbeck.revision.Step;
import dev.limbeck.script.LocatedOperation;
import dev.limbeck.script.OperationTarget;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One revision under way: it begins when its first operation or question comes, skips what an earlier run has done, and
 * writes into the journal how far it got whenever it has to commit before its end.
 */
final class RevisionRun implements OperationTarget, Boundary, BackfillRun.Batches {
    private final Session session;
    private final Step step;
    private final Journal.@Nullable Entry earlier;
    private final String what;
    private final Current current;
    private final OperationRunner runner;
    private final Trail done = new Trail();
    private final Progress progress;
    private final @Nullable Interruption interruption;
    private boolean begun;
    private Effect effect = Effect.ROWS;
    private boolean leftTransaction;
    private boolean hasPosition;
    private boolean traced;
    private boolean hasWritten;
    private boolean journalled;
    private int committed;

    /** Starts nothing yet; {@code earlier} is how far another run of the revision got, null where none was interrupted. */
    RevisionRun(Session session, Step step, Journal.@Nullable Entry earlier) {
        this.session = session;
        this.step = step;
        this.earlier = earlier;
        this.what = Executor.title(step);
        this.interruption = earlier == null ? null : new Interruption(what, earlier);
        this.current = Current.live(session.dialect(), session.connection(), session.reflection());
        this.runner = new OperationRunner(
                session.dialect(), session.connection(), current, this, session.listener(), session.waits());
        this.progress = new Progress(session.dialect(), current, session.listener());
        this.traced = earlier != null;
        this.hasPosition = earlier != null && earlier.position() != null;
        this.journalled = earlier != null;
        this.committed = earlier == null ? 0 : earlier.operations();
    }

    private String id() {
        return step.revision().id();
    }

    /** The run as a message names it, such as {@code upgrade to 3f2a…}. */
    String what() {
        return what;
    }

    boolean hasBegun() {
        return begun;
    }

    /** How many statements ended well in this run. */
    int executed() {
        return runner.executed();
    }

    /** Whether the journal has a row of the revision. */
    boolean isTraced() {
        return traced;
    }

    /** Whether something of the revision is there for good, and the journal tells how much. */
    boolean isJournalled() {
        return journalled;
    }

    /** How many operations are done for good, in this run and earlier ones. */
    int committed() {
        return committed;
    }

    @Override
    public boolean isOffline() {
        return false;
    }

    @Override
    public List<ResultRow> query(String sql, List<? extends @Nullable Object> parameters, Location asked) {
        begin();
        return Query.rows(session.connection(), sql, parameters, asked, what);
    }

    @Override
    public Connection connection(Location asked, Runnable beforeUse) {
        begin();
        if (earlier != null && done.count() < earlier.operations()) {
            session.listener()
                    .on(new Event.Warning("What the " + what + " does through op.connection() at " + asked
                            + " is done again, because no journal knows of it."));
        }
        return MigrationConnection.of(session.connection(), beforeUse);
    }

    @Override
    public void run(List<LocatedOperation> operations) {
        begin();
        for (LocatedOperation operation : operations) {
            if (interruption != null && done.count() < interruption.entry().operations()) {
                skip(operation, interruption);
            } else {
                perform(operation);
            }
        }
    }

    /** Ends the revision's operations, in a transaction that is still open. */
    void finish() {
        begin();
        if (earlier != null && done.count() < earlier.operations()) {
            throw Objects.requireNonNull(interruption).changed("has only " + done.count() + " operation(s) now", null);
        }
    }

    private void begin() {
        if (begun) {
            return;
        }
        session.listener().on(Event.RevisionStarted.of(step));
        if (earlier != null) {
            session.listener()
                    .on(new Event.Note("Goes on with revision " + id() + " at operation " + (earlier.operations() + 1)
                            + (earlier.position() == null ? "" : ", within a backfill")
                            + "; an earlier run got that far."));
        }
        begun = true;
        try {
            leaveTrace();
            session.begin();
        } catch (SQLException failure) {
            throw databaseFailed(failure);
        }
    }

    /** Lets the journal know that the revision has begun, so that a run that dies leaves a word. */
    private void leaveTrace() throws SQLException {
        if (!traced && !session.isSingle()) {
            session.journal().write(session.connection(), Journal.Entry.begun(id(), direction(step)));
            traced = true;
        }
    }

    /** Takes an operation that was done before as done, if it is the same one. */
    private void skip(LocatedOperation operation, Interruption before) {
        done.pass(operation);
        if (done.lastDiffersFrom(before.entry().operationHashes())) {
            throw before.changed(
                    "is another one now at operation " + done.count() + " (" + operation.location() + ")", operation);
        }
        if (done.count() == before.entry().operations()
                && !done.hash().equals(before.entry().hash())) {
            throw before.changed("is another one now in one of these operations", operation);
        }
    }

    private void perform(LocatedOperation operation) {
        leftTransaction = false;
        if (operation.operation() instanceof Operation.Backfill backfill) {
            backfill(backfill, operation.location());
        } else {
            effect = Effect.of(operation.operation(), session.dialect());
            runner.run(operation, what);
        }
        done.pass(operation);
        progress.end();
        if (!session.isSingle() && (leftTransaction || !session.rollsBackDdl())) {
            try {
                checkpoint(null);
                session.begin();
            } catch (SQLException failure) {
                throw databaseFailed(failure);
            }
        }
    }

    private void backfill(Operation.Backfill backfill, Location location) {
        try {
            String position = earlierPosition();
            BackfillRun batches = new BackfillRun(session, backfill, current, this);
            batches.prepare();
            if (session.isSingle()) {
                throw Transactions.leaving(
                        "The " + what, "op.backfill at " + location + " commits each of its batches");
            }
            leave();
            session.begin();
            batches.run(position);
        } catch (SQLException failure) {
            throw new MigrationException(
                    ErrorCode.STATEMENT_FAILED,
                    "The " + what + " failed at " + location + ", in the backfill of table " + backfill.table()
                            + ". The database said: " + OperationRunner.said(failure),
                    location,
                    failure);
        } catch (MigrationException refused) {
            throw new MigrationException(
                    refused.code(),
                    "The " + what + " stops at " + location + ": " + refused.getMessage(),
                    location,
                    refused);
        }
    }

    @Override
    public Optional<List<Statement>> left(LocatedOperation operation) {
        return interruption != null && done.count() == interruption.entry().operations()
                ? progress.left(operation, done.count() + 1, interruption)
                : Optional.empty();
    }

    @Override
    public void begin(LocatedOperation operation, List<Statement> statements) {
        progress.begin(operation, statements);
    }

    @Override
    public void before(Statement statement, LocatedOperation operation) throws SQLException {
        if (!statement.transactional()) {
            if (session.isSingle()) {
                throw Transactions.leaving(
                        "The " + what,
                        operation.location() + ": it cannot run within a transaction: " + statement.sql());
            }
            progress.mark(effect);
            leave();
        } else if (!session.rollsBackDdl() && effect != Effect.ROWS) {
            progress.mark(effect);
            checkpoint(null);
            session.begin();
        }
    }

    @Override
    public void after(Statement statement) throws SQLException {
        progress.pass();
        if (!statement.transactional()) {
            session.begin();
        }
    }

    /** How far an earlier run got with the backfill that is next; null where that is none of its. */
    private @Nullable String earlierPosition() {
        return earlier != null && done.count() == earlier.operations() ? earlier.position() : null;
    }

    /** Ends the transaction that there is, with what was done so far and the record of it. */
    private void leave() throws SQLException {
        session.dialect().beforeCommit(session.connection());
        checkpoint(earlierPosition());
    }

    /** Lets the journal say after a failure that the statement under way did nothing, as the database has told. */
    void abandon() throws SQLException {
        boolean marked = progress.unmark();
        if ((earlier != null && !hasWritten) || !traced || !session.journal().isOwn(session.connection(), id())) {
            return;
        }
        if (committed == 0 && !hasPosition && progress.toWrite() == null) {
            session.journal().remove(session.connection(), id());
            traced = false;
            journalled = false;
        } else if (marked) {
            write(null);
        }
    }

    @Override
    public void commit(String position) throws SQLException {
        checkpoint(position);
    }

    /** Commits what was done so far, and the record of it. */
    private void checkpoint(@Nullable String position) throws SQLException {
        leftTransaction = true;
        if (done.count() > 0 || position != null || progress.toWrite() != null) {
            session.begin();
            write(position);
            journalled = true;
            hasPosition = position != null;
        }
        session.commit();
        committed = done.count();
    }

    private void write(@Nullable String position) throws SQLException {
        hasWritten = true;
        session.journal()
                .write(
                        session.connection(),
                        new Journal.Entry(
                                id(),
                                RevisionRun.direction(step),
                                done.count(),
                                done.hash(),
                                done.operationHashes(),
                                position,
                                progress.toWrite()));
    }

    /** The word by which the log and the journal call a direction. */
    static String direction(Step step) {
        return step.direction() == Direction.UPGRADE ? "upgrade" : "downgrade";
    }

    MigrationException databaseFailed(SQLException failure) {
        return new MigrationException(
                ErrorCode.DATABASE_FAILED, "The " + what + " failed: " + failure.getMessage(), failure);
    }
}
