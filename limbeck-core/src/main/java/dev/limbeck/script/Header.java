// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import dev.limbeck.revision.RevisionNode;
import java.util.List;

/**
 * What a revision file says of itself.
 *
 * @param className the binary name of the class, for Java; empty for SQL
 */
record Header(
        String id,
        List<String> downRevisions,
        List<String> dependsOn,
        List<String> labels,
        String createdAt,
        String doc,
        String className) {

    RevisionNode node(SourceFile file) {
        return new RevisionNode(id, downRevisions, dependsOn, labels, doc, createdAt, file.shownPath());
    }
}
