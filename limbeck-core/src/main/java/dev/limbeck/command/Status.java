// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.history.Journal;
import dev.limbeck.operation.Operation;
import dev.limbeck.revision.RevisionNode;
import dev.limbeck.script.LoadedRevision;
import dev.limbeck.script.LocatedOperation;
import dev.limbeck.script.OperationText;
import dev.limbeck.script.RevisionScript;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells where a database is, what it lacks, and of a revision that is under way what is done and what is left. */
public final class Status {
    private final Workspace workspace;

    public Status(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Where the database is.
     *
     * @param url of the database, without secrets
     * @param current its heads
     * @param unknown those of them that no file has
     * @param pending the revisions that it lacks, in the order in which they would run
     * @param underWay the revisions that an earlier run began and did not bring to their end
     */
    public record Result(
            String url, List<String> current, List<String> unknown, List<Pending> pending, List<UnderWay> underWay) {}

    /** A revision that the database lacks. */
    public record Pending(String revision, String message) {}

    /**
     * A revision that an earlier run began, or that one is running now.
     *
     * @param since when the journal was written last, ISO 8601, UTC
     * @param by the user of the machine
     * @param from the machine and the process
     * @param operationsDone how many operations are done for good
     * @param operations all of them; null where they hang on what the database answers, or no file has the revision
     * @param statements those of the operation that was under way
     */
    public record UnderWay(
            String revision,
            String message,
            String direction,
            String since,
            String by,
            String from,
            int operationsDone,
            @Nullable List<Part> operations,
            List<Part> statements) {}

    /** How far a part has got. */
    public enum State {
        DONE,
        /** It has begun, and nobody knows yet whether it took effect. */
        BEGUN,
        LEFT
    }

    /**
     * An operation or a statement.
     *
     * @param at its file and line; null for a statement
     */
    public record Part(State state, @Nullable String at, String text) {}

    public Result run() {
        workspace.graph();
        String url = workspace.database().toString();
        if (!workspace.dialect().exists(workspace.database())) {
            return new Result(url, List.of(), List.of(), pending(List.of()), List.of());
        }
        try (Connection connection = workspace.connectSilently()) {
            List<String> rows = workspace.versions().read(connection);
            List<String> unknown = workspace.unknown(rows);
            List<UnderWay> underWay = new ArrayList<>();
            for (Journal.Written written : workspace.journal().read(connection)) {
                underWay.add(underWay(written));
            }
            List<String> known =
                    rows.stream().filter(row -> !unknown.contains(row)).toList();
            return new Result(url, rows, unknown, pending(known), underWay);
        } catch (SQLException failure) {
            throw workspace.failed(failure);
        }
    }

    private List<Pending> pending(List<String> known) {
        Set<String> applied = workspace.graph().ancestors(known);
        return workspace.graph().nodes().stream()
                .filter(node -> !applied.contains(node.id()))
                .map(node -> new Pending(node.id(), node.message()))
                .toList();
    }

    private UnderWay underWay(Journal.Written written) {
        Journal.Entry entry = written.entry();
        Optional<List<LocatedOperation>> operations = operations(entry);
        return new UnderWay(
                entry.revision(),
                workspace
                        .graph()
                        .find(entry.revision())
                        .map(RevisionNode::message)
                        .orElse(""),
                entry.direction(),
                written.writtenAt(),
                written.origin().by(),
                written.origin().from(),
                entry.operations(),
                operations.map(all -> parts(all, entry)).orElse(null),
                entry.statements() == null ? List.of() : statements(entry.statements()));
    }

    /** What the revision does, if it can be told without asking the database. */
    private Optional<List<LocatedOperation>> operations(Journal.Entry entry) {
        Optional<RevisionScript> script = workspace.scripts().find(entry.revision());
        if (script.isEmpty()) {
            return Optional.empty();
        }
        LoadedRevision revision = workspace.load(script.get());
        try {
            return Optional.of(entry.direction().equals("upgrade") ? revision.upgrade() : revision.downgrade());
        } catch (MigrationException asking) {
            if (asking.code() != ErrorCode.NO_DATABASE_TO_ASK) {
                throw asking;
            }
            return Optional.empty();
        }
    }

    private List<Part> parts(List<LocatedOperation> operations, Journal.Entry entry) {
        List<Part> parts = new ArrayList<>();
        for (LocatedOperation operation : operations) {
            boolean next = parts.size() == entry.operations();
            State state = parts.size() < entry.operations()
                    ? State.DONE
                    : next && (entry.statements() != null || entry.position() != null) ? State.BEGUN : State.LEFT;
            parts.add(new Part(state, operation.location().toString(), text(operation.operation())));
        }
        return List.copyOf(parts);
    }

    private String text(Operation operation) {
        return operation instanceof Operation.Execute execute
                ? execute.sql()
                : OperationText.inJava(List.of(operation)).strip();
    }

    private static List<Part> statements(Journal.Statements statements) {
        List<Part> parts = new ArrayList<>();
        for (Journal.JournalledStatement statement : statements.all()) {
            State state = parts.size() < statements.done()
                    ? State.DONE
                    : parts.size() == statements.done() && statements.hasUnfinished() ? State.BEGUN : State.LEFT;
            parts.add(new Part(state, null, statement.sql()));
        }
        return List.copyOf(parts);
    }
}
