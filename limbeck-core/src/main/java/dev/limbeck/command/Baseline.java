// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.dialect.Reflection;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.operation.Operation;
import dev.limbeck.run.Event;
import dev.limbeck.schema.Schema;
import dev.limbeck.script.ScriptWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes over a database that nobody versioned: writes the revision that recreates it, proves it in a scratch database, and
 * stamps the database with it.
 */
public final class Baseline {
    private final Workspace workspace;

    public Baseline(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * What to write.
     *
     * @param id the revision id; null makes one
     * @param language {@code java} or {@code sql}; null takes the one that is set
     * @param folder the folder of the file, which is a location or in one; null for the first location
     * @param dryRun whether to write nothing, neither the file nor the stamp
     */
    public record Request(
            String message,
            @Nullable String id,
            @Nullable String language,
            List<String> branchLabels,
            @Nullable Path folder,
            boolean dryRun) {}

    /**
     * What was done, or would be.
     *
     * @param file the revision's file
     * @param contents what the database holds, a phrase each
     * @param stamped whether the database is at the revision now
     * @param text what would stand in the file; empty where it was written
     */
    public record Result(
            Path file, String id, List<String> contents, boolean stamped, Optional<String> text, List<HookRun> hooks) {}

    public Result run(Request request) {
        refuseRevisions();
        CreateRevision.Draft draft = new CreateRevision(workspace)
                .draft(
                        new CreateRevision.Request(
                                request.message(),
                                request.id(),
                                request.language(),
                                new CreateRevision.Placing(
                                        List.of(), false, request.branchLabels(), List.of(), request.folder()),
                                null),
                        List.of());
        Schema live = live();
        BaselineProof proof = new BaselineProof(workspace, live);
        List<Operation> operations = proof.operations();
        try (TemporaryFolder folder = TemporaryFolder.create("limbeck-baseline")) {
            Path written = proof.write(draft, operations, folder.path());
            proof.run(folder.path());
            Path file = draft.place().folder().resolve(folder.path().relativize(written));
            return finish(request, draft.node().id(), file, TemporaryFolder.read(written), contents(operations));
        }
    }

    private static List<String> contents(List<Operation> operations) {
        return operations.stream()
                .flatMap(operation -> Descriptions.of(operation).stream())
                .toList();
    }

    private Result finish(Request request, String id, Path file, String text, List<String> contents) {
        contents.forEach(phrase -> workspace.listener().on(new Event.Detected(phrase)));
        if (request.dryRun()) {
            return new Result(file, id, contents, false, Optional.of(text), List.of());
        }
        Hooks hooks = Hooks.of(workspace.settings());
        ScriptWriter.keep(file, text);
        stamp(file, id);
        return new Result(file, id, contents, true, Optional.empty(), hooks.run(file));
    }

    /** A file that the database is not stamped with would be in the way of the next try. */
    private void stamp(Path file, String id) {
        try (Workspace withFile = workspace.again()) {
            new Stamp(withFile).run(List.of(id), false);
        } catch (MigrationException failure) {
            TemporaryFolder.delete(file);
            throw failure;
        }
    }

    private void refuseRevisions() {
        int revisions = workspace.graph().nodes().size();
        if (revisions > 0) {
            throw new MigrationException(
                    ErrorCode.BASELINE_REFUSED,
                    "There are " + revisions + " revision files already, the first "
                            + workspace.path(workspace.graph().nodes().get(0))
                            + ". A baseline is the first revision of all. If they lead to what the database holds, say"
                            + " so with limbeck stamp heads; otherwise write what separates them from it with limbeck"
                            + " revision --autogenerate --against live, or name an empty folder in limbeck.locations.");
        }
        List<String> rows = workspace.rows();
        if (!rows.isEmpty()) {
            throw new MigrationException(
                    ErrorCode.BASELINE_REFUSED,
                    "The database at " + workspace.database() + " is at revision " + String.join(", ", rows)
                            + " already, as its table " + workspace.versions().name()
                            + " says, and there is no revision file in "
                            + String.join(
                                    ", ",
                                    workspace.locations().stream()
                                            .map(Path::toString)
                                            .toList())
                            + ". Correct limbeck.locations if its files are elsewhere. If they are lost, empty the table"
                            + " and run limbeck baseline again.");
        }
    }

    private Schema live() {
        if (!workspace.dialect().exists(workspace.database())) {
            throw nothingThere();
        }
        try (Connection connection = workspace.connect()) {
            Reflection wanted = workspace.reflection().withComplete(true);
            Schema live = workspace.dialect().reflect(connection, wanted);
            if (live.isEmpty() && live.extensions().isEmpty()) {
                throw nothingThere();
            }
            warnOf(workspace.dialect().unread(connection, wanted));
            return live;
        } catch (SQLException failure) {
            throw workspace.failed(failure);
        }
    }

    private void warnOf(List<String> unread) {
        if (!unread.isEmpty()) {
            workspace
                    .listener()
                    .on(
                            new Event.Warning(
                                    "The database holds what Limbeck does not read, and the baseline does not"
                                            + " create:\n  " + String.join("\n  ", unread)
                                            + "\nCreate it in the revision with op.execute, or by hand wherever the revision is to run."));
        }
    }

    private MigrationException nothingThere() {
        return new MigrationException(
                ErrorCode.BASELINE_REFUSED,
                "The database at " + workspace.database() + " holds nothing that a baseline could recreate. Correct"
                        + " limbeck.url or limbeck.schemas if it should; or begin with limbeck revision --autogenerate,"
                        + " which writes the first revision from the models.");
    }
}
