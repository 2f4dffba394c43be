// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.embedded;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnValue;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.DataType;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.SequenceOptions;
import dev.limbeck.schema.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Schemas of MariaDB by chance. */
final class MariadbSchemas extends RandomSchemas {
    private static final List<DataType> TYPES = List.of(
            DataType.of("integer"),
            DataType.of("bigint unsigned"),
            DataType.of("tinyint"),
            DataType.of("numeric", 10, 2),
            DataType.of("double precision"),
            DataType.of("boolean"),
            DataType.of("varchar", 20),
            DataType.of("text"),
            DataType.of("char", 3),
            DataType.of("datetime", 6),
            DataType.of("timestamp"),
            DataType.of("date"),
            DataType.of("json"),
            DataType.of("enum", "'first'", "'it''s'", "'last, but one'"),
            DataType.of("set", "'x'", "'y'"),
            DataType.of("longblob"));

    MariadbSchemas(long seed) {
        super(seed);
    }

    @Override
    Dialect dialect() {
        return MariadbTestDatabase.DIALECT;
    }

    @Override
    Schema schema() {
        Schema schema = Schema.EMPTY;
        for (int i = number(3); i > 0; i--) {
            schema = schema.with(sequence());
        }
        for (int i = 1 + number(4); i > 0; i--) {
            schema = schema.with(table(schema));
        }
        return schema;
    }

    @Override
    EnumType enumType() {
        throw new UnsupportedOperationException();
    }

    @Override
    Sequence sequence() {
        return Sequence.of(Name.of(name("seq"))).withOptions(options(false));
    }

    @Override
    SequenceOptions options(boolean typed) {
        return new SequenceOptions(
                null,
                50L,
                chance() ? 10L : null,
                chance() ? -5L : null,
                chance() ? 30000L : null,
                any(List.of(0L, 20L)),
                chance());
    }

    @Override
    List<Map.Entry<String, String>> options() {
        return List.of(
                Map.entry("collate", "latin1_swedish_ci"),
                Map.entry("collate", "utf8mb4_bin"),
                Map.entry("row_format", "COMPRESSED"));
    }

    /** Neither a check nor a generated column may name the column that numbers the rows. */
    @Override
    List<Column> firstColumns() {
        Column id = Column.of("id", DataType.of("bigint")).withNullable(false).withComment(comment());
        return List.of(
                chance() ? id.withValue(new ColumnValue.Identity(false, SequenceOptions.DEFAULTS)) : id,
                Column.of("base", DataType.of("bigint")));
    }

    @Override
    @Nullable
    ColumnValue otherIdentity(@Nullable ColumnValue value) {
        return value == null ? new ColumnValue.Identity(false, SequenceOptions.DEFAULTS) : null;
    }

    @Override
    Table constrained(Table plain, Schema schema) {
        Table table = plain.plus(new Constraint.PrimaryKey(null, List.of("id")));
        for (Table parent : schema.tables().values()) {
            if (chance()) {
                table = withForeignKey(table, parent);
            }
        }
        for (int i = number(3); i > 0; i--) {
            table = table.plus(index(table));
        }
        for (int i = number(3); i > 0; i--) {
            table = table.plus(constraint(table));
        }
        return chance() ? table.plus(new Constraint.Check(null, "base <> 7")) : table;
    }

    @Override
    Table special(Table table, Random choice) {
        Table keyed = table.primaryKey()
                .filter(key -> choice.nextInt(4) == 0)
                .map(key -> table.minus(key)
                        .plus(key.withOptions(choice.nextBoolean() ? Map.of("comment", "it's") : descending(key))))
                .orElse(table);
        if (choice.nextInt(6) > 0) {
            return keyed;
        }
        Map<String, String> options = new TreeMap<>(keyed.options());
        options.put("system versioning", "");
        return keyed.withOptions(options);
    }

    private static Map<String, String> descending(Constraint.PrimaryKey key) {
        return Map.of("desc(" + key.columns().get(0) + ")", "true");
    }

