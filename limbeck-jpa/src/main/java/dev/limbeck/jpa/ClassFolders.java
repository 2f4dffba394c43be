// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.jpa;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The folders and jars of a class path, open for looking through. */
final class ClassFolders implements AutoCloseable {
    private final List<Path> entries;
    private final List<Path> roots = new ArrayList<>();
    private final List<FileSystem> jars = new ArrayList<>();

    private ClassFolders(List<Path> entries) {
        this.entries = List.copyOf(entries);
    }

    static ClassFolders open(List<Path> entries) {
        ClassFolders folders = new ClassFolders(entries);
        for (Path entry : entries) {
            folders.add(entry);
        }
        return folders;
    }

    /** Those of a class loader's folders and jars that have one of these resources. */
    static List<Path> holding(List<String> resources, ClassLoader loader) {
        Set<Path> entries = new LinkedHashSet<>();
        for (String resource : resources) {
            try {
                for (URL url : Collections.list(loader.getResources(resource))) {
                    entries.add(entryOf(url, resource));
                }
            } catch (IOException unreadable) {
                throw failed("Cannot look for " + resource + " on the class path", unreadable);
            }
        }
        return List.copyOf(entries);
    }

    private static Path entryOf(URL url, String resource) throws IOException {
        if (url.openConnection() instanceof JarURLConnection jar) {
            return Path.of(URI.create(jar.getJarFileURL().toString()));
        }
        Path entry = Path.of(URI.create(url.toString()));
        for (int level = 0; level < Path.of(resource).getNameCount(); level++) {
            Path parent = entry.getParent();
            entry = parent == null ? entry : parent;
        }
        return entry;
    }

    private void add(Path entry) {
        if (Files.isDirectory(entry)) {
            roots.add(entry);
        } else if (Files.isRegularFile(entry)) {
            try {
                FileSystem jar = FileSystems.newFileSystem(entry);
                jars.add(jar);
                roots.add(jar.getPath("/"));
            } catch (IOException unreadable) {
                close();
                throw failed("Cannot read " + entry, unreadable);
            }
        }
    }

    /** The files or folders of this name, in the order of the class path. */
    List<Path> find(String resource) {
        return roots.stream()
                .map(root -> root.resolve(resource))
                .filter(Files::exists)
                .toList();
    }

    /** The URL of the first folder or jar. */
    String root() {
        return roots.stream().findFirst().orElseThrow().toUri().toString();
    }

    /** Every class in a folder and the folders below it. */
    static List<ClassFile> classesBelow(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> !file.endsWith("module-info.class"))
                    .map(ClassFolders::read)
                    .toList();
        } catch (IOException unreadable) {
            throw failed("Cannot look through " + folder, unreadable);
        }
    }

    static ClassFile read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return ClassFile.read(in);
        } catch (IOException unreadable) {
            throw failed("Cannot read " + file, unreadable);
        }
    }

    /** Where was looked, for a message: folders by name, jars by number. */
    String described() {
        List<String> parts = new ArrayList<>();
        int jarCount = 0;
        for (Path entry : entries) {
            if (Files.isRegularFile(entry)) {
                jarCount++;
            } else {
                parts.add(Files.isDirectory(entry) ? entry.toString() : entry + " (which does not exist)");
            }
        }
        if (jarCount > 0) {
            parts.add(jarCount == 1 ? "one jar" : jarCount + " jars");
        }
        return parts.isEmpty() ? "the class path of Limbeck itself" : String.join(", ", parts);
    }

    private static MigrationException failed(String what, IOException cause) {
        return new MigrationException(
                ErrorCode.FILE_FAILED,
                what + ": " + cause.getMessage() + "\nCompile the project anew, or correct limbeck.classpath.",
                cause);
    }

    @Override
    public void close() {
        for (FileSystem jar : jars) {
            try {
                jar.close();
            } catch (IOException failure) {
                throw failed("Cannot close a jar", failure);
            }
        }
    }
}
