// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.operation.ColumnChange;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Row;
import dev.limbeck.schema.CodeObject;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnValue;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.DataType;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SequenceOptions;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Operations in the SQL that most databases share, lower case and one clause a word. A dialect overrides the sentences
 * that it says in another way.
 */
public abstract class DdlCompiler implements Operation.Visitor<List<Statement>> {
    private final Dialect dialect;

    protected DdlCompiler(Dialect dialect) {
        this.dialect = dialect;
    }

    /** A type as this database spells it. */
    protected abstract String type(DataType type);

    protected final String quote(String identifier) {
        checkLength(identifier);
        return dialect.quote(identifier);
    }

    /** Refuses a name that the database would cut, or take and not find again. */
    protected void checkLength(String identifier) {}

    protected final MigrationException tooLong(String identifier, String limit) {
        return new MigrationException(
                ErrorCode.UNSUPPORTED_CHANGE,
                "The name " + identifier + " is too long: " + dialect.label() + " takes " + limit
                        + " and would cut the rest off; give it a shorter one.");
    }

    protected final String name(Name name) {
        return name.schema() == null ? quote(name.name()) : quote(name.schema()) + "." + quote(name.name());
    }

    protected final String literal(@Nullable Object value) {
        return dialect.literal(value);
    }

    protected final String columns(List<String> columns) {
        return "(" + String.join(", ", columns.stream().map(this::quote).toList()) + ")";
    }

    /** A refusal that says what cannot be done, of which object, and the nearest that can. */
    protected final MigrationException unsupported(String what, String nearest) {
        return new MigrationException(
                ErrorCode.UNSUPPORTED_CHANGE,
                dialect.label() + " cannot " + what + ". " + nearest + ", or take it out of the migration.");
    }

    @Override
    public List<Statement> createTable(Operation.CreateTable operation) {
        Table table = operation.definition();
        List<Statement> statements = new ArrayList<>();
        List<Consumer<SqlWriter>> lines = new ArrayList<>();
        for (Column column : table.columns()) {
            lines.add(writer -> column(writer, column));
        }
        for (Constraint constraint : table.constraints()) {
            lines.add(writer -> constraint(writer, constraint));
        }
        SqlWriter writer = new SqlWriter()
                .word("create table")
                .word(name(table.name()))
                .lines(lines, (line, write) -> write.accept(line));
        tableOptions(writer, table);
        statements.add(writer.statement());
        for (Index index : table.indexes()) {
            statements.addAll(createIndex(new Operation.CreateIndex(table.name(), index)));
        }
        if (dialect.has(Feature.COMMENTS)) {
            if (table.comment() != null) {
                statements.addAll(commentOnTable(new Operation.CommentOnTable(table.name(), table.comment(), null)));
            }
            for (Column column : table.columns()) {
                if (column.comment() != null) {
                    statements.add(commentOnColumn(table.name(), column.name(), column.comment()));
                }
            }
        }
        return statements;
    }

    /** A collation as it stands in SQL. */
    protected String collation(String name) {
        return quote(name);
    }

    /** Writes what follows a table's closing parenthesis. */
    protected void tableOptions(SqlWriter writer, Table table) {
        for (String option : table.options().keySet()) {
            throw unsupportedOption(table.name(), option);
        }
    }

    protected final MigrationException unsupportedOption(Name table, String option) {
        return unsupported(
                "give table " + table + " the option \"" + option + "\", which it does not know",
                "Leave it out, or give it in a SQL file with a section for the database that knows it");
    }

    @Override
    public List<Statement> dropTable(Operation.DropTable operation) {
        return one("drop table " + name(operation.table()));
    }

    @Override
    public List<Statement> renameTable(Operation.RenameTable operation) {
        return one("alter table " + name(operation.table()) + " rename to " + quote(operation.newName()));
    }

    @Override
    public List<Statement> commentOnTable(Operation.CommentOnTable operation) {
        return one("comment on table " + name(operation.table()) + " is " + literal(operation.comment()));
    }

    @Override
    public List<Statement> setTableOption(Operation.SetTableOption operation) {
        throw unsupportedOption(operation.table(), operation.option());
    }

    protected Statement commentOnColumn(Name table, String column, @Nullable String comment) {
        return Statement.of("comment on column " + name(table) + "." + quote(column) + " is " + literal(comment));
    }

