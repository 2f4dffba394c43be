// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.error.Problems;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        return open(locations, false);
    }

    /**
     * Reads the files in these folders; one that several of them lead to is read once.
     *
     * @param recursive whether their sub folders are read too, but for hidden ones
     * @throws MigrationException with code SCRIPT_UNREADABLE, naming every file that cannot be read
     */
    public static ScriptDirectory open(List<Path> locations, boolean recursive) {
        if (locations.isEmpty()) {
            throw new IllegalArgumentException("no location is given");
        }
        Problems problems = new Problems();
        List<Path> folders = locations.stream()
                .map(path -> path.toAbsolutePath().normalize())
                .toList();
        LocationReader reader = new LocationReader(new SourceFiles(recursive, problems), problems);
        List<RevisionScript> scripts =
                folders.stream().flatMap(folder -> reader.read(folder).stream()).toList();
        problems.throwIfAny(ErrorCode.SCRIPT_UNREADABLE);
        return new ScriptDirectory(folders, scripts);
    }

    /** All revisions, location by location and by file name within each. */
    public List<RevisionScript> scripts() {
        return scripts;
    }

    /** The first file with this id. */
    public Optional<RevisionScript> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The folders that were read. */
    public List<Path> locations() {
        return locations;
    }

    /** The folder that new files go to: the first location. */
    public Path home() {
        return locations.get(0);
    }

    /** The location that the path is, or is below: the innermost if there are several. */
    public Optional<Path> locationOf(Path path) {
        return locations.stream().filter(path::startsWith).max(Comparator.comparingInt(Path::getNameCount));
    }
}
