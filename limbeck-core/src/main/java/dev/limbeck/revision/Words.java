// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.revision;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** The words of the grammar that are no names, and how messages list revisions. */
final class Words {
    static final String HEAD = "head";
    static final String HEADS = "heads";
    static final String BASE = "base";
    static final String CURRENT = "current";
    static final Set<String> PLACES = Set.of(HEAD, HEADS, BASE, CURRENT);

    private Words() {}

    /** The revisions with their messages, so that a person can tell them apart. */
    static String list(Collection<RevisionNode> nodes) {
        return nodes.stream()
                .map(node -> node.message().isEmpty() ? node.id() : node.id() + " (" + node.message() + ")")
                .collect(Collectors.joining(", "));
    }
}
