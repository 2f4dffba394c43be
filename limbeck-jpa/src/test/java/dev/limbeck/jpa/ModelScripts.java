// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.jpa;

import dev.limbeck.dialect.Reflection;
import dev.limbeck.dialect.sqlite.SqliteDialect;
import dev.limbeck.models.ModelRequest;
import dev.limbeck.models.ModelRequest.Databases;
import dev.limbeck.models.ModelRequest.Product;
import dev.limbeck.models.ModelScript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Requests in the words of the tests. */
final class ModelScripts {
    static final Product POSTGRESQL = new Product("PostgreSQL", 18, 0, true);
    static final Product SQLITE = new Product("SQLite", 3, 50, false);
    static final Path TEST_CLASSES = Path.of("target/test-classes").toAbsolutePath();

    private ModelScripts() {}

    static ModelScript script(String models, Product product, List<Path> classpath, Map<String, String> properties) {
        String[] parts = models.split(":", 2);
        Path directory = Path.of("").toAbsolutePath();
        return new JpaModels()
                .script(new ModelRequest(
                        parts[0],
                        parts[1],
                        product,
                        classpath,
                        new TreeMap<>(properties),
                        directory,
                        new Databases(
                                new SqliteDialect(),
                                url -> {
                                    throw new AssertionError("entities need no database");
                                },
                                Reflection.everything())));
    }

    static ModelScript script(String models, Product product, List<Path> classpath) {
        return script(models, product, classpath, Map.of());
    }

    static ModelScript script(String models, Product product) {
        return script(models, product, List.of(TEST_CLASSES));
    }

    /** The test's classes with the jars that the build has put into folders beside them. */
    static List<Path> with(String... folders) {
        List<Path> classpath = new ArrayList<>(List.of(TEST_CLASSES));
        for (String folder : folders) {
            try (Stream<Path> jars = Files.list(Path.of("target", folder).toAbsolutePath())) {
                classpath.addAll(jars.sorted().toList());
            } catch (IOException missing) {
                throw new UncheckedIOException(missing);
            }
        }
        return classpath;
    }

    /** The statement that creates a table. */
    static String table(ModelScript script, String name) {
        return script.texts().stream()
                .filter(statement -> statement.startsWith("create table " + name + " "))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no table " + name + " in " + script.texts()));
    }
}
