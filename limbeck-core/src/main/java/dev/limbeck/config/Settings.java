// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.config;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.error.Secrets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What has been set, by whatever source; immutable. A blank value counts as not set. */
public final class Settings {
    private final SortedMap<String, Setting> settings;
    private final Map<String, String> arguments;
    private final Path directory;
    private final @Nullable Path file;

    Settings(SortedMap<String, Setting> settings, Map<String, String> arguments, Path directory, @Nullable Path file) {
        this.arguments = Map.copyOf(arguments);
        this.settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
        this.directory = directory;
        this.file = file;
    }

    /**
     * Reads the sources: command line over system properties over environment over file over defaults.
     *
     * @throws MigrationException with code CONFIG_MISSING, CONFIG_UNKNOWN_KEY or CONFIG_BAD_VALUE, naming every problem
     */
    public static Settings load(Sources sources) {
        return new SettingsReader(sources).read();
    }

    /**
     * Settings that a program states itself, by full key, and no other source; relative paths start at the folder.
     *
     * @throws MigrationException with code CONFIG_UNKNOWN_KEY or CONFIG_BAD_VALUE, naming every problem
     */
    public static Settings of(Map<String, String> values, Path directory) {
        return new SettingsReader(Sources.of(values, directory)).read(Optional.empty());
    }

    /** The value, or the default; empty if there is neither. */
    public <T> Optional<T> find(Option<T> option) {
        Setting setting = settings.get(option.key());
        Optional<String> text = Optional.ofNullable(setting)
                .map(Setting::value)
                .filter(value -> !value.isBlank())
                .or(option::defaultText);
        return text.map(value -> parse(option, value));
    }

    /** Whether some source says it, so that it is not a default. */
    public boolean isSet(Option<?> option) {
        Setting setting = settings.get(option.key());
        return setting != null && !setting.value().isBlank();
    }

    private static <T> T parse(Option<T> option, String value) {
        try {
            return option.type().parse(value);
        } catch (IllegalArgumentException malformed) {
            throw new MigrationException(
                    ErrorCode.CONFIG_BAD_VALUE, option.key() + ": " + malformed.getMessage() + ".", malformed);
        }
    }

    /**
     * The value, or the default.
     *
     * @throws MigrationException with code CONFIG_MISSING if there is neither
     */
    public <T> T get(Option<T> option) {
        return find(option)
                .orElseThrow(() -> new MigrationException(
                        ErrorCode.CONFIG_MISSING,
                        option.key() + " is not set. Set it in "
                                + file().map(Path::toString).orElse(PropertyFile.NAME)
                                + (option.secret() ? "" : ", as --" + option.name()) + " or as " + option.variable()
                                + "."));
    }

    /** Everything under an open prefix such as {@code jpa}, without {@code limbeck.} and the prefix. */
    public SortedMap<String, String> properties(String prefix) {
        String start = Options.PREFIX + prefix + ".";
        TreeMap<String, String> properties = new TreeMap<>();
        settings.forEach((key, setting) -> {
            if (key.startsWith(start)) {
                properties.put(key.substring(start.length()), setting.value());
            }
        });
        return Collections.unmodifiableSortedMap(properties);
    }

    /** The values that must never be shown: secrets, and the passwords that URLs carry. */
    public List<String> secrets() {
        List<String> secrets = new ArrayList<>();
        settings.forEach((key, setting) -> {
            boolean secret = Options.find(key).map(Option::secret).orElse(key.endsWith("password"));
            secrets.addAll(secret ? List.of(setting.text()) : Secrets.in(setting.text()));
        });
        // Whoever has the user's name for a password has no secret, and messages name the user.
        String user = Optional.ofNullable(settings.get(Options.USER.key()))
                .map(Setting::text)
                .orElse("");
        return secrets.stream()
                .filter(secret -> !secret.isBlank() && !secret.equals(user))
                .toList();
    }

    /** What {@code -x} gives, by key: for placeholders of the file, and for migrations that ask for it. */
    public Map<String, String> arguments() {
        return arguments;
    }

    /** The folder that relative paths start from: the file's, or the working directory when there is no file. */
    public Path directory() {
        return directory;
    }

    /** The configuration file, if there is one. */
    public Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    /** The keys only: any of the values may be a secret. */
    @Override
    public String toString() {
        return "Settings" + settings.keySet();
    }
}
