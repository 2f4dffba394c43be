// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.diff;

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
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the operations that lead from one schema to another, in an order in which they run.
 *
 * <p>Both schemas were read by the same reflector from the same kind of database, so what is equal there is equal here and
 * nothing is normalised a second time.
 */
public final class Differ {
    private final Schema from;
    private final Schema to;
    private final DiffRules rules;
    private final Map<Phase, List<Operation>> phases = new EnumMap<>(Phase.class);

    private Differ(Schema from, Schema to, DiffRules rules) {
        this.from = from;
        this.to = to;
        this.rules = rules;
    }

    /** The operations that make what is wanted of {@code from}; none when they are equal. */
    public static List<Operation> diff(Schema from, Schema wanted, DiffRules rules) {
        List<Operation> renames = OtherLetters.of(from, wanted, rules);
        if (!renames.isEmpty()) {
            Schema renamed = from;
            for (Operation rename : renames) {
                renamed = rules.after(rename, renamed);
            }
            return Stream.concat(renames.stream(), diff(renamed, wanted, rules).stream())
                    .toList();
        }
        Schema to = Spellings.of(from, wanted, rules);
        return RemadeTables.between(from, to, rules)
                .map(between -> Stream.concat(step(from, between, rules).stream(), step(between, to, rules).stream())
                        .toList())
                .orElseGet(() -> step(from, to, rules));
    }

    private static List<Operation> step(Schema from, Schema to, DiffRules rules) {
        Differ differ = new Differ(from, to, rules);
        differ.schemas();
        differ.enums();
        new TypeDiff(from, to).operations(differ::add);
        differ.sequences();
        differ.tables();
        MadeAnew anew = MadeAnew.around(differ.operations(), from, to, rules);
        anew.parts(differ.operations(), differ::add);
        new CodeDiff(from, to, rules, anew.code()).operations(differ::add);
        differ.commitUsedValues();
        return OperationOrder.of(differ.operations(), from, to, rules);
    }

    /**
     * New values of enum types that other operations use come first, each committed before anything else is done. Lost
     * ones that others let go of go last, as they are new ones on the way back.
     */
    private void commitUsedValues() {
        if (!rules.newValuesWantACommit()) {
            return;
        }
        String all = operations().stream()
                .filter(operation -> !(operation instanceof Operation.AlterEnum))
                .map(Operation::toString)
                .collect(Collectors.joining("\n"));
        List<Operation> changes = phases.getOrDefault(Phase.ALTER_ENUMS, new ArrayList<>());
        for (Operation change : List.copyOf(changes)) {
            if (change instanceof Operation.AlterEnum alter) {
                Operation.AlterEnum back =
                        new Operation.AlterEnum(alter.type(), Objects.requireNonNull(alter.before()), alter.values());
                if (usesNewValues(alter, all)) {
                    commit(Phase.ADD_USED_VALUES, alter, changes);
                } else if (usesNewValues(back, all)) {
                    commit(Phase.TAKE_USED_VALUES, alter, changes);
                }
            }
        }
    }

    private void commit(Phase phase, Operation.AlterEnum alter, List<Operation> from) {
        from.remove(alter);
        add(phase, new Operation.AlterEnum(alter.type(), alter.values(), alter.before(), true));
    }

    /** A value stands in a text as a literal, or is a default by itself. */
    private boolean usesNewValues(Operation.AlterEnum alter, String operations) {
        return alter.onlyAdds()
                && alter.values().stream()
                        .filter(value -> !Objects.requireNonNull(alter.before()).contains(value))
                        .anyMatch(value -> operations.contains(rules.literal(value))
                                || operations.contains(new ColumnValue.Literal(value).toString()));
    }

    private List<Operation> operations() {
        return phases.values().stream().flatMap(List::stream).toList();
    }

    private void add(Phase phase, Operation operation) {
        phases.computeIfAbsent(phase, key -> new ArrayList<>()).add(operation);
    }

    private void schemas() {
        to.schemas().stream()
                .filter(schema -> !from.schemas().contains(schema))
                .forEach(schema -> add(Phase.CREATE_SCHEMAS, new Operation.CreateSchema(schema)));
        from.schemas().stream()
                .filter(schema -> !to.schemas().contains(schema))
                .forEach(schema -> add(Phase.DROP_SCHEMAS, new Operation.DropSchema(schema)));
    }

