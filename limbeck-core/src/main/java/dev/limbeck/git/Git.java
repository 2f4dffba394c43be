// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.git;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The {@code git} command, run in one folder. It can neither ask, nor page, nor fetch, nor wait for ever: its streams
 * are files, so that none of them can be full.
 */
final class Git {
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String DIRECTORY = "GIT_DIR";
    private static final String WORK_TREE = "GIT_WORK_TREE";

    private static final Map<String, String> SILENCE = Map.of(
            "GIT_TERMINAL_PROMPT", "0",
            "GIT_OPTIONAL_LOCKS", "0",
            "GIT_NO_LAZY_FETCH", "1",
            "LC_ALL", "C");

    private final String program;
    private final Path folder;
    private final Map<String, String> environment;
    private final Duration patience;

    Git(String program, Path folder, Map<String, String> environment, Duration patience) {
        this.program = program;
        this.folder = folder;
        this.environment = Map.copyOf(environment);
        this.patience = patience;
    }

    /**
     * What a run of git printed.
     *
     * @param bytes a character for each byte
     */
    record Output(int exitCode, String bytes, String error) {
        String text() {
            return decode(bytes);
        }

        boolean succeeded() {
            return exitCode == 0;
        }
    }

    /** Git is not there, or did not answer. */
    static final class NoAnswerException extends Exception {
        private static final long serialVersionUID = 1L;

        NoAnswerException(String message) {
            super(message);
        }
    }

    Git in(Path other) {
        return new Git(program, other, environment, patience);
    }

    /**
     * The same in the environment of this process. A hook has {@code GIT_DIR} there, and then git takes the working
     * directory for the top of the checkout. We run elsewhere, so it is said in full.
     */
    Git withHook(Map<String, String> surroundings, Path workingDirectory) {
        String directory = surroundings.getOrDefault(DIRECTORY, "");
        if (directory.isEmpty()) {
            return this;
        }
        String tree = surroundings.getOrDefault(WORK_TREE, "");
        Map<String, String> complete = Map.of(
                DIRECTORY, workingDirectory.resolve(directory).toString(),
                WORK_TREE, workingDirectory.resolve(tree).normalize().toString());
        return new Git(program, folder, complete, patience);
    }

    Output run(String... arguments) throws NoAnswerException {
        return run(List.of(), List.of(arguments));
    }

    /** Runs git with these lines as its input. */
    Output run(List<String> input, List<String> arguments) throws NoAnswerException {
        try {
            Path files = Files.createTempDirectory("limbeck-git");
            try {
                return run(files, input, arguments);
            } finally {
                for (String name : List.of("in", "out", "err")) {
                    Files.deleteIfExists(files.resolve(name));
                }
                Files.deleteIfExists(files);
            }
        } catch (IOException failure) {
            throw new NoAnswerException("git cannot be run: " + failure.getMessage());
        }
    }

    private Output run(Path files, List<String> input, List<String> arguments) throws IOException, NoAnswerException {
        File in = Files.writeString(
                        files.resolve("in"),
                        String.join("", input.stream().map(line -> line + "\n").toList()))
                .toFile();
        List<String> command = new ArrayList<>(List.of(program, "--no-pager"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(in)
                .redirectOutput(files.resolve("out").toFile())
                .redirectError(files.resolve("err").toFile());
        builder.environment().putAll(environment);
        builder.environment().putAll(SILENCE);
        int exitCode = await(builder.start(), arguments);
        return new Output(
                exitCode,
                Files.readString(files.resolve("out"), StandardCharsets.ISO_8859_1),
                decode(Files.readString(files.resolve("err"), StandardCharsets.ISO_8859_1))
                        .strip());
    }

    /** The text that these bytes are in UTF-8, whatever is wrong with it. */
    static String decode(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private int await(Process process, List<String> arguments) throws NoAnswerException {
        try {
            if (process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        throw new NoAnswerException("git " + arguments.get(0) + " did not end within " + patience.toSeconds() + " s");
    }
}
