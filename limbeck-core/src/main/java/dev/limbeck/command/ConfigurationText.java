// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.config.Option;
import dev.limbeck.config.Options;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The text of a new configuration: a paragraph each for the database, the revisions and the models. */
final class ConfigurationText {
    private static final List<List<Option<?>>> PARAGRAPHS = List.of(
            List.of(Options.URL, Options.USER, Options.PASSWORD),
            List.of(Options.LOCATIONS, Options.PACKAGE, Options.REVISION_LANGUAGE),
            List.of(Options.MODELS, Options.CLASSPATH));

    private final String project;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, String> comments = new LinkedHashMap<>();

    ConfigurationText(String project) {
        this.project = project;
    }

    void put(String key, String value) {
        values.put(key, value);
    }

    void comment(Option<?> option, String comment) {
        comments.put(option.key(), comment);
    }

    String value(Option<?> option) {
        return values.getOrDefault(option.key(), "");
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("# Limbeck migrates the database of ").append(project);
        text.append(". Each key can be overridden: --url, -Dlimbeck.url, LIMBECK_URL.\n");
        Map<String, String> rest = new LinkedHashMap<>(values);
        for (List<Option<?>> paragraph : PARAGRAPHS) {
            text.append('\n');
            for (Option<?> option : paragraph) {
                append(text, option.key(), rest.remove(option.key()));
            }
        }
        rest.forEach((key, value) -> append(text, key, value));
        return text.toString();
    }

    private void append(StringBuilder text, String key, @Nullable String value) {
        if (comments.containsKey(key)) {
            comments.get(key)
                    .lines()
                    .forEach(line -> text.append("# ").append(line).append('\n'));
        }
        if (value != null) {
            text.append(key).append('=').append(value.replace("\\", "\\\\")).append('\n');
        }
    }
}
