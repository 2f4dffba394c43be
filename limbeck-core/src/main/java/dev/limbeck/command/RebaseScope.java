// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.revision.RevisionNode;
import dev.limbeck.script.RevisionScript;
import java.util.List;

/**
 * What a rebase is about.
 *
 * @param line what the target is, such as {@code the head of origin/main}; empty if somebody named the target itself
 * @param target the revision that the first of them follows
 * @param moving the revisions that move, in any order
 * @param staying all others
 * @param warnings what to know before it is done
 */
record RebaseScope(
        String line,
        RevisionNode target,
        List<RevisionScript> moving,
        List<RevisionScript> staying,
        List<String> warnings) {}
