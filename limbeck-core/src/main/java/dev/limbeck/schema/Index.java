// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An index of a table that no constraint made. A null method is the database's usual one. Options are what only one
 * database knows, such as {@code fillfactor}, by name.
 */
public record Index(
        String name,
        List<Part> parts,
        boolean unique,
        @Nullable String where,
        @Nullable String method,
        List<String> include,
        boolean nullsNotDistinct,
        Map<String, String> options) {

    /** Where nulls stand in an index's order. */
    public enum Nulls {
        FIRST,
        LAST
    }

    /** One thing an index sorts by: a column, or an expression. Null parts are the database's usual. */
    public record Part(
            String text,
            boolean expression,
            boolean descending,
            @Nullable Nulls nulls,
            @Nullable String operatorClass,
            @Nullable String collation) {

        public static Part column(String name) {
            return new Part(name, false, false, null, null, null);
        }

        public static Part expression(String sql) {
            return new Part(sql, true, false, null, null, null);
        }

        public Part desc() {
            return new Part(text, expression, true, nulls, operatorClass, collation);
        }

        public Part withText(String newText) {
            return new Part(newText, expression, descending, nulls, operatorClass, collation);
        }
    }

    public Index {
        parts = List.copyOf(parts);
        include = List.copyOf(include);
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    public Index(
            String name,
            List<Part> parts,
            boolean unique,
            @Nullable String where,
            @Nullable String method,
            List<String> include,
            boolean nullsNotDistinct) {
        this(name, parts, unique, where, method, include, nullsNotDistinct, Map.of());
    }

    public static Index of(String name, List<Part> parts) {
        return new Index(name, parts, false, null, null, List.of(), false);
    }

    public Index withParts(List<Part> newParts) {
        return new Index(name, newParts, unique, where, method, include, nullsNotDistinct, options);
    }

    public Index withUnique(boolean newUnique) {
        return new Index(name, parts, newUnique, where, method, include, nullsNotDistinct, options);
    }

    public Index withWhere(@Nullable String newWhere) {
        return new Index(name, parts, unique, newWhere, method, include, nullsNotDistinct, options);
    }

    public Index withMethod(@Nullable String newMethod) {
        return new Index(name, parts, unique, where, newMethod, include, nullsNotDistinct, options);
    }

    public Index withInclude(List<String> newInclude) {
        return new Index(name, parts, unique, where, method, newInclude, nullsNotDistinct, options);
    }

    public Index withNullsNotDistinct(boolean newNullsNotDistinct) {
        return new Index(name, parts, unique, where, method, include, newNullsNotDistinct, options);
    }

    public Index withName(String newName) {
        return new Index(newName, parts, unique, where, method, include, nullsNotDistinct, options);
    }

    public Index withOptions(Map<String, String> newOptions) {
        return new Index(name, parts, unique, where, method, include, nullsNotDistinct, newOptions);
    }
}
