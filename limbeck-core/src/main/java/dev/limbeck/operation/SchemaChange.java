// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.operation;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.operation.MismatchException.Mismatch;
import dev.limbeck.operation.MismatchException.Thing;
import dev.limbeck.schema.CodeObject;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnValue;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.DataType;
import dev.limbeck.schema.Domain;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The effect of one operation on a schema. Rows are not part of a schema, so what changes only rows changes nothing. */
class SchemaChange implements Operation.Visitor<Schema> {
    final Schema schema;

    SchemaChange(Schema schema) {
        this.schema = schema;
    }

    @Override
    public Schema createTable(Operation.CreateTable operation) {
        Name name = operation.definition().name();
        if (schema.table(name).isPresent()) {
            throw Mismatch.present(Thing.TABLE, name, "", "table " + name + " exists already")
                    .asException();
        }
        return schema.with(operation.definition());
    }

    @Override
    public Schema dropTable(Operation.DropTable operation) {
        existing(operation.table());
        return schema.withoutTable(operation.table());
    }

    @Override
    public Schema renameTable(Operation.RenameTable operation) {
        Name newName = operation.table().withName(operation.newName());
        Table renamed = existing(operation.table()).withName(newName);
        return schema.withoutTable(operation.table())
                .with(renamed)
                .mapTables(table -> mapForeignKeys(
                        table,
                        key -> key.references().equals(operation.table())
                                ? key.withReferences(newName, key.referencedColumns())
                                : key));
    }

    @Override
    public Schema commentOnTable(Operation.CommentOnTable operation) {
        return schema.with(existing(operation.table()).withComment(operation.comment()));
    }

    @Override
    public Schema setTableOption(Operation.SetTableOption operation) {
        Table table = existing(operation.table());
        Map<String, String> options = new TreeMap<>(table.options());
        if (operation.value() == null) {
            options.remove(operation.option());
        } else {
            options.put(operation.option(), operation.value());
        }
        return schema.with(table.withOptions(options));
    }

    @Override
    public Schema alterTable(Operation.AlterTable operation) {
        return Operation.applyAll(operation.operations(), schema);
    }

    @Override
    public Schema addColumn(Operation.AddColumn operation) {
        Table table = existing(operation.table());
        if (table.column(operation.column().name()).isPresent()) {
            String column = operation.column().name();
            throw Mismatch.present(
                            Thing.COLUMN,
                            table.name(),
                            column,
                            "column " + table.name() + "." + column + " exists already")
                    .asException();
        }
        return schema.with(table.withColumns(Stream.concat(table.columns().stream(), Stream.of(operation.column()))
                .toList()));
    }

    @Override
    public Schema dropColumn(Operation.DropColumn operation) {
        Table table = existing(operation.table());
        existingColumn(table, operation.column());
        Map<String, String> options = new TreeMap<>(table.options());
        options.keySet().removeIf(option -> isOfColumn(option, operation.column()));
        return schema.with(table.withColumns(table.columns().stream()
                        .filter(column -> !column.name().equals(operation.column()))
                        .toList())
                .withOptions(options));
    }

    @Override
    public Schema alterColumn(Operation.AlterColumn operation) {
        Table table = existing(operation.table());
        Column before = existingColumn(table, operation.column());
        Column after = operation.change().apply(before);
        Table changed = table.mapColumns(column -> column.equals(before) ? after : column);
        if (before.name().equals(after.name())) {
            return schema.with(changed);
        }
        return renameColumn(schema.with(changed), changed.name(), before.name(), after.name());
    }

    @Override
    public Schema addConstraint(Operation.AddConstraint operation) {
        Table table = existing(operation.table());
        if (operation.usingIndex() == null) {
            return schema.with(table.plus(operation.constraint()));
        }
        if (table.index(operation.usingIndex()).isEmpty()) {
            throw impossible("table " + table.name() + " has no index " + operation.usingIndex());
        }
        List<String> key =
                operation.constraint() instanceof Constraint.PrimaryKey primary ? primary.columns() : List.of();
        return schema.with(table.withoutIndex(operation.usingIndex())
                .plus(operation.constraint())
                .mapColumns(column -> key.contains(column.name()) ? column.withNullable(false) : column));
    }

    @Override
    public Schema dropConstraint(Operation.DropConstraint operation) {
        Table table = existing(operation.table());
        return schema.with(table.minus(find(table, operation)));
    }

