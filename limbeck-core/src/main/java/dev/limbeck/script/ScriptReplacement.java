// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Puts revision files in the place of others, all or none.
 *
 * <p>The new files are written beside the old ones under names that nobody reads. Then a journal is put down, at one
 * stroke: before it, nothing has happened, and after it, everything will, if not in this run then in the next one. What
 * the journal asks for may be done twice, or by two processes at once.
 */
public final class ScriptReplacement {
    private static final String SUFFIX = ".limbeck-new";

    private final Path journal;

    /** A replacement that remembers in this file how far it is. */
    public ScriptReplacement(Path journal) {
        this.journal = journal;
    }

    private record Entry(Path before, Path prepared, Path after) {

        static Entry of(RevisionScript before, RevisionScript after) {
            Path prepared = after.path().resolveSibling("." + after.path().getFileName() + SUFFIX);
            return new Entry(before.path(), prepared, after.path());
        }

        static Entry parse(String line) {
            List<Path> paths =
                    List.of(line.split("\0", -1)).stream().map(Path::of).toList();
            return new Entry(paths.get(0), paths.get(1), paths.get(2));
        }

        @Override
        public String toString() {
            return before + "\0" + prepared + "\0" + after;
        }
    }

    /**
     * Puts each new script in the place of the old one.
     *
     * @throws MigrationException with code SCRIPT_EXISTS if one would overwrite a file that is none of the old ones
     */
    public void run(Map<RevisionScript, RevisionScript> replacements) {
        List<Entry> entries = new ArrayList<>();
        replacements.forEach((before, after) -> entries.add(Entry.of(before, after)));
        refuseToOverwrite(entries);
        try {
            for (Map.Entry<RevisionScript, RevisionScript> pair : replacements.entrySet()) {
                prepare(pair.getKey(), pair.getValue());
            }
            Files.createDirectories(journal.getParent());
            Path draft = journal.resolveSibling(journal.getFileName() + SUFFIX);
            Files.write(draft, entries.stream().map(Entry::toString).toList());
            Files.move(draft, journal, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw failed(failure);
        }
        finish();
    }

    private static void prepare(RevisionScript before, RevisionScript after) throws IOException {
        String now = Files.readString(before.path());
        String mark = now.startsWith(SourceFile.BYTE_ORDER_MARK) ? SourceFile.BYTE_ORDER_MARK : "";
        if (!now.equals(mark + before.source())) {
            throw new IOException(before.file().shownPath() + " has changed in the meantime");
        }
        Files.writeString(Entry.of(before, after).prepared(), mark + after.source());
    }

    private static void refuseToOverwrite(List<Entry> entries) {
        Set<Path> old = entries.stream().map(Entry::before).collect(Collectors.toSet());
        for (Entry entry : entries) {
            if (Files.exists(entry.after()) && !old.contains(entry.after())) {
                throw new MigrationException(
                        ErrorCode.SCRIPT_EXISTS,
                        "The file " + new SourceFile(entry.after(), "").shownPath()
                                + " exists already and is not one of those that move; rename or delete it.");
            }
        }
    }

    /** Brings a replacement to its end that an earlier run began; whether there was one. */
    public boolean finish() {
        if (Files.notExists(journal)) {
            return false;
        }
        try {
            List<Entry> entries =
                    Files.readAllLines(journal).stream().map(Entry::parse).toList();
            Set<Path> kept = entries.stream().map(Entry::after).collect(Collectors.toSet());
            for (Entry entry : entries) {
                if (!kept.contains(entry.before())) {
                    Files.deleteIfExists(entry.before());
                }
            }
            for (Entry entry : entries) {
                moveIfThere(entry);
            }
            Files.deleteIfExists(journal);
            return true;
        } catch (NoSuchFileException otherProcessWasFaster) {
            return true;
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    private static void moveIfThere(Entry entry) throws IOException {
        try {
            Files.move(entry.prepared(), entry.after(), StandardCopyOption.REPLACE_EXISTING);
        } catch (NoSuchFileException done) {
            // moved before, by a run that was interrupted
        }
    }

    private MigrationException failed(IOException failure) {
        return new MigrationException(
                ErrorCode.FILE_FAILED,
                "The revision files cannot be replaced: " + failure
                        + (Files.exists(journal)
                                ? ". What is left to do stands in " + journal + "; the next run of limbeck does it."
                                : ". Nothing was changed."),
                failure);
    }
}
