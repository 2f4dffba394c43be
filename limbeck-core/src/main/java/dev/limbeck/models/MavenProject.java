// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.models;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A Maven project on disk.
 *
 * @param pom its {@code pom.xml}
 * @param root the folder of the outermost project that builds this one as a module; its own folder when none does
 */
record MavenProject(Path pom, Path root) {

    /** The project that a folder belongs to. */
    static MavenProject nearest(Path directory) {
        for (Path folder = directory.toAbsolutePath().normalize(); folder != null; folder = folder.getParent()) {
            Path pom = folder.resolve("pom.xml");
            if (Files.isRegularFile(pom)) {
                return new MavenProject(pom, rootOf(folder));
            }
        }
        throw new MigrationException(
                ErrorCode.CLASSPATH_FAILED,
                "There is no pom.xml in " + directory.toAbsolutePath() + " or above (limbeck.classpath=maven).\n"
                        + "Run in a Maven project, or list folders and jars in limbeck.classpath.");
    }

    private static Path rootOf(Path module) {
        Path root = module;
        for (Path above = module.getParent(); above != null; above = above.getParent()) {
            Path pom = above.resolve("pom.xml");
            if (Files.isRegularFile(pom) && Pom.read(pom).modules().contains(root.resolve("pom.xml"))) {
                root = above;
            }
        }
        return root;
    }

    Path folder() {
        return parentOf(pom);
    }

    Path classes() {
        return folder().resolve("target").resolve("classes");
    }

    boolean isModule() {
        return !root.equals(folder());
    }

    /** Changes when a file changes that has a say in the class path: this project's, its parents', its siblings'. */
    String fingerprint() throws IOException {
        MessageDigest digest = sha256();
        SortedSet<Path> files = new TreeSet<>();
        collect(pom, files);
        collect(root.resolve("pom.xml"), files);
        for (String name : List.of("maven.config", "extensions.xml")) {
            Path file = root.resolve(".mvn").resolve(name);
            if (Files.exists(file)) {
                files.add(file);
            }
        }
        digest.update(pom.toString().getBytes(StandardCharsets.UTF_8));
        for (Path file : files) {
            digest.update(file.toString().getBytes(StandardCharsets.UTF_8));
            digest.update(Files.readAllBytes(file));
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 12);
    }

    private static void collect(@Nullable Path file, SortedSet<Path> files) {
        if (file != null && Files.isRegularFile(file) && files.add(file)) {
            Pom read = Pom.read(file);
            collect(read.parent(), files);
            read.modules().forEach(module -> collect(module, files));
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every JDK has SHA-256", impossible);
        }
    }

    private static Path parentOf(Path file) {
        Path parent = file.getParent();
        if (parent == null) {
            throw new IllegalArgumentException("not in a folder: " + file);
        }
        return parent;
    }
}
