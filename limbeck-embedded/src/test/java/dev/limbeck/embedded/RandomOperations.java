// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.embedded;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Feature;
import dev.limbeck.operation.ColumnChange;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnValue;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** One change of a schema by chance, as a diff would write it: with all that was there before. */
final class RandomOperations {
    /** What checks and generated columns refer to. */
    private static final Set<String> FIRST = Set.of("id", "base");

    private final RandomSchemas schemas;
    private final Random random;

    RandomOperations(RandomSchemas schemas, long seed) {
        this.schemas = schemas;
        this.random = new Random(seed);
    }

    /** One operation of each kind that the schema allows. */
    List<Function<Schema, List<Operation>>> kinds() {
        List<Function<Schema, List<Operation>>> kinds = new ArrayList<>(List.of(
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
                this::dropIndex));
        if (schemas.dialect().has(Feature.SEQUENCES)) {
            kinds.add(schema -> List.of(new Operation.CreateSequence(schemas.sequence())));
            kinds.add(this::alterSequence);
            kinds.add(this::dropSequence);
        }
        if (schemas.dialect().has(Feature.ENUM_TYPES)) {
            kinds.add(schema -> List.of(new Operation.CreateEnum(schemas.enumType())));
            kinds.add(this::addEnumValues);
            kinds.add(this::rebuildEnum);
            kinds.add(this::dropEnum);
        }
        return kinds;
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

    /** Each table is told something by chance. */
    List<Operation> setOptions(Schema schema) {
        return schema.tables().values().stream().map(this::setOption).toList();
    }

    private Operation setOption(Table table) {
        List<Map.Entry<String, String>> options = schemas.options();
        Map.Entry<String, String> option = options.get(random.nextInt(options.size()));
        return new Operation.SetTableOption(
                table.name(),
                option.getKey(),
                option.getValue(),
                table.options().get(option.getKey()));
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

    private static boolean isReferring(Table table, Column column) {
        return table.foreignKeys().stream().anyMatch(key -> key.columns().contains(column.name()));
    }

    /** A new name is not written into expressions. */
    private static boolean isInExpression(Index index, Column column) {
        return String.valueOf(index.where()).contains(column.name())
                || index.parts().stream()
                        .anyMatch(part -> part.expression() && part.text().contains(column.name()));
    }

    private static boolean isUsed(Table table, Column column) {
        return FIRST.contains(column.name()) || (table.constraints() + " " + table.indexes()).contains(column.name());
    }

    private List<Operation> alterColumn(Schema schema, Function<Column, Column> change) {
        Table table = anyTable(schema);
        Predicate<Column> free = column -> !FIRST.contains(column.name())
                && !(column.value() instanceof ColumnValue.Generated)
                && !(isReferring(table, column) && schemas.dialect().diffRules().foreignKeysHoldTypes())
                && table.indexes().stream().noneMatch(index -> isInExpression(index, column));
        return shuffled(table.columns(), random).stream()
                .filter(free)
                .limit(1)
                .map(column -> between(schemas.dialect(), table.name(), column, change.apply(column)))
                .toList();
    }

    static Operation between(Dialect dialect, Name table, Column before, Column after) {
        return new Operation.AlterColumn(
                table, before.name(), change(dialect, before, after), change(dialect, after, before));
    }

    private static ColumnChange change(Dialect dialect, Column before, Column after) {
        ColumnChange change = ColumnChange.between(before, after);
        return before.type().equals(after.type())
                ? change
                : dialect.diffRules()
                        .conversion(before, after)
                        .map(change::using)
                        .orElse(change);
    }

    private Column otherDefault(Column column) {
        return column.withValue(column.value() == null ? schemas.value(Schema.EMPTY, column.type()) : null);
    }

    /** A type to which the column's own can be converted and back; the default stays where both types take it. */
    private Column otherType(Column column) {
        Column changed = column.withType(schemas.otherType(column.type())).withCollation(null);
        return column.value() instanceof ColumnValue.Literal literal && !(literal.value() instanceof Boolean)
                ? changed
                : changed.withValue(null);
    }

    private Column otherCollation(Column column) {
        return column.type().name().name().matches("text|varchar")
                        && column.type().arrayDimensions() == 0
                ? column.withCollation(column.collation() == null ? schemas.collation() : null)
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
        Column changed = id.withValue(schemas.otherIdentity(id.value()));
        return List.of(between(schemas.dialect(), table.name(), id, changed));
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
                .map(sequence -> alterSequence(sequence, schemas.sequence()))
                .toList();
    }

    private static Operation alterSequence(Sequence sequence, Sequence other) {
        return new Operation.AlterSequence(
                new Sequence(sequence.name(), other.options(), null, other.comment()), sequence);
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
                .filter(type -> !type.values().contains("behind"))
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
