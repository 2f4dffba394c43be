// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.run;

import dev.limbeck.error.MigrationException;
import dev.limbeck.operation.MismatchException;
import dev.limbeck.operation.MismatchException.Mismatch;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a database will hold at a point of a plan, as far as that is known. */
final class Expectation {
    private final LiveLookup live;
    private final Supplier<Optional<Schema>> reading;
    private final Set<String> doubtful = new HashSet<>();
    private final Set<Name> shrunk = new HashSet<>();
    private final Map<Name, Name> liveNames = new HashMap<>();
    private @Nullable Schema start;
    private Schema now = Schema.EMPTY;
    private boolean complete;

    /**
     * Knows what a database holds.
     *
     * @param reading reads it at the first question; empty where it cannot be read
     */
    Expectation(LiveLookup live, Supplier<Optional<Schema>> reading) {
        this.live = live;
        this.reading = reading;
    }

    /** What is known to be there. */
    Schema schema() {
        if (start == null) {
            Optional<Schema> read = reading.get();
            complete = read.isPresent();
            start = read.orElse(Schema.EMPTY);
            now = start;
            start.tables().keySet().forEach(name -> liveNames.put(name, name));
        }
        return now;
    }

    /** Takes the schema after an operation. */
    void become(Schema after, Operation operation) {
        now = after;
        if (operation instanceof Operation.DropColumn dropped) {
            shrunk.add(dropped.table());
        } else if (operation instanceof Operation.CreateTable created) {
            shrunk.remove(created.table());
            liveNames.remove(created.table());
            doubtful.remove(simple(created.table()));
        } else if (operation instanceof Operation.RenameTable renamed) {
            Name newName = renamed.table().withName(renamed.newName());
            Name liveName = liveNames.remove(renamed.table());
            if (liveName != null) {
                liveNames.put(newName, liveName);
            }
            if (shrunk.remove(renamed.table())) {
                shrunk.add(newName);
            }
        }
    }

    /** From here on only what is made later is known. */
    void forgetEverything() {
        start = Schema.EMPTY;
        now = Schema.EMPTY;
        complete = false;
        liveNames.clear();
        doubtful.clear();
    }

    /** Says nothing more of what an operation would have changed, so that no fault is told twice. */
    void forget(Operation operation) {
        if (operation.table() != null) {
            forget(operation.table());
        }
        if (operation instanceof Operation.RenameTable renamed) {
            forget(renamed.table().withName(renamed.newName()));
        }
    }

    /** Goes on as if a faulty operation had been what was meant, so that one fault is not told again by what follows. */
    void assumeMended(Operation operation, List<Mismatch> faults) {
        faults.stream()
                .filter(fault -> fault.thing() == MismatchException.Thing.TABLE)
                .forEach(fault -> forget(fault.owner()));
        try {
            become(operation.apply(now), operation);
        } catch (MigrationException faulty) {
            if (operation instanceof Operation.AlterColumn || operation instanceof Operation.RenameTable) {
                forget(operation);
            }
        }
    }

    /** The same of an operation on something that is not known, of which nobody can say what it is now. */
    void forgetEffects(Operation operation) {
        if (operation instanceof Operation.InsertRows || operation instanceof Operation.DeleteRows) {
            return;
        }
        if (operation.table() == null) {
            complete = false;
        } else {
            forget(operation);
        }
    }

    /** Forgets whatever may be meant by a name: with a schema or without, in any case. */
    private void forget(Name table) {
        doubtful.add(simple(table));
        for (Name name : now.tables().keySet()) {
            if (simple(name).equals(simple(table))) {
                now = now.withoutTable(name);
                liveNames.remove(name);
            }
        }
    }

    private static String simple(Name table) {
        return table.name().toLowerCase(Locale.ROOT);
    }

    /** Whether a mismatch is one for sure; where the database can be asked it is. */
    boolean isCertain(Mismatch mismatch) {
        if (mismatch.isThere()) {
            return true;
        }
        if (doubtful.contains(simple(mismatch.owner()))) {
            return false;
        }
        return switch (mismatch.thing()) {
            case TABLE, VIEW -> complete && isMissing(mismatch.owner());
            case COLUMN -> isMissing(mismatch.owner(), mismatch.part());
            case CONSTRAINT -> isMissing(mismatch, live::hasConstraint);
            case INDEX -> isMissing(mismatch, live::hasIndex);
            case SEQUENCE -> complete && !live.hasSequence(mismatch.owner());
            case ENUM_TYPE -> complete && !live.hasType(mismatch.owner());
            case DEFINITION -> true;
        };
    }

    /** One that was there may be named in another way; one that was not and is like it, too. */
    private boolean isMissing(Name table) {
        Schema first = start();
        if (first.tables().containsKey(table)) {
            return true;
        }
        boolean isAlike = now.tables().keySet().stream()
                .anyMatch(other -> other.name().equalsIgnoreCase(table.name())
                        && !first.tables().containsKey(other));
        return !isAlike && !live.hasTable(table);
    }

    private boolean isMissing(Name owner, String column) {
        Name liveName = liveNames.get(owner);
        Optional<Table> table = now.table(owner);
        boolean isAlike = table.stream()
                .flatMap(each -> each.columns().stream())
                .anyMatch(other -> other.name().equalsIgnoreCase(column));
        if (liveName == null) {
            return table.isPresent() && !isAlike;
        }
        boolean wasThere =
                start().table(liveName).flatMap(each -> each.column(column)).isPresent();
        return wasThere ? !isAlike : !live.hasColumn(liveName, column);
    }

    /** What goes with a column may live on in a smaller form. */
    private boolean isMissing(Mismatch mismatch, LiveQuestion question) {
        if (shrunk.contains(mismatch.owner())) {
            return false;
        }
        Name liveName = liveNames.get(mismatch.owner());
        if (liveName == null) {
            return now.table(mismatch.owner()).isPresent();
        }
        boolean wasThere = start().table(liveName)
                .filter(table -> table.index(mismatch.part()).isPresent()
                        || table.constraint(mismatch.part()).isPresent())
                .isPresent();
        return wasThere || !question.ask(liveName, mismatch.part());
    }

    /** Something that is asked of a table in the database. */
    @FunctionalInterface
    private interface LiveQuestion {
        boolean ask(Name table, String part);
    }

    private Schema start() {
        return start == null ? Schema.EMPTY : start;
    }
}
