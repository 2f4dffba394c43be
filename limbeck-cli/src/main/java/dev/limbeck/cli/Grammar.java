// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
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
            UsageMessageSpec.SECTION_KEY_COMMAND_LIST,
            UsageMessageSpec.SECTION_KEY_OPTION_LIST_HEADING,
            UsageMessageSpec.SECTION_KEY_OPTION_LIST,
            UsageMessageSpec.SECTION_KEY_FOOTER);

    private Grammar() {}

    /** All of it, with what a shell completes values to. */
    static CommandLine create() {
        CommandLine root = create(command -> true);
        Candidates.addTo(root.getCommandSpec());
        return root;
    }

    /** As much as is needed to understand a line: commands that it does not name are without the global options. */
    static CommandLine createFor(String... words) {
        return create(Set.copyOf(List.of(words))::contains);
    }

    private static CommandLine create(Predicate<String> isNamed) {
        CommandLine root = new CommandLine(new RootCommand());
        commands().forEach(root::addSubcommand);
        root.getSubcommands().values().forEach(command -> shape(command.getCommandSpec()));
        root.getCommandSpec().addOption(help()).addOption(version());
        GlobalOptions.addTo(root.getCommandSpec(), isNamed);
        root.getCommandSpec()
                .usageMessage()
                .sortOptions(false)
                .sectionKeys(ROOT_SECTIONS)
                .optionListHeading("%nOptions, before or after the command:%n")
                .footer(
                        "",
                        "Every setting is an option, too: limbeck help settings.",
                        "All about a command, with examples: limbeck help COMMAND.");
        root.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, new CommandList());
        return root.setCaseInsensitiveEnumValuesAllowed(true)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
    }

    private static Stream<Subcommand> commands() {
        return Stream.of(
                new InitCommand(),
                new BaselineCommand(),
                new RevisionCommand(),
                new MergeCommand(),
                new RebaseCommand(),
                new EditCommand(),
                new CheckCommand(),
                new DiffCommand(),
                new UpgradeCommand(),
                new DowngradeCommand(),
                new StampCommand(),
                new EnsureVersionCommand(),
                new ResolveCommand(),
                new ResetCommand(),
                new ProtectCommand(),
                new CurrentCommand(),
                new StatusCommand(),
                new LogCommand(),
                new HistoryCommand(),
                new HeadsCommand(),
                new BranchesCommand(),
                new ShowCommand(),
                new ListTemplatesCommand(),
                new CompletionCommand(),
                new HelpCommand());
    }

    private static void shape(CommandSpec command) {
        command.addOption(help());
        command.usageMessage().sortOptions(false).footer(footer(Examples.of(command.name())));
        command.parser().unmatchedOptionsArePositionalParams(takesRevisions(command));
    }

    private static OptionSpec help() {
        return OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .arity("0")
                .type(boolean.class)
                .description("Shows this help.")
                .build();
    }

    private static OptionSpec version() {
        return OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .arity("0")
                .type(boolean.class)
                .description("Tells the version.")
                .build();
    }

    private static String[] footer(List<String> examples) {
        List<String> lines = new ArrayList<>();
        if (!examples.isEmpty()) {
            lines.addAll(List.of("", examples.size() == 1 ? "Example:" : "Examples:"));
            examples.forEach(example -> lines.add("  " + example));
        }
        lines.addAll(List.of("", "More options: limbeck --help."));
        return lines.toArray(String[]::new);
    }

    /** A revision such as {@code -1} looks like an option that nobody knows. */
    private static boolean takesRevisions(CommandSpec command) {
        return command.positionalParameters().stream()
                .flatMap(parameter -> Stream.of(parameter.converters()))
                .anyMatch(RevisionArgument.class::isInstance);
    }
}
