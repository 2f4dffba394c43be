// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Row;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.SequenceOptions;
import dev.limbeck.script.JavaCode.Call;
import dev.limbeck.script.JavaCode.Text;
import dev.limbeck.script.JavaCode.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Operations as the statements of a Java migration, in the words of {@code Operations}. */
final class JavaRenderer implements Operation.Visitor<List<JavaCode>> {

    private static final int MOST_VALUES = 1_000;

    /** What operations take away for good, which stands above them. */
    private final Map<Operation, String> losses;

    /**
     * The calls that make these operations, on a parameter {@code op}.
     *
     * @param losses what operations take away for good, in words
     */
    static List<JavaCode> render(List<Operation> operations, Map<Operation, String> losses) {
        JavaRenderer renderer = new JavaRenderer(losses);
        return operations.stream()
                .flatMap(operation -> renderer.commented(operation, operation.accept(renderer)).stream())
                .toList();
    }

    private JavaRenderer(Map<Operation, String> losses) {
        this.losses = losses;
    }

    private List<JavaCode> commented(Operation operation, List<JavaCode> calls) {
        String loss = losses.get(operation);
        if (loss == null || calls.isEmpty()) {
            return calls;
        }
        List<JavaCode> commented = new ArrayList<>(calls);
        commented.set(0, new JavaCode.Commented("Loses data: " + loss + ".", calls.get(0)));
        return commented;
    }

    @Override
    public List<JavaCode> createTable(Operation.CreateTable operation) {
        List<JavaCode> arguments = new ArrayList<>(List.of(text(operation.table())));
        arguments.addAll(JavaDefinitions.elements(operation.definition()));
        return List.of(new Call("op.createTable", List.copyOf(arguments), 1, true));
    }

    @Override
    public List<JavaCode> dropTable(Operation.DropTable operation) {
        return op("dropTable", text(operation.table()));
    }

    @Override
    public List<JavaCode> renameTable(Operation.RenameTable operation) {
        return op("renameTable", text(operation.table()), new Text(operation.newName()));
    }

    @Override
    public List<JavaCode> commentOnTable(Operation.CommentOnTable operation) {
        return change(operation, "op", true);
    }

    @Override
    public List<JavaCode> setTableOption(Operation.SetTableOption operation) {
        Text table = new Text(operation.table().toString());
        Text option = new Text(operation.option());
        return operation.value() == null
                ? op("dropTableOption", table, option)
                : op("setTableOption", table, option, JavaLiteral.text(operation.value()));
    }

    @Override
    public List<JavaCode> alterTable(Operation.AlterTable operation) {
        List<JavaCode> changes = new ArrayList<>();
        if (operation.mayCopyTable()) {
            changes.add(Call.of("batch.mayCopyTable"));
        }
        operation.operations().forEach(change -> changes.addAll(commented(change, change(change, "batch", false))));
        return List.of(new Call(
                "op.batchAlterTable",
                List.of(text(operation.table()), new JavaCode.Block("batch", changes)),
                2,
                false));
    }

    @Override
    public List<JavaCode> addColumn(Operation.AddColumn operation) {
        return change(operation, "op", true);
    }

    @Override
    public List<JavaCode> dropColumn(Operation.DropColumn operation) {
        return change(operation, "op", true);
    }

    @Override
    public List<JavaCode> alterColumn(Operation.AlterColumn operation) {
        return change(operation, "op", true);
    }

    @Override
    public List<JavaCode> addConstraint(Operation.AddConstraint operation) {
        return change(operation, "op", true);
    }

    @Override
    public List<JavaCode> dropConstraint(Operation.DropConstraint operation) {
        return change(operation, "op", true);
    }

    @Override
    public List<JavaCode> validateConstraint(Operation.ValidateConstraint operation) {
        return change(operation, "op", true);
    }

    @Override
    public List<JavaCode> createIndex(Operation.CreateIndex operation) {
        return change(operation, "op", true);
    }

    @Override
    public List<JavaCode> dropIndex(Operation.DropIndex operation) {
        return change(operation, "op", true);
    }

    @Override
    public List<JavaCode> renameConstraint(Operation.RenameConstraint operation) {
        return change(operation, "op", true);
    }

    @Override
    public List<JavaCode> renameIndex(Operation.RenameIndex operation) {
        return change(operation, "op", true);
    }

