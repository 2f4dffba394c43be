// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.config;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing that can be set.
 *
 * @param <T> the type of its value
 */
public final class Option<T> {
    private final String name;
    private final OptionType<T> type;
    private final String doc;
    private final @Nullable String defaultText;
    private final boolean secret;

    private Option(String name, OptionType<T> type, String doc, @Nullable String defaultText, boolean secret) {
        this.name = name;
        this.type = type;
        this.doc = doc;
        this.defaultText = defaultText;
        this.secret = secret;
    }

    static <T> Option<T> of(String name, OptionType<T> type, String doc) {
        return new Option<>(name, type, doc, null, false);
    }

    Option<T> withDefault(String text) {
        return new Option<>(name, type, doc, text, secret);
    }

    Option<T> asSecret() {
        return new Option<>(name, type, doc, defaultText, true);
    }

    /** The key without its {@code limbeck.}, which is also the long flag of the command line. */
    public String name() {
        return name;
    }

    /** The key in the file and among the system properties, such as {@code limbeck.lock-timeout}. */
    public String key() {
        return Options.PREFIX + name;
    }

    /** The environment variable, such as {@code LIMBECK_LOCK_TIMEOUT}. */
    public String variable() {
        return Options.variable(key());
    }

    public OptionType<T> type() {
        return type;
    }

    /** One sentence that says what it is. */
    public String doc() {
        return doc;
    }

    public Optional<String> defaultText() {
        return Optional.ofNullable(defaultText);
    }

    /** Whether the value must never be shown. */
    public boolean secret() {
        return secret;
    }

    @Override
    public String toString() {
        return key();
    }
}
