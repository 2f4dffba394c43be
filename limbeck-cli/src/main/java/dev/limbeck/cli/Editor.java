// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The editor that a person has chosen, or one that is there. */
final class Editor {
    /** Where nothing is chosen, as Alembic looks for them. */
    static final List<String> USUAL = List.of("sensible-editor", "editor", "nano", "vim", "code");

    private static final Pattern WORD = Pattern.compile("(?:\"[^\"]*\"|'[^']*'|\\S)++");

    private Editor() {}

    /** The editor's command with its arguments. */
    static Optional<List<String>> of(Map<String, String> environment) {
        return Stream.of("VISUAL", "EDITOR")
                .map(name -> environment.getOrDefault(name, "").strip())
                .filter(command -> !command.isEmpty())
                .findFirst()
                .map(Editor::words)
                .or(() -> USUAL.stream()
                        .filter(command -> isOnPath(command, environment))
                        .findFirst()
                        .map(List::of));
    }

    /** The command and its arguments; what stands in quotes is one word, as a folder with a blank needs it. */
    private static List<String> words(String command) {
        return WORD.matcher(command)
                .results()
                .map(word -> word.group().replaceAll("[\"']", ""))
                .toList();
    }

    private static boolean isOnPath(String command, Map<String, String> environment) {
        return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    }

    /** Runs it on the file, at the terminal that this process has, and gives the status that it ended with. */
    static int open(List<String> command, Path file) throws IOException {
        List<String> words = new ArrayList<>(command);
        words.add(file.toString());
        Process process = new ProcessBuilder(words).inheritIO().start();
        try {
            return process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the editor was open", interrupted);
        }
    }
}
