// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What packages have in common. */
final class Packages {
    private static final Set<String> LAYERS =
            Set.of("model", "models", "domain", "entity", "entities", "persistence", "jpa", "data");

    private Packages() {}

    /** The packages that are not inside another one of them, sorted. */
    static List<String> outermost(Collection<String> packages) {
        return packages.stream()
                .filter(name -> packages.stream().noneMatch(other -> name.startsWith(other + ".")))
                .sorted()
                .toList();
    }

    /** The package that encloses them all, without a last part that only names a layer of it. */
    static Optional<String> base(Collection<String> packages) {
        return packages.stream()
                .reduce(Packages::common)
                .map(Packages::withoutLayer)
                .filter(name -> !name.isEmpty());
    }

    private static String common(String one, String other) {
        String prefix = one;
        while (!prefix.isEmpty() && !(other + ".").startsWith(prefix + ".")) {
            prefix = parent(prefix);
        }
        return prefix;
    }

    private static String withoutLayer(String name) {
        String last = name.substring(name.lastIndexOf('.') + 1);
        return LAYERS.contains(last) ? parent(name) : name;
    }

    private static String parent(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }
}
