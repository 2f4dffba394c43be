// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import dev.limbeck.revision.RevisionNode;
import java.nio.file.Path;
import java.util.List;

/** A revision file, read but not compiled. */
public final class RevisionScript {
    private final RevisionNode node;
    private final SourceFile file;
    private final Language language;
    private final String className;
    private final List<SourceFile> helpers;

    private RevisionScript(
            RevisionNode node, SourceFile file, Language language, String className, List<SourceFile> helpers) {
        this.node = node;
        this.file = file;
        this.language = language;
        this.className = className;
        this.helpers = helpers;
    }

    static RevisionScript java(RevisionNode node, SourceFile file, String className, List<SourceFile> helpers) {
        return new RevisionScript(node, file, Language.JAVA, className, helpers);
    }

    static RevisionScript sql(RevisionNode node, SourceFile file) {
        return new RevisionScript(node, file, Language.SQL, "", List.of());
    }

    public RevisionNode node() {
        return node;
    }

    public Path path() {
        return file.path();
    }

    public Language language() {
        return language;
    }

    /** The text of the file. */
    public String source() {
        return file.text();
    }

    /** The text's SHA-256, which line ends and blanks at the end of a line do not change. */
    public String checksum() {
        return "sha256:" + Checksum.of(file.normalised());
    }

    SourceFile file() {
        return file;
    }

    /** The binary name of the class that it declares; empty for SQL. */
    String className() {
        return className;
    }

    /** The Java files beside it that are no revisions themselves. */
    List<SourceFile> helpers() {
        return helpers;
    }

    @Override
    public String toString() {
        return node.id() + " (" + node.path() + ")";
    }
}
