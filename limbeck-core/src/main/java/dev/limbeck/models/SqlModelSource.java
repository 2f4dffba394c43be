// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.models;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.ScriptStatement;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.Location;
import dev.limbeck.error.MigrationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A wanted schema written as SQL: files, or folders whose {@code .sql} files are read in the order of their names, those
 * of folders in them included.
 */
public final class SqlModelSource implements ModelSource {

    @Override
    public Set<String> prefixes() {
        return Set.of("sql");
    }

    @Override
    public ModelScript script(ModelRequest request) {
        List<ModelScript.Sql> statements = new ArrayList<>();
        for (String name : request.value().split(",", -1)) {
            Path path = request.directory().resolve(name.strip());
            for (Path file : files(path)) {
                statements.addAll(statements(file, request));
            }
        }
        return ModelScript.ofStatements(statements);
    }

    private static List<ModelScript.Sql> statements(Path file, ModelRequest request) {
        Dialect dialect = request.dialect();
        Path shown = file.startsWith(request.directory()) ? request.directory().relativize(file) : file;
        List<ModelScript.Sql> statements = new ArrayList<>();
        for (ScriptStatement statement : dialect.split(dialect.withoutClientLines(read(file)))) {
            Location location = new Location(shown.toString(), statement.line());
            dialect.clientOnly(statement.sql()).ifPresent(reason -> {
                throw new MigrationException(ErrorCode.MODELS_REJECTED, location + ": " + reason, location, null);
            });
            statements.add(new ModelScript.Sql(statement.sql(), location));
        }
        return statements;
    }

    /** A file may be empty, which is a schema without anything; a folder without a file is a wrong one. */
    private static List<Path> files(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> entries = Files.walk(path)) {
            List<Path> files = entries.filter(file -> file.toString().endsWith(".sql") && Files.isRegularFile(file))
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
