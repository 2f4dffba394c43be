// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The {@code limbeck} command. It holds no state: a program may run it as often as it likes, from many threads. */
public final class Main {
    private static final int SYNOPSIS_HEADING = "Usage: ".length();

    private final Surroundings surroundings;
    private final Interrupts interrupts;

    public Main(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.interrupts = new Interrupts(() -> surroundings
                .err()
                .println("Interrupted: what is running is ended, and rolled back where that can be."
                        + " Once more ends the process at once."));
    }

    /** Runs the command in this process and ends the process with its exit code. */
    public static void main(String[] arguments) {
        Main main = new Main(Surroundings.ofProcess());
        main.interrupts.install();
        System.exit(main.run(arguments));
    }

    /** Runs the command and gives its exit code: 0 done, 1 failed or found something, 2 wrong usage, 130 interrupted. */
    public int run(String... arguments) {
        MaskedStream err = new MaskedStream(surroundings.err());
        err.learnFrom(arguments);
        CommandLine commandLine = Grammar.createFor(arguments)
                .setOut(writer(surroundings.out()))
                .setErr(writer(err))
                .setExecutionStrategy(parsed -> execute(parsed, surroundings.withErr(err)))
                .setParameterExceptionHandler((failure, line) -> usage(failure));
        try {
            return commandLine.execute(new Arguments(commandLine.getCommandSpec()).normalise(arguments));
        } finally {
            surroundings.out().flush();
            err.flush();
        }
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new StreamWriter(stream), true);
    }

    /** The one place where failures end. */
    private int execute(ParseResult parsed, Surroundings surroundings) {
        Integer help = CommandLine.executeHelpRequest(parsed);
        if (help != null) {
            return help;
        }
        if (!parsed.hasSubcommand()) {
            throw new ParameterException(parsed.commandSpec().commandLine(), "Missing command");
        }
        GlobalOptions options = GlobalOptions.of(parsed);
        Subcommand command = (Subcommand) parsed.subcommand().commandSpec().userObject();
        try {
            return command.run(new Session(surroundings, options, interrupts));
        } catch (ParameterException usage) {
            throw usage;
        } catch (RuntimeException | Error failure) {
            Palette palette = options.errorPalette(surroundings);
            if (Failures.isInterrupt(failure) || interrupts.isRequested()) {
                Failures.printInterrupt(surroundings.err(), palette, failure, options.raiseErrors());
                return ExitCode.INTERRUPTED;
            }
            Failures.print(surroundings.err(), palette, failure, options.raiseErrors());
            return ExitCode.FAILED;
        }
    }

    private int usage(ParameterException failure) {
        CommandLine command = failure.getCommandLine();
        PrintWriter err = command.getErr();
        String name = command.getCommandSpec().qualifiedName();
        err.println(name + ": " + failure.getMessage());
        UnmatchedArgumentException.printSuggestions(failure, err);
        err.print(command.getHelp().synopsisHeading() + command.getHelp().synopsis(SYNOPSIS_HEADING));
        err.println("Try '" + name + " --help'.");
        err.flush();
        return ExitCode.USAGE;
    }
}
