// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for files that nobody keeps; closing it deletes it with all that is in it. */
record TemporaryFolder(Path path) implements AutoCloseable {

    static TemporaryFolder create(String name) {
        try {
            return new TemporaryFolder(Files.createTempDirectory(name));
        } catch (IOException failure) {
            throw new UncheckedIOException("making a temporary folder", failure);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException("reading " + file, failure);
        }
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException("deleting " + file, failure);
        }
    }

    @Override
    public void close() {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(path)) {
            files = walk.sorted(Comparator.reverseOrder()).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("deleting " + path, failure);
        }
        files.forEach(TemporaryFolder::delete);
    }
}
