// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import dev.limbeck.config.Option;
import dev.limbeck.config.Options;
import dev.limbeck.config.Sources;
import dev.limbeck.error.Secrets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * The options that stand before a command, and after it as well: those of the command line itself, and one for each of
 * the catalogue that is not a secret.
 */
final class GlobalOptions {
    private static final String CONFIG = "--config";
    private static final String ARGUMENT = "-x";
    private static final String DEFINE = "-D";
    private static final String ASK_PASSWORD = "--ask-password";
    private static final String QUIET = "--quiet";
    private static final String RAISE = "--raiseerr";
    private static final String COLOUR = "--color";
    private static final String NO_PAGER = "--no-pager";

    /** What a command is for, or takes with it, so that its own help tells of them; the others stand in a file. */
    private static final Map<String, Set<String>> SHOWN_BY = Map.of(
            "limbeck", Set.of("url", "user", "locations"),
            "init", Set.of("url", "models", "locations", "package", "revision-language"),
            "upgrade", Set.of("tag", "single-transaction"),
            "downgrade", Set.of("tag", "single-transaction"),
            "stamp", Set.of("tag"));

    /** What is said by its name alone where a command shows it; elsewhere it takes true or false. */
    private static final Set<String> FLAGS = Set.of(Options.SINGLE_TRANSACTION.name());

    private final ParseResult parsed;

    private GlobalOptions(ParseResult parsed) {
        this.parsed = parsed;
    }

    static GlobalOptions of(ParseResult parsed) {
        return new GlobalOptions(parsed);
    }

    /** Adds the options to the root and, hidden where it does not use their names otherwise, to each of these commands. */
    static void addTo(CommandSpec root, Predicate<String> commands) {
        specs(root, false);
        root.subcommands().forEach((name, command) -> {
            if (commands.test(name)) {
                specs(command.getCommandSpec(), true);
            }
        });
    }

    private static void specs(CommandSpec command, boolean below) {
        add(
                command,
                below,
                OptionSpec.builder("-c", CONFIG)
                        .type(String.class)
                        .paramLabel("FILE")
                        .description("The configuration file, instead of the nearest limbeck.properties."));
        add(
                command,
                below,
                OptionSpec.builder(ARGUMENT)
                        .type(String[].class)
                        .arity("1")
                        .paramLabel("KEY=VALUE")
                        .description(
                                "Gives a value to the placeholders $${x:KEY} of the configuration, and to migrations that"
                                        + " ask for it."));
        add(
                command,
                below,
                OptionSpec.builder(DEFINE)
                        .type(String[].class)
                        .arity("1")
                        .paramLabel("KEY=VALUE")
                        .description("Sets any key of the configuration, with or without its 'limbeck.'."));
        add(
                command,
                below,
                OptionSpec.builder("-W", ASK_PASSWORD)
                        .type(boolean.class)
                        .arity("0")
                        .description("Asks for the password of the database at the terminal."));
        add(
                command,
                below,
                OptionSpec.builder("-q", QUIET)
                        .type(boolean.class)
                        .arity("0")
                        .description("Prints results and failures only."));
        add(
                command,
                below,
                OptionSpec.builder(RAISE)
                        .type(boolean.class)
                        .arity("0")
                        .description("Prints the stack trace of a failure."));
        add(
                command,
                below,
                OptionSpec.builder(COLOUR)
                        .type(Palette.When.class)
                        .paramLabel("WHEN")
                        .description("always, never, or auto: on a terminal, unless NO_COLOR is set (default: auto)."));
        add(
                command,
                below,
                OptionSpec.builder(NO_PAGER)
                        .type(boolean.class)
                        .arity("0")
                        .description("Prints long reports at once and not a screen at a time."));
        for (Option<?> option : Options.all()) {
            if (!option.secret()) {
                boolean shown = SHOWN_BY.getOrDefault(command.name(), Set.of()).contains(option.name());
                boolean flag = shown && FLAGS.contains(option.name());
                OptionSpec.Builder spec = OptionSpec.builder("--" + option.name());
                add(
                        command,
                        !shown,
                        (flag
                                        ? spec.type(boolean.class).arity("0")
                                        : spec.type(String.class).paramLabel("VALUE"))
                                .description(option.doc().replace("%", "%%").replace("${", "$${")));
            }
        }
    }

