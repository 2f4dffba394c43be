// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A named type with an ordered list of values.
 *
 * @param varcharCasts whether values turn into varchar and back without being asked to, as Hibernate wants it on PostgreSQL
 */
public record EnumType(
        Name name,
        List<String> values,
        boolean varcharCasts,
        @Nullable String comment) {

    public EnumType {
        values = List.copyOf(values);
    }

    public static EnumType of(Name name, List<String> values) {
        return new EnumType(name, values, false, null);
    }

    public EnumType withValues(List<String> newValues) {
        return new EnumType(name, newValues, varcharCasts, comment);
    }

    public EnumType withVarcharCasts(boolean newVarcharCasts) {
        return new EnumType(name, values, newVarcharCasts, comment);
    }

    public EnumType withComment(@Nullable String newComment) {
        return new EnumType(name, values, varcharCasts, newComment);
    }
}
