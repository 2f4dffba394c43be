// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import dev.limbeck.command.Init;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code limbeck init}. */
@Command(
        name = "init",
        description = "Looks at the project and writes a limbeck.properties that fits it. Overwrites nothing.")
final class InitCommand implements Subcommand {
    @Option(
            names = {"-t", "--template"},
            paramLabel = "NAME",
            description = "A way to set up that list-templates lists, instead of the usual one.")
    private @Nullable String template;

    @Mixin
    private final OutputFormat output = new OutputFormat();

    @Override
    public int run(Session session) {
        Init.Result result = new Init().run(new Init.Request(session.newFile(), session.flags(), template));
        if (output.isJson()) {
            session.print(Json.write(result));
        } else {
            result.found().forEach(found -> session.status("Found " + found));
            result.actions().forEach(action -> session.status(line(action)));
            result.advice().forEach(advice -> session.status("Note: " + advice));
        }
        return ExitCode.DONE;
    }

    private static String line(Init.Action action) {
        String verb = switch (action.deed()) {
            case CREATED_DIRECTORY -> "Creating directory ";
            case GENERATED -> "Generating ";
            case APPENDED -> "Appending to existing ";
        };
        return verb + action.path() + " ...  done";
    }
}
