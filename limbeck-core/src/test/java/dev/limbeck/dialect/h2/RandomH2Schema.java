// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.h2;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnValue;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.DataType;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.SequenceOptions;
import dev.limbeck.schema.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Makes schemas of everything that H2 knows, with odd names among the plain; any row needs no more than an id. */
final class RandomH2Schema {
    private static final List<String> TABLES = List.of("author", "odd \"table\"", "order", "MixedCase");
    private static final List<String> COLUMNS =
            List.of("name", "it's odd", "select", "Größe", "price", "UpPer", "born_on", "notes");

    /** Types, each with defaults that fit it. */
    private record Kind(DataType type, List<ColumnValue> values) {
        static Kind of(DataType type, ColumnValue... values) {
            return new Kind(type, List.of(values));
        }
    }

    private static final List<Kind> KINDS = List.of(
            Kind.of(DataType.of("varchar", 20), literal("it's"), literal("größer\\"), literal("")),
            Kind.of(DataType.of("varchar"), expression("LOWER(CURRENT_USER)")),
            Kind.of(DataType.of("char", 3), literal("abc")),
            Kind.of(DataType.of("clob")),
            Kind.of(DataType.of("smallint"), literal(-5)),
            Kind.of(DataType.of("integer"), literal(0), expression("5 on update 7 default on null")),
            Kind.of(DataType.of("bigint"), literal(5_000_000_000L), expression("NEXT VALUE FOR numbers")),
            Kind.of(DataType.of("numeric", 10, 2), literal(new BigDecimal("-1.50"))),
            Kind.of(DataType.of("numeric", 38, 0)),
            Kind.of(DataType.of("decfloat", 20)),
            Kind.of(DataType.of("real")),
            Kind.of(DataType.of("double precision")),
            Kind.of(DataType.of("boolean"), literal(true), literal(false)),
            Kind.of(DataType.of("date"), expression("CURRENT_DATE"), expression("DATE '2020-02-29'")),
            Kind.of(DataType.of("time")),
            Kind.of(DataType.of("time", 3)),
            Kind.of(DataType.of("timetz")),
            Kind.of(DataType.of("timestamp"), expression("LOCALTIMESTAMP")),
            Kind.of(DataType.of("timestamp", 3), expression("null on update LOCALTIMESTAMP(3)")),
            Kind.of(DataType.of("timestamptz"), expression("CURRENT_TIMESTAMP")),
            Kind.of(DataType.of("timestamptz", 0)),
            Kind.of(DataType.of("uuid"), expression("RANDOM_UUID()")),
            Kind.of(DataType.of("json"), expression("JSON '{\"a\":1}'")),
            Kind.of(DataType.of("varbinary", 10), expression("X'00ff'")),
            Kind.of(DataType.of("binary", 4)),
            Kind.of(DataType.of("blob")),
            Kind.of(DataType.of("enum", "'sad'", "'it''s ok'"), literal("it's ok")),
            Kind.of(DataType.of("varchar", 5).array(), expression("ARRAY ['a', 'b']")),
            Kind.of(DataType.of("integer").array().array()),
            Kind.of(DataType.of("bigint array[10]")),
            Kind.of(DataType.of("row", "a integer", "\"B x\" varchar(3)")),
            Kind.of(DataType.of("interval day(3) to second(4)")),
            Kind.of(DataType.of("interval year")),
            Kind.of(DataType.of("interval second(4, 3)")),
            Kind.of(DataType.of("geometry", "point", "4326")));

    /** Types that MODE=PostgreSQL does not know. */
    private static final List<Kind> MORE_KINDS = List.of(
            Kind.of(DataType.of("tinyint"), literal(1)),
            Kind.of(DataType.of("varchar_ignorecase", 10)),
            Kind.of(DataType.of("java_object")));

    private final Random random;
    private final List<Kind> kinds;
    private final Index.Nulls oddNulls;

    private RandomH2Schema(Random random, boolean ownMode) {
        this.random = random;
        this.kinds = Stream.concat(KINDS.stream(), ownMode ? MORE_KINDS.stream() : Stream.empty())
                .toList();
        this.oddNulls = ownMode ? Index.Nulls.FIRST : Index.Nulls.LAST;
    }

    /** What comes back as it is from a database with the URL. */
    static Schema of(Random random, String url) {
        RandomH2Schema maker = new RandomH2Schema(random, url.equals(H2Fixture.OWN_MODE));
        List<Table> tables = new ArrayList<>();
        for (String name : TABLES) {
            if (tables.isEmpty() || random.nextInt(5) > 0) {
                tables.add(maker.table(name, tables));
            }
        }
        return Schema.of(tables, maker.sequences(), List.of());
    }

    private List<Sequence> sequences() {
        List<Sequence> sequences = new ArrayList<>(List.of(Sequence.of(Name.of("numbers"))));
        if (random.nextBoolean()) {
            SequenceOptions options =
                    new SequenceOptions("integer", 50L, 10L, random.nextBoolean() ? 5L : null, 5000L, 20L, true);
            sequences.add(new Sequence(Name.of("Odd one"), options, null, "it's a sequence"));
        }
        if (random.nextBoolean()) {
            sequences.add(Sequence.of(Name.of("down")).withOptions(SequenceOptions.DEFAULTS.withIncrement(-2)));
        }
        return sequences;
    }

