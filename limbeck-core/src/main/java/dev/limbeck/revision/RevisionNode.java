// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.revision;

import java.util.List;

/**
 * One revision of the history, as its file's header says it.
 *
 * @param id the identifier, unique in the history
 * @param downRevisions the ids it follows; none makes it a base, several a merge
 * @param dependsOn ids or labels of other branches that must have run before it
 * @param labels the branch labels that it declares itself
 * @param doc what it is for: the first paragraph of its description is its message
 * @param createdAt when its file was made, ISO 8601; empty if the file does not say
 * @param path its file, as messages name it
 */
public record RevisionNode(
        String id,
        List<String> downRevisions,
        List<String> dependsOn,
        List<String> labels,
        String doc,
        String createdAt,
        String path) {

    public RevisionNode {
        downRevisions = List.copyOf(downRevisions);
        dependsOn = List.copyOf(dependsOn);
        labels = List.copyOf(labels);
    }

    /** The first paragraph of the description, on one line. */
    public String message() {
        return doc.strip().split("\\R\\s*\\R", 2)[0].replaceAll("\\s*\\R\\s*", " ");
    }
}
