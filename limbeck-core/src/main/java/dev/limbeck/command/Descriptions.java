// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.operation.ColumnChange;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.CodeObject;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.DataType;
import dev.limbeck.schema.Index;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an operation of a diff found, in the words that Alembic's users know. */
final class Descriptions implements Operation.Visitor<List<String>> {

    static List<String> of(Operation operation) {
        return operation.accept(new Descriptions());
    }

    @Override
    public List<String> createTable(Operation.CreateTable operation) {
        List<String> found = new ArrayList<>();
        found.add("added table '" + operation.table() + "'");
        for (Index index : operation.definition().indexes()) {
            found.addAll(createIndex(new Operation.CreateIndex(operation.table(), index)));
        }
        return found;
    }

    @Override
    public List<String> dropTable(Operation.DropTable operation) {
        return List.of("removed table '" + operation.table() + "'");
    }

    @Override
    public List<String> renameTable(Operation.RenameTable operation) {
        return List.of("table '" + operation.table() + "' renamed to '" + operation.newName() + "'");
    }

    @Override
    public List<String> commentOnTable(Operation.CommentOnTable operation) {
        return List.of("table comment on '" + operation.table() + "'");
    }

    @Override
    public List<String> setTableOption(Operation.SetTableOption operation) {
        return List.of("table option " + operation.option() + " on '" + operation.table() + "'");
    }

    @Override
    public List<String> alterTable(Operation.AlterTable operation) {
        return operation.operations().stream()
                .flatMap(change -> change.accept(this).stream())
                .toList();
    }

    @Override
    public List<String> addColumn(Operation.AddColumn operation) {
        return List.of(
                "added column '" + operation.table() + "." + operation.column().name() + "'");
    }

    @Override
    public List<String> dropColumn(Operation.DropColumn operation) {
        return List.of("removed column '" + operation.table() + "." + operation.column() + "'");
    }

    @Override
    public List<String> alterColumn(Operation.AlterColumn operation) {
        String column = "'" + operation.table() + "." + operation.column() + "'";
        ColumnChange change = operation.change();
        List<String> found = new ArrayList<>();
        if (change.newName() != null) {
            found.add("column " + column + " renamed to '" + change.newName() + "'");
        }
        if (change.newType() != null) {
            ColumnChange undo = operation.undo();
            DataType before = undo == null ? null : undo.newType();
            found.add("type change" + (before == null ? "" : " from " + before) + " to " + change.newType() + " on "
                    + column);
        }
        if (change.newNullable() != null) {
            found.add((change.newNullable() ? "NULL on column " : "NOT NULL on column ") + column);
        }
        if (change.newValue().changes()) {
            found.add("server default on column " + column);
        }
        if (change.newCollation().changes()) {
            found.add("collation on column " + column);
        }
        if (change.newComment().changes()) {
            found.add("column comment " + column);
        }
        return found;
    }

    @Override
    public List<String> addConstraint(Operation.AddConstraint operation) {
        return List.of("added " + constraint(operation.constraint()) + " on table '" + operation.table() + "'");
    }

    @Override
    public List<String> dropConstraint(Operation.DropConstraint operation) {
        return List.of(
                "removed " + dropped(operation.dropped(), operation.name()) + " on table '" + operation.table() + "'");
    }

    @Override
    public List<String> validateConstraint(Operation.ValidateConstraint operation) {
        return List.of("validated constraint '" + operation.name() + "' on table '" + operation.table() + "'");
    }

    private static String dropped(@Nullable Constraint constraint, @Nullable String name) {
        return constraint == null ? "constraint '" + name + "'" : constraint(constraint);
    }

    private static String constraint(Constraint constraint) {
        String name = constraint.name() == null ? "" : " '" + constraint.name() + "'";
        return constraint.kind().label()
                + name
                + constraint.accept(new Constraint.Visitor<String>() {
                    @Override
                    public String primaryKey(Constraint.PrimaryKey key) {
                        return list(key.columns());
                    }

                    @Override
                    public String unique(Constraint.Unique unique) {
                        return list(unique.columns());
                    }

                    @Override
                    public String foreignKey(Constraint.ForeignKey key) {
                        return list(key.columns()) + " to " + key.references() + list(key.referencedColumns());
                    }

                    @Override
                    public String check(Constraint.Check check) {
                        return " (" + check.expression() + ")";
                    }

                    @Override
                    public String exclusion(Constraint.Exclusion exclusion) {
                        return " (" + exclusion.definition() + ")";
                    }
                });
    }

    private static String list(List<String> columns) {
        return " (" + String.join(", ", columns) + ")";
    }

    @Override
    public List<String> createIndex(Operation.CreateIndex operation) {
        Index index = operation.index();
        return List.of("added index '" + index.name() + "' on '" + operation.table() + " ("
                + index.parts().stream().map(Index.Part::text).collect(Collectors.joining(", ")) + ")'");
    }

    @Override
    public List<String> dropIndex(Operation.DropIndex operation) {
        return List.of("removed index '" + operation.name() + "' on '" + operation.table() + "'");
    }

