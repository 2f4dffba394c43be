// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.Database;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.dialect.RunLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** An H2 file in the test's folder. */
final class H2File extends TestDatabase {
    private final Path folder;
    private final String settings;

    /** The settings stand behind the file in the URL. */
    H2File(Path folder, String settings) {
        this.folder = folder;
        this.settings = settings;
    }

    @Override
    public Database database() {
        String url = "jdbc:h2:" + folder.resolve("shop") + settings;
        return new Database(Dialects.forUrl(url), url, "sa", "", H2File.class.getClassLoader());
    }

    /** The lock is free. */
    @Override
    public void checkInvariants() {
        if (!Files.exists(folder.resolve("shop.mv.db"))) {
            return;
        }
        try (RunLock lock = database().dialect().lock(database(), Duration.ZERO)) {
            assertThat(lock).isNotNull();
        }
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.getFileName().toString().startsWith("shop."))
                    .toList()) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
