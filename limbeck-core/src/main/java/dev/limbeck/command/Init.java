// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.config.Settings;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.script.FileStyle;
import dev.limbeck.script.Language;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sets a project up: looks at what is there, and writes a configuration that fits it. Asks nothing. */
public final class Init {

    /**
     * What to set up.
     *
     * @param file the configuration to write; its folder is the project
     * @param overrides what was said rather than found, by full key
     * @param template the way to do it, as {@link ListTemplates} names them; null for the usual one
     */
    public record Request(
            Path file,
            Map<String, String> overrides,
            @Nullable String template) {}

    /** What was done to a path. */
    public enum Deed {
        CREATED_DIRECTORY,
        GENERATED,
        APPENDED
    }

    /** One thing that was done. */
    public record Action(Deed deed, Path path) {}

    /**
     * What was found and done.
     *
     * @param found what the project showed, a phrase each
     * @param actions what was written, in order
     * @param advice what is left to do, a sentence each
     */
    public record Result(Path file, List<String> found, List<Action> actions, List<String> advice) {
        public Result {
            found = List.copyOf(found);
            actions = List.copyOf(actions);
            advice = List.copyOf(advice);
        }
    }

    /**
     * Writes the configuration and creates the folder of the revision files.
     *
     * @throws MigrationException with code CONFIG_EXISTS, having done nothing, if the file is there already
     */
    public Result run(Request request) {
        Path file = request.file().toAbsolutePath().normalize();
        if (Files.exists(file)) {
            throw exists(file, null);
        }
        Path directory = parent(file);
        InitTemplate template = InitTemplate.named(request.template());
        Map<String, String> said = new LinkedHashMap<>(template.settings());
        said.putAll(request.overrides());
        Settings.of(said, directory);
        try {
            ConfigurationDraft draft = ConfigurationDraft.of(Project.look(directory), said);
            List<Action> actions = new ArrayList<>();
            createFolders(directory.resolve(draft.firstLocation()), actions);
            if (template.copiesTemplates()) {
                copyTemplates(directory, actions);
            }
            Files.writeString(file, draft.text(), StandardOpenOption.CREATE_NEW);
            actions.add(new Action(Deed.GENERATED, file));
            GitIgnore.cover(directory).ifPresent(actions::add);
            return new Result(file, draft.found(), actions, draft.advice());
        } catch (FileAlreadyExistsException raced) {
            throw exists(file, raced);
        } catch (IOException failure) {
            throw new MigrationException(
                    ErrorCode.FILE_FAILED,
                    "Cannot set up " + directory + ": " + failure + ". Mend that and run limbeck init again.",
                    failure);
        }
    }

    private static MigrationException exists(Path file, @Nullable Throwable cause) {
        return new MigrationException(
                ErrorCode.CONFIG_EXISTS,
                file
                        + " exists already, and init overwrites nothing. Edit it, or remove it and run limbeck init again.",
                cause);
    }

    private static Path parent(Path file) {
        Path parent = file.getParent();
        if (parent == null) {
            throw new MigrationException(
                    ErrorCode.CONFIG_BAD_VALUE,
                    file + " is a folder. Name the file to write, as in -c limbeck.properties.");
        }
        return parent;
    }

    /** What is there already stays as it is: somebody may have worked on it. */
    private static void copyTemplates(Path directory, List<Action> actions) throws IOException {
        for (Language language : Language.values()) {
            Path copy = directory.resolve(InitTemplate.file(language));
            createFolders(copy.resolveSibling(""), actions);
            if (Files.notExists(copy)) {
                Files.writeString(copy, FileStyle.builtInTemplate(language), StandardOpenOption.CREATE_NEW);
                actions.add(new Action(Deed.GENERATED, copy));
            }
        }
    }

    private static void createFolders(Path folder, List<Action> actions) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            actions.add(new Action(Deed.CREATED_DIRECTORY, folder));
        }
    }
}
