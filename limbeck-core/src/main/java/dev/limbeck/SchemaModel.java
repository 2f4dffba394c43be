// SPDX-License-Identifier: Apache-2.0
package dev.limbeck;

import dev.limbeck.operation.Operations;

/**
 * A wanted schema written in Java, in the words of migrations: {@code limbeck.models=java:CLASS} names a class that
 * implements it and has a constructor without parameters.
 */
@FunctionalInterface
public interface SchemaModel {

    /** Says all that the schema holds, as a migration that starts with an empty database does. */
    void define(Operations op);
}
