// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Lets so many calls that may change a database through, and no call at all after them: what a database sees of a
 * process that is killed, or of a connection that is cut.
 */
final class Outage implements Predicate<String> {

    /** After these a database is what it was before them, so that an outage there is none of its own. */
    private static final Pattern CHANGES_NOTHING = Pattern.compile(
            "(select(?!.*(get_lock|advisory|for update))|with|show|values|pragma|set|begin|start|close|rollback|getmetadata"
                    + "|setschema|setcatalog)\\b.*",
            Pattern.DOTALL);

    private final int allowed;
    private final Runnable atTheEnd;
    private final List<String> calls = new ArrayList<>();
    private boolean over;

    /** What is to run at the moment of the outage runs before any connection is closed. */
    Outage(int allowed, Runnable atTheEnd) {
        this.allowed = allowed;
        this.atTheEnd = atTheEnd;
    }

    /** Whether a call, given as its SQL or its name, still reaches the database. */
    @Override
    public boolean test(String call) {
        if (!over
                && !CHANGES_NOTHING
                        .matcher(call.strip().toLowerCase(Locale.ROOT))
                        .matches()) {
            calls.add(call.strip());
            if (calls.size() > allowed) {
                over = true;
                atTheEnd.run();
            }
        }
        return !over;
    }

    /** The calls that came through, and behind them the one that did not. */
    List<String> calls() {
        return List.copyOf(calls);
    }

    boolean isOver() {
        return over;
    }
}
