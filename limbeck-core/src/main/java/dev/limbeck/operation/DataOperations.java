// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.operation;

import dev.limbeck.schema.Name;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a migration says of rows. The operations of a migration run when its method has ended, unless it asks the database
 * something: then all that were said before run first.
 */
public interface DataOperations {

    /** Takes the operation as the next step of the migration. */
    void invoke(Operation operation);

    /** Runs one statement of SQL, with a value for each {@code ?} in it. */
    default void execute(String sql, @Nullable Object... parameters) {
        List<Object> values = new ArrayList<>();
        for (Object parameter : parameters) {
            if (parameter == null) {
                throw new IllegalArgumentException("a parameter is null; write null into the statement: " + sql);
            }
            values.add(parameter);
        }
        invoke(new Operation.Execute(sql, values));
    }

    /**
     * Goes on only if a query of one number, which counts what is in the way, finds 0; otherwise the migration fails
     * with this sentence and that number before anything behind it is done.
     */
    default void require(String what, String countSql) {
        invoke(new Operation.Require(what, countSql));
    }

    /** A table with the columns that this revision uses, to read and change rows without any class of the application. */
    default TableHandle table(String name, ColumnSpec... columns) {
        return new TableHandle(this, Name.parse(name), List.of(columns));
    }

    /** A name as it stands in this database's SQL: quoted where its characters or its being a key word demand it. */
    default String quote(Name name) {
        throw new IllegalStateException("there is no database whose SQL could be written");
    }

    /** The same for a name without a schema, a column's for example. */
    default String quote(String name) {
        return quote(Name.of(name));
    }

    /** A value as it stands in this database's SQL: null, a String, a Number or a Boolean. */
    default String literal(@Nullable Object value) {
        throw new IllegalStateException("there is no database whose SQL could be written");
    }

    /**
     * Gives columns of the rows that are there a value, in batches by key, each in a transaction of its own; what the
     * revision did before is committed first. One that is interrupted goes on behind its last batch when the revision is
     * run again.
     */
    default void backfill(String table, UnaryOperator<BackfillSpec> backfill) {
        invoke(backfill.apply(BackfillSpec.NONE).of(Name.parse(table)));
    }

    /**
     * Whether the migration is written as a script ({@code --sql}), so that no database can be asked.
     *
     * @see #query
     */
    default boolean isOffline() {
        return true;
    }

    /**
     * The rows of a query, with a value for each {@code ?} in it; runs in the revision's transaction, behind everything
     * that was said so far.
     *
     * @throws dev.limbeck.error.MigrationException if it fails, or if there is no database to ask
     */
    default List<ResultRow> query(String sql, @Nullable Object... parameters) {
        throw new IllegalStateException("there is no database to ask");
    }

    /**
     * The connection on which the revision runs, in its transaction, behind everything that was said so far. Limbeck alone
     * begins, commits and closes. What is done with it is not journalled: a revision that is run on after it was
     * interrupted does it again.
     *
     * @throws dev.limbeck.error.MigrationException if there is none
     */
    default Connection connection() {
        throw new IllegalStateException("there is no connection");
    }

    /**
     * Runs what the block says outside of the revision's transaction, each statement committed on its own; whatever the
     * revision did before is committed first. Only for what a database refuses within one, and {@code CREATE INDEX
     * CONCURRENTLY} and its like leave the transaction by themselves.
     */
    default void outsideTransaction(Runnable block) {
        block.run();
    }
}
