// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file or class name that has the revision's id as one of its parts; whatever template made it. */
record NameWithId(String name, Language language) {
    private static final String BEFORE = "(?<=^|^R|[_.-])";
    private static final String AFTER = "(?=$|[_.-])";

    static NameWithId ofFile(RevisionScript script) {
        String name = script.path().getFileName().toString();
        String extension = script.language().extension();
        return new NameWithId(name.substring(0, name.length() - extension.length()), script.language());
    }

    boolean has(String id) {
        return find(id).find();
    }

    /** The name with another id in the place of this one, once; the same name if it has no id. */
    String replace(String id, String other) {
        return find(id).replaceFirst(Matcher.quoteReplacement(FileNames.id(other, language)));
    }

    /** What stands where an id usually does: in front. */
    String first() {
        String bare = language == Language.JAVA && name.startsWith("R") ? name.substring(1) : name;
        int end = bare.indexOf('_');
        return end < 0 ? bare : bare.substring(0, end);
    }

    private Matcher find(String id) {
        return Pattern.compile(BEFORE + Pattern.quote(FileNames.id(id, language)) + AFTER)
                .matcher(name);
    }
}
