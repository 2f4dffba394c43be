// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.IHelpSectionRenderer;

/** The commands by what they are for. */
final class CommandList implements IHelpSectionRenderer {
    private static final int WIDTH = 80;
    private static final int INDENT = 2;
    private static final String OTHERS = "More";

    private static final Map<String, List<String>> GROUPS = groups();

    private static Map<String, List<String>> groups() {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        groups.put("Start", List.of("init", "baseline", "list-templates"));
        groups.put("Write revisions", List.of("revision", "merge", "rebase", "edit", "check"));
        groups.put(
                "Move a database",
                List.of("upgrade", "downgrade", "stamp", "resolve", "ensure-version", "reset", "protect"));
        groups.put("Look", List.of("current", "status", "log", "diff", "history", "heads", "branches", "show"));
        return groups;
    }

    @Override
    public String render(Help help) {
        Map<String, Help> left = new LinkedHashMap<>(help.subcommands());
        int longest = left.keySet().stream().mapToInt(String::length).max().orElse(0);
        StringBuilder text = new StringBuilder();
        GROUPS.forEach((heading, names) -> text.append(group(heading, take(left, names), longest)));
        return text.append(group(OTHERS, left, longest)).toString();
    }

    private static Map<String, Help> take(Map<String, Help> left, List<String> names) {
        Map<String, Help> taken = new LinkedHashMap<>();
        names.stream().filter(left::containsKey).forEach(name -> taken.put(name, left.get(name)));
        left.keySet().removeAll(taken.keySet());
        return taken;
    }

    private static String group(String heading, Map<String, Help> commands, int longest) {
        if (commands.isEmpty()) {
            return "";
        }
        int names = INDENT + longest + INDENT;
        TextTable table = TextTable.forColumns(
                Help.defaultColorScheme(Ansi.OFF),
                new Column(names, INDENT, Column.Overflow.SPAN),
                new Column(WIDTH - names, 0, Column.Overflow.WRAP));
        commands.forEach((name, command) -> table.addRowValues(name, description(command)));
        return "\n" + heading + ":\n" + table;
    }

    private static String description(Help command) {
        return List.of(command.commandSpec().usageMessage().description()).stream()
                .collect(Collectors.joining(" "));
    }
}
