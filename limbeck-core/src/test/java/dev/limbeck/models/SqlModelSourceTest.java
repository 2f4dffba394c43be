// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.dialect.Dialects;
import dev.limbeck.dialect.Reflection;
import dev.limbeck.error.MigrationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlModelSourceTest {
    @TempDir
    Path directory;

    @Test
    void anEmptyFileIsASchemaWithoutAnything() throws IOException {
        Files.writeString(directory.resolve("schema.sql"), "-- nothing is left\n");

        assertThat(script("schema.sql").statements()).isEmpty();
    }

    @Test
    void aFolderIsReadInTheOrderOfItsFiles() throws IOException {
        Path folder = Files.createDirectory(directory.resolve("schema"));
        Files.writeString(folder.resolve("2.sql"), "create view v as select 1;");
        Files.writeString(folder.resolve("1.sql"), "create table t (a integer);");

        assertThat(script("schema").texts()).containsExactly("create table t (a integer)", "create view v as select 1");
    }

    @Test
    void aFolderWithoutAFileIsRefused() throws IOException {
        Files.createDirectory(directory.resolve("schema"));

        assertThatThrownBy(() -> script("schema"))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("holds no .sql file");
    }

    @Test
    void aFileThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> script("shcema.sql"))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("Cannot read " + directory.resolve("shcema.sql"));
    }

    private ModelScript script(String value) {
        return new SqlModelSource()
                .script(new ModelRequest(
                        "sql",
                        value,
                        new ModelRequest.Product("SQLite", 3, 50, false),
                        List.of(),
                        new TreeMap<>(),
                        directory,
                        new ModelRequest.Databases(
                                Dialects.forUrl("jdbc:sqlite::memory:"),
                                url -> {
                                    throw new AssertionError("a file is no database: " + url);
                                },
                                Reflection.everything())));
    }
}
