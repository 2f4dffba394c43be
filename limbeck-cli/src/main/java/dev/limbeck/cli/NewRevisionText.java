// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import dev.limbeck.command.CreateRevision;
import dev.limbeck.command.HookRun;
import java.util.Optional;
import java.util.stream.Stream;

/** What became of a new revision. */
final class NewRevisionText {
    private NewRevisionText() {}

    /** Prints it, and gives the exit code. */
    static int print(Session session, OutputFormat output, CreateRevision.Result result) {
        if (output.isJson()) {
            session.print(Json.write(result));
        } else {
            session.status(result.file()
                    .map(file -> "Generating " + file + " ...  done")
                    .orElse(CheckCommand.NOTHING_NEW));
            result.hooks().forEach(hook -> session.status(text(hook)));
        }
        Optional<String> failure = result.hooks().stream()
                .flatMap(hook -> Stream.ofNullable(hook.failure()))
                .findFirst();
        failure.ifPresent(session::failed);
        return failure.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static String text(HookRun hook) {
        String output = hook.output().isEmpty() || hook.output().endsWith("\n") ? hook.output() : hook.output() + "\n";
        return "Running post write hook '" + hook.name() + "' ...\n" + output
                + (hook.failure() == null ? "  done" : "  failed");
    }
}
