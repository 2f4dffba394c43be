// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.mysql;

import dev.limbeck.dialect.Statement;
import dev.limbeck.operation.ColumnChange;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.ColumnValue;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The statements of changes that are asked for together. Where the primary key is among them they are one statement: a
 * column that numbers the rows must be a key at the end of each, and the table is copied once.
 */
record MysqlBatch(MysqlCompiler compiler, Operation.AlterTable operation) {
    private static final Pattern MODIFIED = Pattern.compile("modify column (?:`(?:[^`]|``)++`|[^ ]+) ");

    List<Statement> statements() {
        List<List<Statement>> changes = IntStream.range(
                        0, operation.operations().size())
                .mapToObj(this::change)
                .toList();
        List<Statement> statements = changes.stream().flatMap(List::stream).toList();
        boolean simple = changes.stream().allMatch(change -> change.size() <= 1)
                && statements.stream().allMatch(statement -> statement.sql().startsWith(start()));
        return isJoined() && simple ? joined(changes) : statements;
    }

    /**
     * The changes in one statement, but for options, as how a table is partitioned cannot be said with anything else, and
     * for foreign keys that refer to a key of the same table, which may come with that statement only.
     */
    private List<Statement> joined(List<List<Statement>> changes) {
        List<Statement> statements = new ArrayList<>();
        List<Statement> together = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            if (isAlone(operation.operations().get(i))) {
                one(together).ifPresent(statements::add);
                together.clear();
                statements.addAll(changes.get(i));
            } else {
                together.addAll(changes.get(i));
            }
        }
        one(together).ifPresent(statements::add);
        return statements;
    }

    private boolean isAlone(Operation change) {
        return change instanceof Operation.SetTableOption
                || (change instanceof Operation.AddConstraint add
                        && add.constraint() instanceof Constraint.ForeignKey key
                        && key.references().equals(operation.table()));
    }

    /** A later change finds what the earlier ones leave: a column that another says anew must be said with both. */
    private List<Statement> change(int index) {
        List<Operation> before = operation.operations().subList(0, index);
        Operation change = operation.operations().get(index);
        MysqlCompiler then = index == 0 ? compiler : compiler.after(before);
        return isJoined() ? clause(change, before, then) : change.accept(then);
    }

    /** A change as a part of the one statement, which others say more in. */
    private List<Statement> clause(Operation change, List<Operation> before, MysqlCompiler then) {
        if (dropsPrimaryKey(change)) {
            return new MysqlConstraintDrop(then, operation.table())
                    .primaryKey(then.current().schema().tables().get(operation.table()), servedInTheEnd());
        }
        if (change instanceof Operation.AddConstraint add && add.constraint() instanceof Constraint.PrimaryKey) {
            return then.addConstraint(add, before.stream().anyMatch(MysqlBatch::dropsPrimaryKey));
        }
        return change instanceof Operation.AddColumn add && isOfKey(add)
                ? then.addColumn(add, true)
                : change.accept(then);
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
        if (change instanceof Operation.AlterColumn alter) {
            return isNumbering(alter.change()) || isNumbering(alter.undo());
        }
        return dropsPrimaryKey(change);
    }

    private static boolean dropsPrimaryKey(Operation change) {
        return change instanceof Operation.DropConstraint drop && drop.dropped() instanceof Constraint.PrimaryKey;
    }

    /** The foreign keys that a key or index of the table serves once all is done. */
    private Set<Constraint.ForeignKey> servedInTheEnd() {
        Table end = compiler.after(operation.operations())
                .current()
                .schema()
                .tables()
                .get(operation.table());
        return end == null
                ? Set.of()
                : end.foreignKeys().stream()
                        .filter(key -> MysqlForeignKeys.isServed(end, key))
                        .collect(Collectors.toSet());
    }

    private static boolean isNumbering(@Nullable ColumnChange change) {
        return change != null && change.newValue().value() instanceof ColumnValue.Identity;
    }

    private String start() {
        return "alter table " + compiler.tableName(operation.table()) + " ";
    }

    private Optional<Statement> one(List<Statement> statements) {
        if (statements.size() < 2) {
            return statements.stream().findFirst();
        }
        Map<String, String> clauses = new LinkedHashMap<>();
        for (Statement statement : statements) {
            String clause = statement.sql().substring(start().length()).replace(MysqlCompiler.COPIES, "");
            String subject = subject(clause);
            clauses.remove(subject);
            clauses.put(subject, clause);
        }
        return Optional.of(Statement.of(
                clauses.values().stream().collect(Collectors.joining(", ", start(), MysqlCompiler.COPIES))));
    }

    /** What a clause is about: a column that is said anew twice is so as the last one says. */
    private static String subject(String clause) {
        Matcher modified = MODIFIED.matcher(clause);
        return modified.lookingAt() ? modified.group() : clause;
    }
}
