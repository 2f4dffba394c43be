// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.diff.Differ;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.models.SeedRows;
import dev.limbeck.models.WantedSchema;
import dev.limbeck.operation.Operation;
import dev.limbeck.revision.Planner;
import dev.limbeck.revision.RevisionNode;
import dev.limbeck.run.Event;
import dev.limbeck.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Compares the models with the history, or with the database itself. */
final class Autogenerate {
    private final Workspace workspace;
    private final Sides sides;

    Autogenerate(Workspace workspace) {
        this.workspace = workspace;
        this.sides = new Sides(workspace);
    }

    /**
     * What separates the models from what is there.
     *
     * @param there all that is there, what is passed over included
     * @param before what is there
     * @param renaming what of it has another name now
     * @param changes operations that lead from what is there, under its new names, to what is wanted; rows not among them
     * @param rows that the models bring along and that are not there
     * @param leftAlone what is passed over
     */
    record Comparison(
            Schema there,
            Schema before,
            Renaming.Result renaming,
            List<Operation> changes,
            List<Operation.InsertRows> rows,
            List<LeftAlone> leftAlone) {

        /** What is there when all has its new name. */
        Schema renamed() {
            return renaming.schema();
        }

        /** Renames and changes, in the order in which they run. */
        List<Operation> operations() {
            return Stream.concat(renaming.operations().stream(), changes.stream())
                    .toList();
        }

        boolean isEmpty() {
            return operations().isEmpty() && rows.isEmpty();
        }

        /** The same with some of the changes only. */
        Comparison withChanges(Predicate<Operation> wanted) {
            return new Comparison(
                    there, before, renaming, changes.stream().filter(wanted).toList(), rows, leftAlone);
        }

        /** The differences, and what comes of doing away with them. */
        List<Change> found() {
            return Stream.concat(operations().stream(), rows.stream())
                    .map(Change::of)
                    .toList();
        }

        /** The differences, a phrase each. */
        List<String> differences() {
            return found().stream()
                    .flatMap(change -> change.descriptions().stream())
                    .toList();
        }
    }

    /** What to do about what two schemas do not tell. */
    enum Asking {
        /** Exactly what separates the two is wanted, a rename as a drop and an addition. */
        NOTHING,
        /** An answer is taken where there is one. */
        MAY,
        /** Without an answer there is no result. */
        MUST
    }

    /**
     * Compares the models; a broken history is refused before anything opens.
     *
     * @param asks what to take a likely rename for: a question that must be answered, or a difference like any other
     */
    Comparison compare(Against against, Choices choices, Asking asks) {
        workspace.graph();
        if (against == Against.LIVE) {
            requireHead(workspace.rows());
        }
        Side from = Side.parse(against == Against.LIVE ? "database" : "history");
        Comparison comparison = compare(from, Side.parse("models"), choices, asks);
        comparison.differences().forEach(difference -> workspace.listener().on(new Event.Detected(difference)));
        return comparison;
    }

    private void requireHead(List<String> rows) {
        Planner.of(workspace.graph(), rows);
        List<String> heads = workspace.graph().realHeads().stream()
                .map(RevisionNode::id)
                .sorted()
                .toList();
        if (!rows.equals(heads)) {
            throw new MigrationException(
                    ErrorCode.NOT_AT_HEAD,
                    "Target database is not up to date. It is at "
                            + (rows.isEmpty() ? "base" : String.join(", ", rows)) + ", the newest revision is "
                            + String.join(", ", heads) + ". Run limbeck upgrade head first, or compare with the history"
                            + " (leave --against live out).");
        }
    }

    /** Compares any two; of what models could not have said, nothing is taken away. */
    Comparison compare(Side from, Side to, Choices choices, Asking asks) {
        Passing passing =
                new Passing(workspace, choices, sides.use(to, Sides.Scope.ALONE, Sides.Open::content), to.isModels());
        return sides.use(from, Sides.Scope.beside(passing.wanted()), open -> {
            Schema there = open.content().schema();
            Schema chosen = passing.over(there);
            WantedSchema named = passing.wanted().withInventionsOf(chosen);
            WantedSchema wanted = from.isLive() && to.isModels() ? passing.keepingAccess(chosen, named) : named;
            Schema before = passing.butUnsaid(chosen);
            Renaming.Result renaming = asks == Asking.NOTHING
                    ? Renaming.Result.none(before)
                    : new Renaming(
                                    choices,
                                    wanted,
                                    asks == Asking.MUST,
                                    before,
                                    steps -> passing.over(open.apply(steps)))
                            .run();
            Schema renamed = renaming.schema();
            wanted.notes().forEach(this::note);
            List<Operation> operations = operations(renamed, wanted.withInventionsOf(renamed), passing);
            List<Operation.InsertRows> rows = missingRows(wanted, open.connection(), renamed);
            renaming.open().forEach(this::note);
            passing.tell();
            return new Comparison(there, before, renaming, operations, rows, passing.leftAlone());
        });
    }

    private List<Operation.InsertRows> missingRows(WantedSchema wanted, Connection present, Schema renamed) {
        try {
            return new SeedRows(workspace.dialect()).missing(wanted.rows(), present, renamed);
        } catch (SQLException failure) {
            throw workspace.failed(failure);
        }
    }

    private void note(String sentence) {
        workspace.listener().on(new Event.Note(sentence));
    }

    /** What the models cannot express is wanted as it is, so that what changes below a view takes it along. */
    private List<Operation> operations(Schema before, WantedSchema wanted, Passing passing) {
        List<Operation> all = diff(before, wanted.schema());
        List<Operation> unsaid =
                all.stream().filter(operation -> !wanted.couldSay(operation)).toList();
        unsaid.forEach(passing::leaveUnsaid);
        return passing.over(
                unsaid.isEmpty()
                        ? all
                        : diff(before, Operation.applyAll(Operation.reverseAll(unsaid), wanted.schema())));
    }

    private List<Operation> diff(Schema before, Schema after) {
        return Differ.diff(before, after, workspace.dialect().diffRules());
    }
}
