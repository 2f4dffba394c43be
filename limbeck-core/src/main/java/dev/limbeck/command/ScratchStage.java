// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.dialect.Scratch;
import dev.limbeck.diff.Differ;
import dev.limbeck.operation.Operation;
import dev.limbeck.run.Replay;
import dev.limbeck.schema.Schema;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A scratch database that holds something, made when something is first to be tried in it. */
final class ScratchStage implements Renaming.Stage, AutoCloseable {
    private final Workspace workspace;
    private final Consumer<Replay> filling;
    private @Nullable Scratch scratch;
    private @Nullable Replay replay;

    ScratchStage(Workspace workspace, Consumer<Replay> filling) {
        this.workspace = workspace;
        this.filling = filling;
    }

    /** One that holds the copy of a schema. */
    static ScratchStage copy(Workspace workspace, Schema original) {
        return new ScratchStage(
                workspace,
                replay -> workspace
                        .dialect()
                        .arrange(Differ.diff(
                                replay.current().schema(),
                                original,
                                workspace.dialect().diffRules()))
                        .forEach(replay::apply));
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

    /** Where to try it. What is there by then counts as old, so that its tables may have rows. */
    Replay replay() {
        if (replay == null) {
            scratch = workspace.openScratch();
            filling.accept(new Replay(workspace.dialect(), scratch, workspace.reflection()));
            replay = new Replay(workspace.dialect(), scratch, workspace.reflection());
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