    @Override
    public List<String> createSequence(Operation.CreateSequence operation) {
        return List.of("added sequence '" + operation.sequence().name() + "'");
    }

    @Override
    public List<String> alterSequence(Operation.AlterSequence operation) {
        return List.of("changed sequence '" + operation.sequence().name() + "'");
    }

    @Override
    public List<String> dropSequence(Operation.DropSequence operation) {
        return List.of("removed sequence '" + operation.name() + "'");
    }

    @Override
    public List<String> createEnum(Operation.CreateEnum operation) {
        return List.of("added enum type '" + operation.type().name() + "'");
    }

    @Override
    public List<String> alterEnum(Operation.AlterEnum operation) {
        List<String> before = operation.before() == null ? List.of() : operation.before();
        List<String> added = new ArrayList<>(operation.values());
        added.removeAll(before);
        List<String> removed = new ArrayList<>(before);
        removed.removeAll(operation.values());
        return List.of("changed enum type '" + operation.type() + "'"
                + (added.isEmpty() ? "" : ": added " + String.join(", ", added))
                + (removed.isEmpty() ? "" : ": removed " + String.join(", ", removed))
                + (added.isEmpty() && removed.isEmpty() ? ": another order" : ""));
    }

    @Override
    public List<String> dropEnum(Operation.DropEnum operation) {
        return List.of("removed enum type '" + operation.name() + "'");
    }

    @Override
    public List<String> varcharCasts(Operation.VarcharCasts operation) {
        return List.of((operation.present() ? "added" : "removed") + " casts between varchar and enum type '"
                + operation.type() + "'");
    }

    @Override
    public List<String> createSchema(Operation.CreateSchema operation) {
        return List.of("added schema '" + operation.name() + "'");
    }

    @Override
    public List<String> dropSchema(Operation.DropSchema operation) {
        return List.of("removed schema '" + operation.name() + "'");
    }

    @Override
    public List<String> renameSchema(Operation.RenameSchema operation) {
        return List.of("schema '" + operation.name() + "' renamed to '" + operation.newName() + "'");
    }

    @Override
    public List<String> createExtension(Operation.CreateExtension operation) {
        return List.of("added extension '" + operation.extension().name() + "'");
    }

    @Override
    public List<String> updateExtension(Operation.UpdateExtension operation) {
        return List.of("updated extension '" + operation.name() + "'");
    }

    @Override
    public List<String> dropExtension(Operation.DropExtension operation) {
        return List.of("removed extension '" + operation.name() + "'");
    }

    @Override
    public List<String> createDomain(Operation.CreateDomain operation) {
        return List.of("added domain '" + operation.domain().name() + "'");
    }

    @Override
    public List<String> alterDomain(Operation.AlterDomain operation) {
        return List.of("changed domain '" + operation.domain() + "'");
    }

    @Override
    public List<String> dropDomain(Operation.DropDomain operation) {
        return List.of("removed domain '" + operation.name() + "'");
    }

    @Override
    public List<String> renameEnumValue(Operation.RenameEnumValue operation) {
        return List.of("value '" + operation.value() + "' of enum type '" + operation.type() + "' renamed to '"
                + operation.newValue() + "'");
    }

    @Override
    public List<String> createCode(Operation.CreateCode operation) {
        return List.of("added " + code(operation.object().key()));
    }

    @Override
    public List<String> replaceCode(Operation.ReplaceCode operation) {
        return List.of("changed " + code(operation.object().key()));
    }

    @Override
    public List<String> dropCode(Operation.DropCode operation) {
        return List.of("removed " + code(operation.key()));
    }

    private static String code(CodeObject.Key key) {
        return key.kind().label() + " '" + key + "'";
    }

    @Override
    public List<String> insertRows(Operation.InsertRows operation) {
        return List.of("added " + operation.rows().size() + " row(s) of table '" + operation.table() + "'");
    }

    @Override
    public List<String> deleteRows(Operation.DeleteRows operation) {
        return List.of("removed " + operation.rows().size() + " row(s) of table '" + operation.table() + "'");
    }

    @Override
    public List<String> renameConstraint(Operation.RenameConstraint operation) {
        return List.of("constraint '" + operation.name() + "' on '" + operation.table() + "' renamed to '"
                + operation.newName() + "'");
    }

    @Override
    public List<String> renameIndex(Operation.RenameIndex operation) {
        return List.of("index '" + operation.name() + "' on '" + operation.table() + "' renamed to '"
                + operation.newName() + "'");
    }

    @Override
    public List<String> renameSequence(Operation.RenameSequence operation) {
        return List.of("sequence '" + operation.name() + "' renamed to '" + operation.newName() + "'");
    }

    @Override
    public List<String> require(Operation.Require operation) {
        return List.of("requirement: " + operation.what());
    }

    @Override
    public List<String> execute(Operation.Execute operation) {
        return List.of("statement \"" + operation.sql() + "\"");
    }

    @Override
    public List<String> backfill(Operation.Backfill operation) {
        return List.of("filled columns of table '" + operation.table() + "'");
    }

    @Override
    public List<String> irreversible(Operation.Irreversible operation) {
        return List.of(operation.reason());
    }
}
