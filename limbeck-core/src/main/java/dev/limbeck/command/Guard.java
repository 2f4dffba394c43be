// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.config.Options;
import dev.limbeck.dialect.Current;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.revision.Direction;
import dev.limbeck.revision.Plan;
import dev.limbeck.run.Event;
import dev.limbeck.script.LoadedRevision;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Refuses what a protected database would lose something by, unless whoever asks for it names the database: a habit can
 * type yes, but not the name of another database than the one in mind.
 */
final class Guard {
    private static final Pattern LAST_PART = Pattern.compile("([^/\\\\:;?]+)(?:[;?].*)?$");

    private final Workspace workspace;
    private final String meant;

    /** Guards the workspace's database; {@code meant} is the database that somebody named, empty if nobody did. */
    Guard(Workspace workspace, String meant) {
        this.workspace = workspace;
        this.meant = meant;
    }

    /** Why the database is protected, in words; empty if it is not. */
    static Optional<String> protection(Workspace workspace, Connection connection) throws SQLException {
        Optional<String> marked =
                workspace.protection().read(connection).map(mark -> "by " + mark.by() + " since " + mark.since());
        return marked.isPresent() || !workspace.settings().get(Options.PROTECTED)
                ? marked
                : Optional.of("by " + Options.PROTECTED.key());
    }

    /** The name by which the database is meant: its own where it has one, or that of its file. */
    static String name(Workspace workspace, Connection connection) throws SQLException {
        String catalogue = connection.getCatalog();
        if (catalogue != null && !catalogue.isEmpty()) {
            return catalogue;
        }
        Matcher last = LAST_PART.matcher(workspace.database().url());
        return last.find() ? last.group(1) : workspace.database().toString();
    }

    /** Refuses a plan by which something would be lost. */
    void check(Connection connection, Plan plan, List<LoadedRevision> revisions) throws SQLException {
        if (isFree(connection)) {
            return;
        }
        LossList list = new LossList(
                        workspace.dialect(),
                        connection,
                        () -> Current.live(workspace.dialect(), connection, workspace.reflection())
                                .schema())
                .of(plan, revisions);
        boolean down = plan.steps().stream().anyMatch(step -> step.direction() == Direction.DOWNGRADE);
        boolean toBase = down && plan.rowsAfter().isEmpty();
        if (!list.lost().isEmpty() || toBase) {
            throw refused(
                    connection,
                    toBase ? "the downgrade to base" : "the " + (down ? "downgrade" : "upgrade"),
                    list.lost());
        }
        if (!list.unseen().isEmpty()) {
            String text = "revision " + String.join(", ", list.unseen())
                    + " asks the database what to do, so that nobody can tell before what is lost by it";
            if (down) {
                throw refused(connection, "the downgrade", List.of("nobody knows what: " + text));
            }
            workspace.listener().on(new Event.Warning("The database is protected, but " + text + "."));
        }
    }

    /** Refuses something else, which nobody asks a protected database for by mistake. */
    void check(Connection connection, String what) throws SQLException {
        if (!isFree(connection)) {
            throw refused(connection, what, List.of());
        }
    }

    private boolean isFree(Connection connection) throws SQLException {
        String name = name(workspace, connection);
        if (!meant.isEmpty() && !meant.equalsIgnoreCase(name)) {
            throw new MigrationException(
                    ErrorCode.DATABASE_PROTECTED,
                    "The database is " + name + ", not " + meant + ", which --yes-i-mean names. Nothing was done."
                            + " Look at limbeck.url: " + workspace.database());
        }
        return !meant.isEmpty() || protection(workspace, connection).isEmpty();
    }

    private MigrationException refused(Connection connection, String what, List<String> lost) throws SQLException {
        String name = name(workspace, connection);
        return new MigrationException(
                ErrorCode.DATABASE_PROTECTED,
                "The database " + name + " is protected ("
                        + protection(workspace, connection).orElse("") + "), and " + what
                        + (lost.isEmpty() ? " is refused." : " would lose:\n  " + String.join("\n  ", lost))
                        + "\nNothing was done. If it is meant, add --yes-i-mean " + name + ".");
    }
}
