// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** A project of SQL revisions in a folder, written as {@code id < parent,parent dep id label name}, a line each. */
final class HistoryFolder {
    private final Path folder;

    HistoryFolder(Path folder) {
        this.folder = folder;
    }

    /** A folder whose settings name the database and the two locations that its revisions are spread over. */
    static HistoryFolder create(Path folder, TestDatabase database) throws IOException {
        HistoryFolder history = new HistoryFolder(folder);
        history.settings(database, "migrations,more");
        return history;
    }

    void settings(TestDatabase database, String locations) throws IOException {
        Files.writeString(
                folder.resolve("limbeck.properties"),
                "limbeck.url=" + database.database().url() + "\nlimbeck.user="
                        + String.valueOf(database.database().user()).replace("null", "") + "\nlimbeck.password="
                        + String.valueOf(database.database().password()).replace("null", "") + "\nlimbeck.locations="
                        + locations + "\nlimbeck.models=sql:models.sql\n");
        Files.writeString(folder.resolve("models.sql"), "create table t (id integer);");
    }

    Limbeck.Outcome limbeck(String... arguments) {
        return Limbeck.run(folder, List.of(arguments));
    }

    /** Writes each revision to a file of its own name. */
    HistoryFolder with(String... revisions) throws IOException {
        for (String revision : revisions) {
            String id = revision.split(" ", 2)[0];
            write("migrations/" + id + ".sql", revision);
        }
        return this;
    }

    /** Writes a revision that makes a table of its name. */
    void write(String file, String revision) throws IOException {
        String[] words = revision.split(" ", -1);
        String table = "t_" + words[0];
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(
                path,
                "-- make " + table + "\n--\n-- Revision ID: " + words[0] + "\n-- Revises: " + after("<", words)
                        + "\n-- Branch Labels: " + after("label", words) + "\n-- Depends On: " + after("dep", words)
                        + "\n\n-- limbeck: upgrade\ncreate table " + table + " (id integer);\n\n"
                        + "-- limbeck: downgrade\ndrop table " + table + ";\n");
    }

    private static String after(String keyword, String[] words) {
        int index = List.of(words).indexOf(keyword);
        return index < 0 ? "" : words[index + 1].replace(",", ", ");
    }

    /** Forks, merges, several bases, dependencies and labels, drawn from a seed. */
    static List<String> random(Random random) {
        int size = 2 + random.nextInt(9);
        List<String> ids = new ArrayList<>();
        List<String> revisions = new ArrayList<>();
        for (int index = 0; index < size; index++) {
            String id = Integer.toHexString(0x1000 + random.nextInt(0xefff)) + "x" + index;
            List<String> parents =
                    index == 0 || random.nextInt(7) == 0 ? List.of() : some(ids, 1 + random.nextInt(5) / 3, random);
            List<String> dependencies = index > 0 && random.nextInt(4) == 0 ? some(ids, 1, random) : List.of();
            revisions.add(id
                    + (parents.isEmpty() ? "" : " < " + String.join(",", parents))
                    + (dependencies.isEmpty() ? "" : " dep " + String.join(",", dependencies))
                    + (random.nextInt(5) == 0 ? " label branch" + index : ""));
            ids.add(id);
        }
        return revisions;
    }

    private static List<String> some(List<String> ids, int count, Random random) {
        List<String> shuffled = new ArrayList<>(ids);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, Math.min(count, shuffled.size()));
    }
}
