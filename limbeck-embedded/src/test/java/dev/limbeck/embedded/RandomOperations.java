// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.embedded;

import dev.limbeck.operation.ColumnChange;
import dev.limbeck.operation.Operation;
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
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;

/** One change of a schema by chance, as a diff would write it: with all that was there before. */
final class RandomOperations {
    private final RandomSchemas schemas;
    private final Random random;

    RandomOperations(RandomSchemas schemas, long seed) {
        this.schemas = schemas;
        this.random = new Random(seed);
    }

    /** One operation of each kind that the schema allows. */
    List<Function<Schema, List<Operation>>> kinds() {
        return List.of(
                this::createTable,
                this::dropTable,
                this::renameTable,
                this::commentOnTable,
                this::addColumn,
                this::dropColumn,
                schema -> alterColumn(schema, this::otherDefault),
                schema -> alterColumn(schema, column -> column.withNullable(!column.nullable())),
                schema -> alterColumn(schema, column -> column.withComment(schemas.comment())),
                schema -> alterColumn(schema, column -> column.withName(schemas.name("renamed"))),
                schema -> alterColumn(schema, this::otherType),
                schema -> alterColumn(schema, this::otherCollation),
                schema -> alterColumn(schema, this::otherEverything),
                this::alterIdentity,
                this::addConstraint,
                this::dropConstraint,
                this::createIndex,
                this::dropIndex,
                schema -> List.of(new Operation.CreateSequence(schemas.sequence())),
                this::alterSequence,
                this::dropSequence,
                schema -> List.of(new Operation.CreateEnum(schemas.enumType())),
                this::addEnumValues,
                this::rebuildEnum,
                this::dropEnum);
    }

    private static <T> List<T> shuffled(Iterable<T> items, Random random) {
        List<T> list = new ArrayList<>();
        items.forEach(list::add);
        Collections.shuffle(list, random);
        return list;
    }

    private Table anyTable(Schema schema) {
        return schemas.any(List.copyOf(schema.tables().values()));
    }

    private List<Operation> createTable(Schema schema) {
        return List.of(new Operation.CreateTable(schemas.table(schema)));
    }

    private List<Operation> dropTable(Schema schema) {
        return schema.tables().values().stream()
                .filter(table -> schema.tables().values().stream()
                        .filter(other -> !other.equals(table))
                        .flatMap(other -> other.foreignKeys().stream())
                        .noneMatch(key -> key.references().equals(table.name())))
                .limit(1)
                .map(table -> (Operation) new Operation.DropTable(table.name(), table))
                .toList();
    }

    private List<Operation> renameTable(Schema schema) {
        return List.of(new Operation.RenameTable(anyTable(schema).name(), schemas.name("new")));
    }

    private List<Operation> commentOnTable(Schema schema) {
        Table table = anyTable(schema);
        return List.of(new Operation.CommentOnTable(table.name(), schemas.comment(), table.comment()));
    }

    private List<Operation> addColumn(Schema schema) {
        return List.of(new Operation.AddColumn(anyTable(schema).name(), schemas.column(schema)));
    }

    private List<Operation> dropColumn(Schema schema) {
        Table table = anyTable(schema);
        return shuffled(table.columns(), random).stream()
                .filter(column -> !isUsed(table, column))
                .limit(1)
                .map(column -> (Operation) new Operation.DropColumn(table.name(), column.name(), column))
                .toList();
    }

    private static boolean isUsed(Table table, Column column) {
        return (table.constraints() + " " + table.indexes()).contains(column.name());
    }

    private List<Operation> alterColumn(Schema schema, Function<Column, Column> change) {
        Table table = anyTable(schema);
        Predicate<Column> free = column -> !column.name().equals("id")
                && !(column.value() instanceof ColumnValue.Generated)
                && table.indexes().stream()
                        .map(index -> String.valueOf(index.where()))
                        .noneMatch(where -> where.contains(column.name()));
        return shuffled(table.columns(), random).stream()
                .filter(free)
                .limit(1)
                .map(column -> between(table.name(), column, change.apply(column)))
                .toList();
    }

    static Operation between(Name table, Column before, Column after) {
        return new Operation.AlterColumn(
                table, before.name(), change(before, after), change(after, before.withName(before.name())));
    }

    private static ColumnChange change(Column before, Column after) {
        ColumnChange change = ColumnChange.between(before, after);
        return before.type().equals(after.type())
                ? change
                : TestDatabase.DIALECT
                        .diffRules()
                        .conversion(before, after)
                        .map(change::using)
                        .orElse(change);
    }