    /** Leaves out the names that the command has a meaning of its own for, as {@code current} has for {@code -c}. */
    private static void add(CommandSpec command, boolean hidden, OptionSpec.Builder option) {
        String[] free = List.of(option.names()).stream()
                .filter(name -> !command.optionsMap().containsKey(name))
                .toArray(String[]::new);
        command.addOption(option.names(free).hidden(hidden).build());
    }

    boolean asksPassword() {
        return isGiven(ASK_PASSWORD);
    }

    /** Whether a password stands on the command line, where every user of the machine can read it. */
    boolean showPassword() {
        return flags().entrySet().stream()
                .anyMatch(flag -> Options.all().stream()
                                .anyMatch(option ->
                                        option.secret() && option.key().equals(flag.getKey()))
                        || !Secrets.in(flag.getValue()).isEmpty());
    }

    boolean quiet() {
        return isGiven(QUIET);
    }

    boolean raiseErrors() {
        return isGiven(RAISE);
    }

    boolean paging() {
        return !isGiven(NO_PAGER);
    }

    /** The colours of standard output. */
    Palette palette(Surroundings surroundings) {
        return Palette.of(colour(), surroundings.terminal().out(), surroundings.environment());
    }

    /** The colours of standard error. */
    Palette errorPalette(Surroundings surroundings) {
        return Palette.of(colour(), surroundings.terminal().err(), surroundings.environment());
    }

    private Palette.When colour() {
        List<String> given = values(COLOUR);
        return given.isEmpty()
                ? Palette.When.AUTO
                : Palette.When.valueOf(given.get(given.size() - 1).toUpperCase(Locale.ROOT));
    }

    /** The file that was named, by flag or in the environment. */
    Optional<Path> file(Map<String, String> environment) {
        List<String> named = values(CONFIG);
        return named.isEmpty()
                ? Optional.ofNullable(environment.get("LIMBECK_CONFIG"))
                        .filter(name -> !name.isBlank())
                        .map(Path::of)
                : Optional.of(Path.of(named.get(named.size() - 1)));
    }

    Sources sources(Surroundings surroundings) {
        return sources(surroundings, flags());
    }

    /** The same with other flags than those of the command line. */
    Sources sources(Surroundings surroundings, Map<String, String> flags) {
        @Nullable Path file = file(surroundings.environment()).orElse(null);
        return new Sources(
                flags,
                pairs(ARGUMENT),
                surroundings.systemProperties(),
                surroundings.environment(),
                file,
                surroundings.workingDirectory());
    }

    /** What was set on the command line, by full key. */
    Map<String, String> flags() {
        Map<String, String> flags = new LinkedHashMap<>();
        pairs(DEFINE).forEach((key, value) -> flags.put(fullKey(key), value));
        for (Option<?> option : Options.all()) {
            values("--" + option.name()).forEach(value -> flags.put(option.key(), value));
        }
        return flags;
    }

    private static String fullKey(String key) {
        return key.startsWith(Options.PREFIX) ? key : Options.PREFIX + key;
    }

    private Map<String, String> pairs(String option) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : values(option)) {
            int equals = pair.indexOf('=');
            if (equals < 0 && option.equals(DEFINE)) {
                throw new ParameterException(
                        parsed.commandSpec().commandLine(), "Option -D needs KEY=VALUE, not '" + pair + "'");
            }
            pairs.put(equals < 0 ? pair : pair.substring(0, equals), equals < 0 ? "" : pair.substring(equals + 1));
        }
        return pairs;
    }

    private boolean isGiven(String name) {
        return chain().stream().anyMatch(level -> level.hasMatchedOption(name));
    }

    /** The values of an option on every level, that nearest to the end of the line last. */
    private List<String> values(String name) {
        return chain().stream()
                .filter(level -> level.hasMatchedOption(name))
                .map(level -> level.matchedOption(name))
                .flatMap(GlobalOptions::values)
                .toList();
    }

    /** A flag that a command has for an option that takes a value elsewhere says yes. */
    private static Stream<String> values(OptionSpec option) {
        return option.arity().max() == 0 ? Stream.of("true") : option.stringValues().stream();
    }

    private List<ParseResult> chain() {
        List<ParseResult> chain = new ArrayList<>();
        for (ParseResult level = parsed; level != null; level = level.subcommand()) {
            chain.add(level);
        }
        return chain;
    }
}