    @Override
    public List<Statement> alterTable(Operation.AlterTable operation) {
        return operation.operations().stream()
                .flatMap(change -> change.accept(this).stream())
                .toList();
    }

    @Override
    public List<Statement> addColumn(Operation.AddColumn operation) {
        SqlWriter writer = new SqlWriter()
                .word("alter table")
                .word(name(operation.table()))
                .word("add column");
        column(writer, operation.column());
        List<Statement> statements = new ArrayList<>(List.of(writer.statement()));
        if (operation.column().comment() != null && dialect.has(Feature.COMMENTS)) {
            statements.add(commentOnColumn(
                    operation.table(),
                    operation.column().name(),
                    operation.column().comment()));
        }
        return statements;
    }

    @Override
    public List<Statement> dropColumn(Operation.DropColumn operation) {
        return alter(operation.table(), "drop column " + quote(operation.column()));
    }

    /** Changes in the order type, null, default, comment, name; each a statement of its own. */
    @Override
    public List<Statement> alterColumn(Operation.AlterColumn operation) {
        List<Statement> statements = new ArrayList<>();
        ColumnChange change = operation.change();
        if (change.newType() != null || change.newCollation().changes()) {
            statements.addAll(changeType(operation));
        }
        if (change.newValue().changes()) {
            statements.addAll(changeValue(operation));
        }
        if (change.newNullable() != null) {
            statements.addAll(changeNullable(operation, change.newNullable()));
        }
        if (change.newComment().changes()) {
            statements.add(commentOnColumn(
                    operation.table(), operation.column(), change.newComment().value()));
        }
        if (change.newName() != null) {
            statements.addAll(renameColumn(operation.table(), operation.column(), change.newName()));
        }
        return statements;
    }

    protected List<Statement> changeType(Operation.AlterColumn operation) {
        DataType type = Objects.requireNonNull(operation.change().newType());
        return alterColumn(operation, "set data type " + type(type));
    }

    protected List<Statement> changeNullable(Operation.AlterColumn operation, boolean nullable) {
        return alterColumn(operation, nullable ? "drop not null" : "set not null");
    }

    protected List<Statement> changeValue(Operation.AlterColumn operation) {
        ColumnValue value = operation.change().newValue().value();
        if (value == null) {
            return alterColumn(operation, "drop default");
        }
        return alterColumn(operation, "set default " + defaultSql(value));
    }

    protected List<Statement> renameColumn(Name table, String from, String to) {
        return alter(table, "rename column " + quote(from) + " to " + quote(to));
    }

    @Override
    public List<Statement> addConstraint(Operation.AddConstraint operation) {
        if (operation.usingIndex() != null) {
            throw unsupported(
                    "make a constraint of table " + operation.table() + " of its index " + operation.usingIndex(),
                    "Drop the index and add the constraint without usingIndex(…)");
        }
        SqlWriter writer = new SqlWriter()
                .word("alter table")
                .word(name(operation.table()))
                .word("add");
        constraint(writer, operation.constraint());
        return List.of(writer.statement());
    }

    @Override
    public List<Statement> dropConstraint(Operation.DropConstraint operation) {
        if (operation.name() == null) {
            throw unsupported("drop a constraint of table " + operation.table() + " without its name", "Say the name");
        }
        return alter(operation.table(), "drop constraint " + quote(operation.name()));
    }

    /** What the table calls the constraint that the operation describes without a name. */
    protected final String nameOf(Operation.DropConstraint operation, Schema schema) {
        Constraint wanted = Objects.requireNonNull(operation.dropped());
        List<String> names = schema.table(operation.table()).stream()
                .flatMap(table -> operation.meant(table).stream())
                .map(Constraint::name)
                .filter(Objects::nonNull)
                .toList();
        if (names.size() == 1) {
            return names.get(0);
        }
        throw unsupported(
                "tell which constraint of table " + operation.table() + " is meant by " + inSql(wanted) + ": "
                        + (names.isEmpty()
                                ? "none is known to say just that"
                                : String.join(" and ", names) + " say so"),
                "Say the name that it has in the database, op.dropConstraint(\"" + operation.table() + "\", \"NAME\")");
    }

    private String inSql(Constraint constraint) {
        SqlWriter writer = new SqlWriter();
        constraint(writer, constraint);
        return writer.toString().replaceAll("\\s+", " ");
    }

