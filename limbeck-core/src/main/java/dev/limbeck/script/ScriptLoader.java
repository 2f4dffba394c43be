// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import dev.limbeck.Migration;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Makes revision files runnable. What it loaded can be used until it is closed. */
public final class ScriptLoader implements AutoCloseable {
    private final Dialect dialect;
    private final Arguments arguments;
    private final PreviousCode previous;
    private final JavaScripts java;
    private final URLClassLoader libraries;

    /** A loader for scripts of which nobody knows what leads to them. */
    public ScriptLoader(Dialect dialect, List<Path> classPath, Path cache, Arguments arguments) {
        this(dialect, classPath, cache, arguments, script -> List.of());
    }

    /**
     * A loader for scripts that run on one kind of database.
     *
     * @param classPath the application's classes, for migrations that use them
     * @param cache the folder in which compiled revisions are kept; made when it is needed
     * @param arguments what the scripts are handed when they are asked what they do
     * @param ancestors all scripts that lead to one, oldest first and without itself
     */
    public ScriptLoader(
            Dialect dialect,
            List<Path> classPath,
            Path cache,
            Arguments arguments,
            Function<RevisionScript, List<RevisionScript>> ancestors) {
        this.dialect = dialect;
        this.previous = new PreviousCode(dialect, ancestors, this::loadAll);
        this.arguments = arguments;
        this.java = new JavaScripts(classPath, cache);
        this.libraries = new URLClassLoader(urls(classPath), Migration.class.getClassLoader());
    }

    public LoadedRevision load(RevisionScript script) {
        return loadAll(List.of(script)).get(0);
    }

    /**
     * Loads scripts, in the given order; all Java files that are not in the cache are compiled together.
     *
     * @throws MigrationException with code SCRIPT_DOES_NOT_COMPILE or SCRIPT_FAILED
     */
    public List<LoadedRevision> loadAll(List<RevisionScript> scripts) {
        List<RevisionScript> compiled = scripts.stream()
                .filter(script -> script.language() == Language.JAVA)
                .toList();
        ClassLoader classes = compiled.isEmpty() ? libraries : new RevisionClasses(java.classes(compiled), libraries);
        List<LoadedRevision> loaded = new ArrayList<>();
        for (RevisionScript script : scripts) {
            loaded.add(
                    script.language() == Language.JAVA
                            ? JavaRevision.of(script, classes, arguments, dialect, previous)
                            : SqlRevision.of(script, dialect, arguments));
        }
        return List.copyOf(loaded);
    }

    @Override
    public void close() {
        try {
            libraries.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("closing the class path of the migrations", failure);
        }
    }

    private static URL[] urls(List<Path> classPath) {
        List<URL> urls = new ArrayList<>();
        for (Path path : classPath) {
            try {
                urls.add(path.toUri().toURL());
            } catch (MalformedURLException malformed) {
                throw new MigrationException(
                        ErrorCode.CLASSPATH_FAILED,
                        path + " cannot stand on the class path: " + malformed.getMessage()
                                + "; correct limbeck.classpath.",
                        malformed);
            }
        }
        return urls.toArray(new URL[0]);
    }
}
