// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.revision;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.Problems;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The revisions of a history and how they follow each other: a graph without cycles, immutable. */
public final class RevisionGraph {
    private final Map<String, RevisionNode> nodes;
    private final Edges edges;
    private final Names names;
    private final Map<String, Set<String>> labels;

    private RevisionGraph(Collection<RevisionNode> nodes, Names names, Edges edges) {
        Map<String, RevisionNode> byId = new TreeMap<>();
        nodes.forEach(node -> byId.put(node.id(), node));
        this.nodes = new LinkedHashMap<>();
        RunOrder.oldestFirst(edges).forEach(id -> this.nodes.put(id, byId.get(id)));
        this.names = names;
        this.edges = edges;
        this.labels = BranchLabels.of(nodes, edges);
    }

    /** The graph of the nodes, or one exception that tells everything that is wrong with them. */
    public static RevisionGraph of(List<RevisionNode> nodes) {
        Names names = Names.of(nodes);
        Edges edges = Edges.of(nodes, names);
        Problems problems = new Problems();
        new NameCheck(nodes, problems).run();
        new LinkCheck(nodes, names, edges, problems).run();
        problems.throwIfAny(ErrorCode.GRAPH_BROKEN);
        return new RevisionGraph(nodes, names, edges);
    }

    /** All revisions, oldest first, each after all that it needs; the order hangs on the ids alone. */
    public List<RevisionNode> nodes() {
        return List.copyOf(nodes.values());
    }

    /** The revision with exactly this id. */
    public RevisionNode node(String id) {
        return find(id).orElseThrow(() -> lookup().unknown(id));
    }

    /** The revision with exactly this id, if there is one. */
    public Optional<RevisionNode> find(String id) {
        return Optional.ofNullable(nodes.get(id));
    }

    /** The revisions that no other has as its down revision, in the order of their ids. */
    public List<RevisionNode> heads() {
        return select(id -> edges.children(id).isEmpty());
    }

    /** The heads that no other revision depends on, either. */
    public List<RevisionNode> realHeads() {
        return select(id -> edges.dependants(id).isEmpty());
    }

    /** The revisions without a down revision, in the order of their ids. */
    public List<RevisionNode> bases() {
        return select(id -> edges.down(id).isEmpty());
    }

    /** The revisions that have it as a down revision, in the order of their ids. */
    public List<RevisionNode> children(String id) {
        return edges.children(node(id).id()).stream().map(this::node).toList();
    }

    /** The labels of the branches it is on, sorted: its own, and those that reach it. */
    public Set<String> labels(String id) {
        return labels.getOrDefault(node(id).id(), Set.of());
    }

    /** Whether several revisions have it as a down revision. */
    public boolean isBranchPoint(String id) {
        return children(id).size() > 1;
    }

    /** Whether it has several down revisions. */
    public boolean isMergePoint(String id) {
        return edges.down(node(id).id()).size() > 1;
    }

    /** Whether no revision has it as its down revision; true of effective heads as well. */
    public boolean isHead(String id) {
        return children(id).isEmpty();
    }

    /** Whether it is a head, yet some revision depends on it. */
    public boolean isEffectiveHead(String id) {
        return isHead(id) && !edges.dependants(id).isEmpty();
    }

    /** The ids and those of all that must have run before them, dependencies included, oldest first. */
    public Set<String> ancestors(Collection<String> ids) {
        return inOrder(edges.ancestors(checked(ids)));
    }

    /** The ids and those of all that cannot stand without them, dependencies included, oldest first. */
    public Set<String> descendants(Collection<String> ids) {
        return inOrder(edges.descendants(checked(ids)));
    }

    /**
     * The revisions that an identifier names, in any form that has one place: an id, a unique prefix of one, a label,
     * {@code head}, {@code heads}, {@code base} (none), {@code current}, each of them on a branch ({@code label@head}),
     * some steps from there ({@code head-2}), or some steps below every head ({@code -1}).
     *
     * @param rows the rows of the version table, for {@code current}
     */
    public List<RevisionNode> resolve(String identifier, List<String> rows) {
        Resolver resolver = new Resolver(this, rows);
        return resolver.resolve(resolver.parse(identifier));
    }

    /** The same where no database is asked, so that {@code current} is refused. */
    public List<RevisionNode> resolve(String identifier) {
        Target target = Target.parse(identifier, names);
        if (target.symbol().equals(Words.CURRENT)) {
            throw target.misplaced("current is where the database stands, and no database is asked here");
        }
        return new Resolver(this, List.of()).resolve(target);
    }

    /**
     * The revisions of {@code START:END}, both included, newest first.
     *
     * @param text the range; without START it begins at base, without END it goes to all heads
     * @param rows the rows of the version table, for {@code current}
     */
    public List<RevisionNode> range(String text, List<String> rows) {
        return new HistoryRange(this, rows).of(text);
    }

    Edges edges() {
        return edges;
    }

    Names names() {
        return names;
    }

    Lookup lookup() {
        return new Lookup(this);
    }

    /** Those of the ids that are in the set, oldest first. */
    Set<String> inOrder(Set<String> ids) {
        Set<String> ordered = new LinkedHashSet<>(nodes.keySet());
        ordered.retainAll(ids);
        return Collections.unmodifiableSet(ordered);
    }

    private Collection<String> checked(Collection<String> ids) {
        ids.forEach(this::node);
        return ids;
    }

    private List<RevisionNode> select(Predicate<String> wanted) {
        return edges.ids().stream().filter(wanted).map(this::node).toList();
    }
}
