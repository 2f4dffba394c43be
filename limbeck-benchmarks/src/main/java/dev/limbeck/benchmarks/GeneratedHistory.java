// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A history as a large team makes it in years: branches of some revisions that are merged again, a few that stay open,
 * some labels, some dependencies. The same numbers make the same history.
 */
final class GeneratedHistory {
    private static final int BRANCH_EVERY = 10;
    private static final int LINES_AT_MOST = 5;
    private static final int LABEL_EVERY = 2500;
    private static final int DEPENDENCY_EVERY = 100;

    private final Path folder;
    private final Random random = new Random(10_000);
    private final List<String> tips = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();

    private GeneratedHistory(Path folder) {
        this.folder = folder;
    }

    /** Writes a history of that many SQL files, and a configuration for SQLite beside it. */
    static void write(Path project, int revisions) throws IOException {
        Files.createDirectories(project.resolve("migrations"));
        Files.writeString(project.resolve("limbeck.properties"), """
                limbeck.url=jdbc:sqlite:history.db
                limbeck.locations=migrations
                limbeck.revision-language=sql
                """);
        new GeneratedHistory(project.resolve("migrations")).write(revisions);
    }

    /** Writes a history into a folder, for the command line to be timed on. */
    public static void main(String[] arguments) throws IOException {
        write(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
    }

    private void write(int revisions) throws IOException {
        for (int number = 0; number < revisions; number++) {
            String id = String.format("%012x", random.nextLong() & 0xffff_ffff_ffffL);
            List<String> parents = parents(number);
            Files.writeString(folder.resolve(id + "_change_" + number + ".sql"), text(number, id, parents));
            tips.removeAll(parents);
            tips.add(id);
            ids.add(id);
        }
    }

    private List<String> parents(int number) {
        if (tips.isEmpty()) {
            return List.of();
        }
        if (tips.size() > 1 && (tips.size() >= LINES_AT_MOST || number % BRANCH_EVERY == BRANCH_EVERY / 2)) {
            return List.of(tips.get(0), tips.get(tips.size() - 1));
        }
        if (number % BRANCH_EVERY == 0) {
            return List.of(ids.get(Math.max(0, ids.size() - 1 - random.nextInt(BRANCH_EVERY))));
        }
        return List.of(tips.get(random.nextInt(tips.size())));
    }

    private String text(int number, String id, List<String> parents) {
        String label = number % LABEL_EVERY == 1 ? "-- Branch Labels: label" + number + "\n" : "";
        String dependency = number > DEPENDENCY_EVERY && number % DEPENDENCY_EVERY == 2
                ? "-- Depends On: " + ids.get(number - DEPENDENCY_EVERY) + "\n"
                : "";
        return "-- change " + number + "\n--\n-- Revision ID: " + id + "\n-- Revises: " + String.join(", ", parents)
                + "\n-- Create Date: 2026-11-20T08:42:11Z\n" + label + dependency
                + "\n-- limbeck: upgrade\ncreate table t" + number + " (id integer primary key, name text);\n"
                + "\n-- limbeck: downgrade\ndrop table t" + number + ";\n";
    }
}
