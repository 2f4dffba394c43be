// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.dialect.Scratch;
import dev.limbeck.diff.Differ;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.operation.Operation;
import dev.limbeck.revision.RevisionNode;
import dev.limbeck.run.Event;
import dev.limbeck.run.Replay;
import dev.limbeck.schema.Schema;
import dev.limbeck.script.LoadedRevision;
import java.nio.file.Path;
import java.util.List;

/** Writes the revision that creates a schema from nothing, and shows in a scratch database that it does. */
final class BaselineProof {
    private static final int SHOWN = 20;

    private final Workspace workspace;
    private final Schema live;

    BaselineProof(Workspace workspace, Schema live) {
        this.workspace = workspace;
        this.live = live;
    }

    /** What creates the schema in a database that is as empty as they come. */
    List<Operation> operations() {
        try (Scratch scratch = workspace.openScratch()) {
            return separate(replay(scratch).current().schema(), live);
        }
    }

    /** Writes the revision into a folder where nobody looks for revisions. */
    Path write(CreateRevision.Draft draft, List<Operation> operations, Path folder) {
        Schema nothing = Schema.EMPTY;
        List<Operation> upgrade =
                workspace.dialect().takeOver(workspace.dialect().arrange(operations, nothing));
        List<Operation> downgrade =
                workspace.dialect().arrange(Operation.reverseAll(operations), Operation.applyAll(operations, nothing));
        return new CreateRevision(workspace).write(draft.filled(upgrade, downgrade, List.of()), draft.in(folder));
    }

    /** Runs the one revision of a folder there and back again. */
    void run(Path folder) {
        try (Workspace written = workspace.withRevisionsOf(folder);
                Scratch scratch = workspace.openScratch()) {
            Replay replay = replay(scratch);
            Schema nothing = replay.current().schema();
            List<LoadedRevision> revisions = written.loadUpTo(
                    written.graph().heads().stream().map(RevisionNode::id).toList());
            replay.upgrade(revisions);
            requireSame(replay.current().schema());
            revisions.forEach(revision -> tryBack(replay, revision, nothing));
        }
    }

    private void requireSame(Schema recreated) {
        List<String> differences = phrases(recreated, live);
        if (!differences.isEmpty()) {
            throw new MigrationException(
                    ErrorCode.BASELINE_REFUSED,
                    "The baseline was run in a scratch database, and what it makes differs from the database at "
                            + workspace.database() + ":\n" + shortened(differences)
                            + "\nNothing was written. This is a fault of Limbeck; please report it with the definition of"
                            + " what is listed.");
        }
    }

    private void tryBack(Replay replay, LoadedRevision revision, Schema nothing) {
        try {
            replay.downgrade(revision);
        } catch (MigrationException failure) {
            warn("The way back of the baseline fails: " + failure.getMessage());
            return;
        }
        List<String> left = phrases(replay.current().schema(), nothing);
        if (!left.isEmpty()) {
            warn("The way back of the baseline leaves something behind:\n" + shortened(left));
        }
    }

    private void warn(String warning) {
        workspace.listener().on(new Event.Warning(warning));
    }

    private Replay replay(Scratch scratch) {
        return new Replay(workspace.dialect(), scratch, workspace.reflection());
    }

    private List<Operation> separate(Schema from, Schema to) {
        return Differ.diff(from, to, workspace.dialect().diffRules());
    }

    private List<String> phrases(Schema from, Schema to) {
        return separate(from, to).stream()
                .flatMap(operation -> Descriptions.of(operation).stream())
                .toList();
    }

    private static String shortened(List<String> lines) {
        int more = lines.size() - SHOWN;
        return "  " + String.join("\n  ", more > 0 ? lines.subList(0, SHOWN) : lines)
                + (more > 0 ? "\n  and " + more + " more" : "");
    }
}
