// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.operation;

import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.SequenceOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * What a migration says: each method makes one {@link Operation} and hands it to {@link #invoke}. A table is named
 * {@code table} or {@code schema.table}.
 */
public interface Operations extends CodeOperations, TypeOperations, DataOperations {

    /** Takes the operation as the next step of the migration. */
    @Override
    void invoke(Operation operation);

    /** The value that whoever runs the migration handed over under this key, as {@code -x KEY=VALUE}. */
    default Optional<String> argument(String key) {
        return Optional.empty();
    }

    /** The word that whoever runs the migration handed over with {@code --tag}. */
    default Optional<String> tag() {
        return Optional.empty();
    }

    default void createTable(String table, TableElement... elements) {
        invoke(new Operation.CreateTable(TableDefinition.of(Name.parse(table), elements)));
    }

    default void dropTable(String table) {
        invoke(new Operation.DropTable(Name.parse(table), null));
    }

    default void renameTable(String table, String newName) {
        invoke(new Operation.RenameTable(Name.parse(table), newName));
    }

    default void commentOnTable(String table, String comment) {
        invoke(new Operation.CommentOnTable(Name.parse(table), comment, null));
    }

    default void dropTableComment(String table) {
        invoke(new Operation.CommentOnTable(Name.parse(table), null, null));
    }

    /** Gives a table an option that only its database knows, by the name it has in {@link Definitions#option}. */
    default void setTableOption(String table, String option, String value) {
        on(table).setOption(option, value);
    }

    /** Takes an option from a table, which then has what the database gives by itself. */
    default void dropTableOption(String table, String option) {
        on(table).dropOption(option);
    }

    /** Makes several changes of one table together; on SQLite the table is rebuilt once for all of them. */
    default void batchAlterTable(String table, Consumer<TableOperations> batch) {
        Name name = Name.parse(table);
        List<Operation> changes = new ArrayList<>();
        TableOperations words = new TableOperations(name, changes::add);
        batch.accept(words);
        invoke(new Operation.AlterTable(name, changes, words.isTableCopied()));
    }

    default void addColumn(String table, ColumnSpec column) {
        on(table).addColumn(column);
    }

    default void dropColumn(String table, String column) {
        on(table).dropColumn(column);
    }

    /** Changes what the function names of a column, and nothing else of it. */
    default void alterColumn(String table, String column, UnaryOperator<ColumnChange> change) {
        on(table).alterColumn(column, change);
    }

    default void addConstraint(String table, ConstraintSpec constraint) {
        on(table).addConstraint(constraint);
    }

    default void dropConstraint(String table, String name) {
        on(table).dropConstraint(name);
    }

    /** Drops a constraint that has no name, by what it says. */
    default void dropConstraint(String table, ConstraintSpec constraint) {
        on(table).dropConstraint(constraint);
    }

    /** Reads all rows for a constraint that was added with {@code notValid()}. */
    default void validateConstraint(String table, String name) {
        on(table).validateConstraint(name);
    }

    /** Gives a constraint another name; where the database cannot, it is dropped and added. */
    default void renameConstraint(String table, String name, String newName) {
        on(table).renameConstraint(name, newName);
    }

    default void createIndex(String table, IndexSpec index) {
        on(table).createIndex(index);
    }

    default void dropIndex(String table, String name) {
        on(table).dropIndex(name);
    }

    /** Gives an index another name; where the database cannot, it is dropped and created. */
    default void renameIndex(String table, String name, String newName) {
        on(table).renameIndex(name, newName);
    }

    /** Drops an index without keeping readers and writers out of its table; outside of a transaction. */
    default void dropIndexConcurrently(String table, String name) {
        on(table).dropIndexConcurrently(name);
    }

    default void createSequence(String name) {
        createSequence(name, options -> options);
    }

    default void createSequence(String name, UnaryOperator<SequenceOptions> options) {
        invoke(new Operation.CreateSequence(
                Sequence.of(Name.parse(name)).withOptions(options.apply(SequenceOptions.DEFAULTS))));
    }

    /** Makes a sequence count in the given way; whatever is not said is the database's default. */
    default void alterSequence(String name, UnaryOperator<SequenceOptions> options) {
        invoke(new Operation.AlterSequence(
                Sequence.of(Name.parse(name)).withOptions(options.apply(SequenceOptions.DEFAULTS)), null));
    }

    /** Makes a sequence belong to a column, with which it is dropped. */
    default void ownSequence(String name, String table, String column) {
        Sequence sequence = Sequence.of(Name.parse(name));
        invoke(new Operation.AlterSequence(
                sequence.withOwner(new Sequence.Owner(Name.parse(table), column)), sequence));
    }

    /** Makes a sequence stand on its own again. */
    default void disownSequence(String name, String table, String column) {
        Sequence sequence = Sequence.of(Name.parse(name));
        invoke(new Operation.AlterSequence(
                sequence, sequence.withOwner(new Sequence.Owner(Name.parse(table), column))));
    }

    default void commentOnSequence(String name, String comment) {
        Sequence sequence = Sequence.of(Name.parse(name));
        invoke(new Operation.AlterSequence(sequence.withComment(comment), sequence));
    }

    default void dropSequenceComment(String name) {
        Sequence sequence = Sequence.of(Name.parse(name));
        invoke(new Operation.AlterSequence(sequence, sequence.withComment("")));
    }

    /** Gives a sequence another name within its schema; it goes on counting where it was. */
    default void renameSequence(String name, String newName) {
        invoke(new Operation.RenameSequence(Name.parse(name), newName));
    }

    default void dropSequence(String name) {
        invoke(new Operation.DropSequence(Name.parse(name), null));
    }

    default void createEnum(String name, String... values) {
        createEnum(Definitions.enumType(name, values));
    }

    default void createEnum(EnumType type) {
        invoke(new Operation.CreateEnum(type));
    }

    /** Gives an enum type exactly these values; one that is missing among them must not be in use. */
    default void alterEnum(String name, String... values) {
        invoke(new Operation.AlterEnum(Name.parse(name), List.of(values), null));
    }

    default void dropEnum(String name) {
        invoke(new Operation.DropEnum(Name.parse(name), null));
    }

    /** Makes values of an enum type turn into varchar and back without being asked to; Hibernate relies on it. */
    default void createVarcharCasts(String enumType) {
        invoke(new Operation.VarcharCasts(Name.parse(enumType), true));
    }

    default void dropVarcharCasts(String enumType) {
        invoke(new Operation.VarcharCasts(Name.parse(enumType), false));
    }

    default void bulkInsert(String table, List<String> columns, Row... rows) {
        invoke(new Operation.InsertRows(Name.parse(table), columns, List.of(rows)));
    }

    /** Deletes the rows that have exactly these values in these columns. */
    default void bulkDelete(String table, List<String> columns, Row... rows) {
        invoke(new Operation.DeleteRows(Name.parse(table), columns, List.of(rows)));
    }

    /** Says that the way back does not exist: the downgrade refuses with this reason. */
    default void irreversible(String reason) {
        invoke(new Operation.Irreversible(reason));
    }

    private TableOperations on(String table) {
        return new TableOperations(Name.parse(table), this::invoke);
    }
}
