// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.h2;

import dev.limbeck.dialect.Current;
import dev.limbeck.dialect.DdlCompiler;
import dev.limbeck.dialect.SqlWriter;
import dev.limbeck.dialect.Statement;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnValue;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.DataType;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What H2 says in its own words. */
final class H2Compiler extends DdlCompiler {
    private final Current current;

    H2Compiler(H2Dialect dialect, Current current) {
        super(dialect);
        this.current = current;
    }

    @Override
    protected String type(DataType type) {
        return H2Types.sql(type);
    }

    @Override
    protected void column(SqlWriter writer, Column column) {
        if (column.collation() != null) {
            throw refuseCollation(column.name());
        }
        super.column(writer, column);
    }

    @Override
    protected void columnValue(SqlWriter writer, ColumnValue value) {
        if (value instanceof ColumnValue.Generated generated) {
            writer.word(generatedOf(generated));
        } else {
            super.columnValue(writer, value);
        }
    }

    /** H2 computes the value when the row is written, and has no word for it. */
    String generatedOf(ColumnValue.Generated generated) {
        if (!generated.stored()) {
            throw refuse("compute a column when it is read", "Write generatedStored(…)");
        }
        return "generated always as (" + generated.sql() + ")";
    }

    @Override
    public List<Statement> alterColumn(Operation.AlterColumn operation) {
        return new H2ColumnChange(this, operation, current).statements();
    }

    @Override
    public List<Statement> createTable(Operation.CreateTable operation) {
        Table table = operation.definition();
        return super.createTable(new Operation.CreateTable(table.withConstraints(table.constraints().stream()
                .map(constraint -> H2ConstraintNames.named(table.name(), constraint))
                .toList())));
    }

    @Override
    public List<Statement> addConstraint(Operation.AddConstraint operation) {
        Constraint named = H2ConstraintNames.named(operation.table(), operation.constraint());
        return super.addConstraint(
                new Operation.AddConstraint(operation.table(), named, operation.notValid(), operation.usingIndex()));
    }

    @Override
    protected void constraint(SqlWriter writer, Constraint constraint) {
        if (deferral(constraint) != Constraint.Deferral.NOT_DEFERRABLE) {
            throw refuse("check a constraint later than at once (" + constraint.name() + ")", "Leave its deferral out");
        }
        if (constraint instanceof Constraint.ForeignKey key && key.match() == Constraint.Match.FULL) {
            throw refuse(
                    "match a foreign key fully (" + key.name() + ")", "Add a check that its columns are null together");
        }
        super.constraint(writer, constraint);
    }

    private static Constraint.Deferral deferral(Constraint constraint) {
        if (constraint instanceof Constraint.Unique unique) {
            return unique.deferral();
        }
        if (constraint instanceof Constraint.PrimaryKey key) {
            return key.deferral();
        }
        return constraint instanceof Constraint.ForeignKey key ? key.deferral() : Constraint.Deferral.NOT_DEFERRABLE;
    }

    @Override
    public List<Statement> dropConstraint(Operation.DropConstraint operation) {
        if (operation.name() != null) {
            return super.dropConstraint(operation);
        }
        boolean byKind = operation.dropped() instanceof Constraint.PrimaryKey key && !sharesItsIndex(operation, key);
        return alter(
                operation.table(),
                byKind
                        ? "drop primary key"
                        : "drop constraint " + quote(H2ConstraintNames.inDatabase(operation, current)));
    }

    /** H2 drops a primary key by its kind only where no foreign key uses its index. */
    private boolean sharesItsIndex(Operation.DropConstraint operation, Constraint.PrimaryKey key) {
        return current.schema().table(operation.table()).stream()
                .flatMap(table -> table.foreignKeys().stream())
                .anyMatch(foreign -> serves(key.columns(), true, foreign));
    }

    @Override
    public List<Statement> createIndex(Operation.CreateIndex operation) {
        Index index = operation.index();
        refuseUnknown(index);
        return List.of(new SqlWriter()
                .word("create")
                .wordIf(index.unique(), "unique")
                .wordIf(index.nullsNotDistinct(), "nulls not distinct")
                .wordIf(index.method() != null, String.valueOf(index.method()))
                .word("index")
                .word(quote(index.name()))
                .word("on")
                .word(name(operation.table()))
                .parens(index.parts(), this::indexPart)
                .statement());
    }

