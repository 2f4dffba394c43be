// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.run.Event;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventLinesTest {

    @Test
    void wordsEventsAsAlembicDoes() {
        String lines = lines(
                new Event.Connected("PostgreSQL", true),
                new Event.Connected("MariaDB", false),
                new Event.RevisionStarted("upgrade", List.of(), List.of("1975"), "create account table"),
                new Event.RevisionStarted("upgrade", List.of("a", "b"), List.of("c"), ""),
                new Event.StatementExecuted("create table a (b int)", Duration.ofMillis(3)),
                new Event.RevisionFinished("1975", Duration.ofMillis(3)),
                new Event.RevisionStarted("downgrade", List.of("1975"), List.of(), "create account table"),
                new Event.RevisionStarted("stamp_revision", List.of("a"), List.of("b"), ""),
                new Event.LockAwaited("session 7 of user shop", Duration.ofMillis(9_500), Duration.ofMinutes(5)),
                new Event.Detected("added table 'account'"),
                new Event.Note("a note"),
                new Event.Warning("a warning"),
                new Event.GeneratingSql("SQLite"));

        assertThat(lines).isEqualTo("""
                        INFO  [limbeck.runtime.migration] Context impl PostgreSQL.
                        INFO  [limbeck.runtime.migration] Will assume transactional DDL.
                        INFO  [limbeck.runtime.migration] Context impl MariaDB.
                        INFO  [limbeck.runtime.migration] Will assume non-transactional DDL.
                        INFO  [limbeck.runtime.migration] Running upgrade  -> 1975, create account table
                        INFO  [limbeck.runtime.migration] Running upgrade a, b -> c
                        INFO  [limbeck.runtime.migration] Running downgrade 1975 -> , create account table
                        INFO  [limbeck.runtime.migration] Running stamp_revision a -> b
                        INFO  [limbeck.runtime.migration] Waiting for another run of Limbeck (session 7 of user shop): 9 s of at most 300 s.
                        INFO  [limbeck.autogenerate] Detected added table 'account'
                        INFO  [limbeck] a note
                        WARN  [limbeck] a warning
                        INFO  [limbeck.runtime.migration] Context impl SQLite.
                        INFO  [limbeck.runtime.migration] Generating static SQL
                        """);
    }

    private static String lines(Event... events) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        EventLines listener = new EventLines(new PrintStream(out, true, StandardCharsets.UTF_8), Palette.PLAIN, false);
        Stream.of(events).forEach(listener::on);
        return out.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
