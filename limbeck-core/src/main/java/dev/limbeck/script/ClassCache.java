// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compiled classes on disk, one jar for each key. A jar appears whole or not at all, so that processes may share the
 * folder; one that is damaged counts as absent and is written anew.
 */
final class ClassCache {
    private static final Logger log = LoggerFactory.getLogger(ClassCache.class);
    private static final String CLASS = ".class";

    private final Path folder;

    ClassCache(Path folder) {
        this.folder = folder;
    }

    /** The jar of this key, whether or not it is there. */
    Path jar(String key) {
        return folder.resolve(key + ".jar");
    }

    /** The classes that were kept under this key, by binary name. */
    Optional<Map<String, byte[]>> read(String key) {
        if (!Files.isRegularFile(jar(key))) {
            return Optional.empty();
        }
        Map<String, byte[]> classes = new TreeMap<>();
        try (ZipInputStream jar = new ZipInputStream(Files.newInputStream(jar(key)))) {
            for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
                String name = entry.getName();
                classes.put(name.substring(0, name.length() - CLASS.length()).replace('/', '.'), jar.readAllBytes());
            }
        } catch (IOException | IndexOutOfBoundsException damaged) {
            log.debug("{} is damaged and will be made anew", jar(key), damaged);
            return Optional.empty();
        }
        return classes.isEmpty() ? Optional.empty() : Optional.of(classes);
    }

    /** Keeps classes; a folder that cannot be written to costs time, but fails nothing. */
    void write(String key, Map<String, byte[]> classes) {
        try {
            Files.createDirectories(folder);
            Path temporary = Files.createTempFile(folder, key.substring(0, 8), ".tmp");
            try {
                write(temporary, classes);
                Files.move(temporary, jar(key), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException failure) {
            log.warn(
                    "Cannot keep compiled revisions in {}; they will be compiled again the next time. Make the folder writable: {}",
                    folder,
                    failure.toString());
        }
    }

    private static void write(Path file, Map<String, byte[]> classes) throws IOException {
        try (OutputStream stream = Files.newOutputStream(file);
                ZipOutputStream jar = new ZipOutputStream(stream)) {
            for (Map.Entry<String, byte[]> each : new TreeMap<>(classes).entrySet()) {
                jar.putNextEntry(new ZipEntry(each.getKey().replace('.', '/') + CLASS));
                jar.write(each.getValue());
                jar.closeEntry();
            }
        }
    }
}
