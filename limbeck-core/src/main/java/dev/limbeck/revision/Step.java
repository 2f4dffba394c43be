// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.revision;

import java.util.List;

/**
 * One step of a plan.
 *
 * @param revision the revision that runs; of a stamp, the revision it goes to, or, where it goes to base, the one whose
 *     row it removes
 * @param direction which way it goes
 * @param from where it starts, as log lines show it: without the revisions it merely depends on; empty is base
 * @param to where it ends, in the same way
 * @param change what it does to the version table
 */
public record Step(
        RevisionNode revision, Direction direction, List<String> from, List<String> to, VersionChange change) {

    public Step {
        from = List.copyOf(from);
        to = List.copyOf(to);
    }
}
