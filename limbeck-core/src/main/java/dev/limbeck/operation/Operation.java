// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.operation;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.schema.CodeObject;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Domain;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.Extension;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One step of a migration, as a value: compiled for any dialect, reversed, rendered as source, applied to a schema.
 *
 * <p>An operation that removes or changes something carries what was there, where that is known. Operations that a diff
 * makes always know it; those that a person writes mostly do not, and then cannot be reversed by themselves.
 */
public sealed interface Operation {

    /** One method for each kind, so that a new kind breaks the build wherever it must be handled. */
    interface Visitor<R> {
        R createTable(CreateTable operation);

        R dropTable(DropTable operation);

        R renameTable(RenameTable operation);

        R commentOnTable(CommentOnTable operation);

        R setTableOption(SetTableOption operation);

        R alterTable(AlterTable operation);

        R addColumn(AddColumn operation);

        R dropColumn(DropColumn operation);

        R alterColumn(AlterColumn operation);

        R addConstraint(AddConstraint operation);

        R dropConstraint(DropConstraint operation);

        R renameConstraint(RenameConstraint operation);

        R validateConstraint(ValidateConstraint operation);

        R createIndex(CreateIndex operation);

        R dropIndex(DropIndex operation);

        R renameIndex(RenameIndex operation);

        R createSequence(CreateSequence operation);

        R alterSequence(AlterSequence operation);

        R renameSequence(RenameSequence operation);

        R dropSequence(DropSequence operation);

        R createEnum(CreateEnum operation);

        R alterEnum(AlterEnum operation);

        R dropEnum(DropEnum operation);

        R varcharCasts(VarcharCasts operation);

        R createSchema(CreateSchema operation);

        R dropSchema(DropSchema operation);

        R renameSchema(RenameSchema operation);

        R createExtension(CreateExtension operation);

        R updateExtension(UpdateExtension operation);

        R dropExtension(DropExtension operation);

        R createDomain(CreateDomain operation);

        R alterDomain(AlterDomain operation);

        R dropDomain(DropDomain operation);

        R renameEnumValue(RenameEnumValue operation);

        R createCode(CreateCode operation);

        R replaceCode(ReplaceCode operation);

        R dropCode(DropCode operation);

        R insertRows(InsertRows operation);

        R deleteRows(DeleteRows operation);

        R require(Require operation);

        R execute(Execute operation);

        R backfill(Backfill operation);

        R irreversible(Irreversible operation);
    }

    <R> R accept(Visitor<R> visitor);

    /**
     * The operation that undoes this one.
     *
     * @throws MigrationException if what was there before is not known
     */
    Operation reverse();

    /** The table that this operation changes; null for one that changes no table. */
    default @Nullable Name table() {
        return null;
    }

    /** The schema after this operation. */
    default Schema apply(Schema schema) {
        return accept(new SchemaChange(schema));
    }

    /**
     * The schema after this operation, for which all that it names must be there and nothing that it makes.
     *
     * @param mayDangle whether a foreign key may refer to a table that is made after it
     * @throws MismatchException that tells everything that does not fit
     */
    default Schema applyStrictly(Schema schema, boolean mayDangle) {
        return accept(new StrictChange(schema, mayDangle));
    }

    /** The schema after all these operations, one after the other. */
    static Schema applyAll(List<? extends Operation> operations, Schema schema) {
        Schema result = schema;
        for (Operation operation : operations) {
            result = operation.apply(result);
        }
        return result;
    }

    /** The operations that undo these, last first. */
    static List<Operation> reverseAll(List<? extends Operation> operations) {
        List<Operation> reversed = new ArrayList<>();
        for (Operation operation : operations) {
            reversed.add(operation.reverse());
        }
        Collections.reverse(reversed);
        return List.copyOf(reversed);
    }

    private static <T> T known(@Nullable T before, String what) {
        if (before == null) {
            throw new MigrationException(
                    ErrorCode.IRREVERSIBLE, "cannot reverse \"" + what + "\": what was there before is not known");
        }
        return before;
    }

