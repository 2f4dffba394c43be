// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.operation;

import dev.limbeck.operation.MismatchException.Mismatch;
import dev.limbeck.operation.MismatchException.Thing;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The effect of an operation that names only what is there. Case is not told apart where a name is looked for in a
 * table, because some databases do not.
 */
final class StrictChange extends SchemaChange {
    /** Options that give a table columns which do not stand in its definition. */
    private static final List<String> WORDS_FOR_MORE_COLUMNS = List.of("inherits", "partition of", "like", "of");

    private final boolean mayDangle;

    StrictChange(Schema schema, boolean mayDangle) {
        super(schema);
        this.mayDangle = mayDangle;
    }

    @Override
    public Schema createTable(Operation.CreateTable operation) {
        Table table = operation.definition();
        List<Mismatch> wrong = new ArrayList<>();
        if (!mayHaveMoreColumns(table)) {
            twice(table.name(), "columns", table.columns().stream().map(Column::name))
                    .forEach(wrong::add);
        }
        named(table)
                .filter(column -> lacks(table, column))
                .forEach(column -> wrong.add(Mismatch.definition(
                        table.name(), "the new table " + table.name() + " has no column " + column)));
        twice(table.name(), "indexes", table.indexes().stream().map(Index::name))
                .forEach(wrong::add);
        table.foreignKeys().forEach(key -> wrong.addAll(referenced(key, table)));
        return checked(wrong, super.createTable(operation));
    }

    private static Stream<String> named(Table table) {
        return Stream.concat(
                        table.constraints().stream().flatMap(constraint -> constraint.columns().stream()),
                        table.indexes().stream().flatMap(index -> columns(index).stream()))
                .distinct();
    }

    private static List<Mismatch> twice(Name table, String what, Stream<String> names) {
        Set<String> seen = new HashSet<>();
        return names.filter(name -> !seen.add(name))
                .distinct()
                .map(name -> Mismatch.definition(table, "the new table " + table + " has two " + what + " " + name))
                .toList();
    }

    @Override
    public Schema dropTable(Operation.DropTable operation) {
        return withoutSequences(
                super.dropTable(operation), owner -> owner.table().equals(operation.table()));
    }

    private static Schema withoutSequences(Schema schema, Predicate<Sequence.Owner> owner) {
        Schema result = schema;
        for (Sequence sequence : schema.sequences().values()) {
            if (sequence.owner() != null && owner.test(sequence.owner())) {
                result = result.withoutSequence(sequence.name());
            }
        }
        return result;
    }

    /** What hangs on the column goes with it, or is no longer what it was. */
    @Override
    public Schema dropColumn(Operation.DropColumn operation) {
        Schema after = withoutSequences(
                super.dropColumn(operation),
                owner -> owner.table().equals(operation.table())
                        && owner.column().equals(operation.column()));
        Table table = after.table(operation.table()).orElseThrow();
        return after.with(table.withConstraints(table.constraints().stream()
                        .filter(constraint -> !constraint.columns().contains(operation.column()))
                        .toList())
                .withIndexes(table.indexes().stream()
                        .filter(index -> !columns(index).contains(operation.column()))
                        .toList()));
    }

    @Override
    public Schema alterColumn(Operation.AlterColumn operation) {
        Schema after = super.alterColumn(operation);
        String newName = operation.change().newName();
        Table table = existing(operation.table());
        if (newName != null
                && !newName.equals(operation.column())
                && table.column(newName).isPresent()) {
            throw Mismatch.present(
                            Thing.COLUMN,
                            table.name(),
                            newName,
                            "column " + table.name() + "." + newName + " exists already")
                    .asException();
        }
        return after;
    }

    @Override
    public Schema renameTable(Operation.RenameTable operation) {
        Schema after = super.renameTable(operation);
        Name newName = operation.table().withName(operation.newName());
        if (!newName.equals(operation.table()) && schema.table(newName).isPresent()) {
            throw Mismatch.present(Thing.TABLE, newName, "", "table " + newName + " exists already")
                    .asException();
        }
        return after;
    }

    @Override
    public Schema addConstraint(Operation.AddConstraint operation) {
        Table table = existing(operation.table());
        Constraint constraint = operation.constraint();
        List<Mismatch> wrong = new ArrayList<>(missing(table, constraint.columns()));
        if (constraint instanceof Constraint.ForeignKey key) {
            wrong.addAll(referenced(key, table));
        }
        if (constraint instanceof Constraint.PrimaryKey && table.primaryKey().isPresent()) {
            wrong.add(Mismatch.present(
                    Thing.CONSTRAINT, table.name(), "", "table " + table.name() + " has a primary key already"));
        } else if (!mayDangle && hasOneLike(table, constraint)) {
            wrong.add(Mismatch.present(
                    Thing.CONSTRAINT,
                    table.name(),
                    String.valueOf(constraint.name()),
                    "table " + table.name() + " has a constraint " + constraint.name() + " already"));
        }
        return checked(wrong, super.addConstraint(operation));
    }