    private void refuseUnknown(Index index) {
        if (index.where() != null) {
            throw refuse("index a part of a table's rows (" + index.name() + ")", "Leave the condition out");
        }
        if (index.parts().stream().anyMatch(Index.Part::expression)) {
            throw refuse(
                    "index an expression (" + index.name() + ")",
                    "Add a column with generatedStored(…) and index that");
        }
        boolean hasMethod =
                index.method() != null && !List.of("hash", "spatial").contains(index.method());
        boolean hasWords =
                index.parts().stream().anyMatch(part -> part.operatorClass() != null || part.collation() != null);
        if (hasMethod || hasWords || !index.include().isEmpty()) {
            throw refuse(
                    "create index " + index.name() + " with a method (but hash and spatial), an operator class, a"
                            + " collation or included columns",
                    "Leave these out");
        }
    }

    /** An index that serves a constraint goes only without that: the constraint then makes an index of its own. */
    @Override
    public List<Statement> dropIndex(Operation.DropIndex operation) {
        List<Constraint> served = current.schema()
                .table(operation.table())
                .map(table -> served(table, operation.name()))
                .orElse(List.of());
        List<Statement> statements = new ArrayList<>();
        for (Constraint constraint : served) {
            statements.addAll(
                    dropConstraint(new Operation.DropConstraint(operation.table(), constraint.name(), constraint)));
        }
        statements.addAll(super.dropIndex(operation));
        for (Constraint constraint : served) {
            statements.addAll(addConstraint(new Operation.AddConstraint(operation.table(), constraint)));
        }
        return statements;
    }

    private static List<Constraint> served(Table table, String indexName) {
        return table.index(indexName).stream()
                .flatMap(index -> table.constraints().stream()
                        .filter(constraint -> serves(
                                index.parts().stream().map(Index.Part::text).toList(), index.unique(), constraint)))
                .toList();
    }

    private static boolean serves(List<String> indexed, boolean unique, Constraint constraint) {
        if (constraint instanceof Constraint.ForeignKey key) {
            int width = key.columns().size();
            return indexed.size() >= width && indexed.subList(0, width).containsAll(key.columns());
        }
        return unique
                && constraint instanceof Constraint.Unique key
                && indexed.size() == key.columns().size()
                && indexed.containsAll(key.columns());
    }

    @Override
    public List<Statement> createSequence(Operation.CreateSequence operation) {
        Sequence sequence = operation.sequence();
        refuseOwner(sequence);
        SqlWriter writer = new SqlWriter().word("create sequence").word(name(sequence.name()));
        if (sequence.options().type() != null) {
            writer.word("as").word(sequence.options().type());
        }
        String options = sequenceOptions(sequence.options());
        writer.wordIf(!options.isEmpty(), options);
        List<Statement> statements = new ArrayList<>(List.of(writer.statement()));
        if (sequence.comment() != null) {
            statements.add(comment(sequence));
        }
        return statements;
    }

    @Override
    public List<Statement> alterSequence(Operation.AlterSequence operation) {
        Name name = operation.sequence().name();
        Sequence before = operation.before() == null
                ? current.schema().sequences().getOrDefault(name, Sequence.of(name))
                : operation.before();
        // Without the one before it says the options alone.
        Sequence after = operation.before() == null
                ? before.withOptions(operation.sequence().options())
                : operation.sequence();
        refuseOwner(after);
        if (!Objects.equals(before.options().type(), after.options().type())) {
            throw refuse(
                    "change the type of a sequence (" + after.name() + ")",
                    "Drop it, create it again and restart it where it was");
        }
        if (H2SequenceOptions.countsDown(before.options()) != H2SequenceOptions.countsDown(after.options())) {
            throw refuse("let a sequence count the other way (" + after.name() + ")", "Drop it and create it again");
        }
        List<String> changes = H2SequenceOptions.changes(before.options(), after.options());
        long start = H2SequenceOptions.start(after.options());
        if (start != H2SequenceOptions.start(before.options())) {
            changes.add(0, "start with " + start);
        }
        List<Statement> statements = new ArrayList<>();
        if (!changes.isEmpty()) {
            statements.add(Statement.of("alter sequence " + name(after.name()) + " " + String.join(" ", changes)));
        }
        if (!Objects.equals(before.comment(), after.comment())) {
            statements.add(comment(after));
        }
        return statements;
    }

