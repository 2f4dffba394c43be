// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import dev.limbeck.command.Choices;
import dev.limbeck.diff.Questions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** What is said on the command line of what two schemas do not tell. */
final class ChoiceOptions {
    @Option(
            names = "--rename",
            paramLabel = "OLD=NEW",
            description = "What has another name now: table=new, table.column=new (an index or a constraint as well),"
                    + " type.VALUE=NEW (repeatable).")
    private List<String> renames = new ArrayList<>();

    @Option(
            names = "--drop",
            paramLabel = "NAME",
            description = "What is really dropped, though something like it is added: table, table.column, type.VALUE"
                    + " (repeatable).")
    private List<String> drops = new ArrayList<>();

    @Option(
            names = "--no-drops",
            description =
                    "Leaves tables, columns, sequences, types and extensions that nobody wants any more for later.")
    private boolean noDrops;

    @Option(names = "--show-ignored", description = "Lists what the comparison leaves alone, and why.")
    private boolean showIgnored;

    /** The choices of a command that only looks. */
    Choices unasked() {
        return new Choices(Map.of(), false, renames, drops, noDrops, showIgnored, Questions.NOBODY);
    }

    /** The choices, and whoever sits at the terminal; nobody does where a program reads what is printed. */
    Choices with(Map<String, String> defaults, boolean backfill, Session session, OutputFormat output) {
        return new Choices(
                defaults,
                backfill,
                renames,
                drops,
                noDrops,
                showIgnored,
                output.isJson() ? Questions.NOBODY : session::choose);
    }
}
