// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.jpa;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The unit of {@code jpa-unit:}: what a {@code persistence.xml} declares under a name. */
final class DeclaredUnit {
    private static final String MAPPING_FILE = "META-INF/orm.xml";

    private DeclaredUnit() {}

    static Unit find(String name, ClassFolders folders) {
        List<PersistenceXml.Declared> all = folders.find(PersistenceXml.RESOURCE).stream()
                .flatMap(file -> PersistenceXml.read(file).stream())
                .toList();
        PersistenceXml.Declared declared = all.stream()
                .filter(unit -> unit.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(name, all, folders));
        return unit(declared, folders);
    }

    private static Unit unit(PersistenceXml.Declared declared, ClassFolders folders) {
        String setting = "jpa-unit:" + declared.name();
        ModelClasses scanned = ModelClasses.of(files(declared));
        List<String> classes = Stream.concat(declared.classes().stream(), scanned.names().stream())
                .distinct()
                .sorted()
                .toList();
        List<String> mappingFiles = new ArrayList<>(declared.mappingFiles());
        if (!mappingFiles.contains(MAPPING_FILE) && Files.exists(declared.root().resolve(MAPPING_FILE))) {
            mappingFiles.add(MAPPING_FILE);
        }
        if (!scanned.outdated().isEmpty()) {
            throw PackageUnit.outdated(setting, scanned.outdated());
        }
        missing(declared, folders);
        if (classes.isEmpty() && mappingFiles.isEmpty()) {
            throw new MigrationException(
                    ErrorCode.MODELS_EMPTY,
                    "The persistence unit " + declared.name() + " of "
                            + declared.file().toUri() + " has no classes.\nLooked for entities in "
                            + declared.root().toUri()
                            + ".\nCompile the project first (mvn compile), or list the classes in the file.");
        }
        return new Unit(
                setting,
                declared.name(),
                declared.providers().isEmpty() ? null : declared.providers().get(0),
                classes,
                mappingFiles,
                declared.properties(),
                declared.root().toUri().toString());
    }

    private static List<ClassFile> files(PersistenceXml.Declared declared) {
        List<ClassFile> files = new ArrayList<>();
        if (!declared.excludeUnlisted()) {
            files.addAll(ClassFolders.classesBelow(declared.root()));
        }
        for (String jarFile : declared.jarFiles()) {
            Path jar = Path.of(declared.root().toString()).resolve(jarFile).normalize();
            try (ClassFolders opened = ClassFolders.open(List.of(jar))) {
                opened.find("").forEach(root -> files.addAll(ClassFolders.classesBelow(root)));
            }
        }
        return files;
    }

    /** A provider passes over a class that it cannot find, and the tables would be dropped. */
    private static void missing(PersistenceXml.Declared declared, ClassFolders folders) {
        List<String> missing = declared.classes().stream()
                .filter(name -> folders.find(name.replace('.', '/') + ".class").isEmpty())
                .filter(name -> folders.find(name.replace('.', '/') + "/package-info.class")
                        .isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            throw new MigrationException(
                    ErrorCode.MODELS_EMPTY,
                    "The persistence unit " + declared.name() + " lists classes that are not there: "
                            + String.join(", ", missing) + " (in "
                            + declared.file().toUri() + ").\nLooked in: "
                            + folders.described()
                            + ".\nCompile the project first (mvn compile), or correct the file or limbeck.classpath.");
        }
    }

    private static MigrationException unknown(String name, List<PersistenceXml.Declared> all, ClassFolders folders) {
        String known = all.isEmpty()
                ? "There is no " + PersistenceXml.RESOURCE
                : "The units are "
                        + String.join(
                                ", ",
                                all.stream().map(PersistenceXml.Declared::name).toList());
        return new MigrationException(
                ErrorCode.MODELS_EMPTY,
                "There is no persistence unit " + name + " (limbeck.models=jpa-unit:" + name + ").\n" + known + " in: "
                        + folders.described() + ".\nCorrect the name, or compile the project first (mvn compile).");
    }
}