    @Override
    public Schema renameConstraint(Operation.RenameConstraint operation) {
        Table table = existing(operation.table());
        Constraint constraint =
                table.constraint(operation.name()).orElseThrow(() -> noConstraint(table, operation.name()));
        return schema.with(table.minus(constraint).plus(constraint.withName(operation.newName())));
    }

    @Override
    public Schema validateConstraint(Operation.ValidateConstraint operation) {
        Table table = existing(operation.table());
        Constraint constraint =
                table.constraint(operation.name()).orElseThrow(() -> noConstraint(table, operation.name()));
        return schema.with(table.minus(constraint).plus(constraint.withNotValid(false)));
    }

    /** The constraint of the table that the operation means. */
    static Constraint find(Table table, Operation.DropConstraint operation) {
        return operation.meant(table).stream()
                .findFirst()
                .orElseThrow(() -> noConstraint(
                        table, operation.name() == null ? String.valueOf(operation.dropped()) : operation.name()));
    }

    private static MismatchException noConstraint(Table table, String name) {
        return Mismatch.missing(
                        Thing.CONSTRAINT, table.name(), name, "table " + table.name() + " has no constraint " + name)
                .asException();
    }

    @Override
    public Schema createIndex(Operation.CreateIndex operation) {
        CodeObject view = materializedView(operation.table());
        return view == null
                ? schema.with(existing(operation.table()).plus(operation.index()))
                : schema.with(view.withIndexes(Stream.concat(view.indexes().stream(), Stream.of(operation.index()))
                        .toList()));
    }

    final @Nullable CodeObject materializedView(Name name) {
        return schema.code().get(new CodeObject.Key(CodeObject.Kind.MATERIALIZED_VIEW, name, ""));
    }

    @Override
    public Schema renameIndex(Operation.RenameIndex operation) {
        UnaryOperator<Index> rename =
                index -> index.name().equals(operation.name()) ? index.withName(operation.newName()) : index;
        CodeObject view = materializedView(operation.table());
        if (view != null) {
            return schema.with(
                    view.withIndexes(view.indexes().stream().map(rename).toList()));
        }
        Table table = existingIndex(operation.table(), operation.name());
        return schema.with(
                table.withIndexes(table.indexes().stream().map(rename).toList()));
    }

    @Override
    public Schema dropIndex(Operation.DropIndex operation) {
        CodeObject view = materializedView(operation.table());
        if (view != null) {
            return schema.with(view.withIndexes(view.indexes().stream()
                    .filter(index -> !index.name().equals(operation.name()))
                    .toList()));
        }
        return schema.with(existingIndex(operation.table(), operation.name()).withoutIndex(operation.name()));
    }

    /** The table, if it has the index. */
    private Table existingIndex(Name name, String index) {
        Table table = existing(name);
        if (table.index(index).isEmpty()) {
            throw Mismatch.missing(Thing.INDEX, table.name(), index, "table " + table.name() + " has no index " + index)
                    .asException();
        }
        return table;
    }

    @Override
    public Schema createSequence(Operation.CreateSequence operation) {
        return schema.with(operation.sequence());
    }

    @Override
    public Schema alterSequence(Operation.AlterSequence operation) {
        Sequence after = operation.sequence();
        Sequence existing = schema.sequences().get(after.name());
        if (existing == null) {
            throw Mismatch.missing(Thing.SEQUENCE, after.name(), "there is no sequence " + after.name())
                    .asException();
        }
        Sequence before = operation.before();
        if (before == null) {
            return schema.with(existing.withOptions(after.options()));
        }
        return schema.with(new Sequence(
                after.name(),
                before.options().equals(after.options()) ? existing.options() : after.options(),
                Objects.equals(before.owner(), after.owner()) ? existing.owner() : after.owner(),
                Objects.equals(before.comment(), after.comment()) ? existing.comment() : after.comment()));
    }

    @Override
    public Schema renameSequence(Operation.RenameSequence operation) {
        Sequence sequence = schema.sequences().get(operation.name());
        if (sequence == null) {
            throw Mismatch.missing(Thing.SEQUENCE, operation.name(), "there is no sequence " + operation.name())
                    .asException();
        }
        return schema.withoutSequence(operation.name())
                .with(sequence.withName(operation.name().withName(operation.newName())));
    }

    @Override
    public Schema dropSequence(Operation.DropSequence operation) {
        return schema.withoutSequence(operation.name());
    }

