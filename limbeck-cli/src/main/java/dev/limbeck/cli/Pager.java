// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Shows long text a screen at a time, by the program that git would take. */
final class Pager {
    private static final String USUAL = "less";
    private static final int NOT_FOUND = 127;

    private final Map<String, String> environment;
    private final Path directory;
    private final String command;

    private Pager(Map<String, String> environment, Path directory, String command) {
        this.environment = environment;
        this.directory = directory;
        this.command = command;
    }

    /** The pager that is set, or less; none where it is set to nothing or to cat. */
    static Optional<Pager> of(Surroundings surroundings) {
        Map<String, String> environment = surroundings.environment();
        String command = Stream.of("LIMBECK_PAGER", "PAGER")
                .filter(environment::containsKey)
                .map(environment::get)
                .findFirst()
                .orElseGet(() -> onPath(environment, USUAL) ? USUAL : "")
                .strip();
        return command.isEmpty() || command.equals("cat")
                ? Optional.empty()
                : Optional.of(new Pager(environment, surroundings.workingDirectory(), command));
    }

    private static boolean onPath(Map<String, String> environment, String program) {
        return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** Shows the text until its reader has seen enough; false if there is no such program. */
    boolean show(String text, Charset charset) {
        try {
            return NOT_FOUND != run(text.getBytes(charset));
        } catch (IOException notStarted) {
            return false;
        }
    }

    private int run(byte[] text) throws IOException {
        Process pager = start();
        // An interrupt from the keyboard is for the pager, which then still has the terminal.
        Thread patience = new Thread(() -> waitFor(pager));
        Runtime.getRuntime().addShutdownHook(patience);
        try (OutputStream in = pager.getOutputStream()) {
            in.write(text);
        } catch (IOException leftEarly) {
            // it was quit before it had read all
        }
        int exitCode = waitFor(pager);
        stopWaiting(patience);
        return exitCode;
    }

    private Process start() throws IOException {
        boolean windows = File.separatorChar == '\\';
        ProcessBuilder builder = new ProcessBuilder(
                        windows ? List.of("cmd", "/c", command) : List.of("/bin/sh", "-c", command))
                .directory(directory.toFile())
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().clear();
        builder.environment().putAll(environment);
        // Short text ends at once, colours pass, and the text stays on the screen: as git has it.
        builder.environment().putIfAbsent("LESS", "FRX");
        return builder.start();
    }

    private static int waitFor(Process pager) {
        try {
            return pager.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private static void stopWaiting(Thread patience) {
        try {
            Runtime.getRuntime().removeShutdownHook(patience);
        } catch (IllegalStateException endingAnyway) {
            // the process is being ended, and has waited
        }
    }
}
