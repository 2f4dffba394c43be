// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A plain-text test: commands first, a line each, then the files that they need. */
record Story(Path path, List<Line> lines, Map<String, String> files) {
    private static final Pattern SECTION = Pattern.compile("^-- (\\S+) --$\\R?", Pattern.MULTILINE);

    private static final Pattern ONLY = Pattern.compile("only \\S+");

    /** A command, and where it stands. */
    record Line(int number, String text) {}

    static Story read(Path path) {
        String text = readString(path);
        Matcher section = SECTION.matcher(text);
        int end = section.find() ? section.start() : text.length();
        return new Story(path, commands(text.substring(0, end)), files(text));
    }

    /** Whether it is played on that kind of database: a line {@code only VENDOR} keeps it from all others. */
    boolean isFor(String vendor) {
        return lines.stream()
                .map(Line::text)
                .filter(text -> ONLY.matcher(text).matches())
                .allMatch(text ->
                        List.of(text.substring("only ".length()).split(",")).contains(vendor));
    }

    /** The story with another text for one of its files. */
    void rewrite(String file, String content) {
        String text = readString(path);
        Matcher section = SECTION.matcher(text);
        while (section.find()) {
            if (section.group(1).equals(file)) {
                int start = section.end();
                int end = section.find() ? section.start() : text.length();
                writeString(path, text.substring(0, start) + content + text.substring(end));
                return;
            }
        }
        throw new IllegalArgumentException(path + " has no file " + file);
    }

    private static List<Line> commands(String text) {
        List<Line> lines = new ArrayList<>();
        StringBuilder continued = new StringBuilder();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            String command = line.strip();
            if (command.endsWith("\\")) {
                continued.append(command, 0, command.length() - 1);
            } else if (!command.isEmpty() && !command.startsWith("#")) {
                lines.add(new Line(number, continued + command));
                continued.setLength(0);
            }
        }
        return List.copyOf(lines);
    }

    private static Map<String, String> files(String text) {
        Map<String, String> files = new LinkedHashMap<>();
        Matcher section = SECTION.matcher(text);
        boolean found = section.find();
        while (found) {
            String name = section.group(1);
            int start = section.end();
            found = section.find();
            files.put(name, text.substring(start, found ? section.start() : text.length()));
        }
        return files;
    }

    private static String readString(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void writeString(Path path, String text) {
        try {
            Files.writeString(path, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