    @Override
    public List<Statement> renameConstraint(Operation.RenameConstraint operation) {
        return alter(
                operation.table(),
                "rename constraint " + quote(operation.name()) + " to " + quote(operation.newName()));
    }

    /** Where every constraint is valid from the start there is nothing to do. */
    @Override
    public List<Statement> validateConstraint(Operation.ValidateConstraint operation) {
        return List.of();
    }

    @Override
    public List<Statement> createIndex(Operation.CreateIndex operation) {
        Index index = operation.index();
        SqlWriter writer = new SqlWriter()
                .word("create")
                .wordIf(index.unique(), "unique")
                .word("index")
                .word(indexName(operation.table(), index.name()))
                .word("on")
                .word(indexedTable(operation.table()));
        if (index.method() != null) {
            writer.word("using").word(index.method());
        }
        writer.parens(index.parts(), this::indexPart);
        if (!index.include().isEmpty()) {
            writer.word("include").word(columns(index.include()));
        }
        writer.wordIf(index.nullsNotDistinct(), "nulls not distinct");
        indexOptions(writer, index);
        if (index.where() != null) {
            writer.word("where").word(index.where());
        }
        return List.of(writer.statement());
    }

    /** How an index that is being created is named; some databases want its schema here, some refuse it. */
    protected String indexName(Name table, String index) {
        return quote(index);
    }

    /** How the table of an index that is being created is named. */
    protected String indexedTable(Name table) {
        return name(table);
    }

    protected void indexPart(SqlWriter writer, Index.Part part) {
        writer.word(part.expression() ? "(" + part.text() + ")" : quote(part.text()));
        if (part.collation() != null) {
            writer.word("collate").word(collation(part.collation()));
        }
        if (part.operatorClass() != null) {
            writer.word(part.operatorClass());
        }
        writer.wordIf(part.descending(), "desc");
        if (part.nulls() != null) {
            writer.word(part.nulls() == Index.Nulls.FIRST ? "nulls first" : "nulls last");
        }
    }

    @Override
    public List<Statement> renameIndex(Operation.RenameIndex operation) {
        return one("alter index " + name(operation.table().withName(operation.name())) + " rename to "
                + quote(operation.newName()));
    }

    @Override
    public List<Statement> dropIndex(Operation.DropIndex operation) {
        return one("drop index " + name(operation.table().withName(operation.name())));
    }

    @Override
    public List<Statement> createSequence(Operation.CreateSequence operation) {
        throw noSequences("create", operation.sequence().name());
    }

    @Override
    public List<Statement> alterSequence(Operation.AlterSequence operation) {
        throw noSequences("alter", operation.sequence().name());
    }

    @Override
    public List<Statement> renameSequence(Operation.RenameSequence operation) {
        throw noSequences("rename", operation.name());
    }

    @Override
    public List<Statement> dropSequence(Operation.DropSequence operation) {
        throw noSequences("drop", operation.name());
    }

    private MigrationException noSequences(String verb, Name name) {
        return unsupported(
                verb + " a sequence (" + name + "), of which it has none",
                "Make the column that it counts for an identity");
    }

    @Override
    public List<Statement> createEnum(Operation.CreateEnum operation) {
        throw noEnumTypes("create an enum type", operation.type().name());
    }

    @Override
    public List<Statement> alterEnum(Operation.AlterEnum operation) {
        throw noEnumTypes("alter an enum type", operation.type());
    }

    @Override
    public List<Statement> dropEnum(Operation.DropEnum operation) {
        throw noEnumTypes("drop an enum type", operation.name());
    }

    @Override
    public List<Statement> varcharCasts(Operation.VarcharCasts operation) {
        throw noEnumTypes("cast an enum type", operation.type());
    }

    private MigrationException noEnumTypes(String action, Name type) {
        return unsupported(
                action + " that stands on its own (" + type + ")",
                "Make the columns texts with a check of their values, or the database's own enum where it has one");
    }

    @Override
    public List<Statement> createSchema(Operation.CreateSchema operation) {
        throw noSchemas("create", operation.name());
    }

    @Override
    public List<Statement> dropSchema(Operation.DropSchema operation) {
        throw noSchemas("drop", operation.name());
    }

    @Override
    public List<Statement> renameSchema(Operation.RenameSchema operation) {
        throw noSchemas("rename", operation.name());
    }

