/**
 * Two schemas in, the operations that lead from one to the other out, ordered so that they run. Pure. Start at
 * {@link dev.limbeck.diff.Differ}. Uses {@code schema} and {@code operation}.
 */
@NullMarked
package dev.limbeck.diff;

import org.jspecify.annotations.NullMarked;
