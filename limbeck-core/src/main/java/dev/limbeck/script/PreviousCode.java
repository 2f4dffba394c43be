// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.PlainSql;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.CodeObject;
import dev.limbeck.schema.Name;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds what a view, function, procedure or trigger was before a revision: what the last of the revisions that lead to
 * it made of it. Only their operations are asked, no database, so that a downgrade says the same online, offline and in a
 * scratch database.
 */
final class PreviousCode {
    private final Dialect dialect;
    private final Function<RevisionScript, List<RevisionScript>> ancestors;
    private final Function<List<RevisionScript>, List<LoadedRevision>> loading;

    /**
     * Asks the revisions of one history.
     *
     * @param ancestors all that lead to a revision, oldest first and without itself
     */
    PreviousCode(
            Dialect dialect,
            Function<RevisionScript, List<RevisionScript>> ancestors,
            Function<List<RevisionScript>, List<LoadedRevision>> loading) {
        this.dialect = dialect;
        this.ancestors = ancestors;
        this.loading = loading;
    }

    /** What an operation leaves of an object. */
    private sealed interface Outcome {}

    private record Defined(CodeObject object) implements Outcome {}

    private record Dropped() implements Outcome {}

    /** Nobody can tell. */
    private record Unclear(String reason) implements Outcome {}

    /** What one revision did. */
    private record Turn(RevisionScript revision, Outcome outcome) {
        String id() {
            return revision.node().id();
        }
    }

    /** The operations that bring an object back to what it was before the revision. */
    List<Operation> restoring(RevisionScript revision, CodeObject.Key key) {
        LoadedRevision loaded = loading.apply(List.of(revision)).get(0);
        List<Outcome> own = outcomes(loaded, key);
        boolean isGone = !own.isEmpty() && own.get(own.size() - 1) instanceof Dropped;
        Optional<CodeObject> before = before(revision, key);
        if (before.isPresent()) {
            return isGone ? List.of(new Operation.CreateCode(before.get())) : replacing(before.get());
        }
        if (!own.isEmpty() && own.get(own.size() - 1) instanceof Unclear unclear) {
            throw unknown(key, unclear.reason());
        }
        if (isCreatedIn(loaded, key) && !isGone) {
            return List.of(new Operation.DropCode(key, null));
        }
        throw unknown(key, "no revision before " + revision.node().id() + " creates it with an operation");
    }

    /** PostgreSQL replaces a view only by one with more columns, and what was before mostly has fewer. */
    private static List<Operation> replacing(CodeObject before) {
        return before.key().kind().isView()
                ? List.of(new Operation.DropCode(before.key(), null), new Operation.CreateCode(before))
                : List.of(new Operation.ReplaceCode(before, null));
    }

    private static boolean isCreatedIn(LoadedRevision revision, CodeObject.Key key) {
        return revision.upgrade().stream()
                .anyMatch(located -> located.operation() instanceof Operation.CreateCode created
                        && created.object().key().equals(key));
    }

    private Optional<CodeObject> before(RevisionScript revision, CodeObject.Key key) {
        List<Turn> turns = lastTurns(revision, key);
        if (turns.isEmpty()) {
            return Optional.empty();
        }
        if (turns.size() > 1) {
            throw unknown(
                    key,
                    "the revisions " + turns.get(0).id() + " and "
                            + turns.get(1).id() + " both change it, on branches of their own");
        }
        Outcome outcome = turns.get(0).outcome();
        if (outcome instanceof Unclear unclear) {
            throw unknown(key, unclear.reason());
        }
        return outcome instanceof Defined defined ? Optional.of(defined.object()) : Optional.empty();
    }

