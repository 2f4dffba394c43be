/**
 * The graph of revisions, the grammar of targets, and the planning of steps: algorithms only, no files and no database.
 * Start at {@code RevisionGraph}. Uses {@code error} only.
 */
@NullMarked
package dev.limbeck.revision;

import org.jspecify.annotations.NullMarked;
