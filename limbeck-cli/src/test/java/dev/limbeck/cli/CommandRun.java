// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Runs the command in this process, in a folder, and keeps what it prints. */
record CommandRun(int exitCode, String out, String err) {

    static CommandRun of(Path folder, String... arguments) {
        return of(folder, Map.of(), arguments);
    }

    static CommandRun of(Path folder, Map<String, String> environment, String... arguments) {
        return of(folder, environment, false, arguments);
    }

    static CommandRun of(Path folder, Map<String, String> environment, boolean errTerminal, String... arguments) {
        return of(folder, environment, new Terminal(false, false, errTerminal, 80), arguments);
    }

    static CommandRun of(Path folder, Map<String, String> environment, Terminal terminal, String... arguments) {
        return of(folder, environment, InputStream.nullInputStream(), terminal, arguments);
    }

    /** With a person at the terminal who types this. */
    static CommandRun answering(String typed, Path folder, String... arguments) {
        InputStream in = new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8));
        return of(folder, Map.of("NO_COLOR", "1"), in, new Terminal(true, true, true, 80), arguments);
    }

    private static CommandRun of(
            Path folder, Map<String, String> environment, InputStream in, Terminal terminal, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Surroundings surroundings = new Surroundings(
                in,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                new LinkedHashMap<>(environment),
                Map.of(),
                folder,
                terminal);
        int exitCode = new Main(surroundings).run(arguments);
        return new CommandRun(
                exitCode,
                out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n"),
                err.toString(StandardCharsets.UTF_8).replace("\r\n", "\n"));
    }
}