    @Override
    public List<JavaCode> createSequence(Operation.CreateSequence operation) {
        Sequence sequence = operation.sequence();
        List<JavaCode> statements = new ArrayList<>();
        statements.add(
                sequence.options().equals(SequenceOptions.DEFAULTS)
                        ? Call.of("op.createSequence", text(sequence.name()))
                        : Call.of(
                                "op.createSequence",
                                text(sequence.name()),
                                JavaDefinitions.options(sequence.options())));
        statements.addAll(belonging(sequence, Sequence.of(sequence.name())));
        return statements;
    }

    @Override
    public List<JavaCode> alterSequence(Operation.AlterSequence operation) {
        Sequence sequence = operation.sequence();
        Sequence before = operation.before();
        List<JavaCode> statements = new ArrayList<>();
        if (before == null || !before.options().equals(sequence.options())) {
            statements.add(
                    Call.of("op.alterSequence", text(sequence.name()), JavaDefinitions.options(sequence.options())));
        }
        if (before != null) {
            statements.addAll(belonging(sequence, before));
        }
        return statements;
    }

    /** What leads from the owner and the comment of one sequence to those of another. */
    private static List<JavaCode> belonging(Sequence after, Sequence before) {
        List<JavaCode> statements = new ArrayList<>();
        Sequence.Owner owner = after.owner();
        Sequence.Owner formerOwner = before.owner();
        if (owner != null && !owner.equals(formerOwner)) {
            statements.add(owning("op.ownSequence", after.name(), owner));
        } else if (owner == null && formerOwner != null) {
            statements.add(owning("op.disownSequence", after.name(), formerOwner));
        }
        if (!Objects.equals(after.comment(), before.comment())) {
            statements.add(
                    after.comment() == null
                            ? Call.of("op.dropSequenceComment", text(after.name()))
                            : Call.of("op.commentOnSequence", text(after.name()), new Text(after.comment())));
        }
        return statements;
    }

    private static JavaCode owning(String word, Name sequence, Sequence.Owner owner) {
        return Call.of(word, text(sequence), text(owner.table()), new Text(owner.column()));
    }

    @Override
    public List<JavaCode> renameSequence(Operation.RenameSequence operation) {
        return op("renameSequence", text(operation.name()), new Text(operation.newName()));
    }

    @Override
    public List<JavaCode> dropSequence(Operation.DropSequence operation) {
        return op("dropSequence", text(operation.name()));
    }

    @Override
    public List<JavaCode> createEnum(Operation.CreateEnum operation) {
        return operation.type().comment() == null
                ? List.of(Call.of(
                        "op.createEnum",
                        JavaDefinitions.named(
                                operation.type().name().toString(),
                                operation.type().values())))
                : op("createEnum", JavaDefinitions.enumType(operation.type()));
    }

    @Override
    public List<JavaCode> alterEnum(Operation.AlterEnum operation) {
        JavaCode alter =
                Call.of("op.alterEnum", JavaDefinitions.named(operation.type().toString(), operation.values()));
        return operation.committed() && operation.onlyAdds()
                ? List.of(
                        new Call("op.outsideTransaction", List.of(new JavaCode.Block("()", List.of(alter))), 1, false))
                : List.of(alter);
    }

    @Override
    public List<JavaCode> dropEnum(Operation.DropEnum operation) {
        return op("dropEnum", text(operation.name()));
    }

    @Override
    public List<JavaCode> varcharCasts(Operation.VarcharCasts operation) {
        return op(operation.present() ? "createVarcharCasts" : "dropVarcharCasts", text(operation.type()));
    }

    @Override
    public List<JavaCode> createSchema(Operation.CreateSchema operation) {
        return op("createSchema", new Text(operation.name()));
    }

    @Override
    public List<JavaCode> dropSchema(Operation.DropSchema operation) {
        return op("dropSchema", new Text(operation.name()));
    }

    @Override
    public List<JavaCode> renameSchema(Operation.RenameSchema operation) {
        return op("renameSchema", new Text(operation.name()), new Text(operation.newName()));
    }

    @Override
    public List<JavaCode> createExtension(Operation.CreateExtension operation) {
        return List.of(JavaDomains.extension(operation));
    }

    @Override
    public List<JavaCode> updateExtension(Operation.UpdateExtension operation) {
        return operation.version() == null
                ? op("updateExtension", new Text(operation.name()))
                : op("updateExtension", new Text(operation.name()), new Text(operation.version()));
    }