    private void enums() {
        for (EnumType type : to.enums().values()) {
            EnumType before = from.enums().get(type.name());
            if (before == null) {
                before = type.withVarcharCasts(false);
                add(Phase.CREATE_ENUMS, new Operation.CreateEnum(before));
            }
            if (!before.values().equals(type.values())) {
                add(Phase.ALTER_ENUMS, new Operation.AlterEnum(type.name(), type.values(), before.values()));
            }
            if (before.varcharCasts() != type.varcharCasts()) {
                add(Phase.ALTER_ENUMS, new Operation.VarcharCasts(type.name(), type.varcharCasts()));
            }
        }
        for (EnumType type : from.enums().values()) {
            if (!to.enums().containsKey(type.name())) {
                if (type.varcharCasts()) {
                    add(Phase.DROP_ENUMS, new Operation.VarcharCasts(type.name(), false));
                }
                add(Phase.DROP_ENUMS, new Operation.DropEnum(type.name(), type.withVarcharCasts(false)));
            }
        }
    }

    /** A sequence is created before the column it may belong to, and belongs to none while that column comes or goes. */
    private void sequences() {
        for (Sequence sequence : to.sequences().values()) {
            Sequence before = from.sequences().get(sequence.name());
            if (before == null) {
                before = sequence.withOwner(null);
                add(Phase.CREATE_SEQUENCES, new Operation.CreateSequence(before));
            } else if (before.owner() != null && !before.owner().equals(sequence.owner())) {
                before = disown(before);
            }
            if (!before.equals(sequence)) {
                add(Phase.ALTER_SEQUENCES, new Operation.AlterSequence(sequence, before));
            }
        }
        for (Sequence sequence : from.sequences().values()) {
            if (!to.sequences().containsKey(sequence.name())) {
                Sequence dropped = sequence.owner() == null ? sequence : disown(sequence);
                Phase phase = isTakenOver(sequence) ? Phase.DROP_SEQUENCES_IN_THE_WAY : Phase.DROP_SEQUENCES;
                add(phase, new Operation.DropSequence(dropped.name(), dropped));
            }
        }
    }

    /** Whether the column that a sequence belongs to becomes one that counts by itself, with a sequence of that name. */
    private boolean isTakenOver(Sequence sequence) {
        Sequence.Owner owner = sequence.owner();
        return owner != null
                && rules.identityHasASequence()
                && to.table(owner.table())
                        .flatMap(table -> table.column(owner.column()))
                        .filter(column -> column.value() instanceof ColumnValue.Identity)
                        .isPresent();
    }

    private Sequence disown(Sequence sequence) {
        Sequence alone = sequence.withOwner(null);
        add(Phase.DISOWN_SEQUENCES, new Operation.AlterSequence(alone, sequence));
        return alone;
    }

    private void tables() {
        List<Table> created = missing(to, from);
        List<Table> dropped = missing(from, to);
        createTables(created);
        Set<Constraint.ForeignKey> rebuilt = foreignKeysOnChangedKeys();
        for (Table after : to.tables().values()) {
            from.table(after.name()).ifPresent(before -> change(before, after, rebuilt));
        }
        dropTables(dropped);
    }

    private static List<Table> missing(Schema present, Schema absent) {
        return present.tables().values().stream()
                .filter(table -> absent.table(table.name()).isEmpty())
                .toList();
    }

    private void createTables(List<Table> created) {
        CreationOrder order = CreationOrder.of(created, this::keepsItsTarget, rules);
        for (Table table : order.tables()) {
            add(Phase.CREATE_TABLES, new Operation.CreateTable(table));
        }
        order.postponed()
                .forEach((table, keys) ->
                        keys.forEach(key -> add(Phase.ADD_FOREIGN_KEYS, new Operation.AddConstraint(table, key))));
    }

    /** The exact way back of {@link #createTables}, so that a downgrade creates what it can create. */
    private void dropTables(List<Table> dropped) {
        CreationOrder order = CreationOrder.of(dropped, this::keepsItsTarget, rules);
        order.postponed()
                .forEach((table, keys) -> keys.forEach(
                        key -> add(Phase.DROP_FOREIGN_KEYS, new Operation.DropConstraint(table, key.name(), key))));
        List<Table> tables = new ArrayList<>(order.tables());
        Collections.reverse(tables);
        Set<Name> inTheWay = NamesAnew.heldBy(dropped, from, to, rules);
        for (Table table : tables) {
            Phase phase = inTheWay.contains(table.name()) ? Phase.DROP_TABLES_IN_THE_WAY : Phase.DROP_TABLES;
            add(phase, new Operation.DropTable(table.name(), table));
        }
    }

    /** Whether the key that a foreign key refers to is there all the time, and neither comes, goes nor changes. */
    private boolean keepsItsTarget(Constraint.ForeignKey key) {
        List<Constraint> after =
                to.table(key.references()).map(Table::constraints).orElse(List.of());
        return from.table(key.references()).map(Table::constraints).orElse(List.of()).stream()
                .anyMatch(constraint -> isKey(constraint, key.referencedColumns()) && after.contains(constraint));
    }