    private Table withForeignKey(Table table, Table parent) {
        String column = name("parent");
        List<Column> columns = new ArrayList<>(table.columns());
        columns.add(Column.of(column, DataType.of("bigint")));
        List<Constraint.Action> actions = List.of(Constraint.Action.NO_ACTION, Constraint.Action.CASCADE);
        return table.withColumns(columns)
                .plus(new Constraint.ForeignKey(
                        name("fk"),
                        List.of(column),
                        parent.name(),
                        List.of("id"),
                        any(actions),
                        any(actions),
                        Constraint.Match.SIMPLE,
                        Constraint.Deferral.NOT_DEFERRABLE));
    }

    @Override
    Constraint constraint(Table table) {
        if (chance()) {
            return new Constraint.Check(
                    name("ck"), any(List.of("base > 0", "base > 0 and base < 1000", "base in (1,2,3)")));
        }
        List<String> columns = sorting(table);
        String name = name("uq");
        boolean withId = chance();
        String column = any(columns);
        return Constraint.Unique.of(
                name,
                withId && !isLong(table, column)
                        ? List.of("id", column).stream().distinct().toList()
                        : List.of(column));
    }

    /**
     * A unique key over such a column is kept by a hash of its columns, and none of these may number the rows; other indexes
     * have only its beginning.
     */
    private static boolean isLong(Table table, String column) {
        return table.column(column)
                .filter(each -> each.type().name().name().equals("longtext"))
                .isPresent();
    }

    /** A unique index over whole columns in the usual order would be a unique constraint. */
    @Override
    Index index(Table table) {
        List<Index.Part> parts = new ArrayList<>();
        for (String column :
                sorting(table).stream().skip(number(2)).limit(1 + number(2)).toList()) {
            Index.Part part = isLong(table, column)
                    ? Index.Part.expression(dialect().quote(column) + "(10)")
                    : Index.Part.column(column);
            parts.add(chance() ? part.desc() : part);
        }
        table.columns().stream()
                .filter(column -> column.type().name().name().equals("text"))
                .limit(1)
                .forEach(column -> parts.add(Index.Part.expression(dialect().quote(column.name()) + "(10)")));
        boolean plain = parts.stream().noneMatch(part -> part.expression() || part.descending());
        return Index.of(name("ix"), parts).withUnique(!plain && chance());
    }

    private static List<String> sorting(Table table) {
        return table.columns().stream()
                .filter(column -> !column.type().name().name().matches("json|text|longblob"))
                .filter(column -> !(column.value() instanceof ColumnValue.Generated))
                .map(Column::name)
                .toList();
    }

    @Override
    DataType type(Schema schema) {
        return any(TYPES);
    }

    @Override
    DataType otherType(DataType type) {
        return switch (type.name().name()) {
            case "integer", "tinyint", "boolean", "bigint unsigned", "bigint" ->
                any(List.of(DataType.of("bigint"), DataType.of("numeric", 20, 4)));
            case "numeric", "double precision" -> DataType.of("numeric", 20, 4);
            case "enum" -> DataType.of("enum", "'first'", "'it''s'", "'last, but one'", "'last'");
            case "text", "json", "longblob" -> DataType.of("longtext");
            default -> any(List.of(DataType.of("varchar", 60), DataType.of("varchar", 300)));
        };
    }

    @Override
    String collation() {
        return "latin1_bin";
    }

    @Override
    @Nullable
    ColumnValue value(Schema schema, DataType type) {
        if (chance()) {
            return null;
        }
        return switch (type.name().name()) {
            case "integer", "tinyint", "bigint" -> new ColumnValue.Literal(any(List.of(0L, -3L, 12L)));
            case "bigint unsigned" -> new ColumnValue.Literal(7);
            case "numeric", "double precision" -> new ColumnValue.Literal(new BigDecimal("-2.5"));
            case "boolean" -> new ColumnValue.Literal(chance());
            case "char", "varchar", "text", "longtext" -> new ColumnValue.Literal(any(List.of("", "o'x", "a\\")));
            case "enum" -> new ColumnValue.Literal(any(List.of("first", "it's")));
            case "datetime" ->
                new ColumnValue.Expression(
                        any(List.of("current_timestamp(6)", "current_timestamp(6) on update current_timestamp(6)")));
            case "json" -> new ColumnValue.Expression("json_object()");
            default -> null;
        };
    }
}
