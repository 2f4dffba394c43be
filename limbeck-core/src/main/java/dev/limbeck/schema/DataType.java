// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.schema;

import java.util.List;

/**
 * A column's type as the database names it, such as {@code varchar(200)} or {@code text[]}.
 *
 * <p>Dialects give the well-known types one canonical lower-case name each ({@code timestamptz}, {@code bigint}); any
 * other name is a type of the user's own, an enum for example.
 */
public record DataType(Name name, List<String> arguments, int arrayDimensions) {

    public DataType {
        arguments = List.copyOf(arguments);
        if (arrayDimensions < 0) {
            throw new IllegalArgumentException("array dimensions: " + arrayDimensions);
        }
    }

    public static DataType of(String name, Object... arguments) {
        return new DataType(
                Name.of(name), List.of(arguments).stream().map(String::valueOf).toList(), 0);
    }

    public static DataType named(Name name) {
        return new DataType(name, List.of(), 0);
    }

    /** An array of this type, with one dimension more. */
    public DataType array() {
        return new DataType(name, arguments, arrayDimensions + 1);
    }

    public DataType withoutArray() {
        return new DataType(name, arguments, 0);
    }

    @Override
    public String toString() {
        String text = arguments.isEmpty() ? name.toString() : name + "(" + String.join(", ", arguments) + ")";
        return text + "[]".repeat(arrayDimensions);
    }
}
