// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.sqlite;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnValue;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.DataType;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/** Makes schemas of everything that SQLite knows, with odd names among the plain; any row needs no more than an id. */
final class RandomSqliteSchema {
    private static final List<String> TABLES = List.of("author", "odd \"table\"", "order");
    private static final List<String> COLUMNS = List.of("name", "it's odd", "select", "Größe", "price");
    private static final List<ColumnValue> VALUES = List.of(
            new ColumnValue.Literal("it's"),
            new ColumnValue.Literal(0L),
            new ColumnValue.Literal(new BigDecimal("-1.50")),
            new ColumnValue.Literal(true),
            new ColumnValue.Expression("current_timestamp"),
            new ColumnValue.Expression("abs(-1) + 2"),
            new ColumnValue.Expression("x'00ff'"));

    private final Random random;

    private RandomSqliteSchema(Random random) {
        this.random = random;
    }

    static Schema of(Random random) {
        RandomSqliteSchema schema = new RandomSqliteSchema(random);
        List<Table> tables = new ArrayList<>();
        for (String name : TABLES) {
            if (tables.isEmpty() || random.nextInt(5) > 0) {
                tables.add(schema.table(name));
            }
        }
        return Schema.of(tables.toArray(Table[]::new));
    }

    private Table table(String name) {
        boolean strict = name.equals("order");
        List<Column> columns = new ArrayList<>();
        columns.add(Column.of("id", DataType.of("integer")).withNullable(false));
        List<Constraint> constraints = new ArrayList<>();
        constraints.add(new Constraint.PrimaryKey(name.equals("author") ? null : "pk " + name, List.of("id")));
        List<Index> indexes = new ArrayList<>();
        for (String column : COLUMNS) {
            if (random.nextInt(3) > 0) {
                columns.add(column(column, strict));
                rules(name, column, constraints, indexes);
            }
        }
        TreeMap<String, String> options = new TreeMap<>();
        if (strict) {
            options.put("strict", "");
            options.put("without rowid", "");
        } else if (name.equals("author")) {
            options.put("autoincrement", "");
        }
        return new Table(Name.of(name), columns, constraints, indexes, null, options);
    }

    private Column column(String name, boolean strict) {
        DataType type = strict
                ? DataType.of("any")
                : one(List.of(
                        DataType.of("varchar", 20),
                        DataType.of("numeric", 10, 2),
                        DataType.of("double precision"),
                        DataType.of("odd-type"),
                        SqliteTypes.UNTYPED));
        Column column = Column.of(name, type).withCollation(random.nextInt(4) == 0 ? "nocase" : null);
        if (random.nextInt(4) == 0) {
            return column.withValue(new ColumnValue.Generated("id * 2", random.nextBoolean()));
        }
        return random.nextBoolean() ? column.withValue(one(VALUES)).withNullable(random.nextBoolean()) : column;
    }

    private void rules(String table, String column, List<Constraint> constraints, List<Index> indexes) {
        String quoted = SqliteFixture.DIALECT.quote(column);
        switch (random.nextInt(7)) {
            case 0 -> constraints.add(Constraint.Unique.of("uq " + column, List.of(column, "id")));
            case 1 -> constraints.add(Constraint.Unique.of(null, List.of("id", column)));
            case 2 -> constraints.add(new Constraint.Check(null, quoted + " <> ')--'"));
            case 3 ->
                constraints.add(Constraint.ForeignKey.of(
                        random.nextBoolean() ? "fk " + column : null,
                        List.of(column),
                        Name.of("author"),
                        List.of("id")));
            case 4 ->
                indexes.add(Index.of(
                                "ix " + table + column,
                                List.of(
                                        Index.Part.column(column).desc(),
                                        Index.Part.expression("abs(" + quoted + ")"),
                                        Index.Part.column("id")))
                        .withWhere(random.nextBoolean() ? quoted + " > 0" : null)
                        .withUnique(random.nextBoolean()));
            default -> {}
        }
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
