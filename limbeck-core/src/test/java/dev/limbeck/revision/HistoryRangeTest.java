// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.revision;

import static dev.limbeck.revision.Histories.graph;
import static dev.limbeck.revision.Histories.ids;
import static dev.limbeck.revision.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.error.ErrorCode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryRangeTest {
    /** A trunk with two branches, of which the second needs a line of its own. */
    private final RevisionGraph graph = graph(
            "t1", "t2 < t1", "a1 < t2 label left", "a2 < a1", "b1 < t2 label right", "b2 < b1 dep x2", "x1", "x2 < x1");

    private List<String> range(String text, String... rows) {
        return ids(graph.range(text, List.of(rows)));
    }

    @Test
    void withoutEndsIsEverythingNewestFirst() {
        assertThat(range(":")).containsExactly("a2", "a1", "b2", "b1", "t2", "t1", "x2", "x1");
        assertThat(range("base:heads")).isEqualTo(range(":"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            t1:a2        | a2 a1 t2 t1
            t2:          | a2 a1 b2 b1 t2
            :a1          | a1 t2 t1
            :b2          | b2 b1 t2 t1 x2 x1
            b1:b2        | b2 b1
            left:a2      | a2 a1
            a1:left@head | a2 a1
            a1:a1        | a1
            x2:x2        | x2
            a1:+1        | a2 a1
            :left@+1     | t1
            t2:right@+1  | b1 t2
            t1:left@+9   | a2 a1 t2 t1
            -1:          | a2 a1 b2 b1
            -1:a2        | a2 a1
            -9:a2        | a2 a1 t2 t1
            left@-1:     | a2 a1
            left@head-1: | a2 a1
            left@base:   | a2 a1 t2 t1
            :a2-2        | t2 t1
            t1+1:a1      | a1 t2
            ' t1 : t2 '  | t2 t1
            """)
    void isBothEndsAndWhatLiesBetween(String text, String ids) {
        assertThat(range(text)).containsExactly(ids.split(" "));
    }

    @Test
    void currentIsTheRowsOfTheDatabase() {
        assertThat(range("current:", "a1")).containsExactly("a2", "a1");
        assertThat(range(":current", "a1", "x1")).containsExactly("a1", "t2", "t1", "x1");
        assertThat(range("current:", "a2", "b1")).containsExactly("a2", "b2", "b1");
        assertThat(range("current:+1", "a1")).containsExactly("a2", "a1");
        assertThat(range(":current")).isEmpty();
        assertThat(range("current:")).isEqualTo(range(":"));
        assertRefused(ErrorCode.DATABASE_REVISION_UNKNOWN, () -> range("current:", "lost"));
    }

    @Test
    void refusesEndsThatAreNotOnOneLine() {
        assertRefused(ErrorCode.REVISION_NOT_REACHABLE, () -> range("a1:b2"))
                .startsWith(
                        "Requested range a1:b2 does not refer to ancestor/descendant revisions along the same branch");
        assertRefused(ErrorCode.REVISION_NOT_REACHABLE, () -> range("a2:a1"))
                .contains("Write the older revision first");
        assertRefused(ErrorCode.REVISION_NOT_REACHABLE, () -> range("a1:base"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a1", "a:b:c", "::"})
    void refusesWhatIsNoRange(String text) {
        assertRefused(ErrorCode.BAD_TARGET, () -> range(text))
                .startsWith("History range requires [start]:[end], [start]:, or :[end]");
    }

    @Test
    void refusesCountsThatLeadNowhere() {
        assertRefused(ErrorCode.BAD_TARGET, () -> range("+1:"));
        assertRefused(ErrorCode.BAD_TARGET, () -> range("-1:+1"));
        assertRefused(ErrorCode.REVISION_NOT_REACHABLE, () -> range("t1:-1"))
                .startsWith("Relative revision -1 didn't produce 1 migrations");
        assertRefused(ErrorCode.REVISION_AMBIGUOUS, () -> range("current:+1", "a1", "b1"))
                .startsWith("Ambiguous range");
        assertRefused(ErrorCode.REVISION_AMBIGUOUS, () -> range("t1:+2")).startsWith("Ambiguous walk for '+2'");
    }

    @Test
    void refusesOneHeadWhereThereAreSeveral() {
        assertRefused(ErrorCode.MULTIPLE_HEADS, () -> range(":head"));
    }
}