    private static boolean isKey(Constraint constraint, List<String> columns) {
        if (constraint instanceof Constraint.PrimaryKey key) {
            return columns.isEmpty() || Set.copyOf(key.columns()).equals(Set.copyOf(columns));
        }
        return constraint instanceof Constraint.Unique unique
                && Set.copyOf(unique.columns()).equals(Set.copyOf(columns));
    }

    /** Foreign keys that stay as they are, but must let go while what they refer to, or their own column, changes. */
    private Set<Constraint.ForeignKey> foreignKeysOnChangedKeys() {
        Set<Constraint.ForeignKey> keys = new LinkedHashSet<>();
        if (rules.foreignKeysMayDangle()) {
            return keys;
        }
        for (Table table : from.tables().values()) {
            for (Constraint.ForeignKey key : table.foreignKeys()) {
                if (loses(key.references(), key.referencedColumns()) || isHolding(table.name(), key)) {
                    keys.add(key);
                }
            }
        }
        return keys;
    }

    private boolean isHolding(Name table, Constraint.ForeignKey key) {
        return rules.foreignKeysHoldTypes()
                && (retypes(table, key.columns()) || retypes(key.references(), key.referencedColumns()));
    }

    private boolean retypes(Name table, List<String> columns) {
        Table before = from.table(table).orElse(null);
        Table after = to.table(table).orElse(null);
        return before != null && after != null && columns.stream().anyMatch(name -> retypes(before, after, name));
    }

    private boolean retypes(Table before, Table after, String column) {
        return before.column(column)
                .flatMap(old -> after.column(column)
                        .map(now -> !now.type().equals(old.type())
                                || !collation(before, old).equals(collation(after, now))))
                .orElse(false);
    }

    private Optional<String> collation(Table table, Column column) {
        return Optional.ofNullable(column.collation()).or(() -> rules.inheritedCollation(table, column));
    }

    private boolean loses(Name table, List<String> columns) {
        Table before = from.table(table).orElse(null);
        Table after = to.table(table).orElse(null);
        return before != null
                && after != null
                && before.constraints().stream()
                        .anyMatch(constraint -> isKey(constraint, columns)
                                && !after.constraints().contains(constraint));
    }

    private Set<String> columns(Table before, Table after) {
        return new ColumnDiff(inherited(before, from), before, inherited(after, to), after, rules, this::add)
                .operations(new LostValues(from, to, rules)::hasOneByDefault);
    }

    /** The table that a partition leaves or becomes a part of, whose keys and indexes it has without saying so. */
    private Table handingDown(Table before, Table after) {
        Schema schema = rules.hasOwnColumns(before) ? to : from;
        Table part = rules.hasOwnColumns(before) ? after : before;
        return rules.parents(part).stream()
                .flatMap(parent -> schema.table(parent).stream())
                .findFirst()
                .orElse(part);
    }

    private static boolean isHandedDown(Constraint constraint, Table whole) {
        return whole.constraints().stream()
                .anyMatch(each -> each.kind() == constraint.kind()
                        && each.columns().equals(constraint.columns())
                        && (each.kind() != Constraint.Kind.CHECK || each.equals(constraint)));
    }

    private static boolean isHandedDown(Index index, Table whole) {
        return whole.indexes().stream()
                .anyMatch(each -> each.withName(index.name()).equals(index));
    }

    /** The table with the columns that it has from those above it, which it keeps when it leaves them. */
    private Table inherited(Table table, Schema schema) {
        List<Column> columns = new ArrayList<>(table.columns());
        for (Name name : rules.parents(table)) {
            schema.table(name).map(parent -> inherited(parent, schema)).map(Table::columns).orElse(List.of()).stream()
                    .filter(column ->
                            columns.stream().noneMatch(own -> own.name().equals(column.name())))
                    .forEach(columns::add);
        }
        return table.withColumns(columns);
    }

