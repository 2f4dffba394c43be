// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

/**
 * What a comparison passes over.
 *
 * @param what the thing, or the difference
 * @param why in a few words
 */
public record LeftAlone(String what, String why) {}
