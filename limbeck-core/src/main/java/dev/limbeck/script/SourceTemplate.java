// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A text with placeholders such as {@code ${upgrade}}, from which the file of a new revision is made. A line with a
 * placeholder that has nothing to say is left out; one that says several lines repeats what stands before it on its
 * own, so that it is indented, or commented out, as its first line is. A doubled dollar sign keeps the brace as it is.
 */
final class SourceTemplate {
    private static final Pattern PLACE = Pattern.compile("\\$\\$\\{|\\$\\{([^}]*)}");

    private final String origin;
    private final List<String> lines;

    private SourceTemplate(String origin, String text) {
        this.origin = origin;
        this.lines = text.lines().toList();
    }

    /** What stands in the place of a placeholder. */
    @FunctionalInterface
    interface Filling {
        /** The lines that come behind so many characters; none leaves the placeholder's line out. */
        List<String> lines(int column);
    }

    /** The template that is used where no other is set. */
    static SourceTemplate builtIn(Language language) {
        return new SourceTemplate("the built-in template", builtInText(language));
    }

    static String builtInText(Language language) {
        String name = "revision" + language.extension() + ".template";
        try (InputStream resource = SourceTemplate.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new AssertionError(name + " is missing");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * A template of the project's own.
     *
     * @throws MigrationException with code CONFIG_BAD_VALUE if it cannot be read
     */
    static SourceTemplate read(Language language, Path file) {
        String origin = "limbeck" + language.extension() + "-template (" + new SourceFile(file, "").shownPath() + ")";
        try {
            return new SourceTemplate(origin, Files.readString(file));
        } catch (IOException unreadable) {
            throw new MigrationException(
                    ErrorCode.CONFIG_BAD_VALUE,
                    origin + " cannot be read: " + unreadable + ". Correct the path, or write the file;"
                            + " limbeck init -t custom writes one to begin with.",
                    unreadable);
        }
    }

    /** Where the text comes from, as messages name it. */
    String origin() {
        return origin;
    }

    /**
     * The text with every placeholder filled in.
     *
     * @param needed the placeholders without which something would be lost
     */
    String render(Map<String, Filling> fillings, Set<String> needed) {
        Set<String> used = new HashSet<>();
        List<String> out = new ArrayList<>();
        boolean leftOut = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean afterBlank = out.isEmpty() || out.get(out.size() - 1).isBlank();
            if (line.isBlank() && leftOut && afterBlank) {
                continue;
            }
            List<String> rendered = new Line(i + 1, fillings, used).render(line);
            leftOut = rendered.isEmpty();
            out.addAll(rendered);
        }
        Set<String> missing = new TreeSet<>(needed);
        missing.removeAll(used);
        if (!missing.isEmpty()) {
            throw bad(" has no ${" + String.join("}, ${", missing) + "}, and the new revision needs it. Put it in.");
        }
        return String.join("\n", out) + "\n";
    }

    private MigrationException bad(String reason) {
        return new MigrationException(ErrorCode.CONFIG_BAD_VALUE, origin + reason + " No file was written.");
    }

    /** Fills in one line. */
    private final class Line {
        private final int number;
        private final Map<String, Filling> fillings;
        private final Set<String> used;
        private final List<String> done = new ArrayList<>();
        private String open = "";

        private Line(int number, Map<String, Filling> fillings, Set<String> used) {
            this.number = number;
            this.fillings = fillings;
            this.used = used;
        }

        private List<String> render(String line) {
            int end = 0;
            for (MatchResult place : PLACE.matcher(line).results().toList()) {
                open += line.substring(end, place.start());
                end = place.end();
                String name = place.group(1);
                if (name == null) {
                    open += "${";
                } else if (!fill(name)) {
                    return List.of();
                }
            }
            done.add(open + line.substring(end));
            return done;
        }

        private boolean fill(String name) {
            Filling filling = fillings.get(name);
            if (filling == null) {
                throw bad(", line " + number + ", has ${" + name + "}; the placeholders are ${"
                        + String.join("}, ${", new TreeSet<>(fillings.keySet())) + "}, and $${ stands for a plain ${.");
            }
            used.add(name);
            String start = open;
            List<String> lines = filling.lines(start.length());
            for (int i = 0; i < lines.size(); i++) {
                if (i > 0) {
                    done.add(open);
                }
                open = lines.get(i).isEmpty() ? start.stripTrailing() : start + lines.get(i);
            }
            return !lines.isEmpty();
        }
    }
}
