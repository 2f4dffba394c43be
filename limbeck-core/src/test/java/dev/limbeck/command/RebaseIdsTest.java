// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.error.MigrationException;
import dev.limbeck.script.RevisionIds;
import dev.limbeck.script.RevisionScript;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RebaseIdsTest {
    private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-11-21T12:00:00Z");

    @Test
    void numbersCountOnBehindWhatStays() {
        assertThat(ids(RevisionIds.ORDINAL, List.of("0001", "0003"), "0002", "0003", "0007"))
                .containsExactlyInAnyOrderEntriesOf(Map.of("0002", "0004", "0003", "0005", "0007", "0006"));
        assertThat(ids(RevisionIds.ORDINAL, List.of("0003"), "0004")).containsEntry("0004", "0004");
    }

    @Test
    void timesStayWhileTheyRunForwards() {
        assertThat(ids(RevisionIds.TIMESTAMP, List.of("20261121100000"), "20261121110000", "20261121113000"))
                .containsEntry("20261121110000", "20261121110000")
                .containsEntry("20261121113000", "20261121113000");
        assertThat(ids(RevisionIds.TIMESTAMP, List.of("20261121113000"), "20261121110000", "20261121114500"))
                .containsEntry("20261121110000", "20261121120000")
                .containsEntry("20261121114500", "20261121120001");
        assertThat(ids(RevisionIds.TIMESTAMP, List.of("20261231235959"), "20261121110000"))
                .containsEntry("20261121110000", "20270101000000");
    }

    @Test
    void randomIdsStayUnlessTheyAreTaken() {
        assertThat(ids(RevisionIds.HEX, List.of("5b0f3ad19c72"), "e41c7709d3a8"))
                .containsEntry("e41c7709d3a8", "e41c7709d3a8");
        assertThat(ids(RevisionIds.HEX, List.of("5b0f3ad19c72"), "5b0f3ad19c72").get("5b0f3ad19c72"))
                .isNotEqualTo("5b0f3ad19c72")
                .hasSize(12);
    }

    @Test
    void anIdThatIsNotOfItsKindStaysWhereItIsFree() {
        assertThat(ids(RevisionIds.ORDINAL, List.of("0003"), "stock", "0004"))
                .containsEntry("stock", "stock")
                .containsEntry("0004", "0004");
    }

    @Test
    void ofTwoLinesTheSecondFollowsTheFirst() {
        List<RebaseOrder.Place> places =
                RebaseOrder.of(List.of(script("b2", "b1"), script("b1", "base"), script("a1", "base")));

        assertThat(places.stream().map(RebaseIdsTest::shown))
                .containsExactly("a1 behind []", "b1 behind [a1]", "b2 behind [b1]");
    }

    @Test
    void whatBranchesAndJoinsWithinALineStays() {
        List<RebaseOrder.Place> places = RebaseOrder.of(List.of(
                script("c1", "x"),
                script("a1", "base"),
                script("a2", "base"),
                script("m", "a1", "a2"),
                script("n", "m")));

        assertThat(places.stream().map(RebaseIdsTest::shown))
                .containsExactly("a2 behind []", "a1 behind []", "m behind [a1, a2]", "n behind [m]", "c1 behind [n]");
    }

    @Test
    void refusesAMergeWithWhatItWouldGoOnTopOf() {
        assertThatThrownBy(() -> RebaseOrder.of(List.of(script("a1", "base"), script("m", "a1", "theirs"))))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("Revision m (")
                .hasMessageContaining("delete its file");
    }

    private static String shown(RebaseOrder.Place place) {
        return place.script().node().id() + " behind "
                + place.behind().stream().map(script -> script.node().id()).toList();
    }

    private static Map<String, String> ids(RevisionIds kind, List<String> staying, String... moving) {
        List<RevisionScript> scripts =
                Stream.of(moving).map(RebaseIdsTest::script).toList();
        List<RevisionScript> stay = staying.stream().map(RebaseIdsTest::script).toList();
        RebaseScope scope = new RebaseScope("", stay.get(stay.size() - 1).node(), scripts, stay, List.of());
        return new RebaseIds(kind, scope, NOW).of(scripts);
    }

    private static RevisionScript script(String id, String... parents) {
        String text =
                "-- Revision ID: " + id + "\n-- Revises: " + String.join(", ", parents) + "\n-- limbeck: upgrade\n";
        return RevisionScript.read(Path.of(id + ".sql"), text).orElseThrow();
    }
}
