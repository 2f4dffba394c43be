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
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Predicate;
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
     */
    record Comparison(
            Schema before, Renaming.Result renaming, List<Operation> changes, List<Operation.InsertRows> rows) {

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

        /** The same without some of the operations. */
        Comparison without(Predicate<Operation> unwanted) {
            return new Comparison(
                    before, renaming, changes.stream().filter(unwanted.negate()).toList(), rows);
        }

        /** The differences, a phrase each. */
        List<String> differences() {
            return Stream.concat(operations().stream(), rows.stream())
                    .flatMap(operation -> Descriptions.of(operation).stream())
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
        Comparison comparison = against == Against.LIVE ? compareLive(choices, asks) : compareHistory(choices, asks);
        comparison.differences().forEach(difference -> workspace.listener().on(new Event.Detected(difference)));
        comparison.renaming().open().forEach(sentence -> workspace.listener().on(new Event.Note(sentence)));
        return comparison;
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
        return replayed((replay, scratch) -> {
            Schema before = replay.current().schema();
            Renaming.Result renaming =
                    renaming(wanted, choices, asks, before, steps -> ScratchStage.apply(replay, steps));
            return compare(before, renaming, wanted, scratch);
        });
    }

    /** What is made of the history's replay while the scratch database that has run it is there. */
    private <T> T replayed(BiFunction<Replay, Connection, T> use) {
        try (Scratch scratch = workspace.openScratch()) {
            Replay replay = new Replay(workspace.dialect(), scratch, workspace.reflection());
            replay.upgrade(workspace.loadUpTo(
                    workspace.graph().heads().stream().map(RevisionNode::id).toList()));
            return use.apply(replay, scratch.connection());
        }
    }

    private static Renaming.Result renaming(
            WantedSchema wanted, Choices choices, Asking asks, Schema before, Renaming.Stage stage) {
        return asks == Asking.NOTHING
                ? Renaming.Result.none(before)
                : new Renaming(choices, wanted, asks == Asking.MUST, before, stage).run();
    }

    private Comparison compareLive(Choices choices, Asking asks) {
        requireHead(workspace.rows());
        try (Connection connection = workspace.connect()) {
            WantedSchema wanted = wanted();
            boolean comparesCode = wanted.coverages().contains(Coverage.EVERYTHING);
            Reflection reflection = reflection(connection, wanted.schema()).withComplete(comparesCode);
            Schema before = workspace.dialect().reflect(connection, reflection);
            try (ScratchStage copy = new ScratchStage(workspace, before)) {
                return compare(before, renaming(wanted, choices, asks, before, copy), wanted, connection);
            }
        } catch (SQLException failure) {
            throw workspace.failed(failure);
        }
    }

    /** What is read of a live database: where no schemas are set, those of somebody else in it are left out. */
    private Reflection reflection(Connection connection, Schema wanted) throws SQLException {
        Reflection every = workspace.reflection();
        if (!workspace.hasSchemasUnsaid()) {
            return every;
        }
        SortedSet<String> known = new TreeSet<>(wanted.schemas());
        boolean hasMore = !known.containsAll(
                workspace.dialect().reflect(connection, every).schemas());
        if (hasMore && !workspace.graph().heads().isEmpty()) {
            known.addAll(
                    replayed((replay, scratch) -> replay.current().schema()).schemas());
        }
        return every.withOthers(Reflection.Others.of(known));
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

    /** What separates a schema, of which a connection has the rows, from one that is wanted, under the names they have. */
    Comparison compare(Schema before, WantedSchema wanted, Connection present) {
        return compare(before, Renaming.Result.none(before), wanted, present);
    }

    private Comparison compare(Schema before, Renaming.Result renaming, WantedSchema wanted, Connection present) {
        Schema renamed = renaming.schema();
        wanted.notes().forEach(note -> workspace.listener().on(new Event.Note(note)));
        List<Operation> operations = new ArrayList<>();
        for (Operation operation :
                Differ.diff(renamed, wanted.schema(), workspace.dialect().diffRules())) {
            if (wanted.couldSay(operation)) {
                operations.add(operation);
            } else {
                workspace
                        .listener()
                        .on(new Event.Note("Left alone, as the models cannot express it: "
                                + String.join(", ", Descriptions.of(operation))));
            }
        }
        List<Operation.InsertRows> rows;
        try {
            rows = new SeedRows(workspace.dialect()).missing(wanted.rows(), present, renamed);
        } catch (SQLException failure) {
            throw workspace.failed(failure);
        }
        return new Comparison(before, renaming, List.copyOf(operations), rows);
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
