// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writes new revision files into a folder, whole or not at all. */
public final class ScriptWriter {
    private final Path folder;
    private final Dialect dialect;
    private final Stage stage;

    /**
     * A writer for revisions that start where the database is.
     *
     * @param stage that stands where the upgrade begins; used only for a revision in SQL
     */
    public ScriptWriter(Path folder, Dialect dialect, Stage stage) {
        this.folder = folder;
        this.dialect = dialect;
        this.stage = stage;
    }

    /** The text of the revision's file. */
    public String render(NewRevision revision) {
        return revision.language() == Language.JAVA ? JavaSource.of(revision) : SqlSource.of(revision, dialect, stage);
    }

    /**
     * Writes the revision's file, and says where.
     *
     * @throws MigrationException with code SCRIPT_EXISTS if a file of that name is there
     */
    public Path write(NewRevision revision) {
        String text = render(revision);
        Path file = folder.resolve(FileName.of(revision));
        try {
            Files.createDirectories(folder);
            Path temporary = folder.resolve("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
            try {
                Files.writeString(temporary, text, StandardOpenOption.CREATE_NEW);
                Files.move(temporary, file);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (FileAlreadyExistsException exists) {
            throw new MigrationException(
                    ErrorCode.SCRIPT_EXISTS,
                    "The file " + new SourceFile(file, "").shownPath()
                            + " exists already; choose another id or message, or delete it.",
                    exists);
        } catch (IOException failure) {
            throw new MigrationException(
                    ErrorCode.FILE_FAILED,
                    "Cannot write " + new SourceFile(file, "").shownPath() + ": " + failure
                            + ". Check limbeck.locations and the rights on the folder.",
                    failure);
        }
        return file;
    }
}
