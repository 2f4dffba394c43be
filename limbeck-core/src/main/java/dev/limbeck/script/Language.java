// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

/** What a revision is written in. */
public enum Language {
    JAVA(".java"),
    SQL(".sql");

    private final String extension;

    Language(String extension) {
        this.extension = extension;
    }

    /** How the file's name ends, with its dot. */
    public String extension() {
        return extension;
    }
}
