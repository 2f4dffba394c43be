// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.schema;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words of a text, taken apart once and asked for many names. */
public final class Words {
    private static final Pattern WORD = Pattern.compile("[\\w$]+");

    private final String text;
    private final Set<String> words = new HashSet<>();

    private Words(String text) {
        this.text = text.toLowerCase(Locale.ROOT);
    }

    public static Words of(String text) {
        Words words = new Words(text);
        Matcher word = WORD.matcher(words.text);
        while (word.find()) {
            words.words.add(word.group());
        }
        return words;
    }

    /** Whether the text has the name as a word of its own, or in quotes, within which a quote is doubled. */
    public boolean mention(Name name) {
        String plain = name.name();
        return WORD.matcher(plain).matches()
                ? words.contains(plain.toLowerCase(Locale.ROOT))
                : Stream.of(plain, plain.replace("\"", "\"\""), plain.replace("`", "``"))
                        .distinct()
                        .anyMatch(this::hasPhrase);
    }

    private boolean hasPhrase(String phrase) {
        String wanted = phrase.toLowerCase(Locale.ROOT);
        for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
            if (!isInWord(at - 1) && !isInWord(at + wanted.length())) {
                return true;
            }
        }
        return false;
    }

    private boolean isInWord(int at) {
        return at >= 0
                && at < text.length()
                && WORD.matcher(text.substring(at, at + 1)).matches();
    }
}
