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
        SortedMap<Name, Table> tables,
        SortedMap<Name, Sequence> sequences,
        SortedMap<Name, EnumType> enums,
        SortedMap<CodeObject.Key, CodeObject> code,
        SortedMap<Name, Domain> domains,
        SortedMap<String, Extension> extensions,
        Dependencies dependencies) {

    public static final Schema EMPTY = new Schema(
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            Dependencies.UNKNOWN);

    public Schema {
        tables = Collections.unmodifiableSortedMap(new TreeMap<>(tables));
        sequences = Collections.unmodifiableSortedMap(new TreeMap<>(sequences));
        enums = Collections.unmodifiableSortedMap(new TreeMap<>(enums));
        code = Collections.unmodifiableSortedMap(new TreeMap<>(code));
        domains = Collections.unmodifiableSortedMap(new TreeMap<>(domains));
        extensions = Collections.unmodifiableSortedMap(new TreeMap<>(extensions));
    }

    public static Schema of(Collection<Table> tables, Collection<Sequence> sequences, Collection<EnumType> enums) {
        return new Schema(
                byName(tables, Table::name),
                byName(sequences, Sequence::name),
                byName(enums, EnumType::name),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                Dependencies.UNKNOWN);
    }

    public static Schema of(Table... tables) {
        return of(List.of(tables), List.of(), List.of());
    }

    public Optional<Table> table(Name name) {
        return Optional.ofNullable(tables.get(name));
    }

    /** Whether there is nothing; extensions, which a database may come with, do not count. */
    public boolean isEmpty() {
        return tables.isEmpty() && sequences.isEmpty() && enums.isEmpty() && code.isEmpty() && domains.isEmpty();
    }

    public Schema with(Table table) {
        return new Schema(plus(tables, table.name(), table), sequences, enums, code, domains, extensions, dependencies);
    }

    public Schema with(Sequence sequence) {
        return new Schema(
                tables, plus(sequences, sequence.name(), sequence), enums, code, domains, extensions, dependencies);
    }

    public Schema with(EnumType type) {
        return new Schema(tables, sequences, plus(enums, type.name(), type), code, domains, extensions, dependencies);
    }

    public Schema withoutTable(Name name) {
        return new Schema(minus(tables, name), sequences, enums, code, domains, extensions, dependencies);
    }

    public Schema withoutSequence(Name name) {
        return new Schema(tables, minus(sequences, name), enums, code, domains, extensions, dependencies);
    }

    public Schema withoutEnum(Name name) {
        return new Schema(tables, sequences, minus(enums, name), code, domains, extensions, dependencies);
    }

    public Schema with(CodeObject object) {
        return new Schema(
                tables, sequences, enums, plus(code, object.key(), object), domains, extensions, dependencies);
    }

    public Schema withCode(Collection<CodeObject> objects) {
        return new Schema(
                tables, sequences, enums, byName(objects, CodeObject::key), domains, extensions, dependencies);
    }

    public Schema withoutCode(CodeObject.Key key) {
        return new Schema(tables, sequences, enums, minus(code, key), domains, extensions, dependencies);
    }

    public Schema with(Domain domain) {
        return new Schema(
                tables, sequences, enums, code, plus(domains, domain.name(), domain), extensions, dependencies);
    }

    public Schema withoutDomain(Name name) {
        return new Schema(tables, sequences, enums, code, minus(domains, name), extensions, dependencies);
    }

    public Schema with(Extension extension) {
        return new Schema(
                tables, sequences, enums, code, domains, plus(extensions, extension.name(), extension), dependencies);
    }

    public Schema withoutExtension(String name) {
        return new Schema(tables, sequences, enums, code, domains, minus(extensions, name), dependencies);
    }

    public Schema withDomains(Collection<Domain> newDomains) {
        return new Schema(tables, sequences, enums, code, byName(newDomains, Domain::name), extensions, dependencies);
    }

    public Schema withExtensions(Collection<Extension> newExtensions) {
        return new Schema(
                tables, sequences, enums, code, domains, byName(newExtensions, Extension::name), dependencies);
    }

    public Schema withDependencies(Dependencies newDependencies) {
        return new Schema(tables, sequences, enums, code, domains, extensions, newDependencies);
    }

    /** This schema with every table changed. */
    public Schema mapTables(UnaryOperator<Table> change) {
        return new Schema(
                byName(tables.values().stream().map(change).toList(), Table::name),
                sequences,
                enums,
                code,
                domains,
                extensions,
                dependencies);
    }

    private static <K, T> SortedMap<K, T> byName(Collection<T> values, Function<T, K> name) {
        SortedMap<K, T> map = new TreeMap<>();
        for (T value : values) {
            if (map.put(name.apply(value), value) != null) {
                throw new IllegalArgumentException("two objects are named " + name.apply(value));
            }
        }
        return map;
    }

    private static <K, T> SortedMap<K, T> plus(SortedMap<K, T> map, K name, T value) {
        SortedMap<K, T> copy = new TreeMap<>(map);
        copy.put(name, value);
        return copy;
    }

    private static <K, T> SortedMap<K, T> minus(SortedMap<K, T> map, K name) {
        SortedMap<K, T> copy = new TreeMap<>(map);
        copy.remove(name);
        return copy;
    }
}