    @Override
    public List<JavaCode> dropExtension(Operation.DropExtension operation) {
        return op("dropExtension", new Text(operation.name()));
    }

    @Override
    public List<JavaCode> createDomain(Operation.CreateDomain operation) {
        return List.of(JavaDomains.create(operation.domain()));
    }

    @Override
    public List<JavaCode> alterDomain(Operation.AlterDomain operation) {
        return List.of(JavaDomains.alter(operation.domain(), operation.change()));
    }

    @Override
    public List<JavaCode> dropDomain(Operation.DropDomain operation) {
        return op("dropDomain", text(operation.name()));
    }

    @Override
    public List<JavaCode> renameEnumValue(Operation.RenameEnumValue operation) {
        return op(
                "renameEnumValue", text(operation.type()), new Text(operation.value()), new Text(operation.newValue()));
    }

    @Override
    public List<JavaCode> createCode(Operation.CreateCode operation) {
        List<JavaCode> statements = new ArrayList<>(List.of(JavaCodeObject.define("create", operation.object())));
        for (Index index : operation.object().indexes()) {
            statements.addAll(createIndex(
                    new Operation.CreateIndex(operation.object().key().name(), index)));
        }
        return statements;
    }

    @Override
    public List<JavaCode> replaceCode(Operation.ReplaceCode operation) {
        return List.of(JavaCodeObject.define("replace", operation.object()));
    }

    @Override
    public List<JavaCode> dropCode(Operation.DropCode operation) {
        return List.of(JavaCodeObject.drop(operation.key()));
    }

    @Override
    public List<JavaCode> insertRows(Operation.InsertRows operation) {
        return rows("op.bulkInsert", operation.table(), operation.columns(), operation.rows());
    }

    @Override
    public List<JavaCode> deleteRows(Operation.DeleteRows operation) {
        return rows("op.bulkDelete", operation.table(), operation.columns(), operation.rows());
    }

    /** Very many rows make several calls, because a Java method has an end. */
    private static List<JavaCode> rows(String word, Name table, List<String> columns, List<Row> rows) {
        int most = Math.max(1, MOST_VALUES / Math.max(1, columns.size()));
        List<JavaCode> statements = new ArrayList<>();
        for (int from = 0; from == 0 || from < rows.size(); from += most) {
            List<JavaCode> arguments =
                    new ArrayList<>(List.of(text(table), Call.of("List.of", JavaCode.texts(columns))));
            rows.subList(from, Math.min(rows.size(), from + most)).forEach(row -> arguments.add(row(row)));
            statements.add(new Call(word, List.copyOf(arguments), 2, false));
        }
        return statements;
    }

    private static JavaCode row(Row row) {
        boolean onlyNull = row.values().size() == 1 && row.values().get(0) == null;
        return Call.of(
                "row",
                onlyNull
                        ? List.of(new Word("(Object) null"))
                        : row.values().stream().map(JavaLiteral::of).toList());
    }

    @Override
    public List<JavaCode> require(Operation.Require operation) {
        return op("require", new Text(operation.what()), JavaLiteral.text(operation.sql()));
    }

    @Override
    public List<JavaCode> execute(Operation.Execute operation) {
        return List.of(Call.of(
                "op.execute",
                Stream.concat(
                                Stream.of(JavaLiteral.text(operation.sql())),
                                operation.parameters().stream().map(JavaLiteral::of))
                        .toList()));
    }

    @Override
    public List<JavaCode> backfill(Operation.Backfill operation) {
        return List.of(Call.of("op.backfill", text(operation.table()), JavaDefinitions.backfill(operation)));
    }

    @Override
    public List<JavaCode> irreversible(Operation.Irreversible operation) {
        return op("irreversible", JavaLiteral.text(operation.reason()));
    }

    private static List<JavaCode> op(String word, JavaCode... arguments) {
        return List.of(Call.of("op." + word, arguments));
    }

    private static JavaCode text(Name name) {
        return new Text(name.toString());
    }

    /** A change of a table, on a receiver that wants the table named or knows it already. */
    private static List<JavaCode> change(Operation operation, String receiver, boolean namesTable) {
        Call call = operation.accept(new TableChange());
        Name table = operation.table();
        if (!namesTable || table == null) {
            return List.of(Call.of(receiver + "." + call.name(), call.arguments()));
        }
        return List.of(Call.of(
                receiver + "." + call.name(),
                Stream.concat(Stream.of(text(table)), call.arguments().stream()).toList()));
    }
}
