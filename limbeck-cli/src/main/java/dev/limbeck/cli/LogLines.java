// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import dev.limbeck.command.Log;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Entries of the log for people: a line each, in columns, or a block each. */
record LogLines(Palette palette, int direction, int revision, int duration, int who) {
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int SECOND = 1000;

    static LogLines of(List<Log.Entry> entries, Palette palette) {
        return new LogLines(
                palette,
                widest(entries, Log.Entry::direction),
                widest(entries, Log.Entry::revision),
                widest(entries, LogLines::duration),
                widest(entries, LogLines::who));
    }

    private static int widest(List<Log.Entry> entries, Function<Log.Entry, String> text) {
        return entries.stream().map(text).mapToInt(String::length).max().orElse(0);
    }

    /** {@code WHEN  DIRECTION  REV  OUTCOME  DURATION  USER on MACHINE#PROCESS  MESSAGE}. */
    String line(Log.Entry entry) {
        String message = entry.error() != null
                ? entry.error().lines().findFirst().orElse("")
                : entry.message() == null ? "" : entry.message();
        return (when(entry) + "  " + padded(entry.direction(), direction) + "  "
                                + palette.id(entry.revision())
                                + " ".repeat(revision - entry.revision().length()) + "  "
                                + outcome(entry) + "  "
                                + " ".repeat(duration - duration(entry).length()) + duration(entry) + "  "
                                + padded(who(entry), who) + "  " + message)
                        .stripTrailing()
                + "\n";
    }

    /** All that is known of it. */
    String block(Log.Entry entry) {
        StringBuilder block = new StringBuilder();
        block.append(entry.direction()).append(' ').append(palette.id(entry.revision()));
        block.append(": ").append(outcome(entry).strip()).append('\n');
        field(block, "Revision", entry.message());
        field(block, "Began", entry.at());
        field(block, "Took", duration(entry));
        field(block, "Statements", Integer.toString(entry.statements()));
        field(block, "By", who(entry));
        field(block, "Database user", entry.databaseUser());
        field(block, "Run", entry.run());
        field(block, "File", entry.file());
        field(block, "Checksum", entry.checksum());
        field(
                block,
                "Message",
                entry.error() == null ? null : entry.error().indent(4).strip());
        return block.append('\n').toString();
    }

    private static void field(StringBuilder block, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            block.append(name).append(": ").append(value).append('\n');
        }
    }

    private static String when(Log.Entry entry) {
        return SECONDS.format(Instant.parse(entry.at()));
    }

    private String outcome(Log.Entry entry) {
        String word = padded(entry.outcome(), "failed".length());
        return entry.outcome().equals("done") ? palette.status(word.strip()) + "  " : palette.failure(word);
    }

    private static String duration(Log.Entry entry) {
        return entry.milliseconds() < SECOND
                ? entry.milliseconds() + " ms"
                : String.format(Locale.ROOT, "%.1f s", entry.milliseconds() / (double) SECOND);
    }

    private static String who(Log.Entry entry) {
        return entry.by() + " on " + entry.from();
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
