// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.config;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.Location;
import dev.limbeck.error.MigrationException;
import dev.limbeck.error.Spelling;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts the sources on top of each other and gathers everything that is wrong with them. */
final class SettingsReader {
    private final Sources sources;
    private final SortedMap<String, Setting> settings = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();

    SettingsReader(Sources sources) {
        this.sources = sources;
    }

    Settings read() {
        Optional<Path> file = file();
        Settings read = read(file);
        if (file.isEmpty() && settings.isEmpty()) {
            throw nothingFound();
        }
        return read;
    }

    /** Reads without looking for a file. */
    Settings read(Optional<Path> file) {
        Path directory = file.map(Path::getParent).orElse(sources.workingDirectory());
        file.ifPresent(found -> readFile(found, directory));
        readEnvironment();
        sources.systemProperties().forEach((key, value) -> {
            if (key.startsWith(Options.PREFIX)) {
                put(key, value, "the system property " + key, null);
            }
        });
        sources.flags().forEach((key, value) -> put(key, value, "the command line", null));
        checkTypes();
        throwProblems();
        return new Settings(settings, sources.arguments(), directory, file.orElse(null));
    }

    private Optional<Path> file() {
        Path named = sources.file();
        return named == null
                ? PropertyFile.search(sources.workingDirectory())
                : Optional.of(sources.workingDirectory().resolve(named).normalize());
    }

    private void readFile(Path file, Path directory) {
        Placeholders placeholders = new Placeholders(sources, directory);
        for (PropertyFile.Entry entry : PropertyFile.read(file)) {
            Setting earlier = settings.get(entry.key());
            if (earlier != null) {
                problem(
                        ErrorCode.CONFIG_BAD_VALUE,
                        entry.key() + " is set twice: in " + earlier.origin() + " and in " + entry.location()
                                + ". Remove one of them.",
                        entry.location());
            } else if (isKnown(entry.key(), entry.location().toString(), entry.location())) {
                settings.put(entry.key(), setting(entry, placeholders));
            }
        }
    }

    private Setting setting(PropertyFile.Entry entry, Placeholders placeholders) {
        String origin = entry.location().toString();
        try {
            return Setting.of(entry.key(), placeholders.resolve(entry.text()), origin);
        } catch (Placeholders.Unresolved unresolved) {
            return new Setting(entry.key(), "", origin, unresolved.reason());
        } catch (IllegalArgumentException malformed) {
            problem(
                    ErrorCode.CONFIG_BAD_VALUE,
                    entry.key() + " in " + origin + ": " + malformed.getMessage() + ".",
                    entry.location());
            return Setting.of(entry.key(), "", origin);
        }
    }

    /** Only the variables that are named after an option: others may belong to whoever starts Limbeck. */
    private void readEnvironment() {
        for (Option<?> option : Options.all()) {
            String value = sources.environment().get(option.variable());
            if (value != null) {
                put(option.key(), value, "the environment variable " + option.variable(), null);
            }
        }
    }

    private void put(String key, String value, String origin, @Nullable Location location) {
        if (isKnown(key, origin, location)) {
            settings.put(key, Setting.of(key, value, origin));
        }
    }

    private boolean isKnown(String key, String origin, @Nullable Location location) {
        if (Options.find(key).isPresent() || Options.isOpen(key)) {
            return true;
        }
        Stream<String> open = Options.open().stream().map(Options.OpenPrefix::key);
        List<String> known =
                Stream.concat(Options.all().stream().map(Option::key), open).toList();
        String hint = Spelling.nearest(key, known)
                .map(nearest -> "did you mean " + nearest + "?")
                .orElse("the keys are " + String.join(", ", known) + ".");
        problem(ErrorCode.CONFIG_UNKNOWN_KEY, "Unknown key " + key + " in " + origin + "; " + hint, location);
        return false;
    }

    private void checkTypes() {
        for (Option<?> option : Options.all()) {
            Setting setting = settings.get(option.key());
            if (setting == null || setting.text().isBlank()) {
                continue;
            }
            try {
                option.type().parse(setting.text());
            } catch (IllegalArgumentException malformed) {
                problem(ErrorCode.CONFIG_BAD_VALUE, setting + ": " + malformed.getMessage() + ".", null);
            }
        }
    }

    private void problem(ErrorCode code, String message, @Nullable Location location) {
        problems.add(new Problem(code, message, location));
    }

    private void throwProblems() {
        if (!problems.isEmpty()) {
            Problem first = problems.get(0);
            String message =
                    String.join("\n", problems.stream().map(Problem::message).toList());
            throw new MigrationException(first.code(), message, first.location(), null);
        }
    }

    private MigrationException nothingFound() {
        return new MigrationException(
                ErrorCode.CONFIG_MISSING,
                "There is no configuration: " + PropertyFile.NAME + " was looked for in " + sources.workingDirectory()
                        + " and above it. Go to the project's folder, name the file with -c FILE, or run 'limbeck init'"
                        + " to write one.");
    }

    private record Problem(
            ErrorCode code, String message, @Nullable Location location) {}
}
