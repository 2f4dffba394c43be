// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.revision;

import java.util.Set;

/**
 * The branch that the part before an {@code @} names.
 *
 * @param name as typed: a label, an id, or a prefix of one
 * @param revision the revision it means
 * @param lineage the ids of that revision's ancestors and descendants by down revision, itself included
 */
record Branch(String name, RevisionNode revision, Set<String> lineage) {}
