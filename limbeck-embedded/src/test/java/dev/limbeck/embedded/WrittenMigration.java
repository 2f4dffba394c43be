// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.embedded;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.operation.Operation;
import dev.limbeck.script.Arguments;
import dev.limbeck.script.FileStyle;
import dev.limbeck.script.Language;
import dev.limbeck.script.LoadedRevision;
import dev.limbeck.script.LocatedOperation;
import dev.limbeck.script.NewRevision;
import dev.limbeck.script.ScriptDirectory;
import dev.limbeck.script.ScriptLoader;
import dev.limbeck.script.ScriptWriter;
import dev.limbeck.script.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;

/** The operations of a migration after they were written to a file and read from it. */
record WrittenMigration(List<Operation> upgrade, List<Operation> downgrade) {

    /** A migration as it is to be written. */
    WrittenMigration through(Language language, Dialect dialect, Stage stage) {
        try {
            Path folder = Files.createTempDirectory("written");
            NewRevision revision = new NewRevision(
                    "a1",
                    "random",
                    List.of(),
                    List.of(),
                    List.of(),
                    ZonedDateTime.parse("2026-11-20T08:42:11Z"),
                    "",
                    language,
                    upgrade,
                    downgrade,
                    List.of());
            new ScriptWriter(folder, FileStyle.of("{rev}_{slug}", 40), dialect, stage).write(revision);
            Path cache = folder.resolve("cache");
            try (ScriptLoader loader = new ScriptLoader(dialect, List.of(), cache, Arguments.NONE)) {
                LoadedRevision loaded = loader.load(
                        ScriptDirectory.open(List.of(folder)).scripts().get(0));
                return new WrittenMigration(operations(loaded.upgrade()), operations(loaded.downgrade()));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<Operation> operations(List<LocatedOperation> located) {
        return located.stream().map(LocatedOperation::operation).toList();
    }
}
