// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.run;

import dev.limbeck.dialect.Current;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.PlainSql;
import dev.limbeck.dialect.Reflection;
import dev.limbeck.dialect.StoredObject;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.Location;
import dev.limbeck.error.MigrationException;
import dev.limbeck.operation.MismatchException;
import dev.limbeck.operation.MismatchException.Mismatch;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.ResultRow;
import dev.limbeck.revision.Direction;
import dev.limbeck.revision.Step;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.script.LoadedRevision;
import dev.limbeck.script.LocatedOperation;
import dev.limbeck.script.OperationTarget;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the operations of a plan before any of them runs, to find those that cannot work: they name what is not
 * there, make what is there, or ask of the database what it cannot do. What a statement of SQL may have changed nobody
 * knows, and so nothing is said of it: a migration that would have run is worse refused than one that fails is run.
 */
public final class Precheck {
    /** What is there is not looked at before anything ran. */
    private static final Current UNKNOWN = new Current() {
        @Override
        public Schema schema() {
            throw new NotYetKnownException();
        }

        @Override
        public List<StoredObject> stored(Name table) {
            throw new NotYetKnownException();
        }
    };

    private final Dialect dialect;
    private final Expectation expectation;
    private final boolean offline;
    private final Set<String> interrupted;
    private final boolean single;
    private final List<Finding> findings = new ArrayList<>();

    private Precheck(
            Dialect dialect, Expectation expectation, boolean offline, Set<String> interrupted, boolean single) {
        this.dialect = dialect;
        this.expectation = expectation;
        this.offline = offline;
        this.interrupted = Set.copyOf(interrupted);
        this.single = single;
    }

    /**
     * Checks against what a database holds now; it is read when the first operation hangs on it.
     *
     * @param interrupted revisions that an earlier run did in part, of which nothing is said
     * @param single whether all revisions are to be one transaction
     */
    public static Precheck online(
            Dialect dialect,
            Connection connection,
            Reflection reflection,
            Listener listener,
            Set<String> interrupted,
            boolean single) {
        return new Precheck(
                dialect,
                new Expectation(
                        new LiveLookup(dialect, connection),
                        () -> start(Current.live(dialect, connection, reflection), listener)),
                false,
                interrupted,
                single);
    }

    /** A database that does not let itself be read can be migrated all the same. */
    private static Optional<Schema> start(Current live, Listener listener) {
        try {
            return Optional.of(live.schema());
        } catch (MigrationException unreadable) {
            listener.on(
                    new Event.Warning("The migrations cannot be checked before they run: " + unreadable.getMessage()));
            return Optional.empty();
        }
    }

    /** Checks without a database: only what the operations make themselves is known. */
    public static Precheck offline(Dialect dialect) {
        return new Precheck(
                dialect, new Expectation(new LiveLookup(dialect, null), Optional::empty), true, Set.of(), false);
    }

    private record Finding(ErrorCode code, String text, Location location) {}

    /**
     * Goes through the steps of a plan.
     *
     * @param revisions those of the steps, in the same order; none for stamps, which run nothing
     * @throws MigrationException that tells everything that cannot work
     */
    public void check(List<Step> steps, List<LoadedRevision> revisions) {
        Iterator<LoadedRevision> loaded = revisions.iterator();
        for (Step step : steps) {
            if (step.direction() != Direction.STAMP) {
                LoadedRevision revision = loaded.next();
                if (interrupted.contains(step.revision().id())) {
                    expectation.forgetEverything();
                } else if (offline) {
                    check(
                            Executor.title(step),
                            step.direction() == Direction.UPGRADE ? revision.upgrade() : revision.downgrade());
                } else {
                    preview(step, revision);
                }
            }
        }
        throwIfAny();
    }

    private void preview(Step step, LoadedRevision revision) {
        Preview preview = new Preview(Executor.title(step));
        try {
            revision.run(step.direction(), preview);
        } catch (NotYetKnownException question) {
            expectation.forgetEverything();
        }
    }

    /** Takes a revision's operations up to its first question: what it does after the answer nobody knows before. */
    private final class Preview implements OperationTarget {
        private final String what;
        private boolean asked;

