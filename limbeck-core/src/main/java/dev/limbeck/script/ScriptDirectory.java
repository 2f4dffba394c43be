// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.error.Problems;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The revision files of a project, read without compiling them. */
public final class ScriptDirectory {
    private final List<Path> locations;
    private final List<RevisionScript> scripts;
    private final Map<String, RevisionScript> byId = new HashMap<>();

    private ScriptDirectory(List<Path> locations, List<RevisionScript> scripts) {
        this.locations = List.copyOf(locations);
        this.scripts = List.copyOf(scripts);
        scripts.forEach(script -> byId.putIfAbsent(script.node().id(), script));
    }

    /**
     * Reads the files that lie right in these folders; a folder that does not exist is empty.
     *
     * @throws MigrationException with code SCRIPT_UNREADABLE, naming every file that cannot be read
     */
    public static ScriptDirectory open(List<Path> locations) {
        if (locations.isEmpty()) {
            throw new IllegalArgumentException("no location is given");
        }
        Problems problems = new Problems();
        List<RevisionScript> scripts = new ArrayList<>();
        for (Path location : new LinkedHashSet<>(locations.stream()
                .map(path -> path.toAbsolutePath().normalize())
                .toList())) {
            scripts.addAll(new LocationReader(problems).read(location));
        }
        problems.throwIfAny(ErrorCode.SCRIPT_UNREADABLE);
        return new ScriptDirectory(locations, scripts);
    }

    /** All revisions, location by location and by file name within each. */
    public List<RevisionScript> scripts() {
        return scripts;
    }

    /** The first file with this id. */
    public Optional<RevisionScript> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The folder that new files go to: the first location. */
    public Path home() {
        return locations.get(0);
    }

    /** Reads one folder. */
    private record LocationReader(Problems problems) {

        List<RevisionScript> read(Path folder) {
            List<SourceFile> helpers = new ArrayList<>();
            List<RevisionScript> found = new ArrayList<>();
            for (SourceFile file : files(folder)) {
                try {
                    // The helpers are complete only when the folder has been read, so a script keeps the growing list.
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

        private List<SourceFile> files(Path folder) {
            List<SourceFile> files = new ArrayList<>();
            for (Path path : paths(folder)) {
                try {
                    files.add(SourceFile.read(path));
                } catch (CharacterCodingException notUtf8) {
                    problems.add(new SourceFile(path, "").shownPath() + ": the file is not UTF-8; save it as UTF-8.");
                } catch (IOException unreadable) {
                    problems.add(new SourceFile(path, "").shownPath() + ": the file cannot be read: "
                            + unreadable.getMessage() + ".");
                }
            }
            return files;
        }

        private List<Path> paths(Path folder) {
            if (Files.notExists(folder)) {
                return List.of();
            }
            try (Stream<Path> entries = Files.list(folder)) {
                return entries.filter(LocationReader::isSource).sorted().toList();
            } catch (IOException unreadable) {
                problems.add(new SourceFile(folder, "").shownPath()
                        + ": the folder cannot be listed; limbeck.locations names folders with revision files.");
                return List.of();
            }
        }

        private static boolean isSource(Path path) {
            String name = path.getFileName().toString();
            boolean source = Stream.of(Language.values()).anyMatch(language -> name.endsWith(language.extension()));
            return source && !name.startsWith(".") && !name.equals("module-info.java") && Files.isRegularFile(path);
        }
    }
}
