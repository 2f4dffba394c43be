// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.config.Options;
import dev.limbeck.config.Settings;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The commands that a project runs on each new revision file: formatters, licence headers, version control. */
final class Hooks {
    private static final String FILE = "{file}";
    private static final Pattern WORD = Pattern.compile("(?:\"[^\"]*\"|'[^']*'|[^\\s\"'])++");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"|'([^']*)'");

    private final Path directory;
    private final List<Hook> hooks;

    private Hooks(Path directory, List<Hook> hooks) {
        this.directory = directory;
        this.hooks = List.copyOf(hooks);
    }

    private record Hook(String name, String line, List<String> command) {
        private String key() {
            return "limbeck.hook." + name;
        }
    }

    /**
     * The hooks of the settings.
     *
     * @throws MigrationException with code CONFIG_BAD_VALUE if one could not be run, so that no file is written first
     */
    static Hooks of(Settings settings) {
        Map<String, String> commands = settings.properties("hook");
        List<Hook> hooks = new ArrayList<>();
        for (String name : settings.find(Options.HOOKS).orElse(List.of())) {
            String line = commands.getOrDefault(name, "");
            Hook hook = new Hook(name, line, words(name, line));
            if (hook.command().stream().noneMatch(word -> word.contains(FILE))) {
                throw bad(
                        name,
                        commands.containsKey(name)
                                ? "has no {file}; write it where the path of the new file goes"
                                : "is not set, and limbeck.hooks names it; write its command line, with {file} for the"
                                        + " path of the new file");
            }
            hooks.add(hook);
        }
        return new Hooks(settings.directory(), hooks);
    }

    /** Parts a command line at its blanks, but for those in single or double quotes. */
    private static List<String> words(String name, String line) {
        if (!WORD.matcher(line).replaceAll("").isBlank()) {
            throw bad(name, "has a quote that does not end; close it");
        }
        return WORD.matcher(line)
                .results()
                .map(word -> QUOTED.matcher(word.group()).replaceAll("$1$2"))
                .toList();
    }

    private static MigrationException bad(String name, String reason) {
        return new MigrationException(
                ErrorCode.CONFIG_BAD_VALUE, "limbeck.hook." + name + " " + reason + ". No file was written.");
    }

    /** Runs them one after the other, up to the first that fails. */
    List<HookRun> run(Path file) {
        List<HookRun> runs = new ArrayList<>();
        for (Hook hook : hooks) {
            HookRun run = run(hook, file);
            runs.add(run);
            if (run.failure() != null) {
                break;
            }
        }
        return List.copyOf(runs);
    }

    private HookRun run(Hook hook, Path file) {
        List<String> command = hook.command().stream()
                .map(word -> word.replace(FILE, file.toString()))
                .toList();
        try {
            Process process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
            int status = process.waitFor();
            return new HookRun(
                    hook.name(), output, status == 0 ? null : failure(hook, "ended with status " + status, file));
        } catch (IOException unstartable) {
            return new HookRun(hook.name(), "", failure(hook, "could not be run: " + unstartable.getMessage(), file));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new HookRun(hook.name(), "", failure(hook, "was interrupted", file));
        }
    }

    private static @Nullable String failure(Hook hook, String what, Path file) {
        return "Post write hook '" + hook.name() + "' " + what + ". The file " + file
                + " was kept, and no later hook was run. Correct " + hook.key()
                + " or what it complains of, and run it on"
                + " the file yourself: " + hook.line().replace(FILE, file.toString());
    }
}
