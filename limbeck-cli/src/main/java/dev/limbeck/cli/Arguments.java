// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/** Takes the words of the command line as Alembic spells them, with underscores, for ours with hyphens. */
final class Arguments {
    private final Set<String> known = new HashSet<>();

    Arguments(CommandSpec root) {
        add(root);
        root.subcommands().values().forEach(command -> add(command.getCommandSpec()));
        known.addAll(root.subcommands().keySet());
    }

    private void add(CommandSpec command) {
        known.addAll(command.optionsMap().keySet());
    }

    String[] normalise(String... arguments) {
        List<String> normalised = new ArrayList<>();
        boolean rest = false;
        for (String argument : arguments) {
            rest = rest || argument.equals("--");
            normalised.add(rest ? argument : word(argument));
        }
        return normalised.toArray(String[]::new);
    }

    /** Only what then names an option or a command is changed: a value keeps its underscores. */
    private String word(String argument) {
        int equals = argument.startsWith("--") ? argument.indexOf('=') : -1;
        String name = equals < 0 ? argument : argument.substring(0, equals);
        String hyphens = name.replace('_', '-');
        return known.contains(hyphens) && !known.contains(name)
                ? hyphens + argument.substring(name.length())
                : argument;
    }
}
