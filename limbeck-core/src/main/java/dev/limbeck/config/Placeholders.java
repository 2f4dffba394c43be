// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Fills in what a value of the configuration file names: <code>${NAME}</code> of the environment,
 * <code>${sys:NAME}</code> of the system properties, <code>${x:NAME}</code> of the arguments given with {@code -x}, and
 * the content of a <code>${file:PATH}</code>. One with a default, as in <code>${NAME:default}</code>, has something to
 * fall back on; a doubled dollar sign keeps the braces as they are. What comes out is not looked at again, so that a
 * password may hold any character.
 */
final class Placeholders {
    private static final Pattern END_OF_LINES = Pattern.compile("[\\r\\n]+\\z");

    private final List<Kind> kinds;
    private final Kind environment;
    private final Path directory;

    Placeholders(Sources sources, Path directory) {
        this.kinds = List.of(
                new Kind("sys:", "the system property ", sources.systemProperties()),
                new Kind("x:", "the argument -x ", sources.arguments()));
        this.environment = new Kind("", "the environment variable ", sources.environment());
        this.directory = directory;
    }

    /** Where the values of one kind of placeholder come from. */
    private record Kind(String prefix, String label, Map<String, String> values) {}

    /**
     * The text with everything filled in.
     *
     * @throws Unresolved if something is missing
     * @throws IllegalArgumentException if a placeholder does not end
     */
    String resolve(String text) throws Unresolved {
        StringBuilder resolved = new StringBuilder();
        int position = 0;
        while (position < text.length()) {
            if (text.startsWith("$${", position)) {
                resolved.append("${");
                position += 3;
            } else if (text.startsWith("${", position)) {
                int end = end(text, position + 2);
                resolved.append(value(text.substring(position + 2, end)));
                position = end + 1;
            } else {
                resolved.append(text.charAt(position++));
            }
        }
        return resolved.toString();
    }

    /** Where the brace closes, past those of placeholders inside the default. */
    private static int end(String text, int from) {
        int depth = 1;
        for (int i = from; i < text.length(); i++) {
            if (text.startsWith("${", i)) {
                depth++;
                i++;
            } else if (text.charAt(i) == '}' && --depth == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("a placeholder ${ has no closing }");
    }

    private String value(String inside) throws Unresolved {
        if (inside.startsWith("file:")) {
            return content(inside.substring("file:".length()));
        }
        Kind kind = kinds.stream()
                .filter(candidate -> inside.startsWith(candidate.prefix()))
                .findFirst()
                .orElse(environment);
        String rest = inside.substring(kind.prefix().length());
        int colon = rest.indexOf(':');
        String name = (colon < 0 ? rest : rest.substring(0, colon)).strip();
        @Nullable String found = kind.values().get(name);
        if (found != null) {
            return found;
        }
        if (colon >= 0) {
            return resolve(rest.substring(colon + 1));
        }
        throw new Unresolved(kind.label() + name + " is not set");
    }

    private String content(String path) throws Unresolved {
        Path file = directory.resolve(path.strip());
        try {
            return END_OF_LINES.matcher(Files.readString(file)).replaceFirst("");
        } catch (NoSuchFileException missing) {
            throw new Unresolved("there is no file " + file, missing);
        } catch (AccessDeniedException denied) {
            throw new Unresolved("the file " + file + " may not be read by this user", denied);
        } catch (CharacterCodingException binary) {
            throw new Unresolved("the file " + file + " is not text in UTF-8", binary);
        } catch (IOException unreadable) {
            throw new Unresolved("the file " + file + " cannot be read", unreadable);
        }
    }

    /** Something that a placeholder names is not there. */
    static final class Unresolved extends Exception {
        private static final long serialVersionUID = 1L;

        Unresolved(String message) {
            super(message);
        }

        Unresolved(String message, Throwable cause) {
            super(message, cause);
        }

        String reason() {
            return Optional.ofNullable(getMessage()).orElseThrow();
        }
    }
}
