// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Draws a history, newest first, as {@code git log --graph} does.
 *
 * <p>A lane runs down to each revision that is still to come and that one above follows; two lanes never wait for the
 * same one for longer than it takes to bring them together. Below a revision its edges part, to the right into new
 * lanes, to the left into one that is there; then lanes that wait for the same revision join to the left, one at a time,
 * and those beside them close the gap. A leaning line that goes on leaning passes behind the lane it meets; one that
 * ends there joins it.
 */
final class HistoryGraph {
    private final Palette palette;
    private final Set<String> shown;
    private final StringBuilder drawing = new StringBuilder();
    private final List<GraphRow> rows = new ArrayList<>();
    private List<Lane> lanes = new ArrayList<>();
    private GraphRow last = new GraphRow();
    private int colours;

    private HistoryGraph(Set<String> shown, Palette palette) {
        this.shown = shown;
        this.palette = palette;
    }

    /**
     * A revision to draw.
     *
     * @param parents the revisions it follows; those that are not drawn are left out
     * @param text what stands beside it, a line each
     */
    record Node(String id, List<String> parents, List<String> text) {}

    /** A line down to a revision. */
    private record Lane(String target, int colour) {}

    /**
     * The edges below a revision.
     *
     * @param below the revisions to which lanes lead on, from its own column to the right
     * @param left one that has a lane to the left already, which an edge goes to
     * @param right one that has the next lane to the right
     */
    private record Fork(
            List<String> below,
            @Nullable String left,
            @Nullable String right) {
        boolean isStraight() {
            return below.size() < 2 && left == null && right == null;
        }

        /** How far the lanes to the right must have moved before the revision, so that all edges can part below it. */
        int spread() {
            return Math.max(0, below.size() - 2);
        }
    }

    static String draw(List<Node> nodes, Palette palette) {
        HistoryGraph graph =
                new HistoryGraph(nodes.stream().map(Node::id).collect(Collectors.toCollection(HashSet::new)), palette);
        nodes.forEach(graph::add);
        return graph.drawing.toString();
    }

    private void add(Node node) {
        int column = column(node.id());
        if (column < 0) {
            column = lanes.size();
            standApart(column);
            lanes.add(new Lane(node.id(), colours++));
        }
        Fork fork = fork(node, column);
        spread(column, fork.spread());
        print(List.of());
        revision(column, fork.spread());
        if (!fork.isStraight()) {
            part(column, fork);
        } else if (fork.below().isEmpty()) {
            end(column);
        }
        lanes = after(column, fork);
        if (fork.left() != null) {
            land(column(fork.left()), column);
        }
        join();
        print(node.text());
    }

    private int column(@Nullable String target) {
        for (int column = 0; column < lanes.size(); column++) {
            if (lanes.get(column).target().equals(target)) {
                return column;
            }
        }
        return -1;
    }

    /** What is drawn right below another revision would look as if it followed. */
    private void standApart(int column) {
        if (!last.isFree(column)) {
            straight();
            print(List.of());
        }
    }

    private Fork fork(Node node, int column) {
        List<String> below = new ArrayList<>(
                node.parents().stream().filter(shown::contains).distinct().toList());
        String left = null;
        if (below.size() > 1) {
            left = below.stream()
                    .filter(parent -> column(parent) >= 0 && column(parent) < column)
                    .max(Comparator.comparing(this::column))
                    .orElse(null);
            below.remove(left);
        }
        below.sort(Comparator.comparing(parent -> side(column(parent), column)));
        boolean fused = below.size() == 2 && column(below.get(1)) == column + 1;
        return new Fork(fused ? below.subList(0, 1) : below, left, fused ? below.get(1) : null);
    }

    /** What has a lane is best reached from that side. */
    private static int side(int lane, int column) {
        return lane < 0 ? 0 : lane - column;
    }

    private GraphRow straight() {
        return upTo(lanes.size());
    }

    private GraphRow upTo(int end) {
        GraphRow row = new GraphRow();
        for (int column = 0; column < end; column++) {
            row.in(column, '|', lanes.get(column).colour());
        }
        rows.add(row);
        return row;
    }

