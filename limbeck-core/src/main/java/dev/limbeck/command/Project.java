// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a folder shows of the project in it.
 *
 * @param name of the Maven or Gradle module, or of the folder
 */
record Project(Path directory, String name, Build build, SourceTree sources, SpringSettings spring) {

    /** What builds the project. */
    enum Build {
        MAVEN,
        GRADLE,
        NONE
    }

    static Project look(Path directory) throws IOException {
        Path pom = directory.resolve("pom.xml");
        SourceTree sources = SourceTree.read(directory);
        SpringSettings spring = SpringSettings.read(directory);
        if (Files.isRegularFile(pom)) {
            String name = Pom.artifactId(pom).orElse(folderName(directory));
            return new Project(directory, name, Build.MAVEN, sources, spring);
        }
        boolean gradle = Files.isRegularFile(directory.resolve("build.gradle"))
                || Files.isRegularFile(directory.resolve("build.gradle.kts"));
        return new Project(directory, folderName(directory), gradle ? Build.GRADLE : Build.NONE, sources, spring);
    }

    private static String folderName(Path directory) {
        return Optional.ofNullable(directory.getFileName()).map(Path::toString).orElse("limbeck");
    }

    /** Modules below that have entities, where the folder itself has none. */
    List<String> modulesWithEntities() throws IOException {
        if (build != Build.MAVEN || !sources.entityPackages().isEmpty()) {
            return List.of();
        }
        List<String> modules = Pom.modules(directory.resolve("pom.xml"));
        List<String> found = new ArrayList<>();
        for (String module : modules) {
            if (!SourceTree.read(directory.resolve(module)).entityPackages().isEmpty()) {
                found.add(module);
            }
        }
        return found;
    }

    /** Whether Spring names the tables: its naming strategies are then the application's. */
    boolean isSpring() {
        return spring.exists() || sources.springApplication().isPresent();
    }

    /** The package that everything of the application is in, as far as it shows. */
    Optional<String> basePackage() {
        return sources.springApplication().or(() -> Packages.base(sources.entityPackages()));
    }
}