    private void change(Table before, Table after, Set<Constraint.ForeignKey> rebuilt) {
        Name name = after.name();
        boolean sameColumns = rules.hasOwnColumns(before) == rules.hasOwnColumns(after);
        Set<String> replaced = sameColumns ? columns(before, after) : Set.of();
        List<Constraint> old = before.constraints();
        List<Constraint> now = after.constraints();
        List<Index> oldIndexes = before.indexes();
        List<Index> nowIndexes = after.indexes();
        if (!sameColumns) {
            Table whole = handingDown(before, after);
            old = old.stream().filter(each -> !isHandedDown(each, whole)).toList();
            now = now.stream().filter(each -> !isHandedDown(each, whole)).toList();
            oldIndexes = oldIndexes.stream()
                    .filter(each -> !isHandedDown(each, whole))
                    .toList();
            nowIndexes = nowIndexes.stream()
                    .filter(each -> !isHandedDown(each, whole))
                    .toList();
        }
        for (Constraint constraint : old) {
            if (!after.constraints().contains(constraint)
                    || rebuilt.contains(constraint)
                    || uses(constraint, replaced)) {
                add(dropPhase(constraint), new Operation.DropConstraint(name, constraint.name(), constraint));
            }
        }
        for (Constraint constraint : now) {
            if (!before.constraints().contains(constraint)
                    || rebuilt.contains(constraint)
                    || uses(constraint, replaced)) {
                add(addPhase(constraint), new Operation.AddConstraint(name, constraint));
            }
        }
        for (Index index : oldIndexes) {
            if (!after.indexes().contains(index) || uses(index, replaced)) {
                add(Phase.DROP_INDEXES, new Operation.DropIndex(name, index.name(), index));
            }
        }
        for (Index index : nowIndexes) {
            if (!before.indexes().contains(index) || uses(index, replaced)) {
                add(Phase.CREATE_INDEXES, new Operation.CreateIndex(name, index));
            }
        }
        options(before, after, replaced);
        if (!Objects.equals(before.comment(), after.comment())) {
            add(Phase.COMMENTS, new Operation.CommentOnTable(name, after.comment(), before.comment()));
        }
    }

    private void options(Table before, Table after, Set<String> replaced) {
        Set<String> saidBefore = new TreeSet<>(before.options().keySet());
        saidBefore.removeAll(after.options().keySet());
        // What is not said any more goes first: it may be in the way of the rest.
        Set<String> options = new LinkedHashSet<>(saidBefore);
        options.addAll(new TreeSet<>(after.options().keySet()));
        for (String option : options) {
            String old = before.options().get(option);
            String now = after.options().get(option);
            String index = rules.indexOf(option, old == null ? Objects.requireNonNull(now) : old)
                    .orElse(null);
            if (index != null) {
                if (!Objects.equals(old, now) || isMadeAnew(index, before, after, replaced)) {
                    mark(after.name(), option, old, now);
                }
            } else if (!Objects.equals(old, now) && !rules.isFixed(option, after)) {
                Phase phase = rules.handsDownColumns(option) ? Phase.CHANGE_PARENTS : Phase.ALTER_COLUMNS;
                add(phase, new Operation.SetTableOption(after.name(), option, now, old));
            }
        }
    }

    /** An index is named after it was made, and not while it goes. */
    private void mark(Name table, String option, @Nullable String old, @Nullable String now) {
        if (old != null) {
            add(Phase.RELEASE_INDEXES, new Operation.SetTableOption(table, option, null, old));
        }
        if (now != null) {
            add(Phase.MARK_INDEXES, new Operation.SetTableOption(table, option, now, null));
        }
    }

    private static boolean isMadeAnew(String index, Table before, Table after, Set<String> replaced) {
        return before.index(index)
                        .filter(old -> !after.indexes().contains(old) || uses(old, replaced))
                        .isPresent()
                || before.constraint(index)
                        .filter(old -> !after.constraints().contains(old) || uses(old, replaced))
                        .isPresent();
    }

    private static boolean uses(Index index, Set<String> columns) {
        return index.parts().stream()
                        .anyMatch(part -> part.expression()
                                ? ColumnDiff.mentions(part.text(), columns)
                                : columns.contains(part.text()))
                || index.include().stream().anyMatch(columns::contains)
                || (index.where() != null && ColumnDiff.mentions(index.where(), columns));
    }

    private static boolean uses(Constraint constraint, Set<String> columns) {
        return constraint.columns().stream().anyMatch(columns::contains)
                || (constraint instanceof Constraint.Check check && ColumnDiff.mentions(check.expression(), columns))
                || (constraint instanceof Constraint.Exclusion exclusion
                        && ColumnDiff.mentions(exclusion.definition(), columns));
    }

    private static Phase dropPhase(Constraint constraint) {
        return constraint.kind() == Constraint.Kind.FOREIGN_KEY ? Phase.DROP_FOREIGN_KEYS : Phase.DROP_CONSTRAINTS;
    }

    private static Phase addPhase(Constraint constraint) {
        return constraint.kind() == Constraint.Kind.FOREIGN_KEY ? Phase.ADD_FOREIGN_KEYS : Phase.ADD_CONSTRAINTS;
    }
}
