// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.dialect.Reflection;
import dev.limbeck.dialect.Scratch;
import dev.limbeck.diff.Coverage;
import dev.limbeck.diff.Differ;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.models.SeedRows;
import dev.limbeck.models.WantedSchema;
import dev.limbeck.operation.Operation;
import dev.limbeck.revision.Planner;
import dev.limbeck.revision.RevisionNode;
import dev.limbeck.run.Event;
import dev.limbeck.run.Replay;
import dev.limbeck.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** Compares the models with the history, or with the database itself. */
final class Autogenerate {
    private final Workspace workspace;

    Autogenerate(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * What separates the models from what is there.
     *
     * @param before what is there
     * @param renaming what of it has another name now
     * @param changes operations that lead from what is there, under its new names, to what is wanted; rows not among them
     * @param rows that the models bring along and that are not there
     * @param leftAlone what is passed over
     */
    record Comparison(
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

    /**
     * Compares; a broken history is refused before anything opens.
     *
     * @param asks what to take a likely rename for: a question that must be answered, or a difference like any other
     */
    Comparison compare(Against against, Choices choices, Asking asks) {
        workspace.graph();
        return against == Against.LIVE ? compareLive(choices, asks) : compareHistory(choices, asks);
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

    /** One scratch database after the other, so that a single one named in the settings will do. */
    private Comparison compareHistory(Choices choices, Asking asks) {
        WantedSchema wanted = wanted();
        try (Scratch scratch = workspace.openScratch()) {
            Replay replay = new Replay(workspace.dialect(), scratch, workspace.reflection());
            replay.upgrade(workspace.loadUpTo(
                    workspace.graph().heads().stream().map(RevisionNode::id).toList()));
            Passing passing = new Passing(workspace, choices, wanted);
            Schema before = passing.over(replay.current().schema());
            Renaming.Result renaming = renaming(
                    passing.wanted(), choices, asks, before, steps -> passing.over(ScratchStage.apply(replay, steps)));
            return compare(before, renaming, passing, scratch.connection());
        }
    }

    private static Renaming.Result renaming(
            WantedSchema wanted, Choices choices, Asking asks, Schema before, Renaming.Stage stage) {
        return asks == Asking.NOTHING
                ? new Renaming.Result(before, List.of(), List.of(), List.of())
                : new Renaming(choices, wanted, asks == Asking.MUST, before, stage).run();
    }

    private Comparison compareLive(Choices choices, Asking asks) {
        requireHead(workspace.rows());
        try (Connection connection = workspace.connect()) {
            WantedSchema wanted = wanted();
            boolean comparesCode = wanted.coverages().contains(Coverage.EVERYTHING);
            Reflection reflection = workspace.reflection().withComplete(comparesCode);
            Passing passing = new Passing(workspace, choices, wanted);
            Schema present = workspace.dialect().reflect(connection, reflection);
            Schema before = passing.over(present);
            try (ScratchStage copy = new ScratchStage(workspace, present)) {
                Renaming.Result renaming =
                        renaming(passing.wanted(), choices, asks, before, steps -> passing.over(copy.apply(steps)));
                return compare(before, renaming, passing, connection);
            }
        } catch (SQLException failure) {
            throw workspace.failed(failure);
        }
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

    private Comparison compare(Schema before, Renaming.Result renaming, Passing passing, Connection present) {
        WantedSchema wanted = passing.wanted();
        Schema renamed = renaming.schema();
        wanted.notes().forEach(note -> workspace.listener().on(new Event.Note(note)));
        List<Operation> operations = passing.over(
                Differ.diff(renamed, wanted.schema(), workspace.dialect().diffRules()));
        List<Operation.InsertRows> rows;
        try {
            rows = new SeedRows(workspace.dialect()).missing(wanted.rows(), present, renamed);
        } catch (SQLException failure) {
            throw workspace.failed(failure);
        }
        Comparison comparison = new Comparison(before, renaming, operations, rows, passing.leftAlone());
        comparison.differences().forEach(difference -> workspace.listener().on(new Event.Detected(difference)));
        renaming.open().forEach(sentence -> workspace.listener().on(new Event.Note(sentence)));
        passing.tell();
        return comparison;
    }

    private WantedSchema wanted() {
        try (Scratch scratch = workspace.openScratch()) {
            Replay replay = new Replay(workspace.dialect(), scratch, workspace.reflection());
            return WantedSchema.load(
                    workspace.models(scratch.connection()),
                    workspace.dialect(),
                    scratch,
                    replay,
                    Autogenerate.class.getClassLoader());
        } catch (SQLException failure) {
            throw workspace.failed(failure);
        }
    }
}
