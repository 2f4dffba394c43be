// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import java.util.Map;

/**
 * The classes of revision files. What was compiled here comes before a class of the same name on the class path, which
 * may have been built from an older state of the file.
 */
final class RevisionClasses extends ClassLoader {
    private final Map<String, byte[]> compiled;

    RevisionClasses(Map<String, byte[]> compiled, ClassLoader parent) {
        super(parent);
        this.compiled = Map.copyOf(compiled);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!compiled.containsKey(name)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = compiled.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }
}