    @Override
    public Schema createEnum(Operation.CreateEnum operation) {
        EnumType type = operation.type();
        Schema after = schema.with(type.withComment(null));
        return type.comment() == null ? after : after.with(new CodeObject(commentOf(type.name()), type.comment()));
    }

    private static CodeObject.Key commentOf(Name type) {
        return CodeObject.Key.phrase(CodeObject.Kind.COMMENT, "type " + type);
    }

    @Override
    public Schema alterEnum(Operation.AlterEnum operation) {
        return schema.with(existingEnum(operation.type()).withValues(operation.values()));
    }

    @Override
    public Schema varcharCasts(Operation.VarcharCasts operation) {
        return schema.with(existingEnum(operation.type()).withVarcharCasts(operation.present()));
    }

    private EnumType existingEnum(Name name) {
        EnumType type = schema.enums().get(name);
        if (type == null) {
            throw Mismatch.missing(Thing.ENUM_TYPE, name, "there is no enum type " + name)
                    .asException();
        }
        return type;
    }

    @Override
    public Schema dropEnum(Operation.DropEnum operation) {
        return schema.withoutEnum(operation.name()).withoutCode(commentOf(operation.name()));
    }

    @Override
    public Schema createSchema(Operation.CreateSchema operation) {
        return schema.withSchema(operation.name());
    }

    @Override
    public Schema dropSchema(Operation.DropSchema operation) {
        return schema.withoutSchema(operation.name());
    }

    @Override
    public Schema renameSchema(Operation.RenameSchema operation) {
        return new SchemaRename(operation.name(), operation.newName()).apply(schema);
    }

    @Override
    public Schema createExtension(Operation.CreateExtension operation) {
        return schema.with(operation.extension());
    }

    @Override
    public Schema updateExtension(Operation.UpdateExtension operation) {
        return schema;
    }

    @Override
    public Schema dropExtension(Operation.DropExtension operation) {
        return schema.withoutExtension(operation.name());
    }

    @Override
    public Schema createDomain(Operation.CreateDomain operation) {
        return schema.with(operation.domain());
    }

    @Override
    public Schema alterDomain(Operation.AlterDomain operation) {
        Domain domain = schema.domains().get(operation.domain());
        if (domain == null) {
            throw impossible("there is no domain " + operation.domain());
        }
        return schema.with(operation.change().apply(domain));
    }

    @Override
    public Schema dropDomain(Operation.DropDomain operation) {
        return schema.withoutDomain(operation.name());
    }

    @Override
    public Schema renameEnumValue(Operation.RenameEnumValue operation) {
        EnumType type = existingEnum(operation.type());
        List<String> values = type.values().stream()
                .map(value -> value.equals(operation.value()) ? operation.newValue() : value)
                .toList();
        ColumnValue before = new ColumnValue.Literal(operation.value());
        ColumnValue after = new ColumnValue.Literal(operation.newValue());
        return schema.with(type.withValues(values))
                .mapTables(table -> table.mapColumns(
                        column -> column.type().equals(DataType.named(type.name())) && before.equals(column.value())
                                ? column.withValue(after)
                                : column));
    }

    @Override
    public Schema createCode(Operation.CreateCode operation) {
        if (schema.code().containsKey(operation.object().key())) {
            CodeObject.Key key = operation.object().key();
            throw key.kind().isView()
                    ? Mismatch.present(Thing.VIEW, key.name(), "", label(key) + " exists already")
                            .asException()
                    : impossible(label(key) + " exists already");
        }
        return schema.with(operation.object());
    }

    @Override
    public Schema replaceCode(Operation.ReplaceCode operation) {
        CodeObject object = operation.object();
        CodeObject existing = schema.code().getOrDefault(object.key(), object);
        return schema.with(object.indexes().isEmpty() ? object.withIndexes(existing.indexes()) : object);
    }

    @Override
    public Schema dropCode(Operation.DropCode operation) {
        if (!schema.code().containsKey(operation.key())) {
            CodeObject.Key key = operation.key();
            throw key.kind().isView()
                    ? Mismatch.missing(Thing.VIEW, key.name(), "there is no " + label(key))
                            .asException()
                    : impossible("there is no " + label(key));
        }
        return schema.withoutCode(operation.key());
    }

    private static String label(CodeObject.Key key) {
        return key.kind().label() + " " + key;
    }

    @Override
    public Schema insertRows(Operation.InsertRows operation) {
        return schema;
    }

    @Override
    public Schema deleteRows(Operation.DeleteRows operation) {
        return schema;
    }

    @Override
    public Schema require(Operation.Require operation) {
        return schema;
    }

