// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** What the command line may say. */
final class Grammar {
    private static final List<String> ROOT_SECTIONS = List.of(
            UsageMessageSpec.SECTION_KEY_SYNOPSIS_HEADING,
            UsageMessageSpec.SECTION_KEY_SYNOPSIS,
            UsageMessageSpec.SECTION_KEY_DESCRIPTION,
            UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING,
            UsageMessageSpec.SECTION_KEY_COMMAND_LIST,
            UsageMessageSpec.SECTION_KEY_OPTION_LIST_HEADING,
            UsageMessageSpec.SECTION_KEY_OPTION_LIST);

    private Grammar() {}

    static CommandLine create() {
        CommandLine root = new CommandLine(new RootCommand());
        commands().forEach(root::addSubcommand);
        root.getSubcommands().values().forEach(command -> shape(command.getCommandSpec()));
        GlobalOptions.addTo(root.getCommandSpec());
        root.getCommandSpec()
                .usageMessage()
                .sortOptions(false)
                .sectionKeys(ROOT_SECTIONS)
                .commandListHeading("%nCommands:%n")
                .optionListHeading("%nOptions, before or after the command:%n");
        return root.setCaseInsensitiveEnumValuesAllowed(true)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
    }

    private static Stream<Subcommand> commands() {
        return Stream.of(
                new InitCommand(),
                new RevisionCommand(),
                new MergeCommand(),
                new EditCommand(),
                new CheckCommand(),
                new UpgradeCommand(),
                new DowngradeCommand(),
                new StampCommand(),
                new CurrentCommand(),
                new HistoryCommand(),
                new HeadsCommand(),
                new BranchesCommand(),
                new ShowCommand(),
                new ListTemplatesCommand());
    }

    private static void shape(CommandSpec command) {
        command.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .arity("0")
                .type(boolean.class)
                .description("Shows this help.")
                .build());
        command.usageMessage().sortOptions(false).footer("", "More options: limbeck --help.");
        command.parser().unmatchedOptionsArePositionalParams(takesRevisions(command));
    }

    /** A revision such as {@code -1} looks like an option that nobody knows. */
    private static boolean takesRevisions(CommandSpec command) {
        return command.positionalParameters().stream()
                .flatMap(parameter -> Stream.of(parameter.converters()))
                .anyMatch(RevisionArgument.class::isInstance);
    }
}
