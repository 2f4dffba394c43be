// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.mysql;

import dev.limbeck.dialect.Statement;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.ColumnValue;
import dev.limbeck.schema.Constraint;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The statements of changes that are asked for together. Where the primary key is among them they are one statement: a
 * column that numbers the rows must be a key at the end of each, and the table is copied once.
 */
record MysqlBatch(MysqlCompiler compiler, Operation.AlterTable operation) {

    List<Statement> statements() {
        List<List<Statement>> changes = operation.operations().stream()
                .map(change -> isJoined() ? joined(change) : change.accept(compiler))
                .toList();
        List<Statement> statements = changes.stream().flatMap(List::stream).toList();
        boolean simple = changes.stream().allMatch(change -> change.size() <= 1)
                && statements.stream().allMatch(statement -> statement.sql().startsWith(start()));
        return isJoined() && simple && statements.size() > 1 ? List.of(one(statements)) : statements;
    }

    private boolean isJoined() {
        return operation.mayCopyTable() && operation.operations().stream().anyMatch(MysqlBatch::isOfKey);
    }

    /** Whether a change is one of the primary key, or of a column that numbers the rows. */
    private static boolean isOfKey(Operation change) {
        if (change instanceof Operation.AddColumn add) {
            return add.column().value() instanceof ColumnValue.Identity;
        }
        if (change instanceof Operation.AddConstraint add) {
            return add.constraint() instanceof Constraint.PrimaryKey;
        }
        return change instanceof Operation.DropConstraint drop && drop.dropped() instanceof Constraint.PrimaryKey;
    }

    private List<Statement> joined(Operation change) {
        return change instanceof Operation.AddColumn add && isOfKey(add)
                ? compiler.addColumn(add, true)
                : change.accept(compiler);
    }

    private String start() {
        return "alter table " + compiler.tableName(operation.table()) + " ";
    }

    private Statement one(List<Statement> statements) {
        return Statement.of(statements.stream()
                .map(statement -> statement.sql().substring(start().length()).replace(MysqlCompiler.COPIES, ""))
                .collect(Collectors.joining(", ", start(), MysqlCompiler.COPIES)));
    }
}
