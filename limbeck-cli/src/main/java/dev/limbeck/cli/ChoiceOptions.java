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

    /** The choices of a command that only looks. */
    Choices unasked() {
        return new Choices(Map.of(), renames, drops, Questions.NOBODY);
    }

    /** The choices, and whoever sits at the terminal; nobody does where a program reads what is printed. */
    Choices with(Map<String, String> defaults, Session session, OutputFormat output) {
        return new Choices(defaults, renames, drops, output.isJson() ? Questions.NOBODY : session::choose);
    }
}
