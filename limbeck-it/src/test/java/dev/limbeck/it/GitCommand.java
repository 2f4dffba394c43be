// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The git command as a story uses it: always the same author, date and settings. */
final class GitCommand {
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "GIT_CONFIG_GLOBAL", "/dev/null",
            "GIT_CONFIG_NOSYSTEM", "1",
            "GIT_AUTHOR_NAME", "Ann",
            "GIT_AUTHOR_EMAIL", "ann@example.com",
            "GIT_AUTHOR_DATE", "2026-11-20T10:00:00Z",
            "GIT_COMMITTER_NAME", "Ann",
            "GIT_COMMITTER_EMAIL", "ann@example.com",
            "GIT_COMMITTER_DATE", "2026-11-20T10:00:00Z",
            "GIT_EDITOR", "true");

    private GitCommand() {}

    static Limbeck.Outcome run(Path folder, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("git", "--no-pager"));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(ENVIRONMENT);
        Process git = builder.start();
        git.getOutputStream().close();
        String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new Limbeck.Outcome(git.waitFor(), said, said);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }
}
