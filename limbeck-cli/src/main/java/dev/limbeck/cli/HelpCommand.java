// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import dev.limbeck.config.Option;
import dev.limbeck.config.Options;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code limbeck help}. */
@Command(name = "help", description = "Shows the help of a command, or every setting.")
final class HelpCommand implements Subcommand {
    static final String SETTINGS = "settings";

    @Spec
    private @Nullable CommandSpec spec;

    private String topic = "";

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "TOPIC",
            defaultValue = "",
            description = "A command, or settings; nothing for the list of commands.")
    void topic(String given) {
        topic = given;
    }

    @Override
    public int run(Session session) {
        session.page(topic.equals(SETTINGS) ? settings() : usage());
        return ExitCode.DONE;
    }

    private String usage() {
        if (spec == null) {
            throw new IllegalStateException("picocli did not say where this command stands");
        }
        CommandLine root = spec.root().commandLine();
        CommandLine found = topic.isEmpty() ? root : root.getSubcommands().get(topic);
        if (found == null) {
            throw new ParameterException(spec.commandLine(), "There is no command '" + topic + "'");
        }
        return found.getUsageMessage();
    }

    private static String settings() {
        return "Settings, as --NAME VALUE or -D NAME=VALUE on the command line, limbeck.NAME in\n"
                + "limbeck.properties and among the system properties, LIMBECK_NAME in the\n"
                + "environment:\n"
                + Options.all().stream().map(HelpCommand::setting).collect(Collectors.joining())
                + Options.open().stream()
                        .map(prefix -> "\n" + prefix.name() + ".*\n" + indented(prefix.doc()))
                        .collect(Collectors.joining());
    }

    private static String setting(Option<?> option) {
        String type = option.type().label();
        return "\n" + option.name() + " (" + type
                + option.defaultText().map(text -> "; default: " + text).orElse("") + ")\n"
                + indented(option.doc() + (option.secret() ? " Not on the command line." : ""));
    }

    private static String indented(String text) {
        return TextLines.wrap(text, 76).stream()
                .map(line -> "    " + line + "\n")
                .collect(Collectors.joining());
    }
}
