// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.jpa;

import dev.limbeck.schema.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads the identifiers of a bridge's answer as the database stores them.
 *
 * @param letters what the database makes of identifiers that are not quoted
 */
record AnswerIdentifiers(IdentifierCase letters) {

    Name table(@Nullable Object table) {
        Map<?, ?> parts = (Map<?, ?>) Objects.requireNonNullElse(table, Map.of());
        return new Name(optionalName(parts.get("schema")), name(parts.get("name")));
    }

    List<String> names(@Nullable Object columns) {
        return ((List<?>) Objects.requireNonNullElse(columns, List.of()))
                .stream().map(this::name).toList();
    }

    @Nullable
    String optionalName(@Nullable Object identifier) {
        return identifier == null ? null : name(identifier);
    }

    String name(@Nullable Object identifier) {
        if (identifier instanceof List<?> parts && parts.size() == 2) {
            return letters.stored(String.valueOf(parts.get(0)), Boolean.TRUE.equals(parts.get(1)));
        }
        throw new IllegalArgumentException("not an identifier: " + identifier);
    }

    static List<Map<?, ?>> maps(@Nullable Object list) {
        List<Map<?, ?>> maps = new ArrayList<>();
        if (list instanceof List<?> all) {
            for (Object each : all) {
                maps.add((Map<?, ?>) each);
            }
        }
        return maps;
    }
}
