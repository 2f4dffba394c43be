// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Plans as Alembic does, on the answers recorded from it on some hundreds of random graphs. */
class AlembicPlansTest {
    private static final String FILE = "shared/data/alembic-plans.json";

    /** The codes that say what Alembic's error says; an ambiguous prefix is "not found" there, ours says more. */
    private static final Map<String, Set<ErrorCode>> ERRORS = Map.of(
            "not_found", Set.of(ErrorCode.REVISION_NOT_FOUND, ErrorCode.REVISION_AMBIGUOUS),
            "not_valid_target", Set.of(ErrorCode.REVISION_NOT_REACHABLE),
            "too_far", Set.of(ErrorCode.REVISION_NOT_REACHABLE),
            "multiple_heads", Set.of(ErrorCode.MULTIPLE_HEADS),
            "ambiguous", Set.of(ErrorCode.REVISION_AMBIGUOUS),
            "overlaps", Set.of(ErrorCode.REVISIONS_OVERLAP));

    @Test
    void plansEveryRecordedCaseAsAlembicDoes() throws IOException {
        JsonNode recorded = new ObjectMapper().readTree(recordedFile().toFile());
        List<RevisionGraph> graphs =
                stream(recorded.get("graphs")).map(AlembicPlansTest::graph).toList();

        Map<String, Integer> counts = new TreeMap<>();
        List<String> failures = new ArrayList<>();
        for (JsonNode entry : recorded.get("cases")) {
            counts.merge(
                    entry.get("command").asText() + (entry.has("error") ? " refused" : " planned"), 1, Integer::sum);
            difference(graphs.get(entry.get("graph").asInt()), entry)
                    .ifPresent(difference -> failures.add(entry + "\n    " + difference));
        }

        System.out.println("Cases recorded from Alembic: " + counts + ", planned otherwise: " + failures.size());
        assertThat(failures).isEmpty();
        assertThat(counts).isNotEmpty();
    }

    /** The recorded answers stand beside the checkout; a checkout without them skips the test and says so. */
    private static Path recordedFile() {
        Optional<Path> file = Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve(FILE))
                .filter(Files::exists)
                .findFirst();
        assumeTrue(file.isPresent(), "skipped: " + FILE + " stands in no folder above the checkout");
        return file.orElseThrow();
    }

    private static Optional<String> difference(RevisionGraph graph, JsonNode entry) {
        List<String> rows = strings(entry.get("rows"));
        String target = entry.get("target").asText();
        try {
            Planner planner = Planner.of(graph, rows);
            Plan plan = switch (entry.get("command").asText()) {
                case "upgrade" -> planner.upgrade(target);
                case "downgrade" -> planner.downgrade(target);
                case "stamp" -> planner.stamp(List.of(target));
                default -> throw new AssertionError(entry);
            };
            return planDifference(graph, entry, plan);
        } catch (MigrationException refused) {
            Set<ErrorCode> expected = ERRORS.getOrDefault(entry.path("error").asText(), Set.of());
            return expected.contains(refused.code())
                    ? Optional.empty()
                    : Optional.of("refused: " + refused.getMessage());
        }
    }

    private static Optional<String> planDifference(RevisionGraph graph, JsonNode entry, Plan plan) {
        List<String> steps =
                plan.steps().stream().map(step -> step.revision().id()).toList();
        if (entry.has("error")) {
            return Optional.of("not refused: " + plan);
        }
        if (!new TreeSet<>(strings(entry.get("rows_after"))).equals(new TreeSet<>(plan.rowsAfter()))) {
            return Optional.of("rows after: " + plan.rowsAfter());
        }
        if (!played(strings(entry.get("rows")), plan).equals(new HashSet<>(plan.rowsAfter()))) {
            return Optional.of("the changes do not lead to the rows: " + plan);
        }
        if (!entry.has("steps")) {
            return Optional.empty();
        }
        List<String> expected = strings(entry.get("steps"));
        boolean right = entry.get("only_order").asBoolean()
                ? expected.equals(steps)
                : steps.size() == expected.size()
                        && new HashSet<>(expected).equals(new HashSet<>(steps))
                        && inOrder(graph, plan);
        return right ? Optional.empty() : Optional.of("steps: " + steps);
    }

    /** The rows after the statements of a plan, each of which must find its row. */
    private static Set<String> played(List<String> rows, Plan plan) {
        VersionTable table = new VersionTable(rows);
        plan.steps().forEach(step -> table.apply(step.change()));
        return table.rows();
    }

    private static boolean inOrder(RevisionGraph graph, Plan plan) {
        for (int later = 0; later < plan.steps().size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                Step first = plan.steps().get(earlier);
                Step second = plan.steps().get(later);
                boolean up = first.direction() == Direction.UPGRADE;
                String needed = (up ? second : first).revision().id();
                String needing = (up ? first : second).revision().id();
                if (graph.ancestors(List.of(needing)).contains(needed)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static RevisionGraph graph(JsonNode nodes) {
        return RevisionGraph.of(stream(nodes)
                .map(node -> new RevisionNode(
                        node.get("id").asText(),
                        strings(node.get("down")),
                        strings(node.get("deps")),
                        strings(node.get("labels")),
                        "",
                        "",
                        node.get("id").asText() + ".sql"))
                .toList());
    }

    private static List<String> strings(JsonNode array) {
        return stream(array).map(JsonNode::asText).toList();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
