// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.operation;

import dev.limbeck.schema.Name;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A backfill in the words of a migration; each method gives a new value. */
public final class BackfillSpec {
    static final int USUAL_BATCH = 10_000;

    /** Sets nothing yet. */
    public static final BackfillSpec NONE = new BackfillSpec(List.of(), null, List.of(), USUAL_BATCH, Duration.ZERO);

    private final List<Assignment> assignments;
    private final @Nullable String condition;
    private final List<String> key;
    private final int batch;
    private final Duration pause;

    private BackfillSpec(
            List<Assignment> assignments, @Nullable String condition, List<String> key, int batch, Duration pause) {
        this.assignments = assignments;
        this.condition = condition;
        this.key = key;
        this.batch = batch;
        this.pause = pause;
    }

    /** Gives a column the value of an expression over the row's columns. */
    public BackfillSpec set(String column, String expression) {
        List<Assignment> more = new ArrayList<>(assignments);
        more.add(new Assignment(column, expression));
        return new BackfillSpec(more, condition, key, batch, pause);
    }

    /** Leaves rows alone that do not meet the condition; the one of a backfill that is run on is met by those left to do. */
    public BackfillSpec where(String sql) {
        return new BackfillSpec(assignments, sql, key, batch, pause);
    }

    /**
     * The columns by whose order the table is cut into batches, instead of its primary key: never null, of values that
     * compare exactly, and best with an index.
     */
    public BackfillSpec key(String... columns) {
        return new BackfillSpec(assignments, condition, List.of(columns), batch, pause);
    }

    /** How many rows a batch goes by, changed or not; 10,000 if this is not said. */
    public BackfillSpec batch(int rows) {
        return new BackfillSpec(assignments, condition, key, rows, pause);
    }

    /** How long to let others work between two batches. */
    public BackfillSpec pause(Duration time) {
        return new BackfillSpec(assignments, condition, key, batch, time);
    }

    /** The operation on a table. */
    public Operation.Backfill of(Name table) {
        return new Operation.Backfill(table, assignments, condition, key, batch, pause);
    }
}
