// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.run;

import dev.limbeck.dialect.Current;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Feature;
import dev.limbeck.dialect.Statement;
import dev.limbeck.dialect.StoredObject;
import dev.limbeck.history.VersionTable;
import dev.limbeck.revision.Step;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.script.LoadedRevision;
import dev.limbeck.script.LocatedOperation;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes a plan as SQL that the database's own client runs. Where a statement hangs on what is there, a scratch database
 * is brought to that point and asked; no other database is.
 */
public final class OfflineScript {
    private static final String SKIPPED = "; skipped where the version table says that it is not its turn";

    private final Dialect dialect;
    private final VersionTable versions;
    private final Supplier<Replay> scratchAtStart;
    private final Function<Step, Optional<String>> condition;
    private final Listener listener;
    private final boolean single;
    private final List<LocatedOperation> passed = new ArrayList<>();
    private final CreatedTables created = new CreatedTables();
    private final StringBuilder script = new StringBuilder();
    private @Nullable Replay scratch;
    private boolean runsRevisions;
    private boolean inTransaction;

    /**
     * A script that starts from a given point.
     *
     * @param scratchAtStart gives a scratch database at that point; called once, and only when it is needed
     * @param condition under which a step is to be done; without one it is done whatever is there
     * @param single whether all of it is one transaction
     */
    public OfflineScript(
            Dialect dialect,
            VersionTable versions,
            Supplier<Replay> scratchAtStart,
            Function<Step, Optional<String>> condition,
            Listener listener,
            boolean single) {
        this.dialect = dialect;
        this.versions = versions;
        this.scratchAtStart = scratchAtStart;
        this.condition = condition;
        this.listener = listener;
        this.single = single;
        Transactions.requireSingle(dialect, single);
    }

    /**
     * Writes the steps.
     *
     * @param revisions those of the steps, in the same order; none for stamps, which run nothing
     * @param createVersionTable whether the version table is not there at the start
     */
    public String write(List<Step> steps, List<LoadedRevision> revisions, boolean createVersionTable) {
        listener.on(new Event.GeneratingSql(dialect.label()));
        if (steps.isEmpty()) {
            return "";
        }
        dialect.offlineHead().ifPresent(line -> script.append(line).append("\n\n"));
        runsRevisions = !revisions.isEmpty();
        if (runsRevisions) {
            dialect.offlineSession().forEach(this::statement);
        }
        boolean create = createVersionTable;
        Iterator<LoadedRevision> loaded = revisions.iterator();
        for (Step step : steps) {
            write(step, operations(step, loaded), create);
            create = false;
        }
        commit();
        return script.toString();
    }

    private static List<LocatedOperation> operations(Step step, Iterator<LoadedRevision> loaded) {
        return switch (step.direction()) {
            case UPGRADE -> loaded.next().upgrade();
            case DOWNGRADE -> loaded.next().downgrade();
            case STAMP -> List.of();
        };
    }

    private void write(Step step, List<LocatedOperation> operations, boolean createVersionTable) {
        Event.RevisionStarted started = Event.RevisionStarted.of(step);
        listener.on(started);
        Optional<String> due = condition.apply(step);
        created.clear();
        begin();
        if (createVersionTable) {
            statement(due.isPresent() ? versions.createIfMissingSql() : versions.createSql());
        }
        String label =
                started.direction() + " " + String.join(", ", step.from()) + " -> " + String.join(", ", step.to());
        script.append("-- Running ")
                .append(label)
                .append(due.isPresent() ? SKIPPED : "")
                .append("\n\n");
        if (due.isPresent()) {
            guarded(label, due.get(), operations, step);
        } else {
            for (LocatedOperation operation : operations) {
                compiled(operation).forEach(statement -> write(statement, operation));
            }
            versions.statements(step.change()).forEach(this::statement);
        }
        if (!single) {
            commit();
        }
    }

    private void guarded(String label, String due, List<LocatedOperation> operations, Step step) {
        List<Statement> statements = new ArrayList<>();
        for (LocatedOperation operation : operations) {
            statements.addAll(compiled(operation));
        }
        versions.statements(step.change()).forEach(sql -> statements.add(Statement.of(sql)));
        dialect.guarded(label, due, statements).forEach(this::statement);
    }

    private void write(Statement statement, LocatedOperation operation) {
        if (statement.transactional()) {
            begin();
        } else if (single) {
            throw Transactions.leaving(
                    "The script", operation.location() + ": it cannot run within a transaction: " + statement.sql());
        } else {
            commit();
        }
        statement(statement.sql());
        begin();
    }

    /** The statements of an operation, their parameters written into them. */
    private List<Statement> compiled(LocatedOperation operation) {
        List<Statement> statements = dialect.compile(operation.operation(), new LateCurrent()).stream()
                .map(statement -> new Statement(
                        statement.withLiterals(dialect),
                        List.of(),
                        statement.transactional() && operation.transactional()))
                .toList();
        created.pass(operation.operation());
        if (scratch == null) {
            passed.add(operation);
        } else {
            scratch.run(operation, "script");
        }
        return statements;
    }

    /** The scratch database, brought to where the script has got. */
    private Replay scratch() {
        if (scratch == null) {
            scratch = scratchAtStart.get();
            for (LocatedOperation operation : passed) {
                scratch.run(operation, "script");
            }
            passed.clear();
        }
        return scratch;
    }

    private void begin() {
        if (!inTransaction && dialect.has(Feature.TRANSACTIONAL_DDL)) {
            statement("BEGIN");
            inTransaction = true;
        }
    }

    private void commit() {
        if (inTransaction) {
            if (runsRevisions) {
                dialect.offlineBeforeCommit().forEach(this::statement);
            }
            statement("COMMIT");
            inTransaction = false;
        }
    }

    private void statement(String sql) {
        script.append(dialect.terminated(sql)).append("\n\n");
    }

    /** Opens the scratch database at the first question. */
    private final class LateCurrent implements Current {
        @Override
        public Schema schema() {
            return scratch().current().schema();
        }

        @Override
        public List<StoredObject> stored(Name table) {
            return scratch().current().stored(table);
        }

        @Override
        public boolean holdsRows(Name table) {
            return !created.contain(table);
        }
    }
}
