// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import org.jspecify.annotations.Nullable;

/**
 * What became of one hook.
 *
 * @param output what it printed
 * @param failure what went wrong and what to do; null if nothing did
 */
public record HookRun(String name, String output, @Nullable String failure) {}
