// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Reads the text of a new revision before it is kept, as it will be read from then on, and refuses one that lost something. */
final class Proof {
    private final NewRevision revision;
    private final Path file;
    private final String origin;

    Proof(NewRevision revision, Path file, String origin) {
        this.revision = revision;
        this.file = file;
        this.origin = origin;
    }

    void read(String text) {
        Header header;
        try {
            header = header(text).orElseThrow(() -> bad("has no header of a revision"));
        } catch (BadHeaderException unreadable) {
            throw bad("cannot be read, line " + unreadable.line() + ": " + unreadable.getMessage());
        }
        compare("revision id", List.of(revision.id()), List.of(header.id()));
        compare("down revisions", revision.downRevisions(), header.downRevisions());
        compare("branch labels", revision.labels(), header.labels());
        compare("dependencies", revision.dependsOn(), header.dependsOn());
        if (revision.language() == Language.JAVA) {
            String className = header.className().substring(header.className().lastIndexOf('.') + 1);
            compare("class", List.of(JavaSource.className(file)), List.of(className));
        }
    }

    private Optional<Header> header(String text) throws BadHeaderException {
        if (revision.language() == Language.JAVA) {
            return JavaHeader.read(text);
        }
        Optional<SqlHeader.Found> found = SqlHeader.read(text);
        if (found.isPresent()) {
            SqlSections.read(text, found.get().end());
        }
        return found.map(SqlHeader.Found::header);
    }

    private void compare(String what, List<String> wanted, List<String> found) {
        if (!new HashSet<>(wanted).equals(new HashSet<>(found))) {
            throw bad("has the " + what + " " + found + " instead of " + wanted);
        }
    }

    private MigrationException bad(String reason) {
        String place = revision.language() == Language.JAVA ? "${annotation} and ${class}" : "${header}";
        return new MigrationException(
                ErrorCode.CONFIG_BAD_VALUE,
                "Revision " + revision.id() + " was not written: what " + origin + " makes of it " + reason
                        + ". The template needs " + place + ", and the message must not look like a header.");
    }
}
