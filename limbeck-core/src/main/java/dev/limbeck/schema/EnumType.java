// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A named type with an ordered list of values. */
public record EnumType(
        Name name, List<String> values, @Nullable String comment) {

    public EnumType {
        values = List.copyOf(values);
    }

    public EnumType withValues(List<String> newValues) {
        return new EnumType(name, newValues, comment);
    }

    public EnumType withComment(@Nullable String newComment) {
        return new EnumType(name, values, newComment);
    }
}
