// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.operation.Operations;
import jakarta.persistence.Entity;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.hibernate.annotations.JdbcTypeCode;

/** The folder that a story works in. */
record Workspace(Path folder) {
    private static final String PROVIDER = Stream.of(Entity.class, JdbcTypeCode.class, Operations.class)
            .map(Workspace::jarOf)
            .collect(Collectors.joining(File.pathSeparator));

    private static String jarOf(Class<?> type) {
        return Path.of(URI.create(
                        type.getProtectionDomain().getCodeSource().getLocation().toString()))
                .toString();
    }

    void write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    String read(String glob) throws IOException {
        List<Path> found = find(glob);
        assertThat(found).as("files that match " + glob).hasSize(1);
        return Files.readString(found.get(0));
    }

    /** The files that match a pattern such as {@code migrations/*.java}. */
    List<Path> find(String glob) throws IOException {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> matcher.matches(folder.relativize(file)))
                    .sorted()
                    .toList();
        }
    }

    void copy(String glob, String target) throws IOException {
        write(target, read(glob));
    }

    void remove(String glob) throws IOException {
        List<Path> found = find(glob);
        assertThat(found).as("files that match " + glob).isNotEmpty();
        for (Path file : found) {
            Files.delete(file);
        }
    }

    /** Puts one piece of text in the place of another, which occurs once. */
    void edit(String glob, String before, String after) throws IOException {
        String text = read(glob);
        assertThat(text.split(Pattern.quote(before), -1))
                .as("\"%s\" occurs once in %s:%n%s", before, glob, text)
                .hasSize(2);
        Files.writeString(find(glob).get(0), text.replace(before, after));
    }

    /** Compiles all of {@code src} anew into {@code classes}. */
    void compile() throws IOException {
        Path classes = folder.resolve("classes");
        if (Files.exists(classes)) {
            delete(classes);
        }
        Files.createDirectories(classes);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of(
                    "-d", classes.toString(), "-cp", PROVIDER, "-proc:none", "-parameters", "-Xlint:-classfile");
            boolean compiled = compiler.getTask(
                            messages,
                            files,
                            null,
                            options,
                            null,
                            files.getJavaFileObjectsFromPaths(find("src/**.java")))
                    .call();
            assertThat(compiled).as(messages.toString()).isTrue();
        }
    }

    static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
