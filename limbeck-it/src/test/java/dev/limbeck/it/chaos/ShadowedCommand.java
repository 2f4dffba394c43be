// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.chaos;

import dev.limbeck.it.Application;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.tools.ToolProvider;

/**
 * The command line in a world of its own within this JVM, where each driver is a {@link ShadowDriver}. It is made once
 * for many runs, which then cost milliseconds.
 */
final class ShadowedCommand implements AutoCloseable {
    private static final List<String> DRIVERS =
            List.of("org.h2.Driver", "org.mariadb.jdbc.Driver", "org.postgresql.Driver", "org.sqlite.JDBC");

    private final URLClassLoader world;
    private final Function<Map<String, Object>, Map<String, Object>> inside;

    /** Writes the shadows into a folder. */
    @SuppressWarnings("unchecked") // the class implements just that
    ShadowedCommand(Path folder) throws IOException, ReflectiveOperationException {
        for (String driver : DRIVERS) {
            compile(folder, driver);
        }
        List<URL> urls = new ArrayList<>(List.of(folder.toUri().toURL()));
        urls.addAll(Application.own());
        world = new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        inside = Class.forName(Inside.class.getName(), true, world)
                .asSubclass(Function.class)
                .getDeclaredConstructor()
                .newInstance();
    }

    private static void compile(Path folder, String driver) throws IOException {
        int dot = driver.lastIndexOf('.');
        Path source = folder.resolve(driver.replace('.', '/') + ".java");
        Files.createDirectories(source.getParent());
        Files.writeString(
                source,
                "package %1$s; public class %2$s extends %3$s { public %2$s() { super(\"%1$s.%2$s\"); } }"
                        .formatted(driver.substring(0, dot), driver.substring(dot + 1), ShadowDriver.class.getName()));
        List<String> classPath = Application.own().stream().map(URL::getPath).toList();
        int result = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-cp",
                        String.join(":", classPath),
                        "-proc:none",
                        "-d",
                        folder.toString(),
                        source.toString());
        if (result != 0) {
            throw new IOException(source + " does not compile");
        }
    }

    /** What a run left behind. */
    record Outcome(int exitCode, String out, String err) {}

    /** Runs a command in a folder, and asks before each call to a database whether it gets through. */
    Outcome run(Path folder, Predicate<String> alive, String... arguments) {
        Map<String, Object> outcome =
                inside.apply(Map.of("folder", folder, "alive", alive, "arguments", List.of(arguments)));
        return new Outcome((int) outcome.get("exitCode"), (String) outcome.get("out"), (String) outcome.get("err"));
    }

    @Override
    public void close() throws IOException {
        world.close();
    }

    /** The side of that world; what goes in and out is of classes that both have. */
    public static final class Inside implements Function<Map<String, Object>, Map<String, Object>> {

        @Override
        @SuppressWarnings("unchecked") // as it was put in
        public Map<String, Object> apply(Map<String, Object> request) {
            ShadowDriver.ask((Predicate<String>) request.get("alive"));
            dev.limbeck.it.Limbeck.Outcome outcome =
                    dev.limbeck.it.Limbeck.run((Path) request.get("folder"), (List<String>) request.get("arguments"));
            return Map.of("exitCode", outcome.exitCode(), "out", outcome.out(), "err", outcome.err());
        }
    }
}
