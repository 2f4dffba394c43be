// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import dev.limbeck.command.CreateRevision;
import dev.limbeck.command.HookRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What became of a new revision. */
final class NewRevisionText {
    private NewRevisionText() {}

    /** Prints it, and gives the exit code. */
    static int print(Session session, OutputFormat output, CreateRevision.Result result) {
        return print(session, output, result, result.file(), result.hooks());
    }

    /** The same for any result that has a file, if one was written, on which hooks ran. */
    static int print(Session session, OutputFormat output, Object result, Optional<Path> written, List<HookRun> hooks) {
        if (output.isJson()) {
            session.print(Json.write(result));
        } else {
            session.status(
                    written.map(file -> "Generating " + file + " ...  done").orElse(CheckCommand.NOTHING_NEW));
            hooks.forEach(hook -> session.status(text(hook)));
        }
        Optional<String> failure = hooks.stream()
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
