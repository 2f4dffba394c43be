// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.postgresql;

import dev.limbeck.dialect.postgresql.PostgresqlTypes.Family;
import dev.limbeck.diff.DiffRules;
import dev.limbeck.schema.CodeObject;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.DataType;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Table;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What PostgreSQL converts by itself, and what it wants to be told. */
final class PostgresqlRules implements DiffRules {

    @Override
    public Optional<String> conversion(Column before, Column after) {
        DataType from = before.type();
        DataType to = after.type();
        if (convertsByItself(from, to)) {
            return Optional.empty();
        }
        String column = quote(before.name());
        String type = PostgresqlTypes.sql(to);
        if (from.arrayDimensions() == 0 && to.equals(from.array())) {
            return Optional.of("array[" + column + "]");
        }
        if (to.arrayDimensions() == 0 && from.equals(to.array())) {
            return Optional.of(column + "[1]");
        }
        return Optional.of(column + step(from, to) + "::" + type);
    }

    private static boolean convertsByItself(DataType from, DataType to) {
        if (PostgresqlTypes.sameFamily(from, to)) {
            return true;
        }
        // Assignment casts: any type to a text, a moment to its time of day.
        Family family = Family.of(to);
        return family == Family.TEXT || (family == Family.TIME && hasTime(from));
    }

    private static boolean hasTime(DataType type) {
        return Family.of(type) == Family.MOMENT && !type.name().name().equals("date");
    }

    /** The cast on the way, where there is no direct one. */
    private static String step(DataType from, DataType to) {
        Family source = Family.of(from);
        Family target = Family.of(to);
        boolean fromFlag = source == Family.BOOLEAN && target == Family.NUMBER && !isInteger(to);
        boolean toFlag = source == Family.NUMBER && target == Family.BOOLEAN && !isInteger(from);
        if (fromFlag || toFlag) {
            return "::integer";
        }
        boolean fromMoney = isMoney(from) && target == Family.NUMBER && !isNumeric(to);
        boolean toMoney = source == Family.NUMBER && isMoney(to);
        if (fromMoney || toMoney) {
            return "::numeric";
        }
        // Two enums know nothing of each other, nor do a number and a UUID, but every type is read from text. Where
        // that makes no sense the first row says so, and stays as it is.
        boolean strangers = source != Family.TEXT && !PostgresqlCasts.mayCast(from, to);
        return strangers ? "::text" + "[]".repeat(arrays(from, to)) : "";
    }

    private static boolean isMoney(DataType type) {
        return type.equals(DataType.of("money"));
    }

    private static boolean isNumeric(DataType type) {
        return type.arrayDimensions() == 0 && type.name().equals(Name.of("numeric"));
    }

    private static int arrays(DataType from, DataType to) {
        return Math.min(from.arrayDimensions(), to.arrayDimensions());
    }

    private static boolean isInteger(DataType type) {
        return type.equals(DataType.of("integer"));
    }

    /** Such as {@code users_email_key}: the table, the columns and a word, with a number where the name was taken. */
    @Override
    public boolean isInvented(Table table, Constraint constraint) {
        String columns = String.join("_", constraint.columns());
        String start = table.name().name();
        String name = String.valueOf(constraint.name());
        return switch (constraint.kind()) {
            case PRIMARY_KEY -> name.equals(start + "_pkey");
            case UNIQUE -> name.matches(Pattern.quote(start + "_" + columns + "_key") + "\\d*");
            case FOREIGN_KEY -> name.matches(Pattern.quote(start + "_" + columns + "_fkey") + "\\d*");
            case CHECK -> name.matches(Pattern.quote(start) + "(_\\w+)?_check\\d*");
            case EXCLUSION -> false;
        };
    }

    @Override
    public String unlike(String column, String pattern) {
        return column + " !~ " + literal(pattern);
    }

    @Override
    public Optional<String> obviousValue(Column column) {
        if (column.type().arrayDimensions() > 0) {
            return Optional.of("'{}'");
        }
        return switch (Family.of(column.type())) {
            case NUMBER -> Optional.of("0");
            case TEXT -> Optional.of("''");
            case BOOLEAN -> Optional.of("false");
            case MOMENT -> Optional.of(column.type().name().name().equals("date") ? "current_date" : "now()");
            case TIME, JSON, OTHER -> Optional.empty();
        };
    }

    @Override
    public String literal(Object value) {
        return PostgresqlDialect.literalOf(value);
    }

    @Override
    public String quote(String identifier) {
        return PostgresqlDialect.quoted(identifier);
    }

    @Override
    public List<Name> parents(Table table) {
        String parents = table.options().get(PostgresqlTableSql.INHERITS);
        return Stream.concat(
                        PostgresqlPartition.of(table).map(PostgresqlPartition::of).stream(),
                        parents == null ? Stream.of() : PostgresqlTableSql.parents(parents))
                .toList();
    }

    @Override
    public boolean handsDownColumns(String option) {
        return option.equals(PostgresqlTableSql.INHERITS);
    }

    @Override
    public boolean isMadeAnew(Table before, Table after) {
        return !Objects.equals(
                before.options().get(PostgresqlTableSql.PARTITION_BY),
                after.options().get(PostgresqlTableSql.PARTITION_BY));
    }

    @Override
    public boolean hasOwnColumns(Table table) {
        return PostgresqlPartition.of(table).isEmpty();
    }

    @Override
    public Optional<String> indexOf(String option, String value) {
        return PostgresqlTableSql.indexOf(option, value);
    }

    @Override
    public String meaning(String condition) {
        return PostgresqlLists.asFirstWritten(condition);
    }

    @Override
    public boolean isFixed(String option, Table table) {
        return option.equals(PostgresqlTableSql.UNLOGGED)
                && table.options().containsKey(PostgresqlTableSql.PARTITION_BY);
    }

    @Override
    public boolean identityHasASequence() {
        return true;
    }

    @Override
    public boolean generatedColumnsHoldTypes() {
        return true;
    }

    @Override
    public boolean viewsHoldTheirTables() {
        return true;
    }

    @Override
    public boolean newValuesWantACommit() {
        return true;
    }

    /** A routine keeps its parameters and what it returns, which stand before its language; a type may be altered. */
    @Override
    public boolean isReplaceable(CodeObject before, CodeObject after) {
        return switch (before.key().kind()) {
            case FUNCTION, PROCEDURE -> head(before).equals(head(after));
            case TYPE ->
                PostgresqlComposite.parse(before.definition()).isPresent()
                        && PostgresqlComposite.parse(after.definition()).isPresent();
            case COMMENT -> true;
            default -> false;
        };
    }

    private static String head(CodeObject routine) {
        return routine.definition().split("\n LANGUAGE ", 2)[0];
    }

    /** An index, and what is kept by one, is named as tables are; other constraints are named for their table alone. */
    @Override
    public Set<Name> namesOfItsOwn(Table table) {
        Stream<String> constraints = table.constraints().stream()
                .filter(constraint ->
                        constraint.kind() != Constraint.Kind.FOREIGN_KEY && constraint.kind() != Constraint.Kind.CHECK)
                .map(Constraint::name)
                .filter(Objects::nonNull);
        Stream<String> indexes = table.indexes().stream().map(Index::name);
        return Stream.concat(Stream.of(table.name().name()), Stream.concat(constraints, indexes))
                .map(table.name()::withName)
                .collect(Collectors.toSet());
    }
}
