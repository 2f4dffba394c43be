/**
 * Runs plans: on a database, in a scratch database, or on paper. Start at {@link dev.limbeck.run.Executor}. Uses
 * {@code dialect}, {@code script} and {@code history}.
 */
@NullMarked
package dev.limbeck.run;

import org.jspecify.annotations.NullMarked;
