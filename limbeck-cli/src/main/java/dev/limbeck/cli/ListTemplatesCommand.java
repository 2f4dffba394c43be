// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import dev.limbeck.command.ListTemplates;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code limbeck list-templates}. */
@Command(name = "list-templates", description = "Lists the templates that init can set a project up with.")
final class ListTemplatesCommand implements Subcommand {
    @Mixin
    private final OutputFormat output = new OutputFormat();

    @Override
    public int run(Session session) {
        output.print(session, new ListTemplates().run(), ListTemplatesCommand::text);
        return ExitCode.DONE;
    }

    private static String text(ListTemplates.Result result) {
        return "Available templates:\n"
                + result.templates().stream()
                        .map(template -> template.name() + " - " + template.description() + "\n")
                        .collect(Collectors.joining())
                + "\nTemplates are used via the 'init' command, e.g.:\n\n  limbeck init --template "
                + result.templates().get(0).name() + "\n";
    }
}
