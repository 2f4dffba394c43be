// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.mysql;

import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The indexes that foreign keys need.
 *
 * <p>A foreign key needs an index that begins with its columns. Where there is none the server makes one, of the key's
 * name or, for a key that was given no name, of its first column's; when another index comes to serve as well, it drops
 * that one again. So an index of such a name over just these columns is part of its key and stands in no migration, unless
 * another serves: then somebody wanted it. A key that keeps a name which the server invented is given the index that it
 * had without one.
 */
final class MysqlForeignKeys {
    private MysqlForeignKeys() {}

    static Table withoutImplicit(Table table) {
        Table result = table;
        for (Constraint.ForeignKey key : table.foreignKeys()) {
            Table rest = result;
            Optional<Index> own = rest.index(implicitName(table, key))
                    .filter(index -> covers(index, key) && !isServed(rest.withoutIndex(index.name()), key));
            result = own.isPresent() ? result.withoutIndex(own.get().name()) : result;
        }
        return result;
    }

    private static boolean covers(Index index, Constraint.ForeignKey key) {
        return !index.unique() && isPlain(index) && columns(index).equals(key.columns());
    }

    /** The name that the server gives to the index it makes for a key. */
    static String implicitName(Table table, Constraint.ForeignKey key) {
        String name = key.name();
        String invented = Pattern.quote(table.name().name()) + "_ibfk_\\d+";
        return name == null || name.matches(invented) ? key.columns().get(0) : name;
    }

    /** The index to make along with a key, as the server would if it had invented the name that the key has. */
    static Optional<Index> toMake(Table table, Constraint.ForeignKey key) {
        String name = implicitName(table, key);
        boolean usual = name.equals(key.name())
                || isServed(table, key)
                || table.index(name).isPresent();
        return usual
                ? Optional.empty()
                : Optional.of(Index.of(
                        name, key.columns().stream().map(Index.Part::column).toList()));
    }

    /** As {@link #implicitName(Table, Constraint.ForeignKey)}, of a key that somebody named as the server names them. */
    static String implicitName(Table table, Constraint.ForeignKey key, String createTable) {
        String name = key.name();
        return name != null && hasIndex(createTable, name) ? name : implicitName(table, key);
    }

    /** Whether there is an index for just this key; one that other keys need as well is left alone. */
    static boolean hasImplicit(Table table, Constraint.ForeignKey key, Supplier<String> createTable) {
        boolean explicit =
                table.index(implicitName(table, key, createTable.get())).isPresent();
        boolean shared = table.foreignKeys().stream()
                .anyMatch(other -> !other.equals(key) && startsWith(other.columns(), key.columns()));
        return !shared && !explicit && (!isServed(table, key) || isKept(table, key, createTable.get()));
    }

    /** Whether the text by which the server keeps a table has the index of a foreign key. */
    static boolean isKept(Table table, Constraint.ForeignKey key, String createTable) {
        return hasIndex(createTable, implicitName(table, key, createTable));
    }

    /** As {@link #isKept(Table, Constraint.ForeignKey, String)} once an index is gone. */
    static boolean isKept(Table table, Constraint.ForeignKey key, String createTable, String dropped) {
        String own = implicitName(table, key, createTable);
        String name = own.equals(dropped) ? implicitName(table, key) : own;
        return !name.equals(dropped) && hasIndex(createTable, name);
    }

    private static boolean hasIndex(String createTable, String name) {
        return createTable.contains(" KEY " + MysqlDialect.forceQuoted(name) + " (");
    }

    /** The foreign key that would be without an index if that one were dropped. */
    static Optional<Constraint.ForeignKey> servedBy(Table table, String index) {
        Table without = table.withoutIndex(index)
                .withConstraints(table.constraints().stream()
                        .filter(constraint ->
                                !(constraint instanceof Constraint.Unique unique && index.equals(unique.name())))
                        .toList());
        return without.foreignKeys().stream()
                .filter(key -> isServed(table, key) && !isServed(without, key))
                .findFirst();
    }

    /** Whether one of the indexes and keys that the table shows begins with the foreign key's columns. */
    static boolean isServed(Table table, Constraint.ForeignKey key) {
        Stream<List<String>> keys =
                table.constraints().stream().map(MysqlForeignKeys::keyColumns).filter(columns -> !columns.isEmpty());
        Stream<List<String>> indexes =
                table.indexes().stream().filter(index -> index.method() == null).map(MysqlForeignKeys::columns);
        return Stream.concat(keys, indexes).anyMatch(columns -> startsWith(columns, key.columns()));
    }

    private static boolean startsWith(List<String> columns, List<String> wanted) {
        return columns.size() >= wanted.size()
                && columns.subList(0, wanted.size()).equals(wanted);
    }

    private static List<String> keyColumns(Constraint constraint) {
        if (constraint instanceof Constraint.PrimaryKey key) {
            return key.columns();
        }
        return constraint instanceof Constraint.Unique unique ? unique.columns() : List.of();
    }

    /** The columns of an index, or its expressions, in their order. */
    static List<String> columns(Index index) {
        return index.parts().stream().map(Index.Part::text).toList();
    }

    /** Whether an index is one of whole columns in the usual order. */
    static boolean isPlain(Index index) {
        return index.method() == null
                && index.options().isEmpty()
                && index.parts().stream().allMatch(part -> part.equals(Index.Part.column(part.text())));
    }
}
