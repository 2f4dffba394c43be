// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.mysql;

import dev.limbeck.dialect.mysql.MysqlTypes.Family;
import dev.limbeck.diff.DiffRules;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Table;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the server has to say about the comparing of two schemas. */
final class MysqlRules implements DiffRules {

    /** None: the server converts what it can, and in a strict mode refuses the rest. */
    @Override
    public Optional<String> conversion(Column before, Column after) {
        return Optional.empty();
    }

    @Override
    public Optional<String> obviousValue(Column column) {
        return switch (Family.of(column.type())) {
            case NUMBER -> Optional.of("0");
            case TEXT -> isList(column) ? Optional.empty() : Optional.of("''");
            case LARGE_TEXT -> Optional.of("''");
            case BOOLEAN -> Optional.of("false");
            case MOMENT ->
                Optional.of(column.type().name().name().equals("date") ? "current_date" : "current_timestamp");
            case OTHER -> column.type().name().name().equals("bit") ? Optional.of("b'0'") : Optional.empty();
        };
    }

    /** What a column becomes when its row changes is said behind its default. */
    @Override
    public String valueOf(String defaultSql) {
        int clause = defaultSql.indexOf(MysqlExpressions.ON_UPDATE);
        return clause == 0
                ? defaultSql.substring(MysqlExpressions.ON_UPDATE.length())
                : clause < 0 ? defaultSql : defaultSql.substring(0, clause).strip();
    }

    private static boolean isList(Column column) {
        return column.type().name().name().matches("enum|set");
    }

    @Override
    public String quote(String identifier) {
        return MysqlDialect.quoted(identifier);
    }

    @Override
    public String literal(Object value) {
        return MysqlDialect.literalOf(value);
    }

    /** A unique key is called after its first column, and others are numbered. */
    @Override
    public boolean isInvented(Table table, Constraint constraint) {
        String name = String.valueOf(constraint.name());
        return switch (constraint.kind()) {
            case UNIQUE -> name.matches(Pattern.quote(constraint.columns().get(0)) + "(_\\d+)?");
            case FOREIGN_KEY -> name.matches(Pattern.quote(table.name().name()) + "_ibfk_\\d+");
            case CHECK ->
                name.matches("CONSTRAINT_\\d+|" + Pattern.quote(table.name().name()) + "_chk_\\d+");
            case PRIMARY_KEY, EXCLUSION -> false;
        };
    }

    @Override
    public boolean namesPrimaryKeys() {
        return false;
    }

    @Override
    public int longestName() {
        return 64;
    }

    /** Tables may have such names on some systems, their columns on none. */
    @Override
    public boolean heedsCaseOfColumns() {
        return false;
    }

    @Override
    public boolean foreignKeysHoldTypes() {
        return true;
    }

    @Override
    public Optional<String> inheritedCollation(Table table, Column column) {
        return Family.of(column.type()).isText()
                ? Optional.ofNullable(table.options().get(MysqlTableOptions.COLLATE))
                : Optional.empty();
    }

    /** Foreign keys are named within the database, and so are checks on MySQL; indexes within their table. */
    @Override
    public Set<Name> namesOfItsOwn(Table table) {
        return table.constraints().stream()
                .filter(constraint ->
                        constraint.kind() == Constraint.Kind.FOREIGN_KEY || constraint.kind() == Constraint.Kind.CHECK)
                .map(Constraint::name)
                .filter(Objects::nonNull)
                .map(table.name()::withName)
                .collect(Collectors.toSet());
    }
}
