// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.sqlite;

import static dev.limbeck.operation.Definitions.check;

import dev.limbeck.operation.Operations;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * One line of the table of what a rebuild keeps.
 *
 * @param how what becomes of it, in words for the page; code is marked as in Markdown
 * @param setup statements that make a table {@code t}, its neighbours and its rows
 * @param change null for one that has nothing to do with what is there, and after which everything must be as before
 * @param still what must come of a script before the change and after it
 * @param after what must come of a script after the change
 * @param refusal what the message must say; empty if the change is made
 */
record SqliteCase(
        String topic,
        String what,
        String how,
        List<String> setup,
        Consumer<Operations> change,
        List<Outcome> still,
        List<Outcome> after,
        String refusal) {

    /** A change that makes a rebuild necessary. */
    static final Consumer<Operations> OTHER = op -> op.addConstraint("t", check("ck_other", "1 <> 77"));

    static final String OTHER_TEXT = "constraint ck_other check (1 <> 77)";

    /** What comes of a script: the rows of a query, {@code ok}, or a message that has this in it. */
    record Outcome(String script, String expected) {}

    static SqliteCase kept(String topic, String what, String how, String... setup) {
        return new SqliteCase(topic, what, how, List.of(setup), OTHER, List.of(), List.of(), "");
    }

    SqliteCase still(String script, String expected) {
        return new SqliteCase(
                topic, what, how, setup, change, plus(still, new Outcome(script, expected)), after, refusal);
    }

    SqliteCase when(Consumer<Operations> otherChange) {
        return new SqliteCase(topic, what, how, setup, otherChange, still, after, refusal);
    }

    SqliteCase then(String script, String expected) {
        return new SqliteCase(
                topic, what, how, setup, change, still, plus(after, new Outcome(script, expected)), refusal);
    }

    SqliteCase refused(String message) {
        return new SqliteCase(topic, what, how, setup, change, still, after, message);
    }

    /** Whether the text of the table must be the same but for the constraint that is added. */
    boolean keepsText() {
        return change == OTHER;
    }

    private static List<Outcome> plus(List<Outcome> outcomes, Outcome more) {
        List<Outcome> all = new ArrayList<>(outcomes);
        all.add(more);
        return List.copyOf(all);
    }

    @Override
    public String toString() {
        return topic + ": " + what;
    }
}
