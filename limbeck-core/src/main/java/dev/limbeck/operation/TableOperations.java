// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.operation;

import dev.limbeck.schema.Name;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** What a migration says of one table; the words of {@link Operations} without the table. */
public final class TableOperations {
    private final Name table;
    private final Consumer<Operation> sink;
    private boolean tableCopied;

    TableOperations(Name table, Consumer<Operation> sink) {
        this.table = table;
        this.sink = sink;
    }

    /**
     * Allows the server to copy the table for these changes, or to keep writers out of it until they are done. On MariaDB
     * and MySQL a change that needs this is refused without the word; elsewhere it says nothing.
     */
    public void mayCopyTable() {
        tableCopied = true;
    }

    boolean isTableCopied() {
        return tableCopied;
    }

    public void commentOnTable(String comment) {
        sink.accept(new Operation.CommentOnTable(table, comment, null));
    }

    public void dropTableComment() {
        sink.accept(new Operation.CommentOnTable(table, null, null));
    }

    /** Gives the table an option that only its database knows, by the name it has in {@link Definitions#option}. */
    public void setOption(String option, String value) {
        sink.accept(new Operation.SetTableOption(table, option.toLowerCase(Locale.ROOT), value, null));
    }

    /** Takes an option from the table, which then has what the database gives by itself. */
    public void dropOption(String option) {
        sink.accept(new Operation.SetTableOption(table, option.toLowerCase(Locale.ROOT), null, null));
    }

    public void addColumn(ColumnSpec column) {
        sink.accept(new Operation.AddColumn(table, column.column()));
    }

    public void dropColumn(String column) {
        sink.accept(new Operation.DropColumn(table, column, null));
    }

    public void alterColumn(String column, UnaryOperator<ColumnChange> change) {
        sink.accept(new Operation.AlterColumn(table, column, change.apply(ColumnChange.NONE), null));
    }

    public void addConstraint(ConstraintSpec constraint) {
        String index = constraint instanceof ConstraintSpec.UsingIndex using ? using.index() : null;
        sink.accept(new Operation.AddConstraint(
                table, constraint.constraint(), constraint instanceof ConstraintSpec.NotValid, index));
    }

    /** Reads all rows for a constraint that was added with {@code notValid()}. */
    public void validateConstraint(String name) {
        sink.accept(new Operation.ValidateConstraint(table, name));
    }

    public void dropConstraint(String name) {
        sink.accept(new Operation.DropConstraint(table, name, null));
    }

    public void dropConstraint(ConstraintSpec constraint) {
        sink.accept(new Operation.DropConstraint(table, constraint.constraint().name(), constraint.constraint()));
    }

    /** Gives a constraint another name; where the database cannot, it is dropped and added. */
    public void renameConstraint(String name, String newName) {
        sink.accept(new Operation.RenameConstraint(table, name, newName));
    }

    public void createIndex(IndexSpec index) {
        sink.accept(new Operation.CreateIndex(table, index.index(), index.isConcurrent()));
    }

    public void dropIndex(String name) {
        sink.accept(new Operation.DropIndex(table, name, null));
    }

    /** Gives an index another name; where the database cannot, it is dropped and created. */
    public void renameIndex(String name, String newName) {
        sink.accept(new Operation.RenameIndex(table, name, newName));
    }

    /** Drops an index without keeping readers and writers out of its table; outside of a transaction. */
    public void dropIndexConcurrently(String name) {
        sink.accept(new Operation.DropIndex(table, name, null, true));
    }
}
