// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.revision;

import java.util.List;
import java.util.Optional;

/**
 * What a downgrade along a branch undoes that is not on that branch alone: a trunk it shares, branches beside it, and
 * what depends on it.
 *
 * @param branch the branch as it was named
 * @param revisions that go as well, newest first; never none
 * @param narrower the target that undoes the branch and leaves the shared trunk, where there is one
 */
public record Overreach(String branch, List<RevisionNode> revisions, Optional<String> narrower) {

    public Overreach {
        revisions = List.copyOf(revisions);
    }
}
