// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.run.Event;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BackfillLineTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<String> log = new ArrayList<>();
    private final AtomicLong now = new AtomicLong();

    @Test
    void aTerminalHasOneLineThatChanges() {
        BackfillLine line = line(true);
        line.on(progress(1000, 4000L, false));
        advance(50);
        line.on(progress(1500, 4000L, false));
        advance(1950);
        line.on(progress(3000, 4000L, false));
        line.on(progress(4000, 4000L, true));

        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("users: [#####               ] 1,000 of about 4,000 rows (25 %)\r\u001b[K"
                        + "users: [###############     ] 3,000 of about 4,000 rows (75 %), 1,000 rows/s, about 1 s left"
                        + "\r\u001b[K");
        assertThat(log).containsExactly("Backfilled users: 4,000 of 4,000 rows changed");
    }

    @Test
    void aFileGetsALineEveryFiveSeconds() {
        BackfillLine line = line(false);
        for (int i = 1; i <= 12; i++) {
            line.on(progress(i * 1000L, null, false));
            advance(1000);
        }
        line.on(progress(12_500, null, true));

        assertThat(out.size()).isZero();
        assertThat(log)
                .containsExactly(
                        "Backfilling users: 6,000 rows, 1,000 rows/s, up to 6000",
                        "Backfilling users: 11,000 rows, 1,000 rows/s, up to 11000",
                        "Backfilled users: 12,500 of 12,500 rows changed");
    }

    @Test
    void anEstimateThatWasOvertakenIsNotShown() {
        BackfillLine line = line(true);
        line.on(progress(1000, 900L, false));

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("users: 1,000 rows");
    }

    @Test
    void longTimesAreToldInMinutesAndHours() {
        BackfillLine line = line(false);
        line.on(progress(0, 10_000_000L, false));
        advance(10_000);
        line.on(progress(10_000, 10_000_000L, false));
        advance(10_000);
        line.on(progress(1_000_000, 10_000_000L, false));

        assertThat(log.get(0)).contains("about 3 h left");
        assertThat(log.get(1)).contains("about 3 min left");
    }

    private BackfillLine line(boolean terminal) {
        return new BackfillLine(new PrintStream(out, true, StandardCharsets.UTF_8), terminal, log::add, now::get);
    }

    private void advance(long milliseconds) {
        now.addAndGet(milliseconds * 1_000_000);
    }

    private static Event.BackfillProgress progress(long rows, @Nullable Long total, boolean done) {
        return new Event.BackfillProgress("users", rows, rows, total, String.valueOf(rows), done);
    }
}
