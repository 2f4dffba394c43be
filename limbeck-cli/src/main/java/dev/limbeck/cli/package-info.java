/**
 * The {@code limbeck} command: reads the command line, calls one class of {@code dev.limbeck.command}, renders its
 * result. Start at {@link dev.limbeck.cli.Main}.
 */
@NullMarked
package dev.limbeck.cli;

import org.jspecify.annotations.NullMarked;