    /** The last revision that touches the object; more than one where none of them comes before the other. */
    private List<Turn> lastTurns(RevisionScript revision, CodeObject.Key key) {
        List<Turn> last = new ArrayList<>();
        Set<RevisionScript> covered = new HashSet<>();
        List<LoadedRevision> before = loading.apply(ancestors.apply(revision));
        for (int i = before.size() - 1; i >= 0; i--) {
            RevisionScript script = before.get(i).script();
            if (!covered.contains(script)) {
                List<Outcome> outcomes = outcomes(before.get(i), key);
                if (!outcomes.isEmpty()) {
                    last.add(new Turn(script, outcomes.get(outcomes.size() - 1)));
                    covered.addAll(ancestors.apply(script));
                }
            }
        }
        return last;
    }

    private List<Outcome> outcomes(LoadedRevision revision, CodeObject.Key key) {
        List<LocatedOperation> operations;
        try {
            operations = revision.upgrade();
        } catch (MigrationException asks) {
            if (asks.code() != ErrorCode.NO_DATABASE_TO_ASK) {
                throw asks;
            }
            return List.of(new Unclear("the revision "
                    + revision.script().node().id()
                    + " asks the database what to do, and may have changed it"));
        }
        return operations.stream()
                .flatMap(located -> outcome(located, key).stream())
                .toList();
    }

    private Optional<Outcome> outcome(LocatedOperation located, CodeObject.Key key) {
        Operation operation = located.operation();
        if (operation instanceof Operation.CreateCode created) {
            return defined(created.object(), key);
        }
        if (operation instanceof Operation.ReplaceCode replaced) {
            return defined(replaced.object(), key);
        }
        if (operation instanceof Operation.DropCode dropped) {
            return dropped.key().equals(key) ? Optional.of(new Dropped()) : Optional.empty();
        }
        if (operation instanceof Operation.DropTable dropped) {
            return isOn(dropped.table(), key) ? Optional.of(new Dropped()) : Optional.empty();
        }
        if (operation instanceof Operation.RenameTable renamed) {
            return renamed(located, renamed, key);
        }
        return operation instanceof Operation.Execute execute ? executed(located, execute, key) : Optional.empty();
    }

    private static Optional<Outcome> defined(CodeObject object, CodeObject.Key key) {
        return object.key().equals(key) ? Optional.of(new Defined(object)) : Optional.empty();
    }

    private static boolean isOn(Name table, CodeObject.Key key) {
        return key.kind().isOnTable() && key.of().equals(table.toString());
    }

    private static Optional<Outcome> renamed(
            LocatedOperation located, Operation.RenameTable renamed, CodeObject.Key key) {
        Name newName = renamed.table().withName(renamed.newName());
        boolean isOf = isOn(renamed.table(), key) || isOn(newName, key);
        boolean isItself = key.kind().isView()
                && (key.name().equals(renamed.table()) || key.name().equals(newName));
        return isOf || isItself
                ? Optional.of(new Unclear(located.location() + " renames " + renamed.table() + " to " + newName))
                : Optional.empty();
    }

    private Optional<Outcome> executed(LocatedOperation located, Operation.Execute execute, CodeObject.Key key) {
        boolean mentions = new CodeObject(key, execute.sql()).mentions(key.name());
        return mentions && !PlainSql.leavesSchema(dialect, execute.sql())
                ? Optional.of(new Unclear("the SQL at " + located.location() + " mentions it, and may have changed it"))
                : Optional.empty();
    }

    private static IllegalArgumentException unknown(CodeObject.Key key, String reason) {
        String word = switch (key.kind()) {
            case VIEW -> "replaceView";
            case MATERIALIZED_VIEW -> "replaceMaterializedView";
            case FUNCTION -> "replaceFunction";
            case PROCEDURE -> "replaceProcedure";
            case TRIGGER -> "replaceTrigger";
            case EVENT -> "replaceEvent";
            case POLICY -> "replacePolicy";
            case COMMENT -> "replaceComment";
            default -> "replaceObject";
        };
        return new IllegalArgumentException("what the " + key.kind().label() + " " + key
                + " was before cannot be found: " + reason + ". Write its definition here instead, with " + word + ".");
    }
}
