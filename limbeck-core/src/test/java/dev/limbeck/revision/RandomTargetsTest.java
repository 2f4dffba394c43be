// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.revision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.error.MigrationException;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Any text at all is either a target or refused with a message; a failure names the seed that shows it again. */
class RandomTargetsTest {
    private static final int TEXTS = 60_000;
    private static final int LONGEST_LINE = 1200;
    private static final List<String> PIECES = List.of(
            "a",
            "a1b2",
            "b",
            "cart",
            "cart-1",
            "head",
            "heads",
            "base",
            "current",
            "@",
            "@",
            "+",
            "-",
            "+1",
            "-1",
            "-2",
            "+9",
            ":",
            "0",
            "1",
            "99999999",
            " ",
            "\t",
            "\n",
            "\u0000",
            "é",
            "\ud83d\ude00",
            "\ud800",
            "'",
            "\"",
            "\\",
            ".",
            "/",
            "%",
            "$",
            "{",
            "(",
            "*",
            "[",
            "?");

    private final RevisionGraph graph = Histories.graph(
            "a1b2 says first",
            "a1b3 < a1b2 label cart says cart",
            "a1b4 < a1b3",
            "c1 < a1b2 label cart-1",
            "c2 < c1 dep a1b4",
            "d1",
            "m1 < d1,c2 label all");

    @Test
    void neverFailOtherwiseThanWithAMessage() {
        Random random = new Random(20261121);
        List<List<String>> databases = List.of(List.of(), List.of("a1b3"), List.of("a1b4", "c1"), List.of("m1"));
        List<Planner> planners =
                databases.stream().map(rows -> Planner.of(graph, rows)).toList();
        int taken = 0;
        for (int i = 0; i < TEXTS; i++) {
            String text = text(random);
            List<String> rows = databases.get(i % databases.size());
            Planner planner = planners.get(i % databases.size());
            taken += attempt(text, target -> graph.resolve(target, rows)) ? 1 : 0;
            switch (i % 5) {
                case 0 -> attempt(text, planner::upgrade);
                case 1 -> attempt(text, planner::downgrade);
                case 2 -> attempt(text, planner::overreach);
                case 3 -> attempt(text, target -> planner.stamp(List.of(target, "a1b2")));
                default -> attempt(text, range -> graph.range(range, rows));
            }
        }
        assertThat(taken).as("texts that are targets").isGreaterThan(TEXTS / 100);
    }

    private static boolean attempt(String text, Consumer<String> use) {
        try {
            use.accept(text);
            return true;
        } catch (MigrationException refused) {
            String message = String.valueOf(refused.getMessage());
            if (message.length() > LONGEST_LINE || message.chars().anyMatch(Character::isISOControl)) {
                throw new AssertionError("the message of '" + text + "' is no line: " + message, refused);
            }
            return false;
        } catch (RuntimeException | StackOverflowError broken) {
            throw new AssertionError("'" + text + "'", broken);
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int pieces = random.nextInt(6);
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return random.nextInt(5000) == 0 ? text.toString().repeat(3000) : text.toString();
    }
}
