// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.chaos;

import dev.limbeck.dialect.Database;
import dev.limbeck.dialect.Reflection;
import dev.limbeck.it.SchemaLines;
import dev.limbeck.it.TestDatabase;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The folder of the history that runs are broken off in, and the database that it is for. */
record Project(Path folder, TestDatabase database) {
    private static final Path HISTORY = Path.of("src/test/resources/chaos/history");
    private static final Name JOURNAL = Name.of("limbeck_journal");

    /** Writes the settings, and the revisions with what is compiled of them. */
    static Project create(Path folder, TestDatabase database, Path compiled) throws IOException {
        copy(HISTORY, Files.createDirectories(folder.resolve("migrations")));
        if (Files.exists(compiled)) {
            copy(compiled, Files.createDirectories(folder.resolve(".limbeck/cache/classes")));
        }
        return new Project(folder, database).withSettings();
    }

    /** Names the database in the settings. */
    Project withSettings() throws IOException {
        Database target = database.database();
        List<String> settings = new ArrayList<>(List.of("limbeck.url=" + target.url(), "limbeck.locations=migrations"));
        if (target.user() != null) {
            settings.add("limbeck.user=" + target.user());
            settings.add("limbeck.password=" + target.password());
        }
        Files.write(folder.resolve("limbeck.properties"), settings);
        return this;
    }

    /** Copies all files, those of a database among them as they are at this moment. */
    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    /** What a move of the database leaves to be seen: its schema, its rows, and which revisions were done how often. */
    record State(List<String> schema, List<String> rows, List<String> ran) {}

    State state() throws SQLException {
        List<String> rows = new ArrayList<>();
        for (Table table : database.schema().tables().values()) {
            String name = database.database().dialect().quote(table.name());
            for (String row : database.run("select * from " + name)) {
                rows.add(table.name() + ": " + row);
            }
        }
        rows.sort(null);
        return new State(
                SchemaLines.inAnyOrder(database.schema()),
                rows,
                database.run("select direction, revision, count(*) from limbeck_log where outcome = 'done'"
                        + " group by direction, revision order by direction, revision"));
    }

    /** What the journal holds; nothing where it was never needed. */
    List<String> journal() throws SQLException {
        try (Connection connection = database.connect()) {
            boolean exists = database.database()
                    .dialect()
                    .reflect(connection, new Reflection(List.of(), Set.of()))
                    .table(JOURNAL)
                    .isPresent();
            return exists ? database.run("select * from limbeck_journal") : List.of();
        }
    }
}
