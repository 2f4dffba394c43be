/**
 * Revision files: found, read without compiling, compiled in process when they run, split into statements, and written.
 * Start at {@code ScriptDirectory}. Uses {@code dialect}, {@code revision} and {@code operation}.
 */
@NullMarked
package dev.limbeck.script;

import org.jspecify.annotations.NullMarked;
