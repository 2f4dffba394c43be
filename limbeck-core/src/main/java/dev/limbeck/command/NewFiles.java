// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.config.Option;
import dev.limbeck.config.Options;
import dev.limbeck.config.Settings;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.script.FileStyle;
import dev.limbeck.script.Language;
import dev.limbeck.script.RevisionScript;
import dev.limbeck.script.ScriptDirectory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the settings say of new revision files: how they look, and where they go. */
final class NewFiles {
    private final Workspace workspace;
    private final Settings settings;

    NewFiles(Workspace workspace) {
        this.workspace = workspace;
        this.settings = workspace.settings();
    }

    /** A folder for new files, and the Java package that goes with it. */
    record Place(Path folder, String javaPackage) {}

    FileStyle style() {
        FileStyle style = FileStyle.of(settings.get(Options.FILE_TEMPLATE), settings.get(Options.SLUG_LENGTH));
        if (style.hasFolders() && !isRecursive()) {
            throw new MigrationException(
                    ErrorCode.CONFIG_BAD_VALUE,
                    "limbeck.file-template=" + settings.get(Options.FILE_TEMPLATE)
                            + " puts files into folders, which nobody would read. Set limbeck.recursive-locations=true,"
                            + " or leave the / out.");
        }
        return with(with(style, Language.JAVA, Options.JAVA_TEMPLATE), Language.SQL, Options.SQL_TEMPLATE);
    }

    private FileStyle with(FileStyle style, Language language, Option<String> template) {
        return settings.find(template)
                .map(path -> style.withTemplate(language, settings.directory().resolve(path)))
                .orElse(style);
    }

    /**
     * The place of a file in that language: the one that was named, or else beside the revisions it follows, or else
     * the first location.
     */
    Place place(@Nullable Path named, List<String> parents, Language language) {
        Path folder = named == null ? beside(parents, language) : existing(named);
        Path location = scripts().locationOf(folder).orElseThrow();
        return new Place(folder, javaPackage(location, folder));
    }

    private Path existing(Path named) {
        Path folder = named.toAbsolutePath().normalize();
        Optional<Path> location = scripts().locationOf(folder);
        if (location.isEmpty() || !(isRecursive() || location.get().equals(folder))) {
            String hint = location.isEmpty()
                    ? "Name one of them, or add it to limbeck.locations."
                    : "It is below one of them, which is read only with limbeck.recursive-locations=true.";
            throw new MigrationException(
                    ErrorCode.BAD_TARGET,
                    "Path " + folder + " is not represented in current version locations, which are "
                            + String.join(
                                    ", ",
                                    scripts().locations().stream()
                                            .map(Path::toString)
                                            .toList())
                            + ". " + hint);
        }
        return folder;
    }

    /** The folder of the parents if it is one, or their location; a file template with folders starts at that. */
    private Path beside(List<String> parents, Language language) {
        Set<Path> folders = parents.stream()
                .flatMap(parent -> scripts().find(parent).stream())
                .filter(script -> script.language() == language)
                .map(RevisionScript::path)
                .flatMap(path -> Optional.ofNullable(path.getParent()).stream())
                .collect(Collectors.toSet());
        Set<Path> locations = folders.stream()
                .flatMap(folder -> scripts().locationOf(folder).stream())
                .collect(Collectors.toSet());
        if (folders.size() == 1 && !style().hasFolders()) {
            return folders.iterator().next();
        }
        return locations.size() == 1 ? locations.iterator().next() : scripts().home();
    }

    /** The set package is that of the first location; another one below the same source folder has one in its stead. */
    private String javaPackage(Path location, Path folder) {
        String set = workspace.vendor(settings.find(Options.PACKAGE).orElse(""));
        Path home = scripts().home();
        Path asFolders = Path.of(set.replace('.', '/'));
        if (!set.isEmpty() && !location.equals(home) && home.endsWith(asFolders)) {
            Path root = home.resolve("../".repeat(asFolders.getNameCount())).normalize();
            return folder.startsWith(root)
                    ? dotted("", root.relativize(folder))
                    : dotted(set, location.relativize(folder));
        }
        return dotted(set, location.relativize(folder));
    }

    private static String dotted(String start, Path folders) {
        List<String> names = new ArrayList<>(List.of(start));
        folders.forEach(name -> names.add(name.toString()));
        return names.stream().filter(name -> !name.isEmpty()).collect(Collectors.joining("."));
    }

    private boolean isRecursive() {
        return settings.get(Options.RECURSIVE_LOCATIONS);
    }

    private ScriptDirectory scripts() {
        return workspace.scripts();
    }
}
