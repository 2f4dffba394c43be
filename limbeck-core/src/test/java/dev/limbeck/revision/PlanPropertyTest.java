// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for any history and any database of it; a failure names the seed that shows it again. */
class PlanPropertyTest {
    private static final int CASES = 500;

    /** A history, and a database at some place of it. */
    private record Case(
            long seed, RandomHistory random, List<RevisionNode> nodes, RevisionGraph graph, List<String> rows) {
        static Case of(long seed) {
            RandomHistory random = new RandomHistory(seed);
            List<RevisionNode> nodes = random.nodes();
            RevisionGraph graph = RevisionGraph.of(nodes);
            return new Case(seed, random, nodes, graph, random.rows(graph));
        }

        String anyRevision() {
            return random.one(nodes).id();
        }

        Planner planner() {
            return Planner.of(graph, rows);
        }

        /** The applied revisions that an applied one follows: a downgrade to them has something to undo. */
        Stream<String> built() {
            Set<String> applied = graph.ancestors(rows);
            return applied.stream()
                    .filter(id -> graph.children(id).stream().anyMatch(child -> applied.contains(child.id())));
        }
    }

    private static void holdsForAny(Consumer<Case> property) {
        for (long seed = 0; seed < CASES; seed++) {
            try {
                property.accept(Case.of(seed));
            } catch (AssertionError | RuntimeException broken) {
                throw new AssertionError("seed " + seed + ": " + broken.getMessage(), broken);
            }
        }
    }

    @Test
    void theOrderRespectsEveryEdge() {
        holdsForAny(given -> {
            List<String> order = Histories.ids(given.graph().nodes());

            assertThat(order).hasSameSizeAs(given.nodes());
            for (RevisionNode node : given.nodes()) {
                int position = order.indexOf(node.id());
                assertThat(node.downRevisions()).allMatch(down -> order.indexOf(down) < position);
                assertThat(node.dependsOn()).allMatch(needed -> order.indexOf(needed) < position);
            }
        });
    }

    @Test
    void theOrderHangsOnNothingButTheGraph() {
        holdsForAny(given -> {
            List<RevisionNode> shuffled = new ArrayList<>(given.nodes());
            Collections.shuffle(shuffled, new Random(given.seed()));

            assertThat(RevisionGraph.of(shuffled).nodes())
                    .isEqualTo(given.graph().nodes());
        });
    }

    @Test
    void anUpgradeRunsExactlyWhatIsMissing() {
        holdsForAny(given -> {
            String target = given.anyRevision();

            Plan plan = given.planner().upgrade(target);

            Set<String> missing = new HashSet<>(given.graph().ancestors(List.of(target)));
            missing.removeAll(given.graph().ancestors(given.rows()));
            assertThat(ran(plan)).containsExactlyInAnyOrderElementsOf(missing);
            assertEachStepIsDue(given, plan);
        });
    }

    @Test
    void aDowngradeKeepsItsTargetAndTakesNothingThatIsNeeded() {
        holdsForAny(given -> {
            assertEachStepIsDue(given, given.planner().downgrade("base"));
            given.built().forEach(target -> {
                Plan plan = given.planner().downgrade(target);

                assertThat(plan.steps()).isNotEmpty();
                assertThat(given.graph().ancestors(plan.rowsAfter())).contains(target);
                assertEachStepIsDue(given, plan);
            });
        });
    }

    @Test
    void noRowImpliesAnother() {
        holdsForAny(given -> plans(given)
                .forEach(plan -> assertThat(plan.rowsAfter())
                        .isSorted()
                        .allSatisfy(row -> assertThat(others(given.graph().descendants(List.of(row)), row))
                                .noneMatch(plan.rowsAfter()::contains))));
    }

    @Test
    void theStatementsLeadToTheRowsAndEachFindsItsRow() {
        holdsForAny(given -> plans(given).forEach(plan -> {
            VersionTable table = new VersionTable(given.rows());
            plan.steps().forEach(step -> table.apply(step.change()));

            assertThat(table.rows()).containsExactlyInAnyOrderElementsOf(plan.rowsAfter());
        }));
    }

    @Test
    void undoingWhatAnUpgradeRanReturnsTheRows() {
        holdsForAny(given -> {
            Plan up = given.planner().upgrade("heads");
            VersionRows table = new VersionRows(given.graph().edges(), up.rowsAfter());

            List<String> undone = new ArrayList<>(ran(up));
            Collections.reverse(undone);
            undone.forEach(table::downgrade);

            assertThat(table.rows()).isEqualTo(given.rows());
        });
    }

    @Test
    void downgradeToBaseUndoesAllThatUpgradeToHeadsRan() {
        holdsForAny(given -> {
            List<String> full = given.planner().upgrade("heads").rowsAfter();

            Plan down = Planner.of(given.graph(), full).downgrade("base");

            assertThat(down.rowsAfter()).isEmpty();
            assertThat(ran(down)).containsExactlyInAnyOrderElementsOf(Histories.ids(given.nodes()));
            assertThat(Planner.of(given.graph(), List.of()).upgrade("heads").rowsAfter())
                    .isEqualTo(full);
        });
    }

    private static Stream<Plan> plans(Case given) {
        return Stream.concat(
                Stream.of(
                        given.planner().upgrade("heads"),
                        given.planner().upgrade(given.anyRevision()),
                        given.planner().downgrade("base"),
                        given.planner().stamp(List.of("heads")),
                        given.planner().stamp(List.of("base")),
                        given.planner().stamp(List.of(given.anyRevision()))),
                given.built().map(given.planner()::downgrade));
    }

    private static List<String> ran(Plan plan) {
        return plan.steps().stream().map(step -> step.revision().id()).toList();
    }

    /** Before each step up all it needs is applied and it is not; before each step down nothing applied needs it. */
    private static void assertEachStepIsDue(Case given, Plan plan) {
        Set<String> applied = new HashSet<>(given.graph().ancestors(given.rows()));
        for (Step step : plan.steps()) {
            String id = step.revision().id();
            if (step.direction() == Direction.UPGRADE) {
                assertThat(applied)
                        .doesNotContain(id)
                        .containsAll(others(given.graph().ancestors(List.of(id)), id));
                applied.add(id);
            } else {
                assertThat(applied).contains(id);
                assertThat(others(given.graph().descendants(List.of(id)), id)).noneMatch(applied::contains);
                applied.remove(id);
            }
        }
    }

    private static List<String> others(Set<String> ids, String id) {
        return ids.stream().filter(other -> !other.equals(id)).toList();
    }
}
