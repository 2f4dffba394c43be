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
     * @param wanted what the models want
     * @param operations that lead from one to the other, rows not among them
     * @param rows that the models bring along and that are not there
     */
    record Comparison(Schema before, Schema wanted, List<Operation> operations, List<Operation.InsertRows> rows) {

        boolean isEmpty() {
            return operations.isEmpty() && rows.isEmpty();
        }

        /** The differences, a phrase each. */
        List<String> differences() {
            return Stream.concat(operations.stream(), rows.stream())
                    .flatMap(operation -> Descriptions.of(operation).stream())
                    .toList();
        }
    }

    /** A broken history is refused before anything opens. */
    Comparison compare(Against against) {
        workspace.graph();
        return against == Against.LIVE ? compareLive() : compareHistory();
    }

    /** One scratch database after the other, so that a single one named in the settings will do. */
    private Comparison compareHistory() {
        WantedSchema wanted = wanted();
        return replayed((schema, scratch) -> compare(schema, wanted, scratch));
    }

    /** What is made of the history's schema while the scratch database that has run it is there. */
    private <T> T replayed(BiFunction<Schema, Connection, T> use) {
        try (Scratch scratch = workspace.openScratch()) {
            Replay replay = new Replay(workspace.dialect(), scratch, workspace.reflection());
            replay.upgrade(workspace.loadUpTo(
                    workspace.graph().heads().stream().map(RevisionNode::id).toList()));
            return use.apply(replay.current().schema(), scratch.connection());
        }
    }

    private Comparison compareLive() {
        requireHead(workspace.rows());
        try (Connection connection = workspace.connect()) {
            WantedSchema wanted = wanted();
            boolean comparesCode = wanted.coverages().contains(Coverage.EVERYTHING);
            Reflection reflection = reflection(connection, wanted.schema()).withComplete(comparesCode);
            return compare(workspace.dialect().reflect(connection, reflection), wanted, connection);
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
            known.addAll(replayed((schema, scratch) -> schema).schemas());
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

    private Comparison compare(Schema before, WantedSchema wanted, Connection present) {
        wanted.notes().forEach(note -> workspace.listener().on(new Event.Note(note)));
        List<Operation> operations = new ArrayList<>();
        for (Operation operation :
                Differ.diff(before, wanted.schema(), workspace.dialect().diffRules())) {
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
            rows = new SeedRows(workspace.dialect()).missing(wanted.rows(), present, before);
        } catch (SQLException failure) {
            throw workspace.failed(failure);
        }
        Comparison comparison = new Comparison(before, wanted.schema(), List.copyOf(operations), rows);
        comparison.differences().forEach(difference -> workspace.listener().on(new Event.Detected(difference)));
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