    private MigrationException noSchemas(String verb, String name) {
        return unsupported(
                verb + " the schema " + name + ", as it has none of its own to migrate",
                "Put what belongs together into a database, and a limbeck.url, of its own");
    }

    @Override
    public List<Statement> createExtension(Operation.CreateExtension operation) {
        throw noExtensions("create", operation.extension().name());
    }

    @Override
    public List<Statement> updateExtension(Operation.UpdateExtension operation) {
        throw noExtensions("update", operation.name());
    }

    @Override
    public List<Statement> dropExtension(Operation.DropExtension operation) {
        throw noExtensions("drop", operation.name());
    }

    private MigrationException noExtensions(String verb, String name) {
        return unsupported(
                verb + " the extension " + name + ", which only PostgreSQL has",
                "Write this part as a SQL file with a section for postgresql only, -- limbeck: upgrade postgresql");
    }

    @Override
    public List<Statement> createDomain(Operation.CreateDomain operation) {
        throw noDomains("create", operation.domain().name());
    }

    @Override
    public List<Statement> alterDomain(Operation.AlterDomain operation) {
        throw noDomains("alter", operation.domain());
    }

    @Override
    public List<Statement> dropDomain(Operation.DropDomain operation) {
        throw noDomains("drop", operation.name());
    }

    private MigrationException noDomains(String verb, Name domain) {
        return unsupported(
                verb + " the domain " + domain + " here, as migrations have domains on PostgreSQL only",
                "Give each column the type that the domain is made of, and a check");
    }

    @Override
    public List<Statement> renameEnumValue(Operation.RenameEnumValue operation) {
        throw noEnumTypes("rename a value of an enum type", operation.type());
    }

    @Override
    public List<Statement> createCode(Operation.CreateCode operation) {
        CodeObject object = operation.object();
        CodeObject.Key key = object.key();
        checkKind(key);
        return one(
                key.kind().isView()
                        ? "create " + key.kind().label() + " " + name(key.name()) + " " + object.definition()
                        : object.definition());
    }

    /** Drops and creates, which all databases understand. */
    @Override
    public List<Statement> replaceCode(Operation.ReplaceCode operation) {
        List<Statement> statements = new ArrayList<>(
                dropCode(new Operation.DropCode(operation.object().key(), null)));
        statements.addAll(createCode(new Operation.CreateCode(operation.object())));
        return statements;
    }

    @Override
    public List<Statement> dropCode(Operation.DropCode operation) {
        checkKind(operation.key());
        return one("drop " + operation.key().kind().label() + " "
                + name(operation.key().name()));
    }

    /** The kinds of code that the database has. */
    protected Set<CodeObject.Kind> codeKinds() {
        return EnumSet.of(CodeObject.Kind.VIEW, CodeObject.Kind.TRIGGER);
    }

    /** Refuses what the database does not keep. */
    protected final void checkKind(CodeObject.Key key) {
        if (!codeKinds().contains(key.kind())) {
            throw unsupported(
                    "keep the " + key.kind().label() + " " + key,
                    key.kind().isView()
                            ? "Make it a view, or a table that is filled when it is due"
                            : "Do it in the application, or in a trigger");
        }
    }

    @Override
    public List<Statement> insertRows(Operation.InsertRows operation) {
        return operation.rows().stream()
                .map(row -> new SqlWriter()
                        .word("insert into")
                        .word(name(operation.table()))
                        .word(columns(operation.columns()))
                        .word("values")
                        .parens(row.values(), (writer, value) -> writer.word(literal(value)))
                        .statement())
                .toList();
    }

    @Override
    public List<Statement> deleteRows(Operation.DeleteRows operation) {
        return operation.rows().stream()
                .map(row -> Statement.of(
                        "delete from " + name(operation.table()) + " where " + condition(operation.columns(), row)))
                .toList();
    }

