// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.jpa.bridge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.boot.registry.classloading.spi.ClassLoaderService;
import org.hibernate.boot.registry.classloading.spi.ClassLoadingException;
import org.jspecify.annotations.Nullable;

/**
 * Hibernate's view of the class path: one loader and nothing else. Its own view takes the system class loader in, where
 * the services of a bundled Hibernate would meet the application's.
 */
final class OneLoader implements ClassLoaderService {
    private static final long serialVersionUID = 1L;
    private static final String CLASS_PATH = "classpath://";

    private final transient ClassLoader loader;
    private final transient Map<Class<?>, List<?>> services = new ConcurrentHashMap<>();

    OneLoader(ClassLoader loader) {
        this.loader = loader;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> Class<T> classForName(String className) {
        try {
            return (Class<T>) Class.forName(className, true, loader);
        } catch (ClassNotFoundException | LinkageError missing) {
            throw new ClassLoadingException("Unable to load class [" + className + "]", missing);
        }
    }

    @Override
    public @Nullable URL locateResource(String name) {
        return loader.getResource(path(name));
    }

    @Override
    public @Nullable InputStream locateResourceStream(String name) {
        return loader.getResourceAsStream(path(name));
    }

    @Override
    public List<URL> locateResources(String name) {
        try {
            return Collections.list(loader.getResources(path(name)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String path(String name) {
        String path = name.startsWith(CLASS_PATH) ? name.substring(CLASS_PATH.length()) : name;
        return path.startsWith("/") ? path.substring(1) : path;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <S> Collection<S> loadJavaServices(Class<S> contract) {
        // not computeIfAbsent: a service may ask for services while it is made
        List<?> known = services.get(contract);
        if (known == null) {
            known = ServiceLoader.load(contract, loader).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();
            services.put(contract, known);
        }
        return (Collection<S>) known;
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the signature is Hibernate's
    public <T> T generateProxy(InvocationHandler handler, Class<?>... interfaces) {
        return (T) Proxy.newProxyInstance(loader, interfaces, handler);
    }

    @Override
    public @Nullable Package packageForNameOrNull(String name) {
        try {
            return Class.forName(name + ".package-info", true, loader).getPackage();
        } catch (ClassNotFoundException unannotated) {
            return null;
        }
    }

    @Override
    public <T> T workWithClassLoader(Work<T> work) {
        return work.doWork(loader);
    }

    @Override
    public void stop() {
        services.clear();
    }
}
