// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code limbeck completion}. */
@Command(
        name = "completion",
        description = "Prints a script by which a shell completes commands, options and their values.")
final class CompletionCommand implements Subcommand {
    @Spec
    private @Nullable CommandSpec spec;

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
        if (spec == null) {
            throw new IllegalStateException("picocli did not say where this command stands");
        }
        session.print(AutoComplete.bash(spec.root().name(), spec.root().commandLine()));
        return ExitCode.DONE;
    }
}
