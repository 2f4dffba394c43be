// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.run;

import dev.limbeck.dialect.Current;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Reflection;
import dev.limbeck.dialect.Scratch;
import dev.limbeck.error.Location;
import dev.limbeck.operation.Operation;
import dev.limbeck.script.LoadedRevision;
import dev.limbeck.script.LocatedOperation;
import dev.limbeck.script.Stage;
import java.util.List;

/** Runs revisions and operations in a scratch database, where nothing is recorded. */
public final class Replay implements Stage {
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
            for (LocatedOperation operation : revision.upgrade()) {
                run(operation, what);
            }
        }
    }

    /** Runs one operation. */
    public void run(LocatedOperation operation, String what) {
        Current current = live().holdingRows(table -> false);
        new OperationRunner(dialect, scratch.connection(), current, Listener.SILENT).run(operation, what);
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
        OperationRunner runner = new OperationRunner(
                dialect, scratch.connection(), foreseen.holdingRows(table -> false), Listener.SILENT);
        for (Operation operation : operations) {
            runner.run(generated(operation), what);
            foreseen.pass(operation);
        }
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
}
