// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import dev.limbeck.error.Problems;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the revisions of one location after the other. */
record LocationReader(SourceFiles files, Problems problems) {

    List<RevisionScript> read(Path location) {
        List<SourceFile> helpers = new ArrayList<>();
        List<RevisionScript> found = new ArrayList<>();
        for (SourceFile file : sources(location)) {
            try {
                // The helpers are complete only when the location has been read, so a script keeps the growing list.
                Optional<RevisionScript> script = RevisionScript.parse(file, helpers);
                script.ifPresentOrElse(found::add, () -> addHelper(file, helpers));
            } catch (BadHeaderException bad) {
                problems.add(file.at(bad.line()) + ": " + bad.getMessage() + ".");
            }
        }
        return found;
    }

    private static void addHelper(SourceFile file, List<SourceFile> helpers) {
        if (isJava(file.path())) {
            helpers.add(file);
        }
    }

    private static boolean isJava(Path path) {
        return path.toString().endsWith(Language.JAVA.extension());
    }

    private List<SourceFile> sources(Path location) {
        List<SourceFile> sources = new ArrayList<>();
        for (Path path : files.in(location)) {
            try {
                sources.add(SourceFile.read(path));
            } catch (CharacterCodingException notUtf8) {
                problems.add(new SourceFile(path, "").shownPath() + ": the file is not UTF-8; save it as UTF-8.");
            } catch (IOException unreadable) {
                problems.add(new SourceFile(path, "").shownPath() + ": the file cannot be read: "
                        + unreadable.getMessage() + ".");
            }
        }
        return sources;
    }
}
