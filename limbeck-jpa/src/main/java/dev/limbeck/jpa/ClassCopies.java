// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.jpa;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The class files that a loader would load, to be defined elsewhere.
 *
 * <p>Remembers the folder or jar where a package was met: a loader asks all its jars, a hundred of them, for each class
 * that a provider needs, thousands of them, and that took longer than all else that reads a model.
 */
final class ClassCopies {
    private final ClassLoader loader;
    private final Map<String, URL> metIn = new ConcurrentHashMap<>();

    ClassCopies(ClassLoader loader) {
        this.loader = loader;
    }

    /** The class file; null where the loader has none of this name. */
    byte @Nullable [] of(String className) throws ClassNotFoundException {
        String path = className.replace('.', '/') + ".class";
        String packagePath = path.substring(0, path.lastIndexOf('/') + 1);
        try {
            byte[] near = besideOthers(metIn.get(packagePath), path.substring(packagePath.length()));
            return near == null ? found(path, packagePath) : near;
        } catch (IOException unreadable) {
            throw new ClassNotFoundException(className, unreadable);
        }
    }

    private static byte @Nullable [] besideOthers(@Nullable URL sibling, String file) throws IOException {
        if (sibling == null) {
            return null;
        }
        try {
            return read(new URL(sibling, file));
        } catch (FileNotFoundException inAnotherJar) {
            return null;
        }
    }

    private byte @Nullable [] found(String path, String packagePath) throws IOException {
        URL url = loader.getResource(path);
        if (url == null) {
            return null;
        }
        metIn.put(packagePath, url);
        return read(url);
    }

    private static byte[] read(URL url) throws IOException {
        try (InputStream in = url.openStream()) {
            return in.readAllBytes();
        }
    }
}
