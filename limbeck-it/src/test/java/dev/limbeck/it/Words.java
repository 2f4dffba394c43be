// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits a line into words as a shell does: blanks part them, quotes keep them together. */
final class Words {
    private static final Pattern WORD = Pattern.compile("(?:[^\\s'\"]|'[^']*'|\"[^\"]*\")+");
    private static final Pattern QUOTED = Pattern.compile("'([^']*)'|\"([^\"]*)\"");

    private Words() {}

    static List<String> of(String line) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(line);
        while (word.find()) {
            words.add(QUOTED.matcher(word.group()).replaceAll(Words::unquoted));
        }
        return words;
    }

    private static String unquoted(MatchResult quoted) {
        return Matcher.quoteReplacement(quoted.group(1) == null ? quoted.group(2) : quoted.group(1));
    }
}
