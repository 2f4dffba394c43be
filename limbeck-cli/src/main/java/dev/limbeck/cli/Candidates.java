// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What a shell may complete a value to: the words that people write, where there is a choice of some. */
final class Candidates {
    private Candidates() {}

    static void addTo(CommandSpec root) {
        List<String> topics = new ArrayList<>(root.subcommands().keySet());
        topics.add(HelpCommand.SETTINGS);
        spell(root);
        root.subcommands().values().forEach(command -> spell(command.getCommandSpec()));
        root.subcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(command -> command.userObject() instanceof HelpCommand)
                .forEach(help ->
                        List.copyOf(help.positionalParameters()).forEach(topic -> replace(help, topic, topics)));
    }

    /** Picocli would offer the names of constants in capitals. */
    private static void spell(CommandSpec command) {
        for (OptionSpec option : List.copyOf(command.options())) {
            // The others are taken out and put back as well, since their order is that of the help.
            command.remove(option);
            command.add(
                    option.type().isEnum()
                            ? OptionSpec.builder(option)
                                    .completionCandidates(words(option))
                                    .build()
                            : option);
        }
        for (PositionalParamSpec positional : List.copyOf(command.positionalParameters())) {
            if (positional.type().isEnum()) {
                replace(command, positional, words(positional));
            }
        }
    }

    private static void replace(CommandSpec command, PositionalParamSpec positional, List<String> words) {
        command.remove(positional);
        command.add(PositionalParamSpec.builder(positional)
                .completionCandidates(words)
                .build());
    }

    private static List<String> words(ArgSpec choice) {
        return Stream.of(choice.type().getEnumConstants())
                .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                .toList();
    }
}
