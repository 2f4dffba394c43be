// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.h2;

import dev.limbeck.dialect.h2.H2Types.Family;
import dev.limbeck.diff.DiffRules;
import dev.limbeck.schema.Column;
import java.util.Optional;

/** What H2 has to say about the comparing of two schemas. */
final class H2Rules implements DiffRules {

    /** H2 converts a value as a cast does; only a text that is to become JSON has to be read as such. */
    @Override
    public Optional<String> conversion(Column before, Column after) {
        String column = quote(before.name());
        if (Family.of(before.type()) == Family.TEXT && Family.of(after.type()) == Family.JSON) {
            return Optional.of(column + " format json");
        }
        return after.type().equals(before.type().array()) ? Optional.of("array[" + column + "]") : Optional.empty();
    }

    @Override
    public Optional<String> obviousValue(Column column) {
        if (column.type().arrayDimensions() > 0) {
            return Optional.of("array[]");
        }
        return switch (Family.of(column.type())) {
            case NUMBER -> Optional.of("0");
            case TEXT -> Optional.of("''");
            case BOOLEAN -> Optional.of("false");
            case DATE -> Optional.of("current_date");
            case MOMENT -> Optional.of("current_timestamp");
            case BINARY, TIME, JSON, OTHER -> Optional.empty();
        };
    }

    @Override
    public String quote(String identifier) {
        return H2Names.quoted(identifier);
    }

    @Override
    public String literal(Object value) {
        return H2Dialect.literalOf(value);
    }

    @Override
    public boolean viewsHoldTheirTables() {
        return true;
    }
}
