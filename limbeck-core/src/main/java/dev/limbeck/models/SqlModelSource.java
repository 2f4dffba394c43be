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
        List<String> notes = new ArrayList<>();
        for (String name : request.value().split(",", -1)) {
            Path path = request.directory().resolve(name.strip());
            for (Path file : files(path)) {
                for (ScriptStatement statement : request.dialect().split(dump(file, request))) {
                    request.dialect().clientOnly(statement.sql()).ifPresent(reason -> {
                        throw new MigrationException(
                                ErrorCode.MODELS_REJECTED, file + ", line " + statement.line() + ": " + reason);
                    });
                    statements.add(statement.sql());
                }
            }
        }
        if (statements.isEmpty()) {
            notes.add("sql:" + request.value() + " holds no statement: the wanted schema is an empty one.");
        }
        return new ModelScript(statements, List.of(), notes);
    }

    private static String dump(Path file, ModelRequest request) {
        return request.dialect().withoutClientLines(read(file));
    }

    private static List<Path> files(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> entries = Files.list(path)) {
            List<Path> files = entries.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new MigrationException(
                        ErrorCode.MODELS_EMPTY,
                        "The folder " + path
                                + " holds no .sql file. Name the file with the whole schema, or its folder, in"
                                + " limbeck.models=sql:….");
            }
            return files;
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
