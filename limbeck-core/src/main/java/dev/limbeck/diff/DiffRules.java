// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.diff;

import dev.limbeck.operation.Operation;
import dev.limbeck.schema.CodeObject;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The few things in which databases differ when two schemas are compared. */
public interface DiffRules {

    /** The SQL that makes a value of {@code after}'s type of {@code before}'s column, where the database needs it said. */
    Optional<String> conversion(Column before, Column after);

    /**
     * The SQL of a value for existing rows of a column that becomes not null, where an obvious one exists: 0, an empty
     * text, false, now.
     */
    Optional<String> obviousValue(Column column);

    /** The value that the SQL of a default gives, without what else the database says with it. */
    default String valueOf(String defaultSql) {
        return defaultSql;
    }

    /** An identifier as it stands in SQL. */
    String quote(String identifier);

    /** A constant as it stands in SQL. */
    String literal(Object value);

    /** Whether a column refuses values that are none of its type. */
    default boolean enforcesTypes() {
        return true;
    }

    /** The condition that a text is not as a regular expression wants it; plain ones are the same everywhere. */
    default String unlike(String column, String pattern) {
        return column + " not regexp " + literal(pattern);
    }

    /** How many bytes a name may have. */
    default int longestName() {
        return 63;
    }

    /** Whether a primary key keeps the name it is given. */
    default boolean namesPrimaryKeys() {
        return true;
    }

    /** Whether the database itself made up the name of a constraint. */
    default boolean isInvented(Table table, Constraint constraint) {
        return false;
    }

    /** Whether the database itself made up the name of an index. */
    default boolean isInvented(Table table, Index index) {
        return false;
    }

    /** Whether a foreign key may be created before what it refers to. */
    default boolean foreignKeysMayDangle() {
        return false;
    }

    /** The names of a table, and of what belongs to it, that nothing of another table may have at the same time. */
    Set<Name> namesOfItsOwn(Table table);

    /** The tables that a table is a part or an heir of; it comes after them, and goes before them. */
    default List<Name> parents(Table table) {
        return List.of();
    }

    /** Whether a table can become another one only by being dropped and made anew, without its rows. */
    default boolean isMadeAnew(Table before, Table after) {
        return false;
    }

    /** Whether an option makes a table an heir of others, of which it has all columns as long as it is one. */
    default boolean handsDownColumns(String option) {
        return false;
    }

    /** Whether a table has columns of its own, rather than those of the table it is a part of. */
    default boolean hasOwnColumns(Table table) {
        return true;
    }

    /** Whether two tables may have names that differ in the case of their letters alone. */
    default boolean heedsCaseOfTables() {
        return true;
    }

    /** Whether two columns of a table may. */
    default boolean heedsCaseOfColumns() {
        return true;
    }

    /** What a rename leaves of a schema, where the database writes the new name into expressions as well. */
    default Schema after(Operation rename, Schema schema) {
        return rename.apply(schema);
    }

    /** The index, or constraint with one, that the value of a table's option names, where the option is about indexes. */
    default Optional<String> indexOf(String option, String value) {
        return Optional.empty();
    }

    /** Whether the database refuses to change the type of a column, or to drop it, while a view reads its table. */
    default boolean viewsHoldTheirTables() {
        return false;
    }

    /** Whether a new value of an enum type is used only after it is committed. */
    default boolean newValuesWantACommit() {
        return false;
    }

    /** Whether one object takes the place of the other of the same name, with all that hangs on it. */
    default boolean isReplaceable(CodeObject before, CodeObject after) {
        return before.key().kind().isRoutine();
    }

    /** Whether a column that counts by itself has a sequence, whose name is that of one made for its default by hand. */
    default boolean identityHasASequence() {
        return false;
    }

    /** A condition in the spelling that is the same for all spellings with one meaning that the database keeps apart. */
    default String meaning(String condition) {
        return condition;
    }

    /** Whether an option of a table, which exists, cannot be changed, nor matters. */
    default boolean isFixed(String option, Table table) {
        return false;
    }

    /** Whether a generated column keeps the types of the columns that it is computed from from being changed. */
    default boolean generatedColumnsHoldTypes() {
        return false;
    }

    /**
     * Whether a foreign key keeps the types of its columns, and of those it refers to, from being changed; their collations,
     * too.
     */
    default boolean foreignKeysHoldTypes() {
        return false;
    }

    /** The collation that a column has of its table where it says none of its own. */
    default Optional<String> inheritedCollation(Table table, Column column) {
        return Optional.empty();
    }
}
