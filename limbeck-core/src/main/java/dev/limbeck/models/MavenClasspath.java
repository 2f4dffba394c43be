// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.models;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The class path of a Maven project: its compiled classes, and what it needs to compile and to run. Maven is asked
 * once, and again only when a {@code pom.xml} that has a say in it changes.
 */
public final class MavenClasspath {
    private MavenClasspath() {}

    /**
     * The entries, the project's compiled classes first.
     *
     * @param projectDirectory where the nearest {@code pom.xml} is looked for, here and above
     * @param cacheFolder where Maven's answer is kept; made when it is missing
     * @throws MigrationException with code CLASSPATH_FAILED, saying what Maven said
     */
    public static List<Path> resolve(Path projectDirectory, Path cacheFolder) {
        MavenProject project = MavenProject.nearest(projectDirectory);
        requireClasses(project);
        try {
            Path answer = cacheFolder.resolve("classpath-" + project.fingerprint() + ".txt");
            if (Files.exists(answer)) {
                List<Path> known = read(answer);
                if (known.stream().allMatch(Files::exists)) {
                    return withClasses(project, known);
                }
            }
            List<Path> told = MavenCall.dependencies(project);
            Files.createDirectories(cacheFolder);
            write(told, answer);
            return withClasses(project, told);
        } catch (IOException failure) {
            throw new MigrationException(
                    ErrorCode.CLASSPATH_FAILED,
                    "Cannot work out the class path of " + project.pom() + ": " + failure.getMessage()
                            + "\nCorrect that, or list folders and jars in limbeck.classpath.",
                    failure);
        }
    }

    private static void requireClasses(MavenProject project) {
        Path classes = project.classes();
        if (!Files.isDirectory(classes)) {
            throw notCompiled(classes + " does not exist", project);
        }
        try (Stream<Path> files = Files.walk(classes)) {
            if (files.noneMatch(file -> file.toString().endsWith(".class"))) {
                throw notCompiled(classes + " has no classes", project);
            }
        } catch (IOException failure) {
            throw new MigrationException(
                    ErrorCode.CLASSPATH_FAILED, "Cannot look into " + classes + ": " + failure.getMessage(), failure);
        }
    }

    private static MigrationException notCompiled(String what, MavenProject project) {
        return new MigrationException(
                ErrorCode.CLASSPATH_FAILED,
                what + ": the project " + project.pom() + " is not compiled.\nRun mvn compile first.");
    }

    private static List<Path> withClasses(MavenProject project, List<Path> dependencies) {
        return Stream.concat(Stream.of(project.classes()), dependencies.stream())
                .distinct()
                .toList();
    }

    private static List<Path> read(Path answer) throws IOException {
        return Files.readAllLines(answer).stream().map(Path::of).toList();
    }

    /** Moved into place, so that a run beside this one never reads half of it. */
    private static void write(List<Path> entries, Path answer) throws IOException {
        Path draft = answer.resolveSibling(
                answer.getFileName() + "." + ProcessHandle.current().pid());
        Files.write(draft, entries.stream().map(Path::toString).toList());
        Files.move(draft, answer, StandardCopyOption.REPLACE_EXISTING);
    }
}
