// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.run;

import dev.limbeck.dialect.Current;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Statement;
import dev.limbeck.history.Journal;
import dev.limbeck.history.Journal.JournalledStatement;
import dev.limbeck.script.LocatedOperation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far one operation got whose statements commit one by one. A statement is marked before it runs, with what it found;
 * if the run dies then, the next one compares that with what is there.
 */
final class Progress {
    /** What stands for the fingerprint where none can tell whether a statement ran. */
    private static final String UNKNOWN = "unknown";

    private final Dialect dialect;
    private final Current current;
    private final Listener listener;
    private Journal.@Nullable Statements statements;

    Progress(Dialect dialect, Current current, Listener listener) {
        this.dialect = dialect;
        this.current = current;
        this.listener = listener;
    }

    /** What is to be written into the journal; null where no statement of the operation is done or has begun. */
    Journal.@Nullable Statements toWrite() {
        return statements != null && (statements.done() > 0 || statements.hasUnfinished()) ? statements : null;
    }

    /** An operation begins, with these statements. */
    void begin(LocatedOperation operation, List<Statement> all) {
        statements = new Journal.Statements(
                Trail.hash(operation),
                all.stream()
                        .map(statement ->
                                new JournalledStatement(statement.withLiterals(dialect), statement.transactional()))
                        .toList(),
                0,
                null);
    }

    /** The next statement is about to run where the run of it cannot be taken back. */
    void mark(Effect effect) {
        if (statements != null) {
            statements = statements.begun(
                    effect == Effect.UNKNOWN
                            ? UNKNOWN
                            : Fingerprint.of(
                                    current.schema(), statements.unfinished().sql()));
        }
    }

    /** The next statement ended well. */
    void pass() {
        if (statements != null) {
            statements = statements.withOneMoreDone();
        }
    }

    /** The next statement failed, and did nothing then; says whether one was marked. */
    boolean unmark() {
        boolean marked = statements != null && statements.hasUnfinished();
        if (statements != null) {
            statements = statements.withNoneBegun();
        }
        return marked;
    }

    /** The operation has ended. */
    void end() {
        statements = null;
    }

    /**
     * What is left of an operation of which an earlier run did a part.
     *
     * @param number which operation of its revision it is, from 1
     * @return the statements that are left; empty where nothing of the operation is done
     * @throws dev.limbeck.error.MigrationException with code RESUME_REFUSED if nobody can tell what is done, or the operation is another now
     */
    Optional<List<Statement>> left(LocatedOperation operation, int number, Interruption interruption) {
        Journal.Statements earlier = interruption.entry().statements();
        if (earlier == null) {
            return Optional.empty();
        }
        int done = earlier.done() + (endedAfterAll(earlier, number, operation, interruption) ? 1 : 0);
        if (done == 0) {
            return Optional.empty();
        }
        if (!earlier.operationHash().equals(Trail.hash(operation))) {
            throw interruption.changed(
                    "is another one now at operation " + number + " (" + operation.location() + "), of which " + done
                            + " of " + earlier.all().size() + " statement(s) are done",
                    operation);
        }
        statements = new Journal.Statements(earlier.operationHash(), earlier.all(), done, null);
        return Optional.of(earlier.all().subList(done, earlier.all().size()).stream()
                .map(statement -> new Statement(statement.sql(), List.of(), statement.transactional()))
                .toList());
    }

    private boolean endedAfterAll(
            Journal.Statements earlier, int number, LocatedOperation operation, Interruption interruption) {
        if (!earlier.hasUnfinished()) {
            return false;
        }
        String sql = earlier.unfinished().sql();
        String place =
                "statement " + (earlier.done() + 1) + " of operation " + number + " (" + operation.location() + ")";
        if (UNKNOWN.equals(earlier.before())) {
            throw interruption.unclear(place, operation, sql);
        }
        boolean ended = !Fingerprint.of(current.schema(), sql).equals(earlier.before());
        listener.on(new Event.Note("The earlier run ended within " + place + "; the database shows that it "
                + (ended ? "took effect, so it is not run again." : "did not take effect, so it is run now.")));
        return ended;
    }
}
