// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.run;

import dev.limbeck.dialect.Current;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Reflection;
import dev.limbeck.dialect.Scratch;
import dev.limbeck.error.Location;
import dev.limbeck.error.MigrationException;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.ResultRow;
import dev.limbeck.script.LoadedRevision;
import dev.limbeck.script.LocatedOperation;
import dev.limbeck.script.OperationTarget;
import dev.limbeck.script.Stage;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs revisions and operations in a scratch database, where nothing is recorded. */
public final class Replay implements Stage {
    private static final Logger log = LoggerFactory.getLogger(Replay.class);

    private final Dialect dialect;
    private final Scratch scratch;
    private final Reflection reflection;
    private final CreatedTables created = new CreatedTables();

    public Replay(Dialect dialect, Scratch scratch, Reflection reflection) {
        this.dialect = dialect;
        this.scratch = scratch;
        this.reflection = reflection;
    }

    /** Upgrades through the revisions, one after the other. */
    public void upgrade(List<LoadedRevision> revisions) {
        for (LoadedRevision revision : revisions) {
            String what = "replay of revision " + revision.script().node().id() + " in the scratch database";
            revision.upgrade(new LiveTarget(what));
        }
    }

    /** Takes one revision back. */
    public void downgrade(LoadedRevision revision) {
        String what = "way back of revision " + revision.script().node().id() + " in the scratch database";
        revision.downgrade(new LiveTarget(what));
    }

    /** Runs one operation. */
    public void run(LocatedOperation operation, String what) {
        runner(live().holdingRows(table -> false)).run(operation, what);
    }

    /** Runs one operation that stands in no file. */
    @Override
    public void apply(Operation operation) {
        run(generated(operation), "change of the scratch database");
        created.pass(operation);
    }

    /** Runs operations that stand in no file and change tables only, of which the database is read once. */
    public void run(List<Operation> operations, String what) {
        Foreseen foreseen = new Foreseen(live());
        OperationRunner runner = runner(foreseen.holdingRows(table -> false));
        for (Operation operation : operations) {
            runner.run(generated(operation), what);
            foreseen.pass(operation);
        }
    }

    private OperationRunner runner(Current state) {
        return new OperationRunner(dialect, scratch.connection(), state, Boundary.NONE, Listener.SILENT, null);
    }

    private static LocatedOperation generated(Operation operation) {
        return new LocatedOperation(operation, new Location("(generated)", 0), true);
    }

    /**
     * What the scratch database holds at the moment of each question. Its tables are empty, but those of the databases
     * that it stands for are not.
     */
    @Override
    public Current current() {
        return live().holdingRows(table -> !created.contain(table));
    }

    private Current live() {
        return Current.live(dialect, scratch.connection(), reflection);
    }

    /** Runs the operations of a revision, and answers its questions from what the revisions before it made. */
    private final class LiveTarget implements OperationTarget {
        private final String what;
        private final OperationRunner runner = runner(live().holdingRows(table -> false));

        LiveTarget(String what) {
            this.what = what;
        }

        @Override
        public boolean isOffline() {
            return false;
        }

        @Override
        public void run(List<LocatedOperation> operations) {
            operations.forEach(this::run);
        }

        private void run(LocatedOperation operation) {
            try {
                runner.run(operation, what);
            } catch (MigrationException refused) {
                if (!isThereForAll(operation.operation(), refused)) {
                    throw refused;
                }
                log.debug("left out, as all databases of the server have it: {}", operation.operation());
            }
        }

        private boolean isThereForAll(Operation operation, MigrationException refused) {
            return operation instanceof Operation.Execute execute
                    && refused.getCause() instanceof SQLException failure
                    && dialect.isThereForAll(execute.sql(), failure);
        }

        @Override
        public List<ResultRow> query(String sql, List<? extends @Nullable Object> parameters, Location asked) {
            return Query.rows(scratch.connection(), sql, parameters, asked, what);
        }

        @Override
        public Connection connection(Location asked, Runnable beforeUse) {
            return MigrationConnection.of(scratch.connection(), beforeUse);
        }
    }
}
