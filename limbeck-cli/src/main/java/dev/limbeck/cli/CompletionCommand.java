// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code limbeck completion}. */
@Command(
        name = "completion",
        description = "Prints a script by which a shell completes commands, options and their values.")
final class CompletionCommand implements Subcommand {
    /** The shells; picocli reads them without regard to case. */
    enum Shell {
        BASH,
        ZSH
    }

    /** One script serves both: under zsh it loads zsh's support of bash completions first. */
    @Parameters(index = "0", paramLabel = "SHELL", description = "bash or zsh.")
    void shell(@SuppressWarnings("unused") Shell given) {
        // asked for because a script that serves further shells would be another one
    }

    @Override
    public int run(Session session) {
        CommandLine all = Grammar.create();
        session.print(AutoComplete.bash(all.getCommandName(), all));
        return ExitCode.DONE;
    }
}
