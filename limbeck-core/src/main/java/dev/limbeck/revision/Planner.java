// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.revision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Plans the steps from where a database stands; planning changes nothing. */
public final class Planner {
    private final RevisionGraph graph;
    private final List<String> rows;

    private Planner(RevisionGraph graph, List<String> rows) {
        this.graph = graph;
        this.rows = rows;
    }

    /**
     * The planner for a database.
     *
     * @param rows the rows of its version table; one that no file has is refused
     */
    public static Planner of(RevisionGraph graph, Collection<String> rows) {
        return new Planner(graph, Resolver.ids(DatabaseRows.nodes(graph, rows)));
    }

    /** The steps up to the target: all it needs, on whatever branch, and the database lacks. */
    public Plan upgrade(String target) {
        VersionRows versions = new VersionRows(graph.edges(), rows);
        List<Step> steps = new ArrayList<>();
        for (RevisionNode node : new UpgradeRoute(graph, rows).revisions(parse(target))) {
            steps.add(new Step(
                    node,
                    Direction.UPGRADE,
                    graph.edges().down(node.id()),
                    List.of(node.id()),
                    versions.upgrade(node.id())));
        }
        return new Plan(steps, versions.rows());
    }

    /** The steps down to the target: all that follows it, or depends on what follows it, newest first. */
    public Plan downgrade(String target) {
        VersionRows versions = new VersionRows(graph.edges(), rows);
        List<RevisionNode> undone = new DowngradeRoute(graph, rows).revisions(parse(target));
        List<Step> steps = new ArrayList<>();
        for (int index = undone.size() - 1; index >= 0; index--) {
            RevisionNode node = undone.get(index);
            steps.add(new Step(
                    node,
                    Direction.DOWNGRADE,
                    List.of(node.id()),
                    graph.edges().down(node.id()),
                    versions.downgrade(node.id())));
        }
        return new Plan(steps, versions.rows());
    }

    /**
     * The one step of a revision; empty where the database does not stand right before it.
     *
     * @param direction up or down
     */
    public Optional<Plan> next(RevisionNode node, Direction direction) {
        Set<String> applied = graph.ancestors(rows);
        VersionRows versions = new VersionRows(graph.edges(), rows);
        List<String> below = graph.edges().down(node.id());
        if (direction == Direction.UPGRADE) {
            if (applied.contains(node.id()) || !applied.containsAll(before(node))) {
                return Optional.empty();
            }
            Step step = new Step(node, direction, below, List.of(node.id()), versions.upgrade(node.id()));
            return Optional.of(new Plan(List.of(step), versions.rows()));
        }
        if (!applied.contains(node.id())
                || graph.descendants(List.of(node.id())).stream()
                        .anyMatch(id -> !id.equals(node.id()) && applied.contains(id))) {
            return Optional.empty();
        }
        Step step = new Step(node, direction, List.of(node.id()), below, versions.downgrade(node.id()));
        return Optional.of(new Plan(List.of(step), versions.rows()));
    }

    private Set<String> before(RevisionNode node) {
        Set<String> before = new HashSet<>(graph.ancestors(List.of(node.id())));
        before.remove(node.id());
        return before;
    }

    /** What the downgrade to the target undoes beyond the branch that the target names; empty where it names none. */
    public Optional<Overreach> overreach(String target) {
        Branch branch = new Resolver(graph, rows).branch(parse(target));
        if (branch == null) {
            return Optional.empty();
        }
        OwnBranch own = OwnBranch.of(graph, branch);
        List<Step> steps = downgrade(target).steps();
        List<RevisionNode> beyond = steps.stream()
                .map(Step::revision)
                .filter(node -> !own.ids().contains(node.id()))
                .toList();
        Optional<String> narrower = own.fork()
                .filter(fork -> beyond.size() < steps.size())
                .filter(fork -> beyond.stream().anyMatch(node -> node.id().equals(fork)))
                .map(fork -> branch.name() + "@" + fork);
        return beyond.isEmpty() ? Optional.empty() : Optional.of(new Overreach(branch.name(), beyond, narrower));
    }

    /**
     * The steps that say in the version table that the database stands at the targets, without running anything.
     *
     * <p>A target takes the place of the rows that stand before or after it; rows of other branches stay. A target that
     * is base takes rows away: all of them, or those of its branch.
     */
    public Plan stamp(List<String> targets) {
        return new StampRoute(graph, rows).to(targets.stream().map(this::parse).toList());
    }

    private Target parse(String text) {
        Target target = Target.parse(text, graph.names());
        if (target.symbol().equals(Words.CURRENT)) {
            throw target.misplaced("current is where the database stands already");
        }
        return target;
    }
}
