// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.dialect.Reflection;
import dev.limbeck.dialect.Scratch;
import dev.limbeck.diff.Differ;
import dev.limbeck.models.ModelRequest;
import dev.limbeck.models.WantedSchema;
import dev.limbeck.operation.Operation;
import dev.limbeck.revision.Planner;
import dev.limbeck.revision.RevisionNode;
import dev.limbeck.run.Replay;
import dev.limbeck.schema.Schema;
import dev.limbeck.script.Stage;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/**
 * Reads the sides of comparisons. Each is open only while it is used, so that one scratch database named in the settings
 * will do for both.
 */
final class Sides {
    private final Workspace workspace;

    Sides(Workspace workspace) {
        this.workspace = workspace;
    }

    /** A side while its database is open. */
    interface Open {
        WantedSchema content();

        /** Has the rows. */
        Connection connection();

        /** Calls what writes the SQL of changes of this side. */
        <T> T onStage(Function<Stage, T> writing);
    }

    /**
     * Opens a side for as long as the function runs.
     *
     * @param complete whether an object of a live database whose definition may not be read is an error
     */
    <T> T use(Side side, boolean complete, Function<Open, T> use) {
        return switch (side.kind()) {
            case MODELS, SOURCE -> useModels(side, use);
            case HISTORY -> useHistory(side.value(), use);
            case DATABASE -> useDatabase(complete, use);
            case OTHER -> useLive(workspace.connectTo(side.value()), complete, use);
        };
    }

    private <T> T useModels(Side side, Function<Open, T> use) {
        try (Scratch scratch = workspace.openScratch()) {
            Replay replay = replay(scratch);
            List<ModelRequest> requests = side.kind() == Side.Kind.MODELS
                    ? workspace.models(scratch.connection())
                    : workspace.models(scratch.connection(), side.value());
            WantedSchema wanted =
                    WantedSchema.load(requests, workspace.dialect(), scratch, replay, Sides.class.getClassLoader());
            return use.apply(new InScratch(wanted, scratch.connection(), replay));
        } catch (SQLException failure) {
            throw workspace.failed(failure);
        }
    }

    private <T> T useHistory(String target, Function<Open, T> use) {
        List<String> ids = revisions(target);
        try (Scratch scratch = workspace.openScratch()) {
            Replay replay = replay(scratch);
            replay.upgrade(workspace.loadUpTo(ids));
            WantedSchema content = WantedSchema.of(replay.current().schema());
            return use.apply(new InScratch(content, scratch.connection(), replay));
        }
    }

    private List<String> revisions(String target) {
        boolean asks = target.contains("current");
        List<String> rows = asks ? workspace.rows() : List.of();
        // Refuses rows that no file has: what they did is in the database, and in no history.
        Planner.of(workspace.graph(), rows);
        List<RevisionNode> found = asks
                ? workspace.graph().resolve(target, rows)
                : workspace.graph().resolve(target);
        return found.stream().map(RevisionNode::id).toList();
    }

    /** Where there is no database yet, an empty one stands for it, and none is made. */
    private <T> T useDatabase(boolean complete, Function<Open, T> use) {
        if (workspace.dialect().exists(workspace.database())) {
            return useLive(workspace.connect(), complete, use);
        }
        try (Scratch scratch = workspace.openScratch()) {
            return use.apply(new InScratch(WantedSchema.of(Schema.EMPTY), scratch.connection(), replay(scratch)));
        }
    }

    private <T> T useLive(Connection opened, boolean complete, Function<Open, T> use) {
        try (Connection connection = opened) {
            Reflection reflection = workspace.reflection().withComplete(complete);
            Schema schema = workspace.dialect().reflect(connection, reflection);
            return use.apply(new Live(WantedSchema.of(schema), connection));
        } catch (SQLException failure) {
            throw workspace.failed(failure);
        }
    }

    private Replay replay(Scratch scratch) {
        return new Replay(workspace.dialect(), scratch, workspace.reflection());
    }

    private record InScratch(WantedSchema content, Connection connection, Replay replay) implements Open {
        @Override
        public <T> T onStage(Function<Stage, T> writing) {
            return writing.apply(replay);
        }
    }

    /** A database that is only read; changes of it are tried on a copy of its schema. */
    private final class Live implements Open {
        private final WantedSchema content;
        private final Connection connection;

        Live(WantedSchema content, Connection connection) {
            this.content = content;
            this.connection = connection;
        }

        @Override
        public WantedSchema content() {
            return content;
        }

        @Override
        public Connection connection() {
            return connection;
        }

        @Override
        public <T> T onStage(Function<Stage, T> writing) {
            try (Scratch scratch = workspace.openScratch()) {
                Replay copy = replay(scratch);
                List<Operation> all = Differ.diff(
                        Schema.EMPTY, content.schema(), workspace.dialect().diffRules());
                workspace.dialect().arrange(all).forEach(copy::apply);
                return writing.apply(copy);
            }
        }
    }
}
