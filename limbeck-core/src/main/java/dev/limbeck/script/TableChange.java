// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import dev.limbeck.operation.ColumnChange;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.ColumnValue;
import dev.limbeck.script.JavaCode.Call;
import dev.limbeck.script.JavaCode.Chain;
import dev.limbeck.script.JavaCode.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A change of a table as {@code TableOperations} says it: without the table. */
final class TableChange implements Operation.Visitor<Call> {

    @Override
    public Call commentOnTable(Operation.CommentOnTable operation) {
        String comment = operation.comment();
        return comment == null ? Call.of("dropTableComment") : Call.of("commentOnTable", JavaLiteral.text(comment));
    }

    @Override
    public Call setTableOption(Operation.SetTableOption operation) {
        Text option = new Text(operation.option());
        return operation.value() == null
                ? Call.of("dropOption", option)
                : Call.of("setOption", option, JavaLiteral.text(operation.value()));
    }

    @Override
    public Call addColumn(Operation.AddColumn operation) {
        return Call.of("addColumn", JavaDefinitions.column(operation.column(), false));
    }

    @Override
    public Call dropColumn(Operation.DropColumn operation) {
        return Call.of("dropColumn", new Text(operation.column()));
    }

    @Override
    public Call alterColumn(Operation.AlterColumn operation) {
        return Call.of(
                "alterColumn",
                new Text(operation.column()),
                JavaDefinitions.columnChange(operation.change(), wasIdentity(operation.undo())));
    }

    private static boolean wasIdentity(@Nullable ColumnChange undo) {
        return undo != null && undo.newValue().value() instanceof ColumnValue.Identity;
    }

    @Override
    public Call addConstraint(Operation.AddConstraint operation) {
        JavaCode constraint = JavaDefinitions.constraint(operation.constraint());
        if (operation.usingIndex() != null) {
            JavaCode index = new Text(operation.usingIndex());
            return Call.of("addConstraint", Chain.of(constraint, List.of(Call.of("usingIndex", index))));
        }
        return Call.of(
                "addConstraint",
                operation.notValid() && !operation.constraint().notValid()
                        ? Chain.of(constraint, List.of(Call.of("notValid")))
                        : constraint);
    }

    @Override
    public Call validateConstraint(Operation.ValidateConstraint operation) {
        return Call.of("validateConstraint", new Text(operation.name()));
    }

    /** One without a name is dropped by what it says. */
    @Override
    public Call dropConstraint(Operation.DropConstraint operation) {
        if (operation.name() != null) {
            return Call.of("dropConstraint", new Text(operation.name()));
        }
        if (operation.dropped() == null) {
            throw new AssertionError(operation);
        }
        return Call.of("dropConstraint", JavaDefinitions.constraint(operation.dropped()));
    }

    @Override
    public Call createIndex(Operation.CreateIndex operation) {
        JavaCode index = JavaDefinitions.index(operation.index());
        return Call.of(
                "createIndex", operation.concurrently() ? Chain.of(index, List.of(Call.of("concurrently"))) : index);
    }

    @Override
    public Call dropIndex(Operation.DropIndex operation) {
        return Call.of(operation.concurrently() ? "dropIndexConcurrently" : "dropIndex", new Text(operation.name()));
    }

    @Override
    public Call renameConstraint(Operation.RenameConstraint operation) {
        return Call.of("renameConstraint", new Text(operation.name()), new Text(operation.newName()));
    }

    @Override
    public Call renameIndex(Operation.RenameIndex operation) {
        return Call.of("renameIndex", new Text(operation.name()), new Text(operation.newName()));
    }

    @Override
    public Call createTable(Operation.CreateTable operation) {
        throw notInABatch(operation);
    }

    @Override
    public Call dropTable(Operation.DropTable operation) {
        throw notInABatch(operation);
    }

    @Override
    public Call renameTable(Operation.RenameTable operation) {
        throw notInABatch(operation);
    }

    @Override
    public Call alterTable(Operation.AlterTable operation) {
        throw notInABatch(operation);
    }

    @Override
    public Call createSequence(Operation.CreateSequence operation) {
        throw notInABatch(operation);
    }

    @Override
    public Call alterSequence(Operation.AlterSequence operation) {
        throw notInABatch(operation);
    }

    @Override
    public Call renameSequence(Operation.RenameSequence operation) {
        throw notInABatch(operation);
    }

    @Override
    public Call dropSequence(Operation.DropSequence operation) {
        throw notInABatch(operation);
    }

    @Override
    public Call createEnum(Operation.CreateEnum operation) {
        throw notInABatch(operation);
    }

    @Override
    public Call alterEnum(Operation.AlterEnum operation) {
        throw notInABatch(operation);
    }

    @Override
    public Call dropEnum(Operation.DropEnum operation) {
        throw notInABatch(operation);
    }

    @Override
    public Call varcharCasts(Operation.VarcharCasts operation) {
        throw notInABatch(operation);
    }

    @Override
    public Call createSchema(Operation.CreateSchema operation) {
        throw notInABatch(operation);
    }

    @Override
    public Call dropSchema(Operation.DropSchema operation) {
        throw notInABatch(operation);
    }

    @Override
    public Call renameSchema(Operation.RenameSchema operation) {
        throw notInABatch(operation);
    }

    @Override
    public Call createExtension(Operation.CreateExtension operation) {
        throw notInABatch(operation);
    }

    @Override
    public Call updateExtension(Operation.UpdateExtension operation) {
        throw notInABatch(operation);
    }

    @Override
    public Call dropExtension(Operation.DropExtension operation) {
        throw notInABatch(operation);
    }

    @Override
    public Call createDomain(Operation.CreateDomain operation) {
        throw notInABatch(operation);
    }

    @Override
    public Call alterDomain(Operation.AlterDomain operation) {
        throw notInABatch(operation);
    }

    @Override
    public Call dropDomain(Operation.DropDomain operation) {
        throw notInABatch(operation);
    }

    @Override
    public Call renameEnumValue(Operation.RenameEnumValue operation) {
        throw notInABatch(operation);
    }

    @Override
    public Call createCode(Operation.CreateCode operation) {
        throw notInABatch(operation);
    }

    @Override
    public Call replaceCode(Operation.ReplaceCode operation) {
        throw notInABatch(operation);
    }

    @Override
    public Call dropCode(Operation.DropCode operation) {
        throw notInABatch(operation);
    }

    @Override
    public Call insertRows(Operation.InsertRows operation) {
        throw notInABatch(operation);
    }

    @Override
    public Call deleteRows(Operation.DeleteRows operation) {
        throw notInABatch(operation);
    }

    @Override
    public Call require(Operation.Require operation) {
        throw notInABatch(operation);
    }

    @Override
    public Call execute(Operation.Execute operation) {
        throw notInABatch(operation);
    }

    @Override
    public Call backfill(Operation.Backfill operation) {
        throw notInABatch(operation);
    }

    @Override
    public Call irreversible(Operation.Irreversible operation) {
        throw notInABatch(operation);
    }

    private static IllegalArgumentException notInABatch(Operation operation) {
        return new IllegalArgumentException("not a change that can stand among the changes of a table: " + operation);
    }
}
