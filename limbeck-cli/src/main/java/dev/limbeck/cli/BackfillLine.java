// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import dev.limbeck.run.Event;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * How far a backfill got: on a terminal a line that changes, elsewhere a log line every few seconds, for a file grows
 * with each of them.
 */
final class BackfillLine {
    private static final long BETWEEN_LINES = Duration.ofSeconds(5).toNanos();
    private static final long BETWEEN_CHANGES = Duration.ofMillis(100).toNanos();
    private static final int WIDTH = 20;
    private static final String CLEAR = "\r\u001b[K";

    private final PrintStream out;
    private final boolean terminal;
    private final Consumer<String> log;
    private final LongSupplier nanoTime;
    private boolean shown;
    private boolean begun;
    private long printed;
    private long start;
    private long rowsAtStart;

    BackfillLine(PrintStream out, boolean terminal, Consumer<String> log, LongSupplier nanoTime) {
        this.out = out;
        this.terminal = terminal;
        this.log = log;
        this.nanoTime = nanoTime;
    }

    void on(Event.BackfillProgress progress) {
        long now = nanoTime.getAsLong();
        if (!begun) {
            begun = true;
            start = now;
            printed = now;
            rowsAtStart = progress.rows();
        }
        if (progress.done()) {
            clear();
            log.accept("Backfilled " + progress.table() + ": " + number(progress.changed()) + " of "
                    + number(progress.rows()) + " rows changed");
            begun = false;
        } else if (terminal) {
            if (!shown || now - printed >= BETWEEN_CHANGES) {
                clear();
                out.print(text(progress, now));
                out.flush();
                shown = true;
                printed = now;
            }
        } else if (now - printed >= BETWEEN_LINES) {
            log.accept("Backfilling " + text(progress, now) + ", up to " + progress.lastKey());
            printed = now;
        }
    }

    /** Takes the changing line away, so that another line can stand there. */
    void clear() {
        if (shown) {
            out.print(CLEAR);
            shown = false;
        }
    }

    private String text(Event.BackfillProgress progress, long now) {
        StringBuilder text = new StringBuilder(progress.table()).append(": ");
        Long estimate = progress.estimatedTotal();
        // An estimate that was overtaken is no longer one.
        long total = estimate == null || estimate < progress.rows() ? 0 : estimate;
        boolean known = total > 0;
        if (known && terminal) {
            int filled = (int) (WIDTH * progress.rows() / total);
            text.append('[')
                    .append("#".repeat(filled))
                    .append(" ".repeat(WIDTH - filled))
                    .append("] ");
        }
        text.append(number(progress.rows()));
        if (known) {
            text.append(" of about ").append(number(total)).append(" rows (");
            text.append(100 * progress.rows() / total).append(" %)");
        } else {
            text.append(" rows");
        }
        double seconds = (now - start) / 1e9;
        if (seconds >= 1) {
            long perSecond = Math.round((progress.rows() - rowsAtStart) / seconds);
            text.append(", ").append(number(perSecond)).append(" rows/s");
            if (known && perSecond > 0) {
                text.append(", about ")
                        .append(duration((total - progress.rows()) / perSecond))
                        .append(" left");
            }
        }
        return text.toString();
    }

    private static String duration(long seconds) {
        if (seconds < 100) {
            return seconds + " s";
        }
        return seconds < 6000 ? (seconds + 30) / 60 + " min" : (seconds + 1800) / 3600 + " h";
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
