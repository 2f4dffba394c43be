// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.schema;

import org.jspecify.annotations.Nullable;

/**
 * An extension of the database. Its version is not part of it: which one is there is the server's matter, and differs
 * between servers that are meant to be alike.
 *
 * @param schema where its objects are; null for the default schema
 */
public record Extension(String name, @Nullable String schema) {}
