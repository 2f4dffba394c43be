// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.jpa;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The unit of {@code jpa:}: the entities of packages, with all below them, and classes by name. */
final class PackageUnit {
    private static final String MAPPING_FILE = "META-INF/orm.xml";

    private PackageUnit() {}

    static List<String> wanted(String value) {
        return Stream.of(value.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** The resources by which the folders and jars are known that have a part in it. */
    static List<String> resources(String value) {
        return Stream.concat(
                        Stream.of(MAPPING_FILE),
                        wanted(value).stream().map(PackageUnit::path).flatMap(path -> Stream.of(path, path + ".class")))
                .toList();
    }

    static Unit find(String value, ClassFolders folders) {
        String setting = "jpa:" + value;
        List<ClassFile> files = new ArrayList<>();
        List<String> empty = new ArrayList<>();
        for (String wanted : wanted(value)) {
            List<ClassFile> found = files(wanted, folders);
            ModelClasses classes = ModelClasses.of(found);
            if (classes.names().isEmpty() && classes.outdated().isEmpty()) {
                empty.add(wanted);
            }
            files.addAll(found);
        }
        ModelClasses classes = ModelClasses.of(files);
        if (!classes.outdated().isEmpty()) {
            throw outdated(setting, classes.outdated());
        }
        if (!empty.isEmpty() || classes.entities() == 0) {
            throw empty(empty.isEmpty() ? wanted(value) : empty, setting, folders);
        }
        return new Unit(
                setting,
                "limbeck",
                null,
                classes.names(),
                folders.find(MAPPING_FILE).isEmpty() ? List.of() : List.of(MAPPING_FILE),
                Map.of(),
                folders.root());
    }

    private static List<ClassFile> files(String wanted, ClassFolders folders) {
        List<Path> named = folders.find(path(wanted) + ".class");
        if (!named.isEmpty()) {
            return List.of(ClassFolders.read(named.get(0)));
        }
        return folders.find(path(wanted)).stream()
                .filter(Files::isDirectory)
                .flatMap(folder -> ClassFolders.classesBelow(folder).stream())
                .toList();
    }

    private static String path(String name) {
        return name.replace('.', '/');
    }

    private static MigrationException empty(List<String> wanted, String setting, ClassFolders folders) {
        return new MigrationException(
                ErrorCode.MODELS_EMPTY,
                "No JPA entity is in " + String.join(", ", wanted) + " (limbeck.models=" + setting + ").\n"
                        + "Looked for compiled classes with @jakarta.persistence.Entity in: " + folders.described()
                        + ".\nCompile the project first (mvn compile), or name another package in limbeck.models.");
    }

    static MigrationException outdated(String setting, List<String> classes) {
        return new MigrationException(
                ErrorCode.MODELS_REJECTED,
                "The annotations of " + classes.get(0)
                        + (classes.size() == 1 ? " are" : " and " + (classes.size() - 1) + " more entities are")
                        + " of javax.persistence (limbeck.models=" + setting + ").\n"
                        + "Hibernate 6 and 7, and JPA since 3.0, read jakarta.persistence only:"
                        + " replace the imports, and the dependency by jakarta.persistence:jakarta.persistence-api.");
    }
}
