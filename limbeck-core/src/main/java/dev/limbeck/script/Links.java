// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import dev.limbeck.revision.RevisionNode;
import java.util.List;

/**
 * What hangs a revision on others.
 *
 * @param dependsOn ids or labels, as many as there were before and in their order
 */
record Links(String id, List<String> downRevisions, List<String> dependsOn) {

    static Links of(RevisionNode node) {
        return new Links(node.id(), node.downRevisions(), node.dependsOn());
    }
}
