// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import dev.limbeck.command.Workspace;
import dev.limbeck.config.Options;
import dev.limbeck.config.Settings;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.run.Event;
import dev.limbeck.run.Listener;
import java.io.Console;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Scanner;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One run of a command: its settings, and where its output goes. */
final class Session {
    private final Surroundings surroundings;
    private final GlobalOptions options;
    private final Interrupts interrupts;
    private @Nullable Scanner input;
    private @Nullable String password;
    private boolean toldOfPassword;

    Session(Surroundings surroundings, GlobalOptions options, Interrupts interrupts) {
        this.surroundings = surroundings;
        this.options = options;
        this.interrupts = interrupts;
    }

    /** Calls a use case on the project. */
    <R> R call(Function<Workspace, R> useCase) {
        EventLines lines = new EventLines(
                surroundings.err(),
                options.errorPalette(surroundings),
                surroundings.terminal().err());
        Listener listener = options.quiet() ? Listener.SILENT : lines;
        try (Workspace workspace = Workspace.open(settings(listener), listener)) {
            interrupts.running(workspace);
            return useCase.apply(workspace);
        } finally {
            interrupts.running(null);
            lines.end();
        }
    }

    /** What is set, of which secrets are kept off the screen from then on. */
    private Settings settings(Listener listener) {
        Map<String, String> flags = new LinkedHashMap<>(options.flags());
        if (options.asksPassword()) {
            flags.put(Options.PASSWORD.key(), password());
        }
        Settings settings = Settings.load(options.sources(surroundings, flags));
        if (surroundings.err() instanceof MaskedStream masked) {
            masked.learn(settings.secrets());
        }
        if (options.showPassword() && !toldOfPassword) {
            toldOfPassword = true;
            listener.on(new Event.Warning("A password stands on the command line, where every user of this machine can"
                    + " read it. Give it as " + Options.PASSWORD.variable()
                    + " in the environment, as ${file:PATH} in the configuration, or let it be asked for with"
                    + " --ask-password."));
        }
        return settings;
    }

    /** Asked once for all calls, and not shown while it is typed. From Java 22 on there is a console without a terminal. */
    @SuppressWarnings("SystemConsoleNull")
    private String password() {
        if (password == null) {
            Console console = System.console();
            if (console == null || !surroundings.terminal().in()) {
                throw new MigrationException(
                        ErrorCode.QUESTION_OPEN,
                        "--ask-password finds no terminal to ask at. Give the password as "
                                + Options.PASSWORD.variable() + " in the environment, or as ${file:PATH} in the"
                                + " configuration.");
            }
            char[] typed = interrupts.asking(() -> console.readPassword("Password: "));
            password = typed == null ? "" : new String(typed);
        }
        return password;
    }

    /** What was set on the command line, by full key. */
    Map<String, String> flags() {
        return options.flags();
    }

    /** The variables of the shell. */
    Map<String, String> environment() {
        return surroundings.environment();
    }

    /** The path as it was typed, from the folder in which it was typed. */
    Path resolve(String path) {
        return surroundings.workingDirectory().resolve(path).normalize();
    }

    /** The configuration file that was named, or the one to write in the working directory. */
    Path newFile() {
        Path named = options.file(surroundings.environment()).orElse(Path.of("limbeck.properties"));
        return surroundings.workingDirectory().resolve(named).normalize();
    }

    /** Prints a result as it is. */
    void print(String text) {
        surroundings.out().print(text);
        surroundings.out().flush();
    }

    /** Prints a result a screen at a time, where a person sits at the screen. */
    void page(String text) {
        boolean paged = surroundings.terminal().out() && options.paging();
        Optional<Pager> pager = paged && !text.isEmpty() ? Pager.of(surroundings) : Optional.empty();
        surroundings.out().flush();
        surroundings.err().flush();
        if (pager.isEmpty() || !pager.get().show(text, surroundings.charset())) {
            print(text);
        }
    }

    /** The colours of results. */
    Palette palette() {
        return options.palette(surroundings);
    }

    /** Prints a line that tells what was done. */
    void status(String line) {
        if (!options.quiet()) {
            print(palette().status(line) + "\n");
        }
    }

    /** Asks whether to go on, if somebody is there to answer; anything but a yes is a no. */
    Answer ask(String question) {
        return line(question + " [y/N] ")
                .map(line -> line.equals("y") || line.equals("yes") ? Answer.YES : Answer.NO)
                .orElse(Answer.NOBODY);
    }

    /**
     * Asks for one of several answers, until it is one, or for any text; empty where nobody is there, or the input has
     * ended.
     */
    Optional<String> choose(String question, List<String> answers) {
        if (answers.isEmpty()) {
            return typed(question + " ");
        }
        String choice = answers.stream().map(Session::marked).collect(Collectors.joining("/", " [", "] "));
        for (Optional<String> line = line(question + choice); line.isPresent(); line = line("Type" + choice)) {
            String typed = line.get();
            Optional<String> answer = answers.stream()
                    .filter(each -> !typed.isEmpty() && each.startsWith(typed))
                    .findFirst();
            if (answer.isPresent() || typed.isEmpty()) {
                return answer;
            }
        }
        return Optional.empty();
    }

    private static String marked(String answer) {
        return "(" + answer.charAt(0) + ")" + answer.substring(1);
    }

    private Optional<String> line(String prompt) {
        return typed(prompt).map(line -> line.toLowerCase(Locale.ROOT));
    }

    /** The line that somebody types behind a prompt; an empty one where the input has ended. */
    private Optional<String> typed(String prompt) {
        if (!surroundings.terminal().in() || !surroundings.terminal().err()) {
            return Optional.empty();
        }
        surroundings.err().print(prompt);
        surroundings.err().flush();
        return interrupts.asking(
                () -> Optional.of(input().hasNextLine() ? input().nextLine().strip() : ""));
    }

    /** One for the whole session, for it reads more than a line ahead. */
    private Scanner input() {
        if (input == null) {
            input = new Scanner(surroundings.in(), StandardCharsets.UTF_8);
        }
        return input;
    }

    /** Prints the reason of an exit code that is not 0. */
    void failed(String message) {
        Failures.print(surroundings.err(), options.errorPalette(surroundings), message);
    }
}
