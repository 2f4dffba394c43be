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
import org.jspecify.annotations.Nullable;

/** Schemas of PostgreSQL by chance. */
final class PostgresqlSchemas extends RandomSchemas {
    private static final List<DataType> TYPES = List.of(
            DataType.of("integer"),
            DataType.of("bigint"),
            DataType.of("smallint"),
            DataType.of("numeric", 10, 2),
            DataType.of("numeric"),
            DataType.of("double precision"),
            DataType.of("boolean"),
            DataType.of("varchar", 20),
            DataType.of("text"),
            DataType.of("char", 3),
            DataType.of("timestamptz"),
            DataType.of("timestamp", 6),
            DataType.of("date"),
            DataType.of("uuid"),
            DataType.of("jsonb"),
            DataType.of("bytea"),
            DataType.of("text").array(),
            DataType.of("varchar", 5).array().array());

    PostgresqlSchemas(long seed) {
        super(seed);
    }

    @Override
    Dialect dialect() {
        return PostgresqlTestDatabase.DIALECT;
    }

    @Override
    Schema schema() {
        Schema schema = Schema.EMPTY;
        for (int i = number(3); i > 0; i--) {
            schema = schema.with(enumType());
        }
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
        List<String> values = new ArrayList<>(List.of("first", "sec'ond", "Third one"));
        return new EnumType(Name.of(name("kind")), values.subList(0, 1 + number(3)), false, null);
    }

    @Override
    Sequence sequence() {
        return new Sequence(Name.of(name("seq")), options(chance()), null, comment());
    }

    @Override
    SequenceOptions options(boolean typed) {
        return new SequenceOptions(
                        typed ? any(List.of("integer", "smallint")) : null,
                        chance() ? 50L : null,
                        chance() ? 10L : null,
                        chance() ? -5L : null,
                        chance() ? 30000L : null,
                        chance() ? 20L : null,
                        chance())
                .withStart(50);
    }

    @Override
    List<Map.Entry<String, String>> options() {
        return List.of(
                Map.entry("fillfactor", "70"),
                Map.entry("row level security", ""),
                Map.entry("replica identity", "full"));
    }

    @Override
    List<Column> firstColumns() {
        return List.of(new Column(
                "id",
                DataType.of(any(List.of("integer", "bigint"))),
                false,
                chance()
                        ? new ColumnValue.Identity(chance(), chance() ? SequenceOptions.DEFAULTS : options(false))
                        : null,
                null,
                comment()));
    }

    @Override
    Table constrained(Table plain, Schema schema) {
        Table table = plain.plus(new Constraint.PrimaryKey(name("pk"), List.of("id")));
        DataType type = table.columns().get(0).type();
        for (Table parent : schema.tables().values()) {
            if (chance() && parent.columns().get(0).type().equals(type)) {
                table = table.plus(foreignKey(parent));
            }
        }
        for (int i = number(3); i > 0; i--) {
            table = table.plus(index(table));
        }
        for (int i = number(3); i > 0; i--) {
            table = table.plus(constraint(table));
        }
        return table;
    }

    private Constraint foreignKey(Table parent) {
        List<Constraint.Action> actions = List.of(Constraint.Action.values());
        return new Constraint.ForeignKey(
                name("fk"),
                List.of("id"),
                parent.name(),
                List.of("id"),
                any(actions),
                any(actions),
                any(List.of(Constraint.Match.values())),
                any(List.of(Constraint.Deferral.values())));
    }

    @Override
    Constraint constraint(Table table) {
        if (chance()) {
            return new Constraint.Check(name("ck"), any(List.of("id > 0", "(id > 0) AND (id < 1000)", "id <> 5")));
        }
        if (number(4) == 0) {
            return new Constraint.Exclusion(
                    name("ex"),
                    any(List.of("USING btree (id WITH =)", "USING btree (id WITH =) WHERE ((id > 7))")),
                    any(List.of(Constraint.Deferral.values())));
        }
        List<String> columns = sortable(table);
        return new Constraint.Unique(
                name("uq"),
                chance() ? List.of("id", any(columns)).stream().distinct().toList() : List.of(any(columns)),
                any(List.of(Constraint.Deferral.values())),
                chance());
    }

    @Override
    Index index(Table table) {
        List<Index.Part> parts = new ArrayList<>();
        for (String column : sortable(table).stream().limit(1 + number(2)).toList()) {
            parts.add(new Index.Part(column, false, chance(), null, null, null));
        }
        parts.add(
                chance()
                        ? new Index.Part("abs(id)", true, false, Index.Nulls.FIRST, null, null)
                        : new Index.Part("id + 1", true, true, Index.Nulls.LAST, null, null));
        return Index.of(name("ix"), parts)
                .withUnique(chance())
                .withWhere(chance() ? any(texts(table)) : null)
                .withInclude(chance() ? List.of("id") : List.of());
    }

    /** Conditions, of which some mention an enum's label. */
    private static List<String> texts(Table table) {
        List<String> texts = new ArrayList<>(List.of("id > 7"));
        for (Column column : table.columns()) {
            String type = column.type().name().name();
            if (type.startsWith("kind") && column.type().arrayDimensions() == 0) {
                texts.add(PostgresqlTestDatabase.DIALECT.quote(column.name()) + " = 'first'::"
                        + PostgresqlTestDatabase.DIALECT.quote(type));
            }
        }
        return texts;
    }

    @Override
    DataType type(Schema schema) {
        if (schema.enums().isEmpty() || number(3) > 0) {
            return any(TYPES);
        }
        DataType named = DataType.named(any(List.copyOf(schema.enums().keySet())));
        return chance() ? named : named.array();
    }

    @Override
    DataType otherType(DataType type) {
        if (type.arrayDimensions() > 0) {
            return DataType.of("text").array();
        }
        boolean isNumber = type.name().name().matches("smallint|integer|bigint|numeric|double precision");
        return any(List.of(
                isNumber ? DataType.of("bigint") : DataType.of("text"),
                isNumber ? DataType.of("numeric", 20, 4) : DataType.of("varchar", 300)));
    }

    @Override
    String collation() {
        return "C";
    }

    @Override
    @Nullable
    ColumnValue otherIdentity(@Nullable ColumnValue value) {
        if (value instanceof ColumnValue.Identity identity && chance()) {
            return new ColumnValue.Identity(!identity.always(), options(false));
        }
        return value == null ? new ColumnValue.Identity(true, SequenceOptions.DEFAULTS) : null;
    }

    @Override
    @Nullable
    ColumnValue value(Schema schema, DataType type) {
        if (chance() || type.arrayDimensions() > 0) {
            return null;
        }
        return switch (type.name().name()) {
            case "integer", "bigint", "smallint" -> new ColumnValue.Literal(any(List.of(0L, -3L, 12L)));
            case "numeric", "double precision" -> new ColumnValue.Literal(new BigDecimal("-2.50"));
            case "boolean" -> new ColumnValue.Literal(chance());
            case "varchar", "text", "char" -> new ColumnValue.Literal(any(List.of("", "o'x", "ab")));
            case "timestamptz" -> new ColumnValue.Expression("now()");
            case "uuid" -> new ColumnValue.Expression("gen_random_uuid()");
            case "jsonb" -> new ColumnValue.Expression("'{}'::jsonb");
            default -> schema.enums().containsKey(type.name()) ? new ColumnValue.Literal("first") : null;
        };
    }
}