    private Table table(String name, List<Table> others) {
        List<Column> columns = new ArrayList<>();
        columns.add(key(name.equals("order") ? "integer" : "bigint"));
        List<Constraint> constraints = new ArrayList<>();
        constraints.add(new Constraint.PrimaryKey(name.equals("author") ? null : "pk " + name, List.of("id")));
        List<Index> indexes = new ArrayList<>();
        List<String> present = new ArrayList<>();
        for (String column : COLUMNS) {
            if (random.nextInt(3) > 0) {
                columns.add(column(column));
                present.add(column);
            }
        }
        columns.add(Column.of("parent", DataType.of("bigint")));
        columns.add(Column.of("half", DataType.of("bigint")).withValue(new ColumnValue.Generated("id / 2", true)));
        present.removeIf(column -> !isComparable(columns, column));
        rules(name, present, constraints, indexes);
        references(name, others, constraints, indexes);
        String comment = random.nextBoolean() ? "it's " + name : null;
        return new Table(Name.of(name), columns, constraints, indexes, comment, new TreeMap<>());
    }

    private Column key(String type) {
        SequenceOptions options = one(List.of(
                SequenceOptions.DEFAULTS,
                SequenceOptions.DEFAULTS.withStart(100).withIncrement(5),
                SequenceOptions.DEFAULTS.withMaximum(1000).withCache(3).withCycle(true)));
        return Column.of("id", DataType.of(type))
                .withNullable(false)
                .withValue(new ColumnValue.Identity(random.nextBoolean(), options));
    }

    private Column column(String name) {
        Kind kind = one(kinds);
        boolean hasValue = random.nextBoolean() && !kind.values().isEmpty();
        return Column.of(name, kind.type())
                .withNullable(random.nextBoolean())
                .withValue(hasValue ? one(kind.values()) : null)
                .withComment(random.nextInt(3) == 0 ? "über '" + name + "'" : null);
    }

    private static boolean isComparable(List<Column> columns, String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .map(Column::type)
                .allMatch(type -> type.arrayDimensions() == 0
                        && List.of("varchar", "char", "integer", "bigint", "numeric", "date", "uuid", "enum")
                                .contains(type.name().name()));
    }

    private void rules(String table, List<String> columns, List<Constraint> constraints, List<Index> indexes) {
        for (String column : columns) {
            switch (random.nextInt(6)) {
                case 0 ->
                    constraints.add(new Constraint.Unique(
                            random.nextBoolean() ? null : "uq " + table + column,
                            List.of(column),
                            Constraint.Deferral.NOT_DEFERRABLE,
                            random.nextBoolean()));
                case 1 ->
                    constraints.add(new Constraint.Check(
                            random.nextBoolean() ? null : "ck " + table + column,
                            H2Names.quoted(column) + " IS NOT NULL"));
                case 2 -> indexes.add(Index.of("ix " + table + column, List.of(part(column))));
                case 3 ->
                    indexes.add(Index.of("ux " + table + column, List.of(Index.Part.column("id"), part(column)))
                            .withUnique(true)
                            .withNullsNotDistinct(random.nextBoolean()));
                default -> {}
            }
        }
        if (random.nextBoolean()) {
            constraints.add(new Constraint.Check("ck " + table, "(id > 0) OR (parent = id)"));
        }
    }

    private Index.Part part(String column) {
        return switch (random.nextInt(3)) {
            case 0 -> Index.Part.column(column).desc();
            case 1 -> new Index.Part(column, false, true, oddNulls, null, null);
            default -> Index.Part.column(column);
        };
    }

    private void references(String table, List<Table> others, List<Constraint> constraints, List<Index> indexes) {
        if (others.isEmpty()) {
            return;
        }
        Table other = one(others);
        DataType type = other.column("id").orElseThrow().type();
        if (!type.equals(DataType.of("bigint"))) {
            return;
        }
        constraints.add(new Constraint.ForeignKey(
                random.nextBoolean() ? null : "fk " + table,
                List.of("parent"),
                other.name(),
                List.of("id"),
                one(List.of(Constraint.Action.NO_ACTION, Constraint.Action.CASCADE, Constraint.Action.SET_NULL)),
                one(List.of(Constraint.Action.NO_ACTION, Constraint.Action.CASCADE)),
                Constraint.Match.SIMPLE,
                Constraint.Deferral.NOT_DEFERRABLE));
        if (random.nextBoolean()) {
            indexes.add(Index.of("ix parent " + table, List.of(Index.Part.column("parent"))));
        }
    }

    private static ColumnValue literal(Object value) {
        return new ColumnValue.Literal(value);
    }

    private static ColumnValue expression(String sql) {
        return new ColumnValue.Expression(sql);
    }

    private <T> T one(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }
}
