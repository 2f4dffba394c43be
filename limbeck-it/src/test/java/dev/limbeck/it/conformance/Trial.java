// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.conformance;

import dev.limbeck.diff.Differ;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Schema;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One case on one database: done, read back, undone by its own reverse and by that of the difference, done once more by the
 * difference, and compared each time.
 */
final class Trial {
    private final Case example;
    private final Laboratory laboratory;
    private final List<Operation> operations;
    private final List<String> remarks = new ArrayList<>();

    private Trial(Case example, Laboratory laboratory) {
        this.example = example;
        this.laboratory = laboratory;
        this.operations = laboratory.dialect().arrange(example.operations(laboratory.dialect()));
    }

    static Outcome run(Case example, Laboratory laboratory) {
        try {
            laboratory.clean();
            return new Trial(example, laboratory).run();
        } catch (Refusal refusal) {
            return Outcome.refused(refusal.getMessage());
        } catch (Fault fault) {
            return Outcome.fault(fault.getMessage());
        } catch (SQLException | RuntimeException failure) {
            return Outcome.fault(failure + " in " + laboratory.executed());
        }
    }

    private Outcome run() throws SQLException {
        for (Operation operation : example.startOperations(laboratory.dialect())) {
            apply("start", List.of(operation));
        }
        Schema before = laboratory.reflect();
        check(
                Operation.applyAll(example.startOperations(laboratory.dialect()), Schema.EMPTY)
                        .tables()
                        .keySet()
                        .containsAll(before.tables().keySet()),
                "something was left behind by another case: " + before.tables().keySet());
        return operations.get(0) instanceof Operation.Irreversible ? refusesToGoOn() : change(before);
    }

    private Outcome refusesToGoOn() throws SQLException {
        try {
            laboratory.apply(operations);
        } catch (MigrationException refused) {
            check(refused.code() == ErrorCode.IRREVERSIBLE, "it refuses as " + refused.code());
            return Outcome.done(remarks);
        }
        throw new Fault("it does not refuse");
    }

    private Outcome change(Schema before) throws SQLException {
        Optional<Schema> foreseen = foreseen(before);
        KeptRows rows = KeptRows.of(laboratory, before, foreseen.orElse(before), operations);
        List<String> probed = probe();
        try {
            apply("change", operations);
        } catch (Refusal refusal) {
            same("the schema before and after the refusal", before, laboratory.reflect());
            rows.check("after the refusal");
            throw refusal;
        }
        if (laboratory.hasCopied()) {
            remarks.add("the table is copied, or locked against writers, and so the migration has to say"
                    + " `mayCopyTable()` where there are rows");
        }
        Schema after = laboratory.reflect();
        boolean changesRows = rows.areChangedBy(operations);
        if (!changesRows && !isSilent()) {
            Schema expected = movesColumns() ? after : foreseen.orElse(after);
            see(Shape.of(before), Shape.of(expected), Shape.of(after), probed);
        }
        if (!changesRows) {
            rows.checkRenamed("after the change");
        }
        boolean isBack = back(before, rows, probed);
        if (!before.equals(after) && !rows.areRenamed()) {
            again(before, after, isBack);
        }
        return Outcome.done(remarks);
    }

    /** The schema that the operations say themselves; none where they name what this database does not read back. */
    private Optional<Schema> foreseen(Schema before) {
        try {
            return Optional.of(Operation.applyAll(operations, before));
        } catch (MigrationException unread) {
            check(
                    unread.code() == ErrorCode.UNSUPPORTED_CHANGE || unread.code() == ErrorCode.SCHEMA_MISMATCH,
                    unread.getMessage());
            return Optional.empty();
        }
    }

    private void see(Shape before, Shape expected, Shape after, List<String> probed) {
        List<String> misses = expected.misses(after);
        if (!probed.equals(probe())) {
            if (before.equals(after)) {
                remarks.add("done, but not read when schemas are compared");
            }
        } else if (expected.equals(before) && before.equals(after)) {
            remarks.add("there is nothing to change: the database did not keep what was there before");
        } else {
            check(misses.isEmpty(), String.join(", ", misses));
            remarks.addAll(expected.remarks(after));
            check(!remarks.isEmpty() || !before.equals(after), "nothing is to be seen of it");
        }
    }

