// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.operation;

/** A column and the SQL whose value it gets. */
public record Assignment(String column, String expression) {}