    private void refuseOwner(Sequence sequence) {
        if (sequence.owner() != null) {
            throw refuse("let a column own a sequence (" + sequence.name() + ")", "Make the column an identity");
        }
    }

    private Statement comment(Sequence sequence) {
        return Statement.of("comment on sequence " + name(sequence.name()) + " is " + literal(sequence.comment()));
    }

    /** H2 has no word for it: another one goes on where this one is. */
    @Override
    public List<Statement> renameSequence(Operation.RenameSequence operation) {
        Name newName = operation.name().withName(operation.newName());
        Sequence sequence = current.schema().sequences().get(operation.name());
        if (sequence == null) {
            throw refuse(
                    "rename the sequence " + operation.name() + ", as there is none of that name", "Correct the name");
        }
        List<Statement> statements =
                new ArrayList<>(createSequence(new Operation.CreateSequence(sequence.withName(newName))));
        statements.add(Statement.of("alter sequence " + name(newName) + " restart with (select base_value from"
                + " information_schema.sequences where sequence_schema = "
                + (operation.name().schema() == null
                        ? "current_schema"
                        : literal(operation.name().schema()))
                + " and sequence_name = " + literal(operation.name().name()) + ")"));
        statements.addAll(dropSequence(new Operation.DropSequence(operation.name(), sequence)));
        return statements;
    }

    @Override
    protected String temporary() {
        return "local temporary";
    }

    @Override
    public List<Statement> dropSequence(Operation.DropSequence operation) {
        return one("drop sequence " + name(operation.name()));
    }

    /** A scratch database has the schemas of the settings already. */
    @Override
    public List<Statement> createSchema(Operation.CreateSchema operation) {
        return one("create schema if not exists " + quote(operation.name()));
    }

    /** H2 would drop all that is in it as well, unless told not to. */
    @Override
    public List<Statement> dropSchema(Operation.DropSchema operation) {
        return one("drop schema " + quote(operation.name()) + " restrict");
    }

    @Override
    public List<Statement> renameSchema(Operation.RenameSchema operation) {
        return one("alter schema " + quote(operation.name()) + " rename to " + quote(operation.newName()));
    }

    @Override
    public List<Statement> createEnum(Operation.CreateEnum operation) {
        throw refuse(
                "create an enum type that stands on its own ("
                        + operation.type().name() + ")",
                "Give the columns the type type(\"enum\", \"'A'\", \"'B'\")");
    }

    /** One change of a column, in the words behind {@code alter column}. */
    List<Statement> change(Operation.AlterColumn operation, String words) {
        return alterColumn(operation, words);
    }

    Statement commentOn(Operation.AlterColumn operation, @Nullable String comment) {
        return commentOnColumn(operation.table(), operation.column(), comment);
    }

    List<Statement> rename(Operation.AlterColumn operation, String newName) {
        return renameColumn(operation.table(), operation.column(), newName);
    }

    String identityOf(ColumnValue.Identity identity) {
        return identitySql(identity);
    }

    String defaultOf(ColumnValue value) {
        return defaultSql(value);
    }

    static MigrationException refuseCollation(String column) {
        return refuse(
                "give a column a collation of its own (" + column + ")",
                "Use type(\"varchar_ignorecase\", …) for texts whose case does not matter");
    }

    /** What H2 cannot do, and the nearest that it can. */
    static MigrationException refuse(String what, String nearest) {
        return new MigrationException(
                ErrorCode.UNSUPPORTED_CHANGE,
                "H2 cannot " + what + ". " + nearest + ", or take it out of the migration.");
    }
}
