// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.dialect.Scratch;
import dev.limbeck.diff.Differ;
import dev.limbeck.operation.Operation;
import dev.limbeck.run.Replay;
import dev.limbeck.schema.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A copy of a schema in a scratch database, made when something is first to be tried in it. */
final class ScratchStage implements Renaming.Stage, AutoCloseable {
    private final Workspace workspace;
    private final Schema original;
    private @Nullable Scratch scratch;
    private @Nullable Replay replay;

    ScratchStage(Workspace workspace, Schema original) {
        this.workspace = workspace;
        this.original = original;
    }

    /** Runs operations in a scratch database, and reads it. */
    static Schema apply(Replay replay, List<Operation> operations) {
        operations.forEach(replay::apply);
        return replay.current().schema();
    }

    @Override
    public Schema apply(List<Operation> operations) {
        return apply(replay(), operations);
    }

    /** The copy itself. */
    Replay replay() {
        if (replay == null) {
            scratch = workspace.openScratch();
            replay = new Replay(workspace.dialect(), scratch, workspace.reflection());
            workspace
                    .dialect()
                    .arrange(Differ.diff(
                            Schema.EMPTY, original, workspace.dialect().diffRules()))
                    .forEach(replay::apply);
        }
        return replay;
    }

    @Override
    public void close() {
        if (scratch != null) {
            scratch.close();
        }
    }
}
