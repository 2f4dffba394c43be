// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.jpa;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The classes that a provider is told of.
 *
 * @param names the classes and annotated packages, in the order of their names
 * @param entities how many of them are entities
 * @param outdated classes with annotations of the time before Jakarta, which no provider of today reads
 */
record ModelClasses(List<String> names, int entities, List<String> outdated) {
    private static final String ENTITY = "jakarta.persistence.Entity";
    private static final Set<String> MODEL = Set.of(
            ENTITY,
            "jakarta.persistence.Embeddable",
            "jakarta.persistence.MappedSuperclass",
            "jakarta.persistence.Converter");

    static ModelClasses of(List<ClassFile> files) {
        List<String> names = new ArrayList<>();
        List<String> outdated = new ArrayList<>();
        int entities = 0;
        for (ClassFile file : files) {
            if (file.isPackageInfo()) {
                if (definesSomething(file)) {
                    names.add(file.name().substring(0, file.name().lastIndexOf('.')));
                }
            } else if (file.annotations().stream().anyMatch(MODEL::contains)) {
                names.add(file.name());
                entities += file.annotations().contains(ENTITY) ? 1 : 0;
            } else if (file.annotations().contains("javax.persistence.Entity")) {
                outdated.add(file.name());
            }
        }
        return new ModelClasses(
                names.stream().distinct().sorted().toList(),
                entities,
                outdated.stream().distinct().sorted().toList());
    }

    /** Generators, types and filters may stand on a package. */
    private static boolean definesSomething(ClassFile packageInfo) {
        return packageInfo.annotations().stream()
                .anyMatch(type ->
                        type.startsWith("org.hibernate.annotations.") || type.startsWith("jakarta.persistence."));
    }
}
