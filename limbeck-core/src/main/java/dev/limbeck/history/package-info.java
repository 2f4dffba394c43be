/**
 * What is kept in the database: the current heads ({@link dev.limbeck.history.VersionTable}) and the log of what ran
 * ({@link dev.limbeck.history.RunLog}). Uses {@code dialect} and {@code revision}.
 */
@NullMarked
package dev.limbeck.history;

import org.jspecify.annotations.NullMarked;