    /** Moves what is right of a column further to the right. */
    private void spread(int column, int distance) {
        for (int step = 0; step < distance && column + 1 < lanes.size(); step++) {
            GraphRow row = upTo(column + 1);
            for (int other = column + 1; other < lanes.size(); other++) {
                row.rightOf(other + step, '\\', lanes.get(other).colour());
            }
        }
    }

    private void revision(int column, int spread) {
        GraphRow row = upTo(column);
        int colour = lanes.get(column).colour();
        row.in(column, '*', colour);
        for (int step = 0; step < spread; step++) {
            row.rightOf(column + step, '-', colour);
            row.in(column + step + 1, step + 1 == spread ? '.' : '-', colour);
        }
        for (int other = column + 1; other < lanes.size(); other++) {
            row.in(other + spread, '|', lanes.get(other).colour());
        }
    }

    private void part(int column, Fork fork) {
        GraphRow row = upTo(column + 1);
        int more = fork.below().size() - 1;
        for (int step = 0; step < more; step++) {
            row.rightOf(column + step, '\\', colours + step);
        }
        for (int other = column + 1; other < lanes.size(); other++) {
            if (more > 0) {
                row.rightOf(other + fork.spread(), '\\', lanes.get(other).colour());
            } else {
                row.in(other, '|', lanes.get(other).colour());
            }
        }
        if (fork.right() != null) {
            row.rightOf(column, '\\', lanes.get(column + 1).colour());
        }
        if (fork.left() != null) {
            lean(
                    row,
                    column,
                    column(fork.left()),
                    lanes.get(column(fork.left())).colour());
        }
    }

    /** A line from a lane to one further left; past other lanes it runs below them, and lands in the next row. */
    private static void lean(GraphRow row, int from, int to, int colour) {
        row.rightOf(from - 1, '/', colour);
        for (int passed = to + 1; passed < from - 1; passed++) {
            row.rightOf(passed, '_', colour);
        }
    }

    private void land(int to, int from) {
        if (from - to > 1) {
            straight().rightOf(to, '/', lanes.get(to).colour());
        }
    }

    /** Nothing is below the last revision of a lane, so that the others close up. */
    private void end(int column) {
        if (column + 1 < lanes.size()) {
            close(upTo(column), column + 1);
        }
    }

    private void close(GraphRow row, int first) {
        for (int other = first; other < lanes.size(); other++) {
            row.rightOf(other - 1, '/', lanes.get(other).colour());
        }
    }

    private List<Lane> after(int column, Fork fork) {
        List<Lane> after = new ArrayList<>(lanes.subList(0, column));
        for (int step = 0; step < fork.below().size(); step++) {
            int colour = step == 0 ? lanes.get(column).colour() : colours++;
            after.add(new Lane(fork.below().get(step), colour));
        }
        after.addAll(lanes.subList(column + 1, lanes.size()));
        return after;
    }

    /** Brings lanes together that wait for the same revision. */
    private void join() {
        int from = 1;
        while (from < lanes.size()) {
            Lane lane = lanes.get(from);
            int to = column(lane.target());
            if (to < from) {
                GraphRow row = upTo(from);
                lean(row, from, to, lane.colour());
                close(row, from + 1);
                lanes.remove(from);
                if (from - to > 1) {
                    straight().rightOf(to, '/', lane.colour());
                }
            } else {
                from++;
            }
        }
    }

    /** Prints the rows with the text beside them, and more rows if there is more text. */
    private void print(List<String> text) {
        while (rows.size() < text.size()) {
            straight();
        }
        // The text of a revision stands right of all its lanes, also of one that a line only leans towards.
        int width = rows.stream().mapToInt(GraphRow::width).max().orElse(0) | 1;
        for (int line = 0; line < rows.size(); line++) {
            last = rows.get(line);
            String beside = line < text.size() ? text.get(line) : "";
            String gap = beside.isEmpty() ? "" : " ".repeat(width - last.width() + 1);
            drawing.append(last.text(palette)).append(gap).append(beside).append('\n');
        }
        rows.clear();
    }
}