        Preview(String what) {
            this.what = what;
        }

        @Override
        public boolean isOffline() {
            return false;
        }

        @Override
        public void run(List<LocatedOperation> operations) {
            if (asked) {
                expectation.forgetEverything();
            } else {
                check(what, operations);
            }
        }

        @Override
        public List<ResultRow> query(String sql, List<? extends @Nullable Object> parameters, Location location) {
            throw question();
        }

        @Override
        public Connection connection(Location location, Runnable beforeUse) {
            throw question();
        }

        private NotYetKnownException question() {
            asked = true;
            return new NotYetKnownException();
        }
    }

    private void check(String what, List<LocatedOperation> operations) {
        for (LocatedOperation located : operations) {
            Operation operation = located.operation();
            if (single && leavesTransaction(located)) {
                add(
                        ErrorCode.TRANSACTION_REFUSED,
                        what,
                        located.location(),
                        "it commits in between, and so cannot be part of one transaction with the other revisions, as"
                                + " limbeck.single-transaction wants it; run it without, or with --single-transaction"
                                + " up to the revision before it only");
            }
            if (operation instanceof Operation.Execute execute) {
                if (!PlainSql.leavesSchema(dialect, execute.sql())) {
                    expectation.forgetEverything();
                }
            } else if (compiles(what, located)) {
                parts(operation).forEach(part -> pass(what, part, located.location()));
            } else {
                expectation.forget(operation);
            }
        }
    }

    private boolean leavesTransaction(LocatedOperation located) {
        if (!located.transactional() || located.operation() instanceof Operation.Backfill) {
            return true;
        }
        try {
            return dialect.compile(located.operation(), UNKNOWN).stream()
                    .anyMatch(statement -> !statement.transactional());
        } catch (NotYetKnownException | MigrationException late) {
            // What cannot be said yet is said when it is reached, where everything is rolled back.
            return false;
        }
    }

    private static Stream<Operation> parts(Operation operation) {
        return operation instanceof Operation.AlterTable batch ? batch.operations().stream() : Stream.of(operation);
    }

    /** Whether the database can do it, as far as that does not hang on what is there. */
    private boolean compiles(String what, LocatedOperation located) {
        try {
            dialect.compile(located.operation(), UNKNOWN);
        } catch (NotYetKnownException late) {
            return true;
        } catch (MigrationException refused) {
            add(refused.code(), what, located.location(), String.valueOf(refused.getMessage()));
            return false;
        }
        return true;
    }

    private void pass(String what, Operation operation, Location location) {
        Schema before = expectation.schema();
        try {
            expectation.become(
                    operation.applyStrictly(before, dialect.diffRules().foreignKeysMayDangle()), operation);
        } catch (MismatchException mismatch) {
            List<Mismatch> certain = mismatch.mismatches().stream()
                    .filter(expectation::isCertain)
                    .toList();
            certain.forEach(each ->
                    add(ErrorCode.SCHEMA_MISMATCH, what, location, each.message() + NearName.hint(each, before)));
            if (certain.isEmpty()) {
                expectation.forgetEffects(operation);
            } else {
                expectation.assumeMended(operation, certain);
            }
        } catch (MigrationException notModelled) {
            expectation.forgetEffects(operation);
        }
    }

    private void add(ErrorCode code, String what, Location location, String text) {
        findings.add(new Finding(code, "The " + what + " stops at " + location + ": " + text, location));
    }

    private void throwIfAny() {
        if (findings.isEmpty()) {
            return;
        }
        Finding first = findings.get(0);
        boolean isMismatch = findings.stream().anyMatch(finding -> finding.code() == ErrorCode.SCHEMA_MISMATCH);
        throw new MigrationException(
                first.code(),
                String.join("\n", findings.stream().map(Finding::text).toList())
                        + "\nNothing was run, and the database is as it was."
                        + (isMismatch
                                ? " Correct the migration, or bring the database to what it expects, and run the"
                                        + " command again."
                                : ""),
                first.location(),
                null);
    }

    /** The answer to a question that only the database can answer at that moment. */
    private static final class NotYetKnownException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotYetKnownException() {
            super(null, null, false, false);
        }
    }
}
