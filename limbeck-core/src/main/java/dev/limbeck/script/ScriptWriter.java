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
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes new revision files into a folder, whole or not at all. */
public final class ScriptWriter {
    private final Path folder;
    private final FileStyle style;
    private final Dialect dialect;
    private final Stage stage;

    /**
     * A writer for revisions that start where the database is.
     *
     * @param stage that stands where the upgrade begins; used only for a revision in SQL
     */
    public ScriptWriter(Path folder, FileStyle style, Dialect dialect, Stage stage) {
        this.folder = folder;
        this.style = style;
        this.dialect = dialect;
        this.stage = stage;
    }

    /**
     * Writes the revision's file, and says where.
     *
     * @throws MigrationException with code SCRIPT_EXISTS if a file of that name is there, or CONFIG_BAD_VALUE if the
     *     project's template loses what the revision is
     */
    public Path write(NewRevision revision) {
        Path path = style.names().path(revision);
        SourceTemplate template = style.template(revision.language());
        String text = revision.language() == Language.JAVA
                ? JavaSource.of(revision, path, template)
                : SqlSource.of(revision, template, dialect, stage);
        Path file = folder.resolve(path);
        new Proof(revision, file, template.origin()).read(text);
        keep(file, text);
        return file;
    }

    /**
     * Writes a file that is not there yet, whole or not at all.
     *
     * @throws MigrationException with code SCRIPT_EXISTS if it is there
     */
    public static void keep(Path file, String text) {
        Path parent = file.resolveSibling("");
        try {
            Files.createDirectories(parent);
            refuseOtherCase(parent, file);
            Path temporary = parent.resolve("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
            try {
                Files.writeString(temporary, text, StandardOpenOption.CREATE_NEW);
                Files.move(temporary, file);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (FileAlreadyExistsException exists) {
            throw exists(file, exists);
        } catch (IOException failure) {
            throw new MigrationException(
                    ErrorCode.FILE_FAILED,
                    "Cannot write " + new SourceFile(file, "").shownPath() + ": " + failure
                            + ". Check limbeck.locations and the rights on the folder.",
                    failure);
        }
    }

    /** Two names that differ in case only are one on the disks of most laptops. */
    private static void refuseOtherCase(Path parent, Path file) throws IOException {
        String name = file.getFileName().toString();
        try (Stream<Path> files = Files.list(parent)) {
            Optional<Path> same = files.filter(
                            other -> other.getFileName().toString().equalsIgnoreCase(name))
                    .findFirst();
            if (same.isPresent()) {
                throw exists(same.get(), null);
            }
        }
    }

    private static MigrationException exists(Path file, @Nullable Throwable cause) {
        return new MigrationException(
                ErrorCode.SCRIPT_EXISTS,
                "The file " + new SourceFile(file, "").shownPath()
                        + " exists already; choose another id or message, or delete it.",
                cause);
    }
}
