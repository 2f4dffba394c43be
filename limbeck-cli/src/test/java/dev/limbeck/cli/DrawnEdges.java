// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Follows the lines of a drawn graph from top to bottom, as a reader does: a leaning line that can go on leaning goes
 * on; one that cannot joins the lane it meets; a lane parts below a revision only.
 */
final class DrawnEdges {
    private final Set<String> edges = new TreeSet<>();
    private Map<Integer, Set<String>> upright = new TreeMap<>();
    private Map<Integer, Set<String>> leaning = new TreeMap<>();
    private Map<Integer, String> revisions = new TreeMap<>();

    private DrawnEdges() {}

    /** Each edge as the ids of its ends, which stand beside their stars. */
    static Set<String> read(String drawing) {
        DrawnEdges reader = new DrawnEdges();
        drawing.lines().forEach(reader::line);
        return reader.edges;
    }

    private void line(String line) {
        int end = 0;
        while (end < line.length() && "*|/\\_-. ".indexOf(line.charAt(end)) >= 0) {
            end++;
        }
        String signs = line.substring(0, end);
        String id = line.substring(end).strip();
        Map<Integer, Set<String>> newUpright = new TreeMap<>();
        Map<Integer, Set<String>> newLeaning = new TreeMap<>();
        Map<Integer, String> newRevisions = new TreeMap<>();
        for (int at = 0; at <= signs.length() + 1; at += 2) {
            boolean continues = sign(signs, at - 1) == '/';
            Set<String> leaned = leaning.getOrDefault(at, Set.of());
            Set<String> stood = upright.getOrDefault(at, Set.of());
            char here = sign(signs, at);
            boolean right = sign(signs, at + 1) == '\\';
            if (here == '*') {
                stood.forEach(child -> edges.add(child + " " + id));
                leaned.forEach(child -> edges.add(child + " " + id));
                add(newUpright, at, Set.of(id));
                newRevisions.put(at, id);
                for (int dash = at + 2; sign(signs, dash) == '-' || sign(signs, dash) == '.'; dash += 2) {
                    add(newUpright, dash, Set.of(id));
                    newRevisions.put(dash, id);
                }
                continue;
            }
            Set<String> both = new HashSet<>(stood);
            both.addAll(leaned);
            boolean fork = revisions.containsKey(at);
            if (here == '|') {
                add(newUpright, at, continues && !leaned.isEmpty() ? stood : both);
            }
            if (right) {
                check(here != '|' || fork, "a lane parts to the right at " + at + ": " + line);
                add(newUpright, at + 2, both);
            }
            if (continues) {
                boolean crosses = here == '|' && !leaned.isEmpty();
                check(here != '|' || crosses || fork, "a lane parts to the left at " + at + ": " + line);
                int to = at - 2;
                while (sign(signs, to - 1) == '_') {
                    to -= 2;
                }
                add(newLeaning, to, crosses ? leaned : both);
            }
        }
        upright = newUpright;
        leaning = newLeaning;
        revisions = newRevisions;
    }

    private static void check(boolean right, String problem) {
        if (!right) {
            throw new AssertionError(problem);
        }
    }

    private static char sign(String line, int at) {
        return at >= 0 && at < line.length() ? line.charAt(at) : ' ';
    }

    private static void add(Map<Integer, Set<String>> lines, int at, Set<String> children) {
        lines.computeIfAbsent(at, key -> new HashSet<>()).addAll(children);
    }
}