    /** Creates a table with its columns, constraints, indexes and comment. */
    record CreateTable(Table definition) implements Operation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.createTable(this);
        }

        @Override
        public Operation reverse() {
            return new DropTable(definition.name(), definition);
        }

        @Override
        public Name table() {
            return definition.name();
        }
    }

    /** Drops a table. */
    record DropTable(Name table, @Nullable Table dropped) implements Operation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropTable(this);
        }

        @Override
        public Operation reverse() {
            return new CreateTable(known(dropped, "drop table " + table));
        }
    }

    /** Gives a table another name within its schema. */
    record RenameTable(Name table, String newName) implements Operation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.renameTable(this);
        }

        @Override
        public Operation reverse() {
            return new RenameTable(table.withName(newName), table.name());
        }
    }

    /** Sets or, with null, removes a table's comment. */
    record CommentOnTable(
            Name table, @Nullable String comment, @Nullable String before) implements Operation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.commentOnTable(this);
        }

        @Override
        public Operation reverse() {
            return new CommentOnTable(table, before, comment);
        }
    }

    /**
     * Sets or, with null, removes an option of a table that only its database knows, such as {@code engine} on MariaDB.
     */
    record SetTableOption(
            Name table,
            String option,
            @Nullable String value,
            @Nullable String before) implements Operation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.setTableOption(this);
        }

        @Override
        public Operation reverse() {
            return new SetTableOption(table, option, before, value);
        }
    }

    /**
     * Several changes of one table, made together; a table that must be rebuilt is rebuilt once.
     *
     * @param mayCopyTable whether a server that would copy the table, or keep writers out of it, may do so
     */
    record AlterTable(Name table, List<Operation> operations, boolean mayCopyTable) implements Operation {
        public AlterTable(Name table, List<Operation> operations) {
            this(table, operations, false);
        }

        public AlterTable {
            operations = List.copyOf(operations);
            for (Operation operation : operations) {
                if (!table.equals(operation.table()) || operation instanceof AlterTable) {
                    throw new IllegalArgumentException("not a change of table " + table + ": " + operation);
                }
            }
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.alterTable(this);
        }

        @Override
        public Operation reverse() {
            List<Operation> reversed = new ArrayList<>();
            for (Operation operation : reverseAll(operations)) {
                // What has nothing to undo reverses to a batch without changes.
                if (!(operation instanceof AlterTable)) {
                    reversed.add(operation);
                }
            }
            return new AlterTable(table, reversed, mayCopyTable);
        }
    }

    /** Adds a column. */
    record AddColumn(Name table, Column column) implements Operation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.addColumn(this);
        }

        @Override
        public Operation reverse() {
            return new DropColumn(table, column.name(), column);
        }
    }

    /** Drops a column. */
    record DropColumn(Name table, String column, @Nullable Column dropped) implements Operation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropColumn(this);
        }

        @Override
        public Operation reverse() {
            return new AddColumn(table, known(dropped, "drop column " + table + "." + column));
        }
    }

    /** Changes what is named of a column, and nothing else of it. */
    record AlterColumn(
            Name table,
            String column,
            ColumnChange change,
            @Nullable ColumnChange undo) implements Operation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.alterColumn(this);
        }

        @Override
        public Operation reverse() {
            String name = Objects.requireNonNullElse(change.newName(), column);
            return new AlterColumn(table, name, known(undo, "alter column " + table + "." + column), change);
        }
    }

    /**
     * Adds a constraint; one that is not valid yet holds for new rows and leaves those that are there unread.
     *
     * @param usingIndex the index that a primary key or unique constraint takes over instead of building one
     */
    record AddConstraint(
            Name table,
            Constraint constraint,
            boolean notValid,
            @Nullable String usingIndex) implements Operation {
        public AddConstraint {
            constraint = notValid ? constraint.withNotValid(true) : constraint;
            notValid = notValid || constraint.notValid();
        }

        public AddConstraint(Name table, Constraint constraint) {
            this(table, constraint, false);
        }

        public AddConstraint(Name table, Constraint constraint, boolean notValid) {
            this(table, constraint, notValid, null);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.addConstraint(this);
        }

        @Override
        public Operation reverse() {
            Operation drop = new DropConstraint(table, constraint.name(), constraint);
            return usingIndex == null
                    ? drop
                    : new AlterTable(table, List.of(drop, new CreateIndex(table, takenOver(usingIndex, constraint))));
        }

        /** The index as it was before the constraint took it over. */
        private static Index takenOver(String name, Constraint constraint) {
            List<String> columns = constraint instanceof Constraint.PrimaryKey key
                    ? key.columns()
                    : ((Constraint.Unique) constraint).columns();
            List<String> include = constraint instanceof Constraint.PrimaryKey key
                    ? key.include()
                    : ((Constraint.Unique) constraint).include();
            return Index.of(name, columns.stream().map(Index.Part::column).toList())
                    .withUnique(true)
                    .withInclude(include)
                    .withNullsNotDistinct(constraint instanceof Constraint.Unique unique && unique.nullsNotDistinct());
        }
    }

    /** Drops a constraint by its name, or one without a name by what it says. */
    record DropConstraint(
            Name table, @Nullable String name, @Nullable Constraint dropped) implements Operation {
        public DropConstraint {
            if (name == null && dropped == null) {
                throw new IllegalArgumentException("neither the name nor the definition of the constraint is given");
            }
        }

        /** The constraints of the table that may be meant: by the name, or else by what they say. */
        public List<Constraint> meant(Table inTable) {
            if (name != null) {
                return inTable.constraint(name).stream().toList();
            }
            Constraint wanted = Objects.requireNonNull(dropped);
            return inTable.constraints().contains(wanted)
                    ? List.of(wanted)
                    : inTable.constraints().stream()
                            .filter(constraint -> constraint.accept(new ConstraintMatch(wanted)))
                            .toList();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropConstraint(this);
        }

        @Override
        public Operation reverse() {
            return new AddConstraint(table, known(dropped, "drop constraint " + name + " of " + table));
        }
    }

    /** Gives a constraint another name. */
    record RenameConstraint(Name table, String name, String newName) implements Operation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.renameConstraint(this);
        }

        @Override
        public Operation reverse() {
            return new RenameConstraint(table, newName, name);
        }
    }

    /** Makes a constraint that was added as not valid hold for all rows, which are read for it. */
    record ValidateConstraint(Name table, String name) implements Operation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.validateConstraint(this);
        }

        /** Nothing: a constraint that holds does no harm, and goes with the one that added it. */
        @Override
        public Operation reverse() {
            return new AlterTable(table, List.of());
        }
    }

    /** Creates an index; concurrently, without keeping writers out meanwhile. */
    record CreateIndex(Name table, Index index, boolean concurrently) implements Operation {
        public CreateIndex(Name table, Index index) {
            this(table, index, false);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.createIndex(this);
        }

        @Override
        public Operation reverse() {
            return new DropIndex(table, index.name(), index, concurrently);
        }
    }

    /** Drops an index; concurrently, without keeping readers and writers out meanwhile. */
    record DropIndex(Name table, String name, @Nullable Index dropped, boolean concurrently) implements Operation {
        public DropIndex(Name table, String name, @Nullable Index dropped) {
            this(table, name, dropped, false);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropIndex(this);
        }

        @Override
        public Operation reverse() {
            return new CreateIndex(table, known(dropped, "drop index " + name), concurrently);
        }
    }

    /** Gives an index another name. */
    record RenameIndex(Name table, String name, String newName) implements Operation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.renameIndex(this);
        }

        @Override
        public Operation reverse() {
            return new RenameIndex(table, newName, name);
        }
    }

    /** Creates a sequence. */
    record CreateSequence(Sequence sequence) implements Operation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.createSequence(this);
        }

        @Override
        public Operation reverse() {
            return new DropSequence(sequence.name(), sequence);
        }
    }

    /**
     * Changes how a sequence counts, whom it belongs to, or its comment: whatever differs from what was before. Where
     * that is not known only the counting changes.
     */
    record AlterSequence(Sequence sequence, @Nullable Sequence before) implements Operation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.alterSequence(this);
        }

        @Override
        public Operation reverse() {
            return new AlterSequence(known(before, "alter sequence " + sequence.name()), sequence);
        }
    }

    /** Gives a sequence another name within its schema; it goes on counting where it was. */
    record RenameSequence(Name name, String newName) implements Operation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.renameSequence(this);
        }

        @Override
        public Operation reverse() {
            return new RenameSequence(name.withName(newName), name.name());
        }
    }

    /** Drops a sequence. */
    record DropSequence(Name name, @Nullable Sequence dropped) implements Operation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropSequence(this);
        }

        @Override
        public Operation reverse() {
            return new CreateSequence(known(dropped, "drop sequence " + name));
        }
    }

    /** Creates an enum type. */
    record CreateEnum(EnumType type) implements Operation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.createEnum(this);
        }

        @Override
        public Operation reverse() {
            return new DropEnum(type.name(), type);
        }
    }

    /**
     * Gives an enum type another list of values; a value that is no longer in it must not be in use.
     *
     * @param committed whether new values are committed at once, because later operations of the same migration use them
     */
    record AlterEnum(
            Name type, List<String> values, @Nullable List<String> before, boolean committed) implements Operation {
        public AlterEnum {
            values = List.copyOf(values);
            before = before == null ? null : List.copyOf(before);
        }

        public AlterEnum(Name type, List<String> values, @Nullable List<String> before) {
            this(type, values, before, false);
        }

        /** Whether all values that were there stay, in their order. */
        public boolean onlyAdds() {
            return before != null
                    && values.stream().filter(before::contains).toList().equals(before);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.alterEnum(this);
        }

        @Override
        public Operation reverse() {
            return new AlterEnum(type, known(before, "alter enum " + type), values, committed);
        }
    }

    /** Drops an enum type. */
    record DropEnum(Name name, @Nullable EnumType dropped) implements Operation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropEnum(this);
        }

        @Override
        public Operation reverse() {
            return new CreateEnum(known(dropped, "drop enum " + name));
        }
    }

    /** Makes values of an enum type turn into varchar and back without being asked to, or stops that. */
    record VarcharCasts(Name type, boolean present) implements Operation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.varcharCasts(this);
        }

        @Override
        public Operation reverse() {
            return new VarcharCasts(type, !present);
        }
    }

    /** Creates a schema where there is none of that name. */
    record CreateSchema(String name) implements Operation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.createSchema(this);
        }

        @Override
        public Operation reverse() {
            return new DropSchema(name);
        }
    }

    /** Drops a schema that holds nothing any more. */
    record DropSchema(String name) implements Operation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropSchema(this);
        }

        @Override
        public Operation reverse() {
            return new CreateSchema(name);
        }
    }

    /** Gives a schema, and so all that is in it, another name. */
    record RenameSchema(String name, String newName) implements Operation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.renameSchema(this);
        }

        @Override
        public Operation reverse() {
            return new RenameSchema(newName, name);
        }
    }

    /** Creates an extension, of a certain version or of the server's usual one, where it is not there already. */
    record CreateExtension(Extension extension, @Nullable String version) implements Operation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.createExtension(this);
        }

        @Override
        public Operation reverse() {
            return new DropExtension(extension.name(), extension);
        }
    }

    /** Brings an extension to a version, or to the newest that the server has. */
    record UpdateExtension(String name, @Nullable String version) implements Operation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.updateExtension(this);
        }

        @Override
        public Operation reverse() {
            throw new MigrationException(ErrorCode.IRREVERSIBLE, "cannot reverse the update of extension " + name);
        }
    }

    /** Drops an extension. */
    record DropExtension(String name, @Nullable Extension dropped) implements Operation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropExtension(this);
        }

        @Override
        public Operation reverse() {
            return new CreateExtension(known(dropped, "drop extension " + name), null);
        }
    }

    /** Creates a domain. */
    record CreateDomain(Domain domain) implements Operation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.createDomain(this);
        }

        @Override
        public Operation reverse() {
            return new DropDomain(domain.name(), domain);
        }
    }

    /** Changes what is named of a domain, and nothing else of it. */
    record AlterDomain(
            Name domain, DomainChange change, @Nullable DomainChange undo) implements Operation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.alterDomain(this);
        }

        @Override
        public Operation reverse() {
            return new AlterDomain(domain, known(undo, "alter domain " + domain), change);
        }
    }

    /** Drops a domain. */
    record DropDomain(Name name, @Nullable Domain dropped) implements Operation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropDomain(this);
        }

        @Override
        public Operation reverse() {
            return new CreateDomain(known(dropped, "drop domain " + name));
        }
    }

    /** Gives a value of an enum type another name. */
    record RenameEnumValue(Name type, String value, String newValue) implements Operation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.renameEnumValue(this);
        }

        @Override
        public Operation reverse() {
            return new RenameEnumValue(type, newValue, value);
        }
    }

    /** Creates a view, function, procedure or trigger. */
    record CreateCode(CodeObject object) implements Operation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.createCode(this);
        }

        @Override
        public Operation reverse() {
            return new DropCode(object.key(), object);
        }
    }

    /** Gives a view, function, procedure or trigger another definition. */
    record ReplaceCode(CodeObject object, @Nullable CodeObject before) implements Operation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.replaceCode(this);
        }

        @Override
        public Operation reverse() {
            return new ReplaceCode(
                    known(before, "replace " + object.key().kind().label() + " " + object.key()), object);
        }
    }

    /** Drops a view, function, procedure or trigger. */
    record DropCode(CodeObject.Key key, @Nullable CodeObject dropped) implements Operation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropCode(this);
        }

        @Override
        public Operation reverse() {
            return new CreateCode(known(dropped, "drop " + key.kind().label() + " " + key));
        }
    }

    /** Inserts rows. A value is null, a String, a Number or a Boolean. */
    record InsertRows(Name table, List<String> columns, List<Row> rows) implements Operation {
        public InsertRows {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.insertRows(this);
        }

        @Override
        public Operation reverse() {
            return new DeleteRows(table, columns, rows);
        }
    }

    /** Deletes the rows that have exactly these values in these columns. */
    record DeleteRows(Name table, List<String> columns, List<Row> rows) implements Operation {
        public DeleteRows {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.deleteRows(this);
        }

        @Override
        public Operation reverse() {
            return new InsertRows(table, columns, rows);
        }
    }

    /**
     * Goes on only if nothing is in the way.
     *
     * @param what must be so, as the message names it when it is not
     * @param sql a query of one number: how many are in the way
     */
    record Require(String what, String sql) implements Operation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.require(this);
        }

        /** Nothing: to have looked does no harm. */
        @Override
        public Operation reverse() {
            throw new MigrationException(ErrorCode.IRREVERSIBLE, "a requirement has nothing to reverse: " + what);
        }
    }

    /** Runs one statement of SQL as it stands, with a value for each {@code ?} in it. */
    record Execute(String sql, List<Object> parameters) implements Operation {
        public Execute {
            parameters = List.copyOf(parameters);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.execute(this);
        }

        @Override
        public Operation reverse() {
            throw new MigrationException(ErrorCode.IRREVERSIBLE, "cannot reverse the statement: " + sql);
        }
    }

    /**
     * Gives columns of rows that are there a value, a batch of rows after the other, each committed on its own.
     *
     * @param condition what a row must meet to be changed; null for all rows
     * @param key the columns by whose order batches are cut; none for the primary key
     * @param batch how many rows a batch goes by
     * @param pause the time between two batches
     */
    record Backfill(
            Name table,
            List<Assignment> assignments,
            @Nullable String condition,
            List<String> key,
            int batch,
            Duration pause)
            implements Operation {
        public Backfill {
            assignments = List.copyOf(assignments);
            key = List.copyOf(key);
            if (assignments.isEmpty()) {
                throw new IllegalArgumentException(
                        "the backfill of table " + table + " sets no column; say set(COLUMN, EXPRESSION)");
            }
            if (batch < 1) {
                throw new IllegalArgumentException("the batches of the backfill of table " + table + " have " + batch
                        + " rows; give them at least 1");
            }
            if (pause.isNegative()) {
                throw new IllegalArgumentException(
                        "the pause of the backfill of table " + table + " is negative: " + pause);
            }
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.backfill(this);
        }

        @Override
        public Operation reverse() {
            throw new MigrationException(ErrorCode.IRREVERSIBLE, "cannot reverse the backfill of table " + table);
        }
    }

    /** Refuses to go on, with the reason. */
    record Irreversible(String reason) implements Operation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.irreversible(this);
        }

        @Override
        public Operation reverse() {
            throw new MigrationException(ErrorCode.IRREVERSIBLE, reason);
        }
    }
}
