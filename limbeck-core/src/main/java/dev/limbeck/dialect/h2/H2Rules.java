// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.h2;

import dev.limbeck.dialect.h2.H2Types.Family;
import dev.limbeck.diff.DiffRules;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Table;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    public String unlike(String column, String pattern) {
        return "not regexp_like(" + column + ", " + literal(pattern) + ")";
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

    /** Constraints and indexes are named within the schema. */
    @Override
    public Set<Name> namesOfItsOwn(Table table) {
        return Stream.concat(
                        table.constraints().stream().map(Constraint::name).filter(Objects::nonNull),
                        table.indexes().stream().map(Index::name))
                .map(table.name()::withName)
                .collect(Collectors.toSet());
    }
}
