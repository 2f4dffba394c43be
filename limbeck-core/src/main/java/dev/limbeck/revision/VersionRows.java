// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.revision;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The version table while a plan is made.
 *
 * <p>The table holds the tips of what is applied: a revision that another applied one follows, merges or depends on has
 * no row. All changes of rows come from that one rule. An upgrade takes the place of those of its needs that have a
 * row; a downgrade gives a row to those of its needs that no applied revision needs any longer.
 */
final class VersionRows {
    private final Edges edges;
    private final Set<String> rows;
    private final Set<String> applied;

    VersionRows(Edges edges, Collection<String> rows) {
        this.edges = edges;
        this.rows = new TreeSet<>(rows);
        this.applied = edges.ancestors(rows);
    }

    List<String> rows() {
        return List.copyOf(rows);
    }

    VersionChange upgrade(String id) {
        applied.add(id);
        return merge(edges.needs(id).stream().filter(rows::contains).toList(), id);
    }

    VersionChange downgrade(String id) {
        applied.remove(id);
        rows.remove(id);
        List<String> bare = edges.needs(id).stream()
                .filter(need -> !rows.contains(need))
                .filter(need -> edges.dependants(need).stream().noneMatch(applied::contains))
                .toList();
        rows.addAll(bare);
        return VersionChange.unmerge(id, bare);
    }

    /** Puts one row in the place of some, whatever lies between them. */
    VersionChange merge(List<String> from, String into) {
        from.forEach(rows::remove);
        rows.add(into);
        return VersionChange.merge(from, into);
    }

    VersionChange delete(String row) {
        rows.remove(row);
        return VersionChange.unmerge(row, List.of());
    }

    /** The rows that stand before or after a revision, dependencies counted. */
    List<String> related(String id) {
        Set<String> related = new LinkedHashSet<>(rows);
        related.retainAll(edges.wideLineage(id));
        return List.copyOf(related);
    }
}
