// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.embedded;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.schema.CodeObject;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Schemas by chance, the same ones for the same seed, with every expression in the server's own spelling. What a kind of
 * database has of its own is said by its subclass.
 */
abstract class RandomSchemas {
    private static final List<String> AWKWARD = List.of("order", "User", "two words", "qu\"ote", "time", "über", "a$b");

    private final Random random;
    private int counter;

    RandomSchemas(long seed) {
        this.random = new Random(seed);
    }

    abstract Dialect dialect();

    abstract Schema schema();

    abstract DataType type(Schema schema);

    /** A type to which values of another can be converted, and back. */
    abstract DataType otherType(DataType type);

    /** A default for a column of a type, or none. */
    @Nullable
    abstract ColumnValue value(Schema schema, DataType type);

    /** A collation that is not the usual one. */
    abstract String collation();

    /** Another way to number the rows than this one, or none. */
    @Nullable
    abstract ColumnValue otherIdentity(@Nullable ColumnValue value);

    abstract EnumType enumType();

    abstract Sequence sequence();

    abstract SequenceOptions options(boolean typed);

    /** The table with its constraints and indexes, of which some refer to the tables of a schema. */
    abstract Table constrained(Table table, Schema schema);

    abstract Constraint constraint(Table table);

    abstract Index index(Table table);

    /** What a table can be told that others than this database do not know, and in which values. */
    abstract List<Map.Entry<String, String>> options();

    /** Columns that each table begins with; the first is its key. */
    abstract List<Column> firstColumns();

    final int number(int bound) {
        return random.nextInt(bound);
    }

    final boolean chance() {
        return random.nextBoolean();
    }

    final <T> T any(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    /** A name that nothing has yet; the tables' names sort in the order of their making. */
    final String name(String stem) {
        String awkward = random.nextInt(4) == 0 ? " " + any(AWKWARD) : "";
        return stem + counter++ + awkward;
    }

    final @Nullable String comment() {
        return chance() ? "it's " + any(AWKWARD) : null;
    }

    final Table table(Schema schema) {
        String name = "t" + (100 + counter) + name("_");
        List<Column> columns = new ArrayList<>(firstColumns());
        String computed = columns.get(columns.size() - 1).name() + " * 2";
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
            columns.add(column(schema));
        }
        if (chance()) {
            columns.add(Column.of("computed", DataType.of("bigint"))
                    .withValue(new ColumnValue.Generated(computed, chance())));
        }
        return constrained(Table.of(Name.of(name), columns).withComment(comment()), schema);
    }

    /**
     * The schema with what refers to its tables: views of some of them, views of views, a circle of foreign keys, and a
     * key of two columns that another table refers to.
     */
    final Schema rich(Schema plain, long salt) {
        Random choice = new Random(salt);
        Schema schema = plain;
        if (choice.nextBoolean()) {
            schema = withPairs(schema);
        }
        List<Table> tables = List.copyOf(plain.tables().values());
        if (tables.size() > 1 && choice.nextBoolean()) {
            schema = withCircle(schema, tables.get(0), tables.get(tables.size() - 1));
        }
        for (Table table : tables) {
            if (choice.nextInt(3) > 0) {
                schema = withViews(schema, table, 1 + choice.nextInt(3));
            }
        }
        return schema.mapTables(table -> special(table, choice));
    }

    /** The table with what only its database has. */
    Table special(Table table, Random choice) {
        return table;
    }

    private Schema withViews(Schema schema, Table table, int count) {
        List<String> columns = table.columns().stream()
                .map(column -> dialect().quote(column.name()))
                .limit(count)
                .toList();
        String query = "select " + String.join(", ", columns) + " from ";
        String name = "v " + table.name().name();
        Schema with = schema.with(CodeObject.view(
                CodeObject.Kind.VIEW, name, query + dialect().quote(table.name().name())));
        return count == 1
                ? with
                : with.with(CodeObject.view(
                        CodeObject.Kind.VIEW, "above " + name, query + dialect().quote(name)));
    }

    private static Schema withPairs(Schema schema) {
        List<Column> columns = List.of(
                Column.of("a", DataType.of("bigint")).withNullable(false),
                Column.of("b", DataType.of("integer")).withNullable(false));
        List<String> names = List.of("a", "b");
        Table pairs = Table.of(Name.of("zz pairs"), columns).plus(new Constraint.PrimaryKey("pk pairs", names));
        Table parts = Table.of(Name.of("aa parts"), columns)
                .plus(Constraint.ForeignKey.of("fk pairs", names, pairs.name(), names));
        return schema.with(pairs).with(parts);
    }

    /** The first table refers to the last, which may refer to it. */
    private static Schema withCircle(Schema schema, Table first, Table last) {
        Column from = first.columns().get(0);
        boolean fits = from.type().equals(last.columns().get(0).type())
                && last.primaryKey().isPresent()
                && last.primaryKey()
                        .get()
                        .columns()
                        .equals(List.of(last.columns().get(0).name()));
        return fits
                ? schema.with(schema.table(first.name())
                        .orElseThrow()
                        .plus(Constraint.ForeignKey.of(
                                "circle " + first.name().name(),
                                List.of(from.name()),
                                last.name(),
                                List.of(last.columns().get(0).name()))))
                : schema;
    }

    /** The columns of a type that can be sorted by. */
    static List<String> sortable(Table table) {
        return table.columns().stream()
                .filter(column -> !column.type().name().name().matches("jsonb|text"))
                .filter(column -> !(column.value() instanceof ColumnValue.Generated))
                .map(Column::name)
                .toList();
    }

    final Column column(Schema schema) {
        DataType type = type(schema);
        boolean text = type.name().name().matches("varchar|text|char") && type.arrayDimensions() == 0;
        return new Column(
                name("c"),
                type,
                chance(),
                value(schema, type),
                text && random.nextInt(3) == 0 ? collation() : null,
                comment());
    }
}
