// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.jpa;

import dev.limbeck.RenamedFrom;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A world of its own for a provider and the entities: the application's class path over the platform, with a copy of
 * the bridge in it.
 *
 * <p>With the bundled provider, everything that Limbeck's own loader has is copied as well, and comes first, so that
 * the provider meets the API it was built for. Copied rather than delegated to: static state such as the choice of a
 * logging system is then not shared with the process that Limbeck runs in.
 */
final class ModelClassLoader extends URLClassLoader {
    private static final String BRIDGE = "dev.limbeck.jpa.bridge.";

    /** The bridge reads it off the entities; where they are compiled only with it, the JVM would leave it out unsaid. */
    private static final String ANNOTATION = RenamedFrom.class.getName();

    private static final String LOGGING = "META-INF/services/org.jboss.logging.LoggerProvider";

    static {
        registerAsParallelCapable();
    }

    private final ClassLoader own;
    private final ClassCopies copies;
    private final boolean bundled;

    ModelClassLoader(List<Path> classpath, ClassLoader own, boolean bundled) {
        super("limbeck-models", urls(classpath), ClassLoader.getPlatformClassLoader());
        this.own = own;
        this.copies = new ClassCopies(own);
        this.bundled = bundled;
    }

    private static URL[] urls(List<Path> classpath) {
        return classpath.stream().map(ModelClassLoader::url).toArray(URL[]::new);
    }

    private static URL url(Path entry) {
        try {
            return entry.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalArgumentException(entry.toString(), impossible);
        }
    }

    /** Whether a class can be had, without loading it. */
    boolean has(String className) {
        return getResource(className.replace('.', '/') + ".class") != null;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (bundled || name.startsWith(BRIDGE) || name.equals(ANNOTATION)) {
            byte[] copy = copies.of(name);
            if (copy != null) {
                definePackageOf(name);
                return defineClass(name, copy, 0, copy.length);
            }
        }
        return super.findClass(name);
    }

    private void definePackageOf(String className) {
        int dot = className.lastIndexOf('.');
        if (dot > 0 && getDefinedPackage(className.substring(0, dot)) == null) {
            try {
                definePackage(className.substring(0, dot), null, null, null, null, null, null, null);
            } catch (IllegalArgumentException alreadyDefined) {
                // another thread was first, which is as good
            }
        }
    }

    @Override
    public @Nullable URL findResource(String name) {
        if (name.equals(LOGGING)) {
            return silentLogging();
        }
        URL copied = bundled ? own.getResource(name) : null;
        return copied == null ? super.findResource(name) : copied;
    }

    @Override
    public Enumeration<URL> findResources(String name) throws IOException {
        if (name.equals(LOGGING)) {
            URL silent = silentLogging();
            return Collections.enumeration(silent == null ? List.of() : List.of(silent));
        }
        if (!bundled) {
            return super.findResources(name);
        }
        Set<String> seen = new LinkedHashSet<>();
        List<URL> all = new ArrayList<>(Collections.list(own.getResources(name)));
        all.addAll(Collections.list(super.findResources(name)));
        all.removeIf(url -> !seen.add(url.toExternalForm()));
        return Collections.enumeration(all);
    }

    /** Stands in for the provider's choice of a logging system, in this loader only. */
    private @Nullable URL silentLogging() {
        return own.getResource(BRIDGE.replace('.', '/') + "silent-logging");
    }
}
