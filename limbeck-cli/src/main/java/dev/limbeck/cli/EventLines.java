// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import dev.limbeck.error.Durations;
import dev.limbeck.run.Event;
import dev.limbeck.run.Listener;
import java.io.PrintStream;
import java.util.List;

/** Prints events as log lines, as Alembic words them. */
final class EventLines implements Listener {
    private static final String MIGRATION = "limbeck.runtime.migration";
    private static final String AUTOGENERATE = "limbeck.autogenerate";
    private static final String GENERAL = "limbeck";

    private final PrintStream out;
    private final Palette palette;
    private final BackfillLine backfill;

    EventLines(PrintStream out, Palette palette, boolean terminal) {
        this.out = out;
        this.palette = palette;
        this.backfill = new BackfillLine(out, terminal, text -> info(MIGRATION, text), System::nanoTime);
    }

    /** Leaves the stream at the start of a line, whatever happened. */
    void end() {
        backfill.clear();
    }

    @Override
    public void on(Event event) {
        if (event instanceof Event.Connected connected) {
            info(MIGRATION, "Context impl " + connected.dialect() + ".");
            info(MIGRATION, "Will assume " + (connected.transactionalDdl() ? "" : "non-") + "transactional DDL.");
        } else if (event instanceof Event.GeneratingSql generating) {
            info(MIGRATION, "Context impl " + generating.dialect() + ".");
            info(MIGRATION, "Generating static SQL");
        } else if (event instanceof Event.RevisionStarted started) {
            info(MIGRATION, "Running " + move(started.direction(), started.from(), started.to(), started.message()));
        } else if (event instanceof Event.LockAwaited awaited) {
            info(MIGRATION, awaited(awaited));
        } else if (event instanceof Event.BackfillProgress progress) {
            backfill.on(progress);
        } else if (event instanceof Event.LockNotHad wait) {
            line(palette.warning("WARN") + " ", MIGRATION, lockNotHad(wait));
        } else if (event instanceof Event.Detected detected) {
            info(AUTOGENERATE, "Detected " + detected.difference());
        } else if (event instanceof Event.Note note) {
            info(GENERAL, note.text());
        } else if (event instanceof Event.Warning warning) {
            line(palette.warning("WARN") + " ", GENERAL, warning.text());
        }
    }

    private static String lockNotHad(Event.LockNotHad wait) {
        return (wait.statement().isEmpty() ? "A lock was not had in time" : "No lock in time for: " + wait.statement())
                + (wait.blockers().isEmpty() ? "" : " (in its way: " + String.join("; ", wait.blockers()) + ")")
                + "; tries " + wait.again() + " again in " + Durations.inWords(wait.pause()) + " (" + wait.attempt()
                + " of " + wait.retries() + ")";
    }

    /** {@code upgrade a -> b, message}; base is nothing. */
    static String move(String direction, List<String> from, List<String> to, String message) {
        String move = direction + " " + String.join(", ", from) + " -> " + String.join(", ", to);
        return message.isEmpty() ? move : move + ", " + message;
    }

    private static String awaited(Event.LockAwaited awaited) {
        return "Waiting for another run of Limbeck (" + awaited.holder() + "): "
                + awaited.waited().toSeconds() + " s of at most "
                + awaited.timeout().toSeconds() + " s.";
    }

    private void info(String logger, String text) {
        line("INFO ", logger, text);
    }

    private void line(String level, String logger, String text) {
        backfill.clear();
        out.println(level + " [" + logger + "] " + text);
    }
}
