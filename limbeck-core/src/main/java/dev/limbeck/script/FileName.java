// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import java.text.Normalizer;
import java.util.Locale;

/** How the file of a revision is named: by its id and the words of its message. */
final class FileName {
    private static final int LONGEST_SLUG = 40;

    private FileName() {}

    static String of(NewRevision revision) {
        return stem(revision) + revision.language().extension();
    }

    /** The name without its ending; for Java also the name of the class. */
    static String stem(NewRevision revision) {
        String slug = slug(revision.message());
        String name = safe(revision.id(), revision.language()) + (slug.isEmpty() ? "" : "_" + slug);
        return revision.language() == Language.JAVA ? "R" + name : name;
    }

    static String safe(String id, Language language) {
        return id.replaceAll(language == Language.JAVA ? "[^A-Za-z0-9_]" : "[^A-Za-z0-9_.-]", "_");
    }

    /** The words in lower case, as Alembic joins and cuts them; a letter with a mark counts as one without. */
    static String slug(String message) {
        String plain = Normalizer.normalize(message.replace("ß", "ss"), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
        String slug = plain.replaceAll("[^a-z0-9_]+", " ").strip().replace(' ', '_');
        if (slug.length() <= LONGEST_SLUG) {
            return slug;
        }
        String cut = slug.substring(0, LONGEST_SLUG);
        int end = cut.lastIndexOf('_');
        return (end < 0 ? cut : cut.substring(0, end)) + "_";
    }
}
