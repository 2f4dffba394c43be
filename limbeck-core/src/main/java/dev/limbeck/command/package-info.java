/**
 * One class for each use case, with one result record each: the only package that front-ends call. Start at
 * {@link dev.limbeck.command.Workspace}, which every command is made from.
 */
@NullMarked
package dev.limbeck.command;

import org.jspecify.annotations.NullMarked;
