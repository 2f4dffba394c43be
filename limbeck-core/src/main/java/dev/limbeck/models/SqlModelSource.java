// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.models;

import dev.limbeck.dialect.ScriptStatement;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A wanted schema written as SQL: files, or folders whose {@code .sql} files are read in the order of their names. */
public final class SqlModelSource implements ModelSource {

    @Override
    public Set<String> prefixes() {
        return Set.of("sql");
    }

    @Override
    public ModelScript script(ModelRequest request) {
        List<String> statements = new ArrayList<>();
        for (String name : request.value().split(",", -1)) {
            Path path = request.directory().resolve(name.strip());
            for (Path file : files(path)) {
                request.dialect().split(read(file)).stream()
                        .map(ScriptStatement::sql)
                        .forEach(statements::add);
            }
        }
        return new ModelScript(statements, List.of(), List.of());
    }

    /** A file may be empty, which is a schema without anything; a folder without a file is a wrong one. */
    private static List<Path> files(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> files = Files.list(path)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new MigrationException(
                        ErrorCode.MODELS_EMPTY,
                        "The folder " + path + " of limbeck.models=sql:… holds no .sql file. Name a file with the whole"
                                + " schema, or a folder of .sql files.");
            }
            return found;
        } catch (IOException failure) {
            throw unreadable(path, failure);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw unreadable(file, failure);
        }
    }

    private static MigrationException unreadable(Path path, IOException failure) {
        return new MigrationException(
                ErrorCode.MODELS_EMPTY,
                "Cannot read " + path + " (" + failure.getClass().getSimpleName() + "). Correct limbeck.models=sql:….",
                failure);
    }
}
