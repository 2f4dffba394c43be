// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.config;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.Location;
import dev.limbeck.error.MigrationException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** Reads a properties file in UTF-8 and keeps the line of each key, which {@link Properties} forgets. */
final class PropertyFile {
    static final String NAME = "limbeck.properties";

    private PropertyFile() {}

    /** The nearest file of that name in a folder or above it. */
    static Optional<Path> search(Path folder) {
        for (Path place = folder; place != null; place = place.getParent()) {
            Path file = place.resolve(NAME);
            if (Files.isRegularFile(file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    static List<Entry> read(Path file) {
        try {
            return parse(Files.readString(file), file.toString());
        } catch (NoSuchFileException missing) {
            throw new MigrationException(
                    ErrorCode.CONFIG_MISSING,
                    "There is no file " + file + ". Correct the path, or run 'limbeck init' to write one.",
                    missing);
        } catch (CharacterCodingException encoding) {
            throw new MigrationException(
                    ErrorCode.CONFIG_BAD_VALUE, file + " is not text in UTF-8; save it in that encoding.", encoding);
        } catch (IOException unreadable) {
            throw new MigrationException(
                    ErrorCode.FILE_FAILED, "Cannot read " + file + ": " + unreadable.getMessage(), unreadable);
        }
    }

    static List<Entry> parse(String text, String file) {
        List<Entry> entries = new ArrayList<>();
        List<String> lines =
                (text.startsWith("\uFEFF") ? text.substring(1) : text).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            int start = i;
            StringBuilder logical = new StringBuilder(lines.get(i));
            while (isContinued(lines.get(start), lines.get(i)) && i + 1 < lines.size()) {
                i++;
                logical.append('\n').append(lines.get(i));
            }
            // A reader is made for each entry, which is too much for a million empty lines.
            if (!logical.toString().isBlank()) {
                entry(logical.toString(), new Location(file, start + 1)).ifPresent(entries::add);
            }
        }
        return entries;
    }

    /** A comment ends with its line; any other line goes on after an odd number of backslashes. */
    private static boolean isContinued(String first, String line) {
        String stripped = first.stripLeading();
        if (stripped.isEmpty() || stripped.startsWith("#") || stripped.startsWith("!")) {
            return false;
        }
        int backslashes = 0;
        while (backslashes < line.length() && line.charAt(line.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    private static Optional<Entry> entry(String logicalLine, Location location) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(logicalLine));
        } catch (IllegalArgumentException escape) {
            throw new MigrationException(
                    ErrorCode.CONFIG_BAD_VALUE,
                    location + ": " + escape.getMessage() + " A backslash is written twice in this kind of file.",
                    location,
                    escape);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return properties.stringPropertyNames().stream()
                .map(key -> new Entry(key, properties.getProperty(key).strip(), location))
                .findFirst();
    }

    /** A key, its value as written, and where. */
    record Entry(String key, String text, Location location) {}
}
