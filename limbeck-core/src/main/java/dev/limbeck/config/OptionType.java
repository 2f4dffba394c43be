// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.config;

import dev.limbeck.error.Durations;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the text of an option means.
 *
 * @param <T> the type of its value
 */
public final class OptionType<T> {
    static final OptionType<String> TEXT = new OptionType<>("text", text -> text);
    static final OptionType<List<String>> LIST = new OptionType<>("list, separated by commas", OptionType::list);
    static final OptionType<Duration> DURATION =
            new OptionType<>("duration, such as 30s or 5m", text -> Durations.parse(text.strip()));

    static final OptionType<Duration> LIMIT =
            new OptionType<>("duration, such as 500ms or 2s, or off", text -> Durations.parseLimit(text.strip()));

    static final OptionType<Boolean> BOOLEAN = new OptionType<>("true or false", OptionType::bool);
    static final OptionType<Integer> COUNT = new OptionType<>("number", OptionType::count);
    static final OptionType<ZoneId> TIME_ZONE =
            new OptionType<>("time zone, such as Europe/Berlin, or local", text -> TimeZones.parse(text.strip()));

    private final String label;
    private final Function<String, T> parser;

    private OptionType(String label, Function<String, T> parser) {
        this.label = label;
        this.parser = parser;
    }

    static OptionType<String> choice(String... choices) {
        List<String> known = List.of(choices);
        return new OptionType<>(String.join(" or ", known), text -> {
            String word = text.strip();
            if (!known.contains(word)) {
                throw new IllegalArgumentException("it is " + String.join(" or ", known));
            }
            return word;
        });
    }

    /** What a person reads about the type. */
    public String label() {
        return label;
    }

    /**
     * The value that the text means.
     *
     * @throws IllegalArgumentException saying what the text should look like
     */
    T parse(String text) {
        return parser.apply(text);
    }

    private static List<String> list(String text) {
        return Stream.of(text.split(",", -1))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    private static boolean bool(String text) {
        String word = text.strip();
        if (!word.equals("true") && !word.equals("false")) {
            throw new IllegalArgumentException("it is true or false");
        }
        return word.equals("true");
    }

    private static int count(String text) {
        if (!text.strip().matches("\\d{1,9}")) {
            throw new IllegalArgumentException("it is a number, such as 40");
        }
        return Integer.parseInt(text.strip());
    }
}
