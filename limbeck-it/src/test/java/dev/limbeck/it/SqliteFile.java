// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.Database;
import dev.limbeck.dialect.Dialects;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/** A SQLite file in the test's folder. */
final class SqliteFile extends TestDatabase {
    private final Path file;

    SqliteFile(Path folder) {
        file = folder.resolve("shop.db");
    }

    @Override
    public Database database() {
        String url = "jdbc:sqlite:" + file;
        return new Database(Dialects.forUrl(url), url, null, null, SqliteFile.class.getClassLoader());
    }

    @Override
    public void checkInvariants() throws SQLException {
        assertThat(Path.of(file + "-journal")).doesNotExist();
        assertThat(Path.of(file + "-wal")).doesNotExist();
        if (Files.exists(file)) {
            assertThat(run("pragma integrity_check")).containsExactly("ok");
            assertThat(run("pragma foreign_key_check")).isEmpty();
        }
    }

    @Override
    public void close() {}
}
