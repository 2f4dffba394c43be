// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect;

/** A statement of a script, without its closing semicolon, and the line on which it starts, counted from 1. */
public record ScriptStatement(String sql, int line) {}