    /** A constraint that was valid already, or that no database tells from one. */
    private boolean isSilent() {
        return example.word().equals("validateConstraint") || example.option().equals("validateConstraint");
    }

    /** Whether the columns of a table become those of another, or the other way round; only the server knows which. */
    private boolean movesColumns() {
        return operations.stream()
                .anyMatch(operation -> operation instanceof Operation.SetTableOption set
                        && List.of("inherits", "partition of").contains(set.option()));
    }

    /** The way back that the operation knows itself, with the rows in place; whether there is one. */
    private boolean back(Schema before, KeptRows rows, List<String> probed) throws SQLException {
        List<Operation> reversed = reversed(before);
        if (reversed.isEmpty()) {
            return false;
        }
        try {
            apply("way back", reversed);
        } catch (Refusal refusal) {
            remarks.add("there is no way back: " + refusal.getMessage());
            return false;
        }
        same("the schema before, and after the way back", before, laboratory.reflect());
        rows.check("after the way back");
        check(probed.equals(probe()), "the way back leaves " + example.probe());
        return true;
    }

    /** None where the operation does not know what was there before. */
    private List<Operation> reversed(Schema before) {
        try {
            List<Operation> reversed = Operation.reverseAll(operations);
            Schema restored = Operation.applyAll(reversed, Operation.applyAll(operations, before));
            return diff(before, restored).isEmpty() ? laboratory.dialect().arrange(reversed) : List.of();
        } catch (MigrationException unknown) {
            check(unknown.code() == ErrorCode.IRREVERSIBLE || foreseen(before).isEmpty(), unknown.getMessage());
            return List.of();
        }
    }

    /** The way back, and forth, that the difference of the two schemas finds; without rows, which it may not fit. */
    private void again(Schema before, Schema after, boolean isBack) throws SQLException {
        laboratory.deleteRows(isBack ? before : after);
        List<Operation> difference = laboratory.dialect().arrange(diff(before, after));
        check(!difference.isEmpty(), "the schemas differ, but no operation is found between them");
        if (isBack) {
            apply("difference", difference);
            same("the schema after the change, and after the difference", after, laboratory.reflect());
        }
        apply("way back of the difference", Operation.reverseAll(difference));
        same("the schema before, and after the way back of the difference", before, laboratory.reflect());
        if (!isBack) {
            apply("difference", difference);
            same("the schema after the change, and after the difference", after, laboratory.reflect());
        }
    }

    private List<Operation> diff(Schema from, Schema to) {
        return Differ.diff(from, to, laboratory.dialect().diffRules());
    }

    private List<String> probe() {
        return example.probe().isEmpty() ? List.of() : laboratory.probe(example.probe());
    }

    private void apply(String what, List<Operation> steps) throws SQLException {
        try {
            laboratory.apply(steps);
        } catch (SQLException failure) {
            // Which parameters there are is this server's to say, and it takes the statement back.
            if (failure.getMessage().contains("unrecognized parameter")) {
                throw new Refusal(laboratory.dialect().label() + " has no such option; its server says so itself");
            }
            throw new Fault(what + ": " + failure.getMessage() + " in " + laboratory.executed());
        } catch (MigrationException refused) {
            check(
                    refused.code() == ErrorCode.UNSUPPORTED_CHANGE
                            && laboratory.executed().isEmpty(),
                    what + ": " + refused.code() + ", " + refused.getMessage() + " after " + laboratory.executed());
            throw new Refusal(refused.getMessage());
        }
    }

    private void same(String what, Schema one, Schema other) {
        check(
                diff(one, other).isEmpty(),
                what + ": " + diff(one, other) + "; the last statements were " + laboratory.executed());
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new Fault(otherwise);
        }
    }

    /** The database cannot do it, and says so before anything ran. */
    private static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refusal(String reason) {
            super(reason);
        }
    }

    /** What must not happen. */
    static final class Fault extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Fault(String what) {
            super(what);
        }
    }
}