    @Override
    public Schema renameConstraint(Operation.RenameConstraint operation) {
        Table table = existing(operation.table());
        String name = operation.newName();
        boolean taken = !mayDangle && table.constraint(name).isPresent();
        return checked(
                taken
                        ? List.of(Mismatch.present(
                                Thing.CONSTRAINT,
                                table.name(),
                                name,
                                "table " + table.name() + " has a constraint " + name + " already"))
                        : List.of(),
                super.renameConstraint(operation));
    }

    /** Where foreign keys may dangle nobody minds two constraints of one name, either. */
    private static boolean hasOneLike(Table table, Constraint constraint) {
        return constraint.name() != null
                && table.constraint(constraint.name())
                        .filter(other -> other.getClass() == constraint.getClass())
                        .isPresent();
    }

    /** What a foreign key refers to and is not there; where it may come later nobody can say. */
    private List<Mismatch> referenced(Constraint.ForeignKey key, Table own) {
        if (mayDangle) {
            return List.of();
        }
        Optional<Table> target =
                key.references().equals(own.name()) ? Optional.of(own) : schema.table(key.references());
        return target.map(table -> missing(table, key.referencedColumns()))
                .orElseGet(() -> List.of(noTable(key.references())));
    }

    @Override
    public Schema createIndex(Operation.CreateIndex operation) {
        if (materializedView(operation.table()) != null) {
            return super.createIndex(operation);
        }
        Table table = existing(operation.table());
        List<Mismatch> wrong = new ArrayList<>(missing(table, columns(operation.index())));
        String name = operation.index().name();
        if (table.index(name).isPresent()) {
            wrong.add(indexPresent(table.name(), name));
        }
        return checked(wrong, super.createIndex(operation));
    }

    @Override
    public Schema renameIndex(Operation.RenameIndex operation) {
        String name = operation.newName();
        boolean taken = schema.table(operation.table())
                .flatMap(table -> table.index(name))
                .isPresent();
        return checked(
                taken ? List.of(indexPresent(operation.table(), name)) : List.of(), super.renameIndex(operation));
    }

    private static Mismatch indexPresent(Name table, String index) {
        return Mismatch.present(Thing.INDEX, table, index, "table " + table + " has an index " + index + " already");
    }

    @Override
    public Schema createSequence(Operation.CreateSequence operation) {
        refuseSequence(operation.sequence().name());
        return super.createSequence(operation);
    }

    @Override
    public Schema renameSequence(Operation.RenameSequence operation) {
        refuseSequence(operation.name().withName(operation.newName()));
        return super.renameSequence(operation);
    }

    private void refuseSequence(Name name) {
        if (schema.sequences().containsKey(name)) {
            throw Mismatch.present(Thing.SEQUENCE, name, "", "sequence " + name + " exists already")
                    .asException();
        }
    }

    @Override
    public Schema dropSequence(Operation.DropSequence operation) {
        if (!schema.sequences().containsKey(operation.name())) {
            throw Mismatch.missing(Thing.SEQUENCE, operation.name(), "there is no sequence " + operation.name())
                    .asException();
        }
        return super.dropSequence(operation);
    }

    @Override
    public Schema createEnum(Operation.CreateEnum operation) {
        Name name = operation.type().name();
        if (schema.enums().containsKey(name)) {
            throw Mismatch.present(Thing.ENUM_TYPE, name, "", "enum type " + name + " exists already")
                    .asException();
        }
        return super.createEnum(operation);
    }

    @Override
    public Schema dropEnum(Operation.DropEnum operation) {
        if (!schema.enums().containsKey(operation.name())) {
            throw Mismatch.missing(Thing.ENUM_TYPE, operation.name(), "there is no enum type " + operation.name())
                    .asException();
        }
        return super.dropEnum(operation);
    }

    @Override
    public Schema insertRows(Operation.InsertRows operation) {
        return checked(missing(existing(operation.table()), operation.columns()), schema);
    }

    @Override
    public Schema deleteRows(Operation.DeleteRows operation) {
        return checked(missing(existing(operation.table()), operation.columns()), schema);
    }

    private static List<Mismatch> missing(Table table, List<String> columns) {
        return columns.stream()
                .filter(column -> lacks(table, column))
                .map(column -> noColumn(table, column))
                .toList();
    }

    private static boolean mayHaveMoreColumns(Table table) {
        return table.options().keySet().stream().anyMatch(WORDS_FOR_MORE_COLUMNS::contains);
    }

    private static boolean lacks(Table table, String name) {
        return !mayHaveMoreColumns(table)
                && table.columns().stream().noneMatch(column -> column.name().equalsIgnoreCase(name));
    }

    private static List<String> columns(Index index) {
        return Stream.concat(
                        index.parts().stream()
                                .filter(part -> !part.expression())
                                .map(Index.Part::text),
                        index.include().stream())
                .toList();
    }

    private static Schema checked(List<Mismatch> wrong, Schema after) {
        if (!wrong.isEmpty()) {
            throw new MismatchException(wrong);
        }
        return after;
    }
}
