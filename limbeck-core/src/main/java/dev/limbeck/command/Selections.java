// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.config.Options;
import dev.limbeck.config.Settings;
import dev.limbeck.diff.Selection;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.error.Spelling;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The settings {@code limbeck.include.KIND} and {@code limbeck.exclude.KIND}. */
final class Selections {
    static final String INCLUDE = "include";
    static final String EXCLUDE = "exclude";

    private Selections() {}

    static Selection of(Settings settings) {
        return new Selection(patterns(settings, INCLUDE), patterns(settings, EXCLUDE));
    }

    private static Map<Selection.Kind, List<String>> patterns(Settings settings, String prefix) {
        Map<Selection.Kind, List<String>> patterns = new EnumMap<>(Selection.Kind.class);
        settings.properties(prefix)
                .forEach((kind, text) -> patterns.put(
                        kind(prefix, kind),
                        Stream.of(text.split(",", -1))
                                .map(String::strip)
                                .filter(pattern -> !pattern.isEmpty())
                                .toList()));
        return patterns;
    }

    private static Selection.Kind kind(String prefix, String word) {
        return Arrays.stream(Selection.Kind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> unknown(Options.PREFIX + prefix + ".", word));
    }

    private static MigrationException unknown(String key, String word) {
        List<String> words =
                Arrays.stream(Selection.Kind.values()).map(Selection.Kind::word).toList();
        return new MigrationException(
                ErrorCode.CONFIG_UNKNOWN_KEY,
                "Unknown key " + key + word + "; "
                        + Spelling.nearest(word, words)
                                .map(nearest -> "did you mean " + key + nearest + "? ")
                                .orElse("")
                        + "The kinds are " + String.join(", ", words) + ".");
    }
}
