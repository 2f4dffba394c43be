// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.diff;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnValue;
import dev.limbeck.schema.Domain;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import java.util.List;

/** The values that enum types of one schema do not have in another. */
final class LostValues {
    private final Schema from;
    private final Schema to;
    private final DiffRules rules;

    LostValues(Schema from, Schema to, DiffRules rules) {
        this.from = from;
        this.to = to;
        this.rules = rules;
    }

    /** Whether a column of the first schema has one of them as its default. */
    boolean hasOneByDefault(Column column) {
        ColumnValue value = column.value();
        return value != null && of(column.type().name()).stream().anyMatch(lost -> says(value, lost));
    }

    private boolean says(ColumnValue value, String lost) {
        return value.equals(new ColumnValue.Literal(lost))
                || (value instanceof ColumnValue.Expression expression
                        && expression.sql().contains(rules.literal(lost)));
    }

    /** Those of a type, or of the one that a domain is made of. */
    private List<String> of(Name type) {
        Domain domain = from.domains().get(type);
        if (domain != null) {
            return of(domain.type().name());
        }
        EnumType before = from.enums().get(type);
        EnumType after = to.enums().get(type);
        return before == null || after == null
                ? List.of()
                : before.values().stream()
                        .filter(value -> !after.values().contains(value))
                        .toList();
    }
}
