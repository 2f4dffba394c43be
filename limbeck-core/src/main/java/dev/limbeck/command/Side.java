// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.error.Secrets;
import java.util.regex.Pattern;

/**
 * One side of a comparison, as it is typed.
 *
 * @param value what the kind needs to be found: a target in the history, a URL, model sources
 */
record Side(Kind kind, String value) {
    static final Side DATABASE = new Side(Kind.DATABASE, "");

    private static final String AT = "history@";
    private static final Pattern SOURCE = Pattern.compile("[a-z]+(-[a-z]+)*:[^:].*", Pattern.DOTALL);

    /** What can be compared. */
    enum Kind {
        /** What {@code limbeck.models} says. */
        MODELS,
        /** What a model source says that the settings need not name. */
        SOURCE,
        /** The revision files up to some of them. */
        HISTORY,
        /** The database of the settings. */
        DATABASE,
        /** Another database. */
        OTHER
    }

    /** Reads a side; what is none of the known words is a revision. */
    static Side parse(String text) {
        return switch (text) {
            case "models" -> new Side(Kind.MODELS, text);
            case "history" -> new Side(Kind.HISTORY, "heads");
            case "database", "live" -> DATABASE;
            default -> {
                if (text.startsWith("jdbc:")) {
                    yield new Side(Kind.OTHER, text);
                }
                yield SOURCE.matcher(text).matches()
                        ? new Side(Kind.SOURCE, text)
                        : new Side(Kind.HISTORY, text.startsWith(AT) ? text.substring(AT.length()) : text);
            }
        };
    }

    boolean isModels() {
        return kind == Kind.MODELS || kind == Kind.SOURCE;
    }

    boolean isLive() {
        return kind == Kind.DATABASE || kind == Kind.OTHER;
    }

    /** As it can be typed again, but for passwords. */
    @Override
    public String toString() {
        return switch (kind) {
            case MODELS -> "models";
            case HISTORY -> AT + value;
            case DATABASE -> "database";
            case SOURCE, OTHER -> Secrets.mask(value);
        };
    }
}
