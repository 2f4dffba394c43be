// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import java.text.Normalizer;
import java.util.Locale;

/** The words of a message as a part of a file's name. */
final class Slug {
    private Slug() {}

    /**
     * The words in lower case, as Alembic joins and cuts them; a letter with a mark counts as one without.
     *
     * @param longest how many characters of them are kept; 0 for all
     */
    static String of(String message, int longest) {
        String plain = Normalizer.normalize(message.replace("ß", "ss"), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
        String slug = plain.replaceAll("[^a-z0-9_]+", " ").strip().replace(' ', '_');
        if (longest == 0 || slug.length() <= longest) {
            return slug;
        }
        String cut = slug.substring(0, longest);
        int end = cut.lastIndexOf('_');
        return (end < 0 ? cut : cut.substring(0, end)) + "_";
    }
}
