// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.limbeck.fixtures.RandomText;
import dev.limbeck.fixtures.Seeds;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever stands in a script, its statements are pieces of it, in its order, and only comments, blank space and
 * delimiters stand between them. {@code -Dseeds=1000000} tries a million, {@code -Dlarge=10000000} larger ones.
 */
class RandomScriptsTest {
    private static final int LARGE = Integer.getInteger("large", 300_000);

    private static final List<String> PIECES = List.of(
            "select 1",
            "insert into t values ('a;b')",
            ";",
            ";",
            ";",
            ";\n",
            "--",
            "-- x\n",
            "--x\n",
            "/*",
            "*/",
            "/* a */",
            "/*! b */",
            "/*M! c */",
            "/*!50000 d */",
            "#",
            "# y\n",
            "'",
            "''",
            "\"",
            "`",
            "[",
            "]",
            "\\",
            "\\'",
            "e'",
            "E'\\'",
            "$$",
            "$a$",
            "$1",
            "a$b$",
            "(",
            ")",
            "begin",
            " begin ",
            "end",
            " end ",
            "case ",
            " if ",
            "loop",
            "create trigger ",
            "create procedure p() ",
            "create function f() ",
            "DELIMITER //\n",
            "delimiter $$\n",
            "delimiter ;\n",
            "delimiter",
            "delimiter '\n",
            "//",
            "begin not atomic",
            ":",
            ".",
            ",",
            "\n",
            " ");

    static Stream<Dialect> dialects() {
        return Dialects.all().stream();
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void areSplitIntoPiecesOfThemselves(Dialect dialect) {
        Seeds.forAll(2_000, random -> check(dialect, RandomText.of(random, PIECES)));
    }

    private static void check(Dialect dialect, String script) {
        Gap gap = new Gap(dialect.name());
        int position = 0;
        for (ScriptStatement statement : dialect.split(script)) {
            int start = gap.end(script, position);
            assertThat(script.startsWith(statement.sql(), start))
                    .as("%s: \"%s\" stands at %d of \"%s\"", dialect.name(), statement.sql(), start, script)
                    .isTrue();
            assertThat(statement.sql()).as(script).isNotBlank();
            assertThat(statement.line())
                    .as("line of \"%s\" in \"%s\"", statement.sql(), script)
                    .isEqualTo(1
                            + (int) script.substring(0, start)
                                    .chars()
                                    .filter(c -> c == '\n')
                                    .count());
            position = start + statement.sql().length();
        }
        assertThat(gap.end(script, position))
                .as("%s: behind the last of \"%s\"", dialect.name(), script)
                .isEqualTo(script.length());
    }

    /** What may stand between two statements, by other means than the splitter's. */
    private static final class Gap {
        private static final Pattern BLOCK = Pattern.compile("/\\*.*?(\\*/|\\z)", Pattern.DOTALL);
        private static final Pattern DELIMITER_LINE =
                Pattern.compile("delimiter(?=\\s|\\z)[^\\n]*", Pattern.CASE_INSENSITIVE);

        private final boolean mysql;
        private final boolean nests;
        private String delimiter = ";";

        private Gap(String dialect) {
            mysql = dialect.equals("mysql") || dialect.equals("mariadb");
            nests = dialect.equals("postgresql") || dialect.equals("h2");
        }

        int end(String script, int from) {
            int position = from;
            while (position < script.length()) {
                int next = step(script, position);
                if (next == position) {
                    return position;
                }
                position = next;
            }
            return position;
        }

        private int step(String script, int from) {
            String rest = script.substring(from);
            if (rest.startsWith(delimiter)) {
                return from + delimiter.length();
            }
            if (Character.isWhitespace(rest.charAt(0))) {
                return from + 1;
            }
            boolean comment =
                    mysql ? rest.matches("(?s)(#|--(\\s|\\z)).*") || startsLikeComment(rest) : rest.startsWith("--");
            if (comment) {
                int end = rest.indexOf('\n');
                return end < 0 ? script.length() : from + end;
            }
            if (rest.startsWith("/*") && !(mysql && (rest.startsWith("!", 2) || rest.startsWith("M!", 2)))) {
                return from + blockComment(rest);
            }
            Matcher line = DELIMITER_LINE.matcher(rest);
            if (mysql && line.lookingAt()) {
                String chosen =
                        line.group().substring("delimiter".length()).strip().split("\\s", 2)[0];
                delimiter = chosen.isEmpty() ? ";" : chosen;
                return from + line.end();
            }
            return from;
        }

        private static boolean startsLikeComment(String rest) {
            return rest.startsWith("--") && rest.length() > 2 && Character.isWhitespace(rest.charAt(2));
        }

        private int blockComment(String rest) {
            if (!nests) {
                Matcher block = BLOCK.matcher(rest);
                block.lookingAt();
                return block.end();
            }
            int depth = 0;
            for (int i = 0; i < rest.length(); i++) {
                if (rest.startsWith("/*", i)) {
                    depth++;
                    i++;
                } else if (rest.startsWith("*/", i)) {
                    i++;
                    if (--depth == 0) {
                        return i + 1;
                    }
                }
            }
            return rest.length();
        }
    }

    /** So much of anything that a time that grows with its square shows. */
    @Test
    void areReadInATimeThatGrowsAsTheyDo() {
        for (Dialect dialect : Dialects.all()) {
            for (String piece : PIECES) {
                String large = piece.repeat(LARGE / piece.length());
                assertTimeoutPreemptively(
                        Duration.ofSeconds(60),
                        () -> dialect.split(large),
                        () -> String.format(Locale.ROOT, "%s: \"%s\" again and again", dialect.name(), piece));
            }
        }
    }
}
