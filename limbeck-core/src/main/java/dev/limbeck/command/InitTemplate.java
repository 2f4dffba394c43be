// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.config.Options;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.script.Language;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A way to set a project up. */
enum InitTemplate {
    CUSTOM("Templates of your own for new revision files: copies of the built-in ones in limbeck-templates.") {
        @Override
        Map<String, String> settings() {
            Map<String, String> settings = new LinkedHashMap<>();
            settings.put(Options.JAVA_TEMPLATE.key(), file(Language.JAVA));
            settings.put(Options.SQL_TEMPLATE.key(), file(Language.SQL));
            return settings;
        }

        @Override
        boolean copiesTemplates() {
            return true;
        }
    },

    JAVA("Revisions in Java, among the project's sources; what init does by itself.") {
        @Override
        Map<String, String> settings() {
            return Map.of();
        }
    },

    SQL("Revisions in plain SQL, among the project's resources.") {
        @Override
        Map<String, String> settings() {
            return Map.of(Options.REVISION_LANGUAGE.key(), "sql");
        }
    };

    private final String description;

    InitTemplate(String description) {
        this.description = description;
    }

    /** The template of that name, or the plain one for none. */
    static InitTemplate named(@Nullable String name) {
        if (name == null) {
            return JAVA;
        }
        return Stream.of(values())
                .filter(template -> template.label().equals(name.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new MigrationException(
                        ErrorCode.CONFIG_BAD_VALUE,
                        "No such template '" + name + "'. There are "
                                + Stream.of(values()).map(InitTemplate::label).collect(Collectors.joining(", "))
                                + "; limbeck list-templates tells what they do. Nothing was written."));
    }

    /** Where the copy of a revision template goes. */
    static String file(Language language) {
        return "limbeck-templates/revision" + language.extension() + ".template";
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    String description() {
        return description;
    }

    /** What it sets, by full key, where nothing else was said. */
    abstract Map<String, String> settings();

    boolean copiesTemplates() {
        return false;
    }
}