    private Column otherDefault(Column column) {
        return column.withValue(column.value() == null ? schemas.value(Schema.EMPTY, column.type()) : null);
    }

    /** A type to which the column's own can be converted and back; the default stays where both types take it. */
    private Column otherType(Column column) {
        if (column.type().arrayDimensions() > 0) {
            return column.withType(DataType.of("text").array())
                    .withCollation(null)
                    .withValue(null);
        }
        boolean number = column.type().name().name().matches("smallint|integer|bigint|numeric|double precision");
        DataType type = schemas.any(List.of(
                number ? DataType.of("bigint") : DataType.of("text"),
                number ? DataType.of("numeric", 20, 4) : DataType.of("varchar", 300)));
        Column changed = column.withType(type).withCollation(null);
        return column.value() instanceof ColumnValue.Literal literal && !(literal.value() instanceof Boolean)
                ? changed
                : changed.withValue(null);
    }

    private Column otherCollation(Column column) {
        return column.type().name().name().matches("text|varchar")
                        && column.type().arrayDimensions() == 0
                ? column.withCollation(column.collation() == null ? "C" : null)
                : column;
    }

    private Column otherEverything(Column column) {
        Column changed = otherType(column);
        return changed.withName(schemas.name("all"))
                .withComment("all")
                .withNullable(!column.nullable())
                .withValue(schemas.value(Schema.EMPTY, changed.type()));
    }

    private List<Operation> alterIdentity(Schema schema) {
        Table table = anyTable(schema);
        Column id = table.columns().get(0);
        Column changed = id.value() instanceof ColumnValue.Identity identity && schemas.chance()
                ? id.withValue(new ColumnValue.Identity(!identity.always(), schemas.options(false)))
                : id.withValue(id.value() == null ? new ColumnValue.Identity(true, SequenceOptions.DEFAULTS) : null);
        return List.of(between(table.name(), id, changed));
    }

    private List<Operation> addConstraint(Schema schema) {
        Table table = anyTable(schema);
        return List.of(new Operation.AddConstraint(table.name(), schemas.constraint(table)));
    }

    private List<Operation> dropConstraint(Schema schema) {
        Table table = anyTable(schema);
        return shuffled(table.constraints(), random).stream()
                .filter(constraint -> !(constraint instanceof Constraint.PrimaryKey))
                .limit(1)
                .map(constraint ->
                        (Operation) new Operation.DropConstraint(table.name(), constraint.name(), constraint))
                .toList();
    }

    private List<Operation> createIndex(Schema schema) {
        Table table = anyTable(schema);
        return List.of(new Operation.CreateIndex(table.name(), schemas.index(table)));
    }

    private List<Operation> dropIndex(Schema schema) {
        Table table = anyTable(schema);
        return table.indexes().stream()
                .limit(1)
                .map((Index index) -> (Operation) new Operation.DropIndex(table.name(), index.name(), index))
                .toList();
    }

    private List<Operation> alterSequence(Schema schema) {
        return schema.sequences().values().stream()
                .limit(1)
                .map(sequence -> (Operation) new Operation.AlterSequence(
                        new Sequence(sequence.name(), schemas.options(schemas.chance()), null, "changed"), sequence))
                .toList();
    }

    private List<Operation> dropSequence(Schema schema) {
        return schema.sequences().values().stream()
                .limit(1)
                .map(sequence -> (Operation) new Operation.DropSequence(sequence.name(), sequence))
                .toList();
    }

    private List<Operation> addEnumValues(Schema schema) {
        return schema.enums().values().stream()
                .limit(1)
                .map(type -> {
                    List<String> values = new ArrayList<>(type.values());
                    values.add(0, "before it");
                    values.add(random.nextInt(values.size()), "within");
                    values.add("behind");
                    return alterEnum(type, values);
                })
                .toList();
    }

    /** The label "first" stays, for defaults and conditions name it. */
    private List<Operation> rebuildEnum(Schema schema) {
        return shuffled(schema.enums().values(), random).stream()
                .limit(1)
                .map(type -> alterEnum(type, List.of("new", "first")))
                .toList();
    }

    private static Operation alterEnum(EnumType type, List<String> values) {
        return new Operation.AlterEnum(type.name(), values, type.values());
    }

    private List<Operation> dropEnum(Schema schema) {
        return schema.enums().values().stream()
                .filter(type -> schema.tables().values().stream()
                        .flatMap(table -> table.columns().stream())
                        .noneMatch(column -> Objects.equals(column.type().name(), type.name())))
                .limit(1)
                .map(type -> (Operation) new Operation.DropEnum(type.name(), type))
                .toList();
    }
}
