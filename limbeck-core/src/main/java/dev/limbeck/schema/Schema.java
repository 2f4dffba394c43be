// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.schema;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Everything that a database holds, or should hold, by name. */
public record Schema(
        SortedMap<Name, Table> tables, SortedMap<Name, Sequence> sequences, SortedMap<Name, EnumType> enums) {

    public static final Schema EMPTY = new Schema(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());

    public Schema {
        tables = Collections.unmodifiableSortedMap(new TreeMap<>(tables));
        sequences = Collections.unmodifiableSortedMap(new TreeMap<>(sequences));
        enums = Collections.unmodifiableSortedMap(new TreeMap<>(enums));
    }

    public static Schema of(Collection<Table> tables, Collection<Sequence> sequences, Collection<EnumType> enums) {
        return new Schema(
                byName(tables, Table::name), byName(sequences, Sequence::name), byName(enums, EnumType::name));
    }

    public static Schema of(Table... tables) {
        return of(List.of(tables), List.of(), List.of());
    }

    public Optional<Table> table(Name name) {
        return Optional.ofNullable(tables.get(name));
    }

    public boolean isEmpty() {
        return tables.isEmpty() && sequences.isEmpty() && enums.isEmpty();
    }

    public Schema with(Table table) {
        return new Schema(plus(tables, table.name(), table), sequences, enums);
    }

    public Schema with(Sequence sequence) {
        return new Schema(tables, plus(sequences, sequence.name(), sequence), enums);
    }

    public Schema with(EnumType type) {
        return new Schema(tables, sequences, plus(enums, type.name(), type));
    }

    public Schema withoutTable(Name name) {
        return new Schema(minus(tables, name), sequences, enums);
    }

    public Schema withoutSequence(Name name) {
        return new Schema(tables, minus(sequences, name), enums);
    }

    public Schema withoutEnum(Name name) {
        return new Schema(tables, sequences, minus(enums, name));
    }

    /** This schema with every table changed. */
    public Schema mapTables(UnaryOperator<Table> change) {
        return new Schema(byName(tables.values().stream().map(change).toList(), Table::name), sequences, enums);
    }

    private static <T> SortedMap<Name, T> byName(Collection<T> values, Function<T, Name> name) {
        SortedMap<Name, T> map = new TreeMap<>();
        for (T value : values) {
            if (map.put(name.apply(value), value) != null) {
                throw new IllegalArgumentException("two objects are named " + name.apply(value));
            }
        }
        return map;
    }

    private static <T> SortedMap<Name, T> plus(SortedMap<Name, T> map, Name name, T value) {
        SortedMap<Name, T> copy = new TreeMap<>(map);
        copy.put(name, value);
        return copy;
    }

    private static <T> SortedMap<Name, T> minus(SortedMap<Name, T> map, Name name) {
        SortedMap<Name, T> copy = new TreeMap<>(map);
        copy.remove(name);
        return copy;
    }
}
