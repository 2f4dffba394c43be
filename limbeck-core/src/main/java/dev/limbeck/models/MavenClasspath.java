// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.models;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The class path of a Maven project, as Maven tells it. */
public final class MavenClasspath {
    private MavenClasspath() {}

    /** The compiled classes and the dependencies of the project in the folder. */
    public static List<Path> resolve(Path project, Path cache) {
        try {
            Files.createDirectories(cache);
            Path output = cache.resolve("maven-classpath");
            Process process = new ProcessBuilder(
                            "mvn", "-q", "-B", "dependency:build-classpath", "-Dmdep.outputFile=" + output)
                    .directory(project.toFile())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new MigrationException(
                        ErrorCode.CLASSPATH_FAILED, "Maven cannot tell the class path of " + project + ":\n" + said);
            }
            List<Path> paths = new ArrayList<>(List.of(project.resolve("target/classes")));
            for (String path : Files.readString(output).strip().split(File.pathSeparator, -1)) {
                paths.add(Path.of(path));
            }
            return List.copyOf(paths);
        } catch (IOException failure) {
            throw new MigrationException(
                    ErrorCode.CLASSPATH_FAILED, "Maven cannot be started: " + failure.getMessage(), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new MigrationException(ErrorCode.CLASSPATH_FAILED, "Interrupted while Maven ran.", interrupted);
        }
    }
}
