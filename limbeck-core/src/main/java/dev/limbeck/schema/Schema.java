// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.schema;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Everything that a database holds, or should hold, by name.
 *
 * @param schemas the names of the schemas beside the default one
 */
public record Schema(
        SortedMap<Name, Table> tables,
        SortedMap<Name, Sequence> sequences,
        SortedMap<Name, EnumType> enums,
        SortedMap<CodeObject.Key, CodeObject> code,
        SortedMap<Name, Domain> domains,
        SortedMap<String, Extension> extensions,
        SortedSet<String> schemas,
        Dependencies dependencies) {

    public static final Schema EMPTY = new Schema(
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeSet<>(),
            Dependencies.UNKNOWN);

    public Schema {
        tables = Collections.unmodifiableSortedMap(new TreeMap<>(tables));
        sequences = Collections.unmodifiableSortedMap(new TreeMap<>(sequences));
        enums = Collections.unmodifiableSortedMap(new TreeMap<>(enums));
        code = Collections.unmodifiableSortedMap(new TreeMap<>(code));
        domains = Collections.unmodifiableSortedMap(new TreeMap<>(domains));
        extensions = Collections.unmodifiableSortedMap(new TreeMap<>(extensions));
        schemas = Collections.unmodifiableSortedSet(new TreeSet<>(schemas));
    }

    public static Schema of(Collection<Table> tables, Collection<Sequence> sequences, Collection<EnumType> enums) {
        return EMPTY.withTables(byName(tables, Table::name))
                .withSequences(byName(sequences, Sequence::name))
                .withEnums(byName(enums, EnumType::name));
    }

    public static Schema of(Table... tables) {
        return of(List.of(tables), List.of(), List.of());
    }

    public Optional<Table> table(Name name) {
        return Optional.ofNullable(tables.get(name));
    }

    /** Whether there is nothing; extensions and empty schemas, which a database may come with, do not count. */
    public boolean isEmpty() {
        return tables.isEmpty() && sequences.isEmpty() && enums.isEmpty() && code.isEmpty() && domains.isEmpty();
    }

    public Schema with(Table table) {
        return withTables(plus(tables, table.name(), table));
    }

    public Schema with(Sequence sequence) {
        return withSequences(plus(sequences, sequence.name(), sequence));
    }

    public Schema with(EnumType type) {
        return withEnums(plus(enums, type.name(), type));
    }

    public Schema with(CodeObject object) {
        return withCode(plus(code, object.key(), object));
    }

    public Schema with(Domain domain) {
        return withDomains(plus(domains, domain.name(), domain));
    }

    public Schema with(Extension extension) {
        return withExtensions(plus(extensions, extension.name(), extension));
    }

    public Schema withoutTable(Name name) {
        return withTables(minus(tables, name));
    }

    public Schema withoutSequence(Name name) {
        return withSequences(minus(sequences, name));
    }

    public Schema withoutEnum(Name name) {
        return withEnums(minus(enums, name));
    }

    public Schema withoutCode(CodeObject.Key key) {
        return withCode(minus(code, key));
    }

    public Schema withoutDomain(Name name) {
        return withDomains(minus(domains, name));
    }

    public Schema withoutExtension(String name) {
        return withExtensions(minus(extensions, name));
    }

    public Schema withCode(Collection<CodeObject> objects) {
        return withCode(byName(objects, CodeObject::key));
    }

    public Schema withDomains(Collection<Domain> newDomains) {
        return withDomains(byName(newDomains, Domain::name));
    }

    public Schema withExtensions(Collection<Extension> newExtensions) {
        return withExtensions(byName(newExtensions, Extension::name));
    }

    public Schema withSchemas(Collection<String> newSchemas) {
        return new Schema(tables, sequences, enums, code, domains, extensions, new TreeSet<>(newSchemas), dependencies);
    }

    public Schema withSchema(String name) {
        SortedSet<String> more = new TreeSet<>(schemas);
        more.add(name);
        return withSchemas(more);
    }

    public Schema withoutSchema(String name) {
        SortedSet<String> fewer = new TreeSet<>(schemas);
        fewer.remove(name);
        return withSchemas(fewer);
    }

    public Schema withDependencies(Dependencies newDependencies) {
        return new Schema(tables, sequences, enums, code, domains, extensions, schemas, newDependencies);
    }

    /** This schema with every table changed. */
    public Schema mapTables(UnaryOperator<Table> change) {
        return withTables(byName(tables.values().stream().map(change).toList(), Table::name));
    }

    private Schema withTables(SortedMap<Name, Table> newTables) {
        return new Schema(newTables, sequences, enums, code, domains, extensions, schemas, dependencies);
    }

    private Schema withSequences(SortedMap<Name, Sequence> newSequences) {
        return new Schema(tables, newSequences, enums, code, domains, extensions, schemas, dependencies);
    }

    private Schema withEnums(SortedMap<Name, EnumType> newEnums) {
        return new Schema(tables, sequences, newEnums, code, domains, extensions, schemas, dependencies);
    }

    private Schema withCode(SortedMap<CodeObject.Key, CodeObject> newCode) {
        return new Schema(tables, sequences, enums, newCode, domains, extensions, schemas, dependencies);
    }

    private Schema withDomains(SortedMap<Name, Domain> newDomains) {
        return new Schema(tables, sequences, enums, code, newDomains, extensions, schemas, dependencies);
    }

    private Schema withExtensions(SortedMap<String, Extension> newExtensions) {
        return new Schema(tables, sequences, enums, code, domains, newExtensions, schemas, dependencies);
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
