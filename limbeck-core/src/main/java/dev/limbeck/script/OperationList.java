// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.Location;
import dev.limbeck.error.MigrationException;
import dev.limbeck.operation.ResultRow;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps operations instead of running them; there is no database that could answer a question. */
final class OperationList implements OperationTarget {
    private final RevisionScript script;
    private final boolean takesArguments;
    private final List<LocatedOperation> operations = new ArrayList<>();

    OperationList(RevisionScript script) {
        this(script, true);
    }

    /** With {@code takesArguments} false a revision that asks for an argument is refused: another run may hand it others. */
    OperationList(RevisionScript script, boolean takesArguments) {
        this.script = script;
        this.takesArguments = takesArguments;
    }

    List<LocatedOperation> operations() {
        return List.copyOf(operations);
    }

    @Override
    public boolean isOffline() {
        return true;
    }

    @Override
    public void run(List<LocatedOperation> next) {
        operations.addAll(next);
    }

    @Override
    public List<ResultRow> query(String sql, List<? extends @Nullable Object> parameters, Location asked) {
        throw refused("asks the database (" + sql + ")", asked);
    }

    @Override
    public Connection connection(Location asked, Runnable beforeUse) {
        throw refused("wants a connection", asked);
    }

    @Override
    public void asksFor(String argument) {
        if (!takesArguments) {
            throw new MigrationException(
                    ErrorCode.NO_DATABASE_TO_ASK,
                    "Revision " + script.node().id() + " asks for " + argument
                            + ", of which only whoever starts a run knows.");
        }
    }

    private MigrationException refused(String wish, Location asked) {
        return new MigrationException(
                ErrorCode.NO_DATABASE_TO_ASK,
                "Revision " + script.node().id() + " " + wish + " at " + asked
                        + ", and a script that is written to run elsewhere cannot know the answer.\nSay with op.execute what"
                        + " is to be done, in SQL that finds the rows itself, or put another way behind"
                        + " if (op.isOffline()).",
                asked,
                null);
    }
}
