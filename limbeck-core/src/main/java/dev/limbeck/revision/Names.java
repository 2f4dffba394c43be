// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.revision;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Every name by which a revision is known: its id, and the labels it declares. */
final class Names {
    private final Set<String> ids = new TreeSet<>();
    private final Map<String, String> owners = new TreeMap<>();

    static Names of(Collection<RevisionNode> nodes) {
        Names names = new Names();
        nodes.forEach(node -> names.ids.add(node.id()));
        nodes.forEach(node -> node.labels().forEach(label -> names.owners.putIfAbsent(label, node.id())));
        names.ids.forEach(id -> names.owners.put(id, id));
        return names;
    }

    boolean isId(String name) {
        return ids.contains(name);
    }

    boolean contains(String name) {
        return owners.containsKey(name);
    }

    /** The id of the revision that the name belongs to. */
    Optional<String> owner(String name) {
        return Optional.ofNullable(owners.get(name));
    }

    /** All ids and labels, in order. */
    Set<String> all() {
        return owners.keySet();
    }
}
