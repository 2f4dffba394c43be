// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.dialect.Reflection;
import dev.limbeck.dialect.Scratch;
import dev.limbeck.diff.Coverage;
import dev.limbeck.diff.Differ;
import dev.limbeck.diff.UnsaidAccess;
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
        try (Scratch scratch = workspace.openScratch()) {
            Replay replay = new Replay(workspace.dialect(), scratch, workspace.reflection());
            replay.upgrade(workspace.loadUpTo(
                    workspace.graph().heads().stream().map(RevisionNode::id).toList()));
            return compare(replay.current().schema(), wanted, scratch.connection());
        }
    }

    private Comparison compareLive() {
        requireHead(workspace.rows());
        try (Connection connection = workspace.connect()) {
            WantedSchema wanted = wanted();
            boolean comparesCode = wanted.coverages().contains(Coverage.EVERYTHING);
            Reflection reflection = workspace.reflection().withComplete(comparesCode);
            Schema live = workspace.dialect().reflect(connection, reflection);
            return compare(live, keepingAccess(live, wanted), connection);
        } catch (SQLException failure) {
            throw workspace.failed(failure);
        }
    }

    /** Models that say nothing of privileges, or of owners, mean no other ones than there are. */
    private WantedSchema keepingAccess(Schema live, WantedSchema wanted) {
        UnsaidAccess access = UnsaidAccess.kept(live, wanted.schema());
        if (access.kept() > 0) {
            workspace
                    .listener()
                    .on(new Event.Note("Left alone, as the models say nothing of such: " + access.kept()
                            + " privilege(s) or owner(s) of the database."));
        }
        return wanted.withSchema(access.wanted());
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
