// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it;

import dev.limbeck.dialect.Database;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An application with entities that Hibernate can map.
 *
 * @param name what to call it
 * @param packages where its entities are, as {@code limbeck.models} names them
 * @param classpath its folders and jars
 * @param jpa what it tells its provider
 */
public record Application(String name, String packages, List<Path> classpath, Properties jpa) {
    private static final String[] MAPPED = {"Entity", "Embeddable", "MappedSuperclass", "Converter"};

    /** An application that lies in a folder: {@code classes}, jars, and {@code application.properties} that says the rest. */
    static Application in(Path folder) throws IOException {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(folder.resolve("application.properties"))) {
            properties.load(reader);
        }
        String packages = (String) properties.remove("packages");
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> classpath =
                    new ArrayList<>(files.filter(file -> file.toString().endsWith(".jar"))
                            .sorted()
                            .toList());
            classpath.add(0, folder.resolve("classes"));
            return new Application(folder.getFileName().toString(), packages, classpath, properties);
        }
    }

    /** The entities of a package of these tests. */
    static Application ofTests(String name) {
        Path classes = Path.of(Application.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        return new Application(
                name, Application.class.getPackageName() + "." + name, List.of(classes), new Properties());
    }

    /** Settings to migrate a database for it. */
    Properties settings(Database database) {
        Properties settings = new Properties();
        settings.setProperty("limbeck.url", database.url());
        if (database.user() != null) {
            settings.setProperty("limbeck.user", database.user());
        }
        settings.setProperty("limbeck.models", "jpa:" + packages);
        settings.setProperty(
                "limbeck.classpath",
                String.join(",", classpath.stream().map(Path::toString).toList()));
        settings.setProperty("limbeck.locations", "migrations");
        settings.setProperty("limbeck.package", "migrations");
        jpa.forEach((key, value) -> settings.setProperty("limbeck.jpa." + key, (String) value));
        return settings;
    }

    /** Lets Hibernate create the schema itself, as the application would with {@code hbm2ddl.auto=create}. */
    void createByHibernate(Database database) throws IOException {
        Map<String, Object> settings = new HashMap<>();
        jpa.forEach((key, value) -> settings.put((String) key, value));
        settings.put("jakarta.persistence.jdbc.url", database.url());
        if (database.user() != null) {
            settings.put("jakarta.persistence.jdbc.user", database.user());
        }
        // What an application may bring along, such as Bean Validation, is found by Hibernate beside itself only.
        try (URLClassLoader loader = new URLClassLoader(urls(), ClassLoader.getPlatformClassLoader())) {
            BiConsumer<Map<String, Object>, List<Class<?>>> creation = creation(loader);
            Thread thread = Thread.currentThread();
            ClassLoader before = thread.getContextClassLoader();
            thread.setContextClassLoader(loader);
            try {
                creation.accept(settings, mappedClasses(loader));
            } finally {
                thread.setContextClassLoader(before);
            }
        }
    }

    @SuppressWarnings("unchecked") // the class implements just that
    private static BiConsumer<Map<String, Object>, List<Class<?>>> creation(ClassLoader loader) throws IOException {
        try {
            return Class.forName(HibernateCreation.class.getName(), true, loader)
                    .asSubclass(BiConsumer.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException failure) {
            throw new IOException(failure);
        }
    }

    private URL[] urls() throws IOException {
        List<URL> urls = new ArrayList<>();
        for (Path path : classpath) {
            urls.add(path.toUri().toURL());
        }
        // behind the application's, which may have a Hibernate of its own
        urls.addAll(own());
        return urls.toArray(URL[]::new);
    }

    /** Where this test's own classes and libraries are. */
    public static List<URL> own() throws IOException {
        if (Application.class.getClassLoader() instanceof URLClassLoader loader) {
            return List.of(loader.getURLs());
        }
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            urls.add(Path.of(entry).toUri().toURL());
        }
        return urls;
    }

    private List<Class<?>> mappedClasses(ClassLoader loader) throws IOException {
        TreeSet<String> names = new TreeSet<>();
        for (Path path : classpath) {
            if (Files.isDirectory(path)) {
                addMapped(names, path);
            } else if (Files.exists(path)) {
                try (FileSystem jar = FileSystems.newFileSystem(path)) {
                    addMapped(names, jar.getPath("/"));
                }
            }
        }
        List<Class<?>> classes = new ArrayList<>();
        for (String name : names) {
            try {
                classes.add(Class.forName(name, false, loader));
            } catch (ClassNotFoundException missing) {
                throw new IOException(missing);
            }
        }
        return classes;
    }

    private void addMapped(TreeSet<String> names, Path root) throws IOException {
        Pattern wanted = Pattern.compile("(" + packages.replace(".", "\\.").replace(',', '|') + ")\\..*");
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".class")).toList()) {
                String name =
                        root.relativize(file).toString().replace(".class", "").replace('/', '.');
                if (wanted.matcher(name).matches() && isMapped(file)) {
                    names.add(name);
                }
            }
        }
    }

    /** The names of a class's annotations stand in its constant pool as they are. */
    private static boolean isMapped(Path file) throws IOException {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        return Stream.of(MAPPED).anyMatch(kind -> bytes.contains("Ljakarta/persistence/" + kind + ";"));
    }
}
