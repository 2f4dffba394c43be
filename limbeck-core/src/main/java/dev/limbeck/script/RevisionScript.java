// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.Location;
import dev.limbeck.error.MigrationException;
import dev.limbeck.revision.RevisionNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

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

    /** The revision in a file's text, which may be another than the file has now; empty for one that is none. */
    public static Optional<RevisionScript> read(Path path, String text) {
        try {
            return parse(SourceFile.of(path, text), List.of());
        } catch (BadHeaderException unreadable) {
            return Optional.empty();
        }
    }

    /** The revision in a file; empty for a file that is none. */
    static Optional<RevisionScript> parse(SourceFile file, List<SourceFile> helpers) throws BadHeaderException {
        if (file.path().toString().endsWith(Language.JAVA.extension())) {
            return JavaHeader.read(file.text())
                    .map(header ->
                            new RevisionScript(header.node(file), file, Language.JAVA, header.className(), helpers));
        }
        Optional<SqlHeader.Found> found = SqlHeader.read(file.text());
        if (found.isPresent()) {
            SqlSections.read(file.text(), found.get().end());
        }
        return found.map(header -> new RevisionScript(header.header().node(file), file, Language.SQL, "", List.of()));
    }

    /** A place of the file that says something else than the header. */
    public record Disagreement(int line, String message) {}

    /** Where the file says of its revision what its header does not; its name apart. */
    public List<Disagreement> disagreements() {
        return HeaderCheck.of(this);
    }

    /** Whether the id is a part of the file's name. */
    public boolean isNamedById() {
        return NameWithId.ofFile(this).has(node.id());
    }

    /** What stands in the file's name where an id usually does. */
    public String firstOfName() {
        return NameWithId.ofFile(this).first();
    }

    /**
     * The same revision under another id and behind others: another header and, where the id is in them, other names of
     * file and class. Everything else stays as it is, byte for byte.
     *
     * @param dependsOn as many as there were before and in their order
     */
    public RevisionScript relinked(String id, List<String> downRevisions, List<String> dependsOn) {
        Links links = new Links(id, downRevisions, dependsOn);
        String simpleName = className.substring(className.lastIndexOf('.') + 1);
        String newName = new NameWithId(simpleName, language).replace(node.id(), id);
        String stem = NameWithId.ofFile(this).replace(node.id(), id);
        try {
            String text = language == Language.JAVA
                    ? JavaRelink.apply(source(), links, newName)
                    : SqlRelink.apply(source(), links);
            SourceFile changed = new SourceFile(path().resolveSibling(stem + language.extension()), text);
            RevisionScript script = parse(changed, helpers).orElseThrow();
            if (!Links.of(script.node()).equals(links)) {
                throw new BadHeaderException(0, "its header is written in a way that cannot be changed safely");
            }
            return script;
        } catch (BadHeaderException unexpected) {
            throw new MigrationException(
                    ErrorCode.REBASE_REFUSED,
                    file.shownPath() + ": " + unexpected.getMessage() + ". Write its header as limbeck revision does.",
                    unexpected);
        }
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

    /**
     * The text's checksum behind the name of its algorithm, which line ends and blanks at the end of a line do not change.
     * Checksums are kept in databases: what the name stands for never changes, another way to take them has another name.
     */
    public String checksum() {
        return "sha256:" + Checksum.of(file.normalised());
    }

    /** Whether the text has a checksum that was taken earlier; one of an algorithm that nobody knows fits every text. */
    public boolean hasChecksum(String earlier) {
        return !earlier.startsWith("sha256:") || earlier.equals(checksum());
    }

    /** The first line in which the file differs from another, blanks at the end of a line apart; 0 if in none. */
    public int firstDifference(RevisionScript other) {
        List<String> own = file.normalised().lines().toList();
        List<String> others = other.file.normalised().lines().toList();
        for (int i = 0; i < Math.max(own.size(), others.size()); i++) {
            if (i >= own.size() || i >= others.size() || !own.get(i).equals(others.get(i))) {
                return i + 1;
            }
        }
        return 0;
    }

    /** A line of the file, as messages name it. */
    public Location at(int line) {
        return file.at(line);
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