    @Override
    public Schema execute(Operation.Execute operation) {
        return schema;
    }

    @Override
    public Schema backfill(Operation.Backfill operation) {
        return schema;
    }

    @Override
    public Schema irreversible(Operation.Irreversible operation) {
        throw new MigrationException(ErrorCode.IRREVERSIBLE, operation.reason());
    }

    final Table existing(Name name) {
        return schema.table(name).orElseThrow(() -> noTable(name).asException());
    }

    static Mismatch noTable(Name name) {
        return Mismatch.missing(Thing.TABLE, name, "there is no table " + name);
    }

    private static Column existingColumn(Table table, String name) {
        return table.column(name).orElseThrow(() -> noColumn(table, name).asException());
    }

    static Mismatch noColumn(Table table, String name) {
        return Mismatch.missing(Thing.COLUMN, table.name(), name, "table " + table.name() + " has no column " + name);
    }

    private static Schema renameColumn(Schema schema, Name table, String from, String to) {
        return schema.mapTables(each -> each.name().equals(table)
                ? mapForeignKeys(renameOwnColumn(each, from, to), key -> renameReferenced(key, table, from, to))
                : mapForeignKeys(each, key -> renameReferenced(key, table, from, to)));
    }

    private static Table renameOwnColumn(Table table, String from, String to) {
        UnaryOperator<List<String>> rename = columns -> columns.stream()
                .map(column -> column.equals(from) ? to : column)
                .toList();
        List<Constraint> constraints = table.constraints().stream()
                .map(constraint ->
                        constraint.accept(new ConstraintColumns(rename, options -> renameOfColumn(options, from, to))))
                .toList();
        List<Index> indexes = table.indexes().stream()
                .map(index -> index.withParts(index.parts().stream()
                                .map(part -> !part.expression() && part.text().equals(from) ? part.withText(to) : part)
                                .toList())
                        .withInclude(rename.apply(index.include())))
                .toList();
        return table.withConstraints(constraints)
                .withIndexes(indexes)
                .withOptions(renameOfColumn(table.options(), from, to));
    }

    /** What a table says of one of its columns alone has the column's name in parentheses: {@code storage(body)}. */
    private static Map<String, String> renameOfColumn(Map<String, String> options, String from, String to) {
        Map<String, String> renamed = new TreeMap<>();
        options.forEach((option, value) -> renamed.put(
                isOfColumn(option, from) ? option.substring(0, option.length() - from.length() - 1) + to + ")" : option,
                value));
        return renamed;
    }

    private static boolean isOfColumn(String option, String column) {
        return option.endsWith("(" + column + ")");
    }

    private static Constraint.ForeignKey renameReferenced(
            Constraint.ForeignKey key, Name table, String from, String to) {
        if (!key.references().equals(table)) {
            return key;
        }
        return key.withReferences(
                table,
                key.referencedColumns().stream()
                        .map(column -> column.equals(from) ? to : column)
                        .toList());
    }

    private static Table mapForeignKeys(Table table, UnaryOperator<Constraint.ForeignKey> change) {
        return table.withConstraints(table.constraints().stream()
                .map(constraint -> constraint instanceof Constraint.ForeignKey key ? change.apply(key) : constraint)
                .toList());
    }

    private static MigrationException impossible(String reason) {
        return new MigrationException(ErrorCode.UNSUPPORTED_CHANGE, reason);
    }

    /** A constraint with its own columns' names changed; the text of a check is left alone. */
    private record ConstraintColumns(
            UnaryOperator<List<String>> rename, UnaryOperator<Map<String, String>> renameInOptions)
            implements Constraint.Visitor<Constraint> {
        @Override
        public Constraint primaryKey(Constraint.PrimaryKey key) {
            return key.withColumns(rename.apply(key.columns()), rename.apply(key.include()))
                    .withOptions(renameInOptions.apply(key.options()));
        }

        @Override
        public Constraint unique(Constraint.Unique unique) {
            return unique.withColumns(rename.apply(unique.columns()), rename.apply(unique.include()));
        }

        @Override
        public Constraint foreignKey(Constraint.ForeignKey key) {
            return key.withColumns(rename.apply(key.columns())).withSetColumns(rename.apply(key.setColumns()));
        }

        @Override
        public Constraint check(Constraint.Check check) {
            return check;
        }

        @Override
        public Constraint exclusion(Constraint.Exclusion exclusion) {
            return exclusion;
        }
    }
}
