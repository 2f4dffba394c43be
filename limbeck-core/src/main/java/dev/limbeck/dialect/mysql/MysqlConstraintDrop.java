// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.mysql;

import dev.limbeck.dialect.Statement;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Table;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Drops the constraints and indexes of a table, and leaves each foreign key the index that it needs. */
record MysqlConstraintDrop(MysqlCompiler compiler, Name name) implements Constraint.Visitor<List<Statement>> {

    @Override
    public List<Statement> primaryKey(Constraint.PrimaryKey key) {
        return primaryKey(compiler.current().schema().tables().get(name), Set.of());
    }

    /**
     * Drops the primary key; foreign keys that it served are left with an index each.
     *
     * @param table null where there is none of the name
     * @param served foreign keys that something else serves by the end of the statement
     */
    List<Statement> primaryKey(@Nullable Table table, Set<Constraint.ForeignKey> served) {
        if (table == null) {
            return compiler.change(name, "drop primary key", true);
        }
        Table without = table.primaryKey().map(table::minus).orElse(table);
        String replacements = table.foreignKeys().stream()
                .filter(key -> MysqlForeignKeys.isServed(table, key) && !MysqlForeignKeys.isServed(without, key))
                .filter(key -> !served.contains(key))
                .filter(key -> !MysqlForeignKeys.isKept(table, key, compiler.storedSql(name)))
                .map(key -> replacement(table, key))
                .collect(Collectors.joining());
        return compiler.change(name, "drop primary key" + replacements, true);
    }

    private String replacement(Table table, Constraint.ForeignKey key) {
        return ", add index " + compiler.quoted(MysqlForeignKeys.implicitName(table, key)) + " " + columns(key);
    }

    @Override
    public List<Statement> unique(Constraint.Unique unique) {
        return index(required(unique.name()));
    }

    @Override
    public List<Statement> check(Constraint.Check check) {
        return compiler.change(name, "drop constraint " + compiler.quoted(required(check.name())));
    }

    @Override
    public List<Statement> exclusion(Constraint.Exclusion exclusion) {
        throw compiler.refuse(
                "drop the exclusion constraint " + exclusion.name() + " of table " + name
                        + ", as it has no such constraints",
                "Drop what stands in its place, a unique constraint for example");
    }

    @Override
    public List<Statement> foreignKey(Constraint.ForeignKey dropped) {
        Table table = compiler.table(name);
        Constraint.ForeignKey key = asKept(table, dropped);
        String index = MysqlForeignKeys.hasImplicit(table, key, () -> compiler.storedSql(name))
                ? ", drop index " + compiler.quoted(MysqlForeignKeys.implicitName(table, key, compiler.storedSql(name)))
                : "";
        return compiler.change(name, "drop foreign key " + compiler.quoted(required(key.name())) + index);
    }

    /** The key as the server tells it, which has other words for some actions than a migration. */
    private static Constraint.ForeignKey asKept(Table table, Constraint.ForeignKey key) {
        return table.foreignKeys().stream()
                .filter(kept -> Objects.equals(kept.name(), key.name()))
                .findFirst()
                .orElse(key);
    }

    /** Drops an index; a foreign key that it served is left with one of the server's own kind. */
    List<Statement> index(String index) {
        Table table = compiler.current().schema().tables().get(name);
        String drop = "drop index " + compiler.quoted(index);
        String replacement = table == null
                ? ""
                : MysqlForeignKeys.servedBy(table, index)
                        .filter(key -> !MysqlForeignKeys.isKept(table, key, compiler.storedSql(name), index))
                        .map(key -> replacement(table, key))
                        .orElse("");
        return compiler.change(name, drop + replacement, table != null && isInThePlaceOfAKey(table, index));
    }

    /**
     * Whether a table without a primary key may be kept by an index: by the first unique one of columns that are never null.
     *
     * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/innodb-index-types.html">Clustered and Secondary Indexes</a>
     */
    private static boolean isInThePlaceOfAKey(Table table, String name) {
        Stream<List<String>> keys = Stream.concat(
                table.constraints(Constraint.Unique.class)
                        .filter(unique -> name.equals(unique.name()))
                        .map(Constraint.Unique::columns),
                table.index(name).filter(Index::unique).map(MysqlForeignKeys::columns).stream());
        return table.primaryKey().isEmpty()
                && keys.anyMatch(columns -> columns.stream()
                        .allMatch(column -> table.column(column)
                                .filter(found -> !found.nullable())
                                .isPresent()));
    }

    private String columns(Constraint.ForeignKey key) {
        return key.columns().stream().map(compiler::quoted).collect(Collectors.joining(", ", "(", ")"));
    }

    private String required(@Nullable String constraint) {
        return Objects.requireNonNull(constraint, "the name of a constraint of " + name);
    }
}