    private String condition(List<String> columns, Row row) {
        List<String> conditions = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Object value = row.values().get(i);
            conditions.add(quote(columns.get(i)) + (value == null ? " is null" : " = " + literal(value)));
        }
        return String.join(" and ", conditions);
    }

    /**
     * What a script says; where Limbeck runs the migration itself it asks the query, and has more to say about the
     * answer. A table whose check is violated is the one way to fail on purpose that all have.
     */
    @Override
    public List<Statement> require(Operation.Require operation) {
        String check = operation.what().replaceAll("[^A-Za-z0-9_ .-]", " ").strip();
        return List.of(
                Statement.of("create " + temporary() + " table limbeck_require (found bigint, constraint "
                        + quote(check.substring(0, Math.min(check.length(), 60))) + " check (found = 0))"),
                Statement.of("insert into limbeck_require select (" + operation.sql() + ")"),
                Statement.of("drop " + droppedTemporary() + "table limbeck_require"));
    }

    /** The word for a table that only its connection sees. */
    protected String temporary() {
        return "temporary";
    }

    /** What stands before {@code table} where such a table is dropped; with a space behind it. */
    protected String droppedTemporary() {
        return "";
    }

    @Override
    public List<Statement> execute(Operation.Execute operation) {
        return List.of(new Statement(operation.sql(), operation.parameters(), true));
    }

    /** All at once: batches are for whoever runs it on the tables that others use meanwhile. */
    @Override
    public List<Statement> backfill(Operation.Backfill operation) {
        SqlWriter update =
                new SqlWriter().word("update").word(name(operation.table())).word("set");
        update.word(operation.assignments().stream()
                .map(assignment -> quote(assignment.column()) + " = " + assignment.expression())
                .collect(Collectors.joining(", ")));
        if (operation.condition() != null) {
            update.word("where").word(operation.condition());
        }
        return List.of(update.statement());
    }

    @Override
    public List<Statement> irreversible(Operation.Irreversible operation) {
        throw new MigrationException(ErrorCode.IRREVERSIBLE, operation.reason());
    }

    /** Writes a column as it stands in {@code create table} and {@code add column}. */
    protected void column(SqlWriter writer, Column column) {
        writer.word(quote(column.name())).word(type(column.type()));
        if (column.collation() != null) {
            writer.word("collate").word(collation(column.collation()));
        }
        if (column.value() != null) {
            columnValue(writer, column.value());
        }
        writer.wordIf(!column.nullable(), "not null");
    }

    protected void columnValue(SqlWriter writer, ColumnValue value) {
        writer.word(value.accept(new ColumnValue.Visitor<String>() {
            @Override
            public String literal(ColumnValue.Literal literal) {
                return "default " + defaultSql(literal);
            }

            @Override
            public String expression(ColumnValue.Expression expression) {
                return "default " + defaultSql(expression);
            }

            @Override
            public String identity(ColumnValue.Identity identity) {
                return identitySql(identity);
            }

            @Override
            public String generated(ColumnValue.Generated generated) {
                return "generated always as (" + generated.sql() + ") " + (generated.stored() ? "stored" : "virtual");
            }
        }));
    }

    /** A default as it stands behind the word {@code default}. */
    protected String defaultSql(ColumnValue value) {
        return value.accept(new ColumnValue.Visitor<String>() {
            @Override
            public String literal(ColumnValue.Literal literal) {
                return DdlCompiler.this.literal(literal.value());
            }

            @Override
            public String expression(ColumnValue.Expression expression) {
                return expression.sql();
            }

            @Override
            public String identity(ColumnValue.Identity identity) {
                throw unsupported("use an identity as a default", "Say identity() of the column");
            }

            @Override
            public String generated(ColumnValue.Generated generated) {
                throw unsupported("use a generation expression as a default", "Say generatedStored(…) of the column");
            }
        });
    }

    protected String identitySql(ColumnValue.Identity identity) {
        String options = sequenceOptions(identity.options());
        return "generated " + (identity.always() ? "always" : "by default") + " as identity"
                + (options.isEmpty() ? "" : " (" + options + ")");
    }

    /** The options that are said, in standard words; the type is not among them. */
    protected String sequenceOptions(SequenceOptions options) {
        List<String> words = new ArrayList<>();
        add(words, "increment by ", options.increment());
        add(words, "minvalue ", options.minimum());
        add(words, "maxvalue ", options.maximum());
        add(words, "start with ", options.start());
        add(words, "cache ", options.cache());
        if (options.cycle()) {
            words.add("cycle");
        }
        return String.join(" ", words);
    }

    private static void add(List<String> words, String word, @Nullable Long number) {
        if (number != null) {
            words.add(word + number);
        }
    }

    /** A constraint as messages name it: by its name, or by what it says. */
    protected static String label(Constraint constraint) {
        return constraint.name() == null ? constraint.toString() : constraint.name();
    }

    /** Writes a constraint as it stands in {@code create table} and {@code alter table add}. */
    protected void constraint(SqlWriter writer, Constraint constraint) {
        if (constraint.name() != null) {
            writer.word("constraint").word(quote(constraint.name()));
        }
        writer.word(constraint.accept(new Constraint.Visitor<String>() {
            @Override
            public String primaryKey(Constraint.PrimaryKey key) {
                return primaryKeySql(key);
            }

            @Override
            public String unique(Constraint.Unique unique) {
                return "unique " + (unique.nullsNotDistinct() ? "nulls not distinct " : "") + columns(unique.columns())
                        + include(unique.include()) + deferral(unique.deferral());
            }

            @Override
            public String foreignKey(Constraint.ForeignKey key) {
                return foreignKeySql(key);
            }

            @Override
            public String check(Constraint.Check check) {
                return "check (" + check.expression() + ")" + (check.noInherit() ? noInherit() : "");
            }

            @Override
            public String exclusion(Constraint.Exclusion exclusion) {
                return exclusionSql(exclusion);
            }
        }));
    }

    /** A primary key, but for its name. */
    protected String primaryKeySql(Constraint.PrimaryKey key) {
        if (!key.options().isEmpty()) {
            throw unsupported(
                    "give a primary key the options "
                            + String.join(", ", key.options().keySet()),
                    "Leave option(…) out of the key");
        }
        return "primary key " + columns(key.columns()) + include(key.include()) + deferral(key.deferral());
    }

    /** The columns that the index of a key carries along, as they stand behind the key's own. */
    protected String include(List<String> columns) {
        if (columns.isEmpty()) {
            return "";
        }
        throw unsupported(
                "include the columns " + String.join(", ", columns) + " in a key",
                "Leave include(…) out; an index of all these columns serves the same queries");
    }

    protected String noInherit() {
        throw unsupported(
                "keep a check from being inherited, as no table inherits from another", "Leave noInherit() out");
    }

    /** The columns that a delete sets, as they stand behind the action. */
    protected String setColumns(List<String> columns) {
        throw unsupported(
                "set only the columns " + String.join(", ", columns) + " of a foreign key",
                "Name no columns behind the action, or set them in a trigger");
    }

    /** Writes what follows an index's columns and its condition does not. */
    protected void indexOptions(SqlWriter writer, Index index) {
        for (String option : index.options().keySet()) {
            throw unsupported(
                    "create index " + index.name() + " with the option \"" + option + "\"", "Leave the option out");
        }
    }

    protected String exclusionSql(Constraint.Exclusion exclusion) {
        throw unsupported(
                "exclude rows by comparing them with each other (constraint " + exclusion.name() + ", "
                        + exclusion.definition() + ")",
                "Use a unique constraint where equal values are what must not be");
    }

    private String foreignKeySql(Constraint.ForeignKey key) {
        SqlWriter writer = new SqlWriter()
                .word("foreign key")
                .word(columns(key.columns()))
                .word("references")
                .word(name(key.references()));
        if (!key.referencedColumns().isEmpty()) {
            writer.word(columns(key.referencedColumns()));
        }
        writer.wordIf(key.match() == Constraint.Match.FULL, "match full");
        if (key.onDelete() != Constraint.Action.NO_ACTION) {
            writer.word("on delete").word(key.onDelete().sql());
            writer.wordIf(!key.setColumns().isEmpty(), key.setColumns().isEmpty() ? "" : setColumns(key.setColumns()));
        }
        if (key.onUpdate() != Constraint.Action.NO_ACTION) {
            writer.word("on update").word(key.onUpdate().sql());
        }
        return writer + deferral(key.deferral());
    }

    protected String deferral(Constraint.Deferral deferral) {
        return switch (deferral) {
            case NOT_DEFERRABLE -> "";
            case INITIALLY_IMMEDIATE -> " deferrable";
            case INITIALLY_DEFERRED -> " deferrable initially deferred";
        };
    }

    protected final List<Statement> alter(Name table, String change) {
        return one("alter table " + name(table) + " " + change);
    }

    protected final List<Statement> alterColumn(Operation.AlterColumn operation, String change) {
        return alter(operation.table(), "alter column " + quote(operation.column()) + " " + change);
    }

    protected static List<Statement> one(String sql) {
        return List.of(Statement.of(sql));
    }
}
