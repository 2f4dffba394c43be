// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import dev.limbeck.Migration;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Turns Java files into classes, from the cache where it can. A revision and the helpers beside it are units of their
 * own; a unit's key hangs on everything that its classes hang on, the application's own classes excepted.
 */
final class JavaScripts {
    private final List<Path> classPath;
    private final ClassCache cache;
    private final Path core = core();

    JavaScripts(List<Path> classPath, Path cache) {
        this.classPath = List.copyOf(classPath);
        this.cache = new ClassCache(cache);
    }

    /** Files that are compiled into one jar. */
    private record Unit(String key, List<SourceFile> files) {}

    /** The classes of these scripts and of their helpers, by binary name; whatever is missing is compiled at once. */
    Map<String, byte[]> classes(List<RevisionScript> scripts) {
        Map<String, byte[]> classes = new TreeMap<>();
        List<Path> cached = new ArrayList<>();
        List<Unit> missing = new ArrayList<>();
        for (Unit unit : units(scripts)) {
            Optional<Map<String, byte[]>> found = cache.read(unit.key());
            found.ifPresent(classes::putAll);
            if (found.isPresent()) {
                cached.add(cache.jar(unit.key()));
            } else {
                missing.add(unit);
            }
        }
        if (!missing.isEmpty()) {
            classes.putAll(compile(missing, cached));
        }
        return classes;
    }

    private Map<String, byte[]> compile(List<Unit> units, List<Path> cached) {
        List<Path> path = new ArrayList<>(List.of(core));
        path.addAll(cached);
        path.addAll(classPath);
        Map<SourceFile, Map<String, byte[]>> compiled = new Compilation(path)
                .compile(units.stream().flatMap(unit -> unit.files().stream()).toList());
        Map<String, byte[]> all = new TreeMap<>();
        for (Unit unit : units) {
            Map<String, byte[]> classes = new TreeMap<>();
            unit.files().forEach(file -> classes.putAll(compiled.getOrDefault(file, Map.of())));
            cache.write(unit.key(), classes);
            all.putAll(classes);
        }
        return all;
    }

    private List<Unit> units(List<RevisionScript> scripts) {
        String foundation = foundation();
        Map<String, Unit> units = new LinkedHashMap<>();
        for (RevisionScript script : scripts) {
            List<SourceFile> helpers = script.helpers();
            if (!helpers.isEmpty()) {
                String key = key(foundation, helpers, List.of());
                units.put(key, new Unit(key, helpers));
            }
            String key = key(foundation, helpers, List.of(script.file()));
            units.put(key, new Unit(key, List.of(script.file())));
        }
        return List.copyOf(units.values());
    }

    private static String key(String foundation, List<SourceFile> helpers, List<SourceFile> scripts) {
        Checksum checksum = new Checksum().add(foundation);
        for (List<SourceFile> files : List.of(helpers, scripts)) {
            checksum.add(String.valueOf(files.size()));
            for (SourceFile file : files) {
                checksum.add(file.path().getFileName().toString()).add(file.text());
            }
        }
        return checksum.hex();
    }

    /** What compiled classes hang on besides their source: this version of Java and of Limbeck. */
    private String foundation() {
        Path file = Files.isDirectory(core) ? core.resolve("dev/limbeck/operation/Definitions.class") : core;
        try {
            return Runtime.version().feature() + "/" + Files.size(file) + "/"
                    + Files.getLastModifiedTime(file).toMillis();
        } catch (IOException unreadable) {
            throw notOnDisk(unreadable);
        }
    }

    private static Path core() {
        CodeSource source = Migration.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            throw notOnDisk(null);
        }
        try {
            return Path.of(source.getLocation().toURI());
        } catch (URISyntaxException | FileSystemNotFoundException | IllegalArgumentException packed) {
            throw notOnDisk(packed);
        }
    }

    private static MigrationException notOnDisk(@Nullable Exception cause) {
        return new MigrationException(
                ErrorCode.CLASSPATH_FAILED,
                "Java revisions cannot be compiled here: limbeck-core is not a file or folder of its own (it may be packed"
                        + " in another archive). Unpack the application, or run its migrations before it is packed.",
                cause);
    }
}
