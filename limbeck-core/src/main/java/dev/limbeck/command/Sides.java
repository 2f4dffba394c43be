// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.dialect.Reflection;
import dev.limbeck.dialect.Scratch;
import dev.limbeck.diff.Coverage;
import dev.limbeck.models.ModelRequest;
import dev.limbeck.models.WantedSchema;
import dev.limbeck.operation.Operation;
import dev.limbeck.revision.Planner;
import dev.limbeck.revision.RevisionNode;
import dev.limbeck.run.Replay;
import dev.limbeck.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads the sides of comparisons. Each is open only while it is used, so that one scratch database named in the settings
 * will do for both.
 */
final class Sides {
    private final Workspace workspace;

    Sides(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * A side while its database is open.
     *
     * @param connection has the rows
     * @param replay where changes of this side can be tried: the side itself in a scratch database, or a copy of a
     *     database that is only read
     */
    record Open(WantedSchema content, Connection connection, Supplier<Replay> replay) implements Renaming.Stage {
        @Override
        public Schema apply(List<Operation> operations) {
            return ScratchStage.apply(replay.get(), operations);
        }
    }

    /**
     * What is read of a live database.
     *
     * @param complete whether an object whose definition may not be read is an error, rather than left out
     * @param schemas those of the side that it is compared with; empty where that was not read yet
     */
    record Scope(boolean complete, Optional<Set<String>> schemas) {
        static final Scope ALONE = new Scope(true, Optional.empty());

        static Scope beside(WantedSchema other) {
            return new Scope(
                    other.coverages().contains(Coverage.EVERYTHING),
                    Optional.of(Set.copyOf(other.schema().schemas())));
        }
    }

    /**
     * Opens a side for as long as the function runs.
     *
     * @param scope what of a live database is read
     */
    <T> T use(Side side, Scope scope, Function<Open, T> use) {
        return switch (side.kind()) {
            case MODELS, SOURCE -> useModels(side, use);
            case HISTORY -> useHistory(side.value(), use);
            case DATABASE -> useDatabase(side, scope, use);
            case OTHER -> useLive(side, workspace.connectTo(side.value()), scope, use);
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
            return use.apply(new Open(wanted, scratch.connection(), () -> replay));
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
            return use.apply(new Open(content, scratch.connection(), () -> replay));
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
    private <T> T useDatabase(Side side, Scope scope, Function<Open, T> use) {
        if (workspace.dialect().exists(workspace.database())) {
            return useLive(side, workspace.connect(), scope, use);
        }
        try (Scratch scratch = workspace.openScratch()) {
            Replay replay = replay(scratch);
            return use.apply(new Open(WantedSchema.of(Schema.EMPTY), scratch.connection(), () -> replay));
        }
    }

    private <T> T useLive(Side side, Connection opened, Scope scope, Function<Open, T> use) {
        try (Connection connection = opened) {
            Schema schema = workspace.dialect().reflect(connection, reflection(side, connection, scope));
            try (ScratchStage copy = ScratchStage.copy(workspace, schema)) {
                return use.apply(new Open(WantedSchema.of(schema), connection, copy::replay));
            }
        } catch (SQLException failure) {
            throw workspace.failed(failure);
        }
    }

    /** Where no schemas are set, those of somebody else in a database are left out. */
    private Reflection reflection(Side side, Connection connection, Scope scope) throws SQLException {
        Reflection every = workspace.reflection().withComplete(scope.complete());
        boolean own = side.kind() == Side.Kind.DATABASE;
        if (!workspace.hasSchemasUnsaid() || (!own && scope.schemas().isEmpty())) {
            return every;
        }
        SortedSet<String> known = new TreeSet<>(scope.schemas().orElse(Set.of()));
        boolean hasMore = !known.containsAll(
                workspace.dialect().reflect(connection, every).schemas());
        if (own && hasMore && !workspace.graph().heads().isEmpty()) {
            known.addAll(
                    useHistory("heads", history -> history.content().schema().schemas()));
        }
        return every.withOthers(Reflection.Others.of(known));
    }

    private Replay replay(Scratch scratch) {
        return new Replay(workspace.dialect(), scratch, workspace.reflection());
    }
}
