// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.revision;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** The revisions behind the rows of a version table. */
final class DatabaseRows {

    private DatabaseRows() {}

    /** The revisions in the order of their ids, or an exception that names the rows that no file has. */
    static List<RevisionNode> nodes(RevisionGraph graph, Collection<String> rows) {
        List<String> ids = List.copyOf(new TreeSet<>(rows));
        List<String> unknown =
                ids.stream().filter(id -> graph.find(id).isEmpty()).toList();
        if (!unknown.isEmpty()) {
            String names = String.join(", ", unknown);
            throw new MigrationException(
                    ErrorCode.DATABASE_REVISION_UNKNOWN,
                    "Can't locate revision identified by '" + names + "': the database is at it, but no revision file"
                            + " has that id. Get the file from where the database was upgraded (another branch, a newer"
                            + " release), check that limbeck.locations names every folder of the history, or, if the"
                            + " revision is gone for good, say where the database stands with stamp --purge REVISION.");
        }
        return ids.stream().map(graph::node).toList();
    }
}
