// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.config.Options;
import dev.limbeck.diff.Naming;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.Problems;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The settings {@code limbeck.naming.KIND}. */
final class Namings {
    static final String PREFIX = "naming";

    private Namings() {}

    static Naming of(Workspace workspace) {
        Map<String, String> settings = new TreeMap<>(workspace.settings().properties(PREFIX));
        Map<Naming.Kind, String> patterns = new EnumMap<>(Naming.Kind.class);
        Problems problems = new Problems();
        for (Naming.Kind kind : Naming.Kind.values()) {
            String pattern = settings.remove(kind.word());
            if (pattern != null && !pattern.isBlank()) {
                patterns.put(kind, pattern.strip());
                Naming.unknown(pattern)
                        .forEach(name ->
                                problems.add(key(kind.word()) + ": {" + name + "} stands for nothing. There are {"
                                        + String.join("}, {", new TreeSet<>(Naming.PLACEHOLDERS)) + "}."));
            }
        }
        settings.keySet()
                .forEach(word -> problems.add(
                        "Unknown key " + key(word) + ". There are primary-key, foreign-key, unique, check and index."));
        problems.throwIfAny(ErrorCode.CONFIG_BAD_VALUE);
        return new Naming(patterns, workspace.dialect().diffRules());
    }

    private static String key(String word) {
        return Options.PREFIX + PREFIX + "." + word;
    }
}
