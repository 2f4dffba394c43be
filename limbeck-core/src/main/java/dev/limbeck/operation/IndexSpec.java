// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.operation;

import dev.limbeck.schema.Index;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An index in the words of a migration; each method gives a new value. */
public record IndexSpec(Index index, boolean isConcurrent) implements TableElement {

    IndexSpec(Index index) {
        this(index, false);
    }

    /** Created without keeping writers out of its table; outside of a transaction, and not within a createTable. */
    public IndexSpec concurrently() {
        return new IndexSpec(index, true);
    }

    public IndexSpec unique() {
        return new IndexSpec(index.withUnique(true), isConcurrent);
    }

    /** Indexes only the rows for which the condition holds. */
    public IndexSpec where(String condition) {
        return new IndexSpec(index.withWhere(condition), isConcurrent);
    }

    /** The access method, such as {@code gin}. */
    public IndexSpec method(String name) {
        return new IndexSpec(index.withMethod(name), isConcurrent);
    }

    /** Carries columns along that are not sorted by. */
    public IndexSpec include(String... columns) {
        return new IndexSpec(index.withInclude(List.of(columns)), isConcurrent);
    }

    /** An option that only its database knows, such as {@code fillfactor} or {@code tablespace} on PostgreSQL. */
    public IndexSpec option(String name, String value) {
        Map<String, String> options = new LinkedHashMap<>(index.options());
        options.put(name.toLowerCase(Locale.ROOT), value);
        return new IndexSpec(index.withOptions(options), isConcurrent);
    }

    public IndexSpec nullsNotDistinct() {
        return new IndexSpec(index.withNullsNotDistinct(true), isConcurrent);
    }
}
