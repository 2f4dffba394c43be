// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.postgresql;

import dev.limbeck.dialect.Current;
import dev.limbeck.dialect.Statement;
import dev.limbeck.operation.ColumnChange;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnValue;
import dev.limbeck.schema.DataType;
import dev.limbeck.schema.SequenceOptions;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The statements that change a column.
 *
 * <p>They stand in the one order that the server accepts for every combination: what a column's value comes from is
 * let go first, for it may not fit the new type; then type and null; then the new value, which for an identity needs
 * both; then what nothing hangs on.
 */
final class PostgresqlColumnChange {
    private final PostgresqlCompiler compiler;
    private final Operation.AlterColumn operation;
    private final ColumnChange change;
    private final Current current;
    private final List<Statement> statements = new ArrayList<>();

    PostgresqlColumnChange(PostgresqlCompiler compiler, Operation.AlterColumn operation, Current current) {
        this.compiler = compiler;
        this.operation = operation;
        this.change = operation.change();
        this.current = current;
    }

    List<Statement> statements() {
        boolean retype = change.newType() != null || change.newCollation().changes();
        ColumnValue before = retype || change.newValue().changes() ? valueBefore() : null;
        ColumnValue after = change.newValue().changes() ? change.newValue().value() : before;
        boolean letGo = false;
        if (before != null && isLetGo(before, after)) {
            letGo = true;
            alter(release(before));
        }
        if (retype) {
            alter(newType());
            storageAgain();
        }
        if (change.newNullable() != null) {
            alter(change.newNullable() ? "drop not null" : "set not null");
        }
        if (after != null && (letGo || change.newValue().changes())) {
            ColumnValue old = letGo ? null : before;
            String words = establish(old, after);
            if (old instanceof ColumnValue.Identity from && after instanceof ColumnValue.Identity to) {
                identity(from.options(), to.options(), words);
            } else {
                alter(words);
            }
        }
        if (change.newComment().changes()) {
            statements.add(compiler.commentOn(operation, change.newComment().value()));
        }
        if (change.newName() != null) {
            statements.addAll(compiler.rename(operation, change.newName()));
        }
        return statements;
    }

    /** The server forgets how a column is stored whenever its type is set. */
    private void storageAgain() {
        Table table = current.schema().tables().get(operation.table());
        for (String word : List.of(PostgresqlColumnOptions.STORAGE, PostgresqlColumnOptions.COMPRESSION)) {
            String value = table == null ? null : table.options().get(word + "(" + operation.column() + ")");
            if (value != null) {
                alter("set " + word + " " + value);
            }
        }
    }

    private void alter(String words) {
        if (!words.isEmpty()) {
            statements.addAll(compiler.change(operation, words));
        }
    }

    private @Nullable ColumnValue valueBefore() {
        if (operation.undo() != null && operation.undo().newValue().changes()) {
            return operation.undo().newValue().value();
        }
        Column column = columnBefore();
        return column == null ? null : column.value();
    }

    private @Nullable Column columnBefore() {
        Table table = current.schema().tables().get(operation.table());
        return table == null ? null : table.column(operation.column()).orElse(null);
    }

    /** Whether what was before has to go, be it for good or until the type has changed. */
    private boolean isLetGo(ColumnValue before, @Nullable ColumnValue after) {
        if (after == null || !isDefault(after) || !isDefault(before)) {
            return after == null || !before.getClass().equals(after.getClass());
        }
        DataType type = change.newType();
        return type != null && (change.newValue().changes() || changesFamily(type) || keepsOldWords(before, type));
    }

    /** A text's default stays one of the old type, {@code 'x'::character varying}, though the column is of another. */
    private boolean keepsOldWords(ColumnValue before, DataType type) {
        Column column = columnBefore();
        return before instanceof ColumnValue.Literal
                && column != null
                && PostgresqlTypes.Family.of(type) == PostgresqlTypes.Family.TEXT
                && !type.name().equals(column.type().name());
    }

    /** A default is converted by the server only within a family; to another one it says that it cannot. */
    private boolean changesFamily(DataType type) {
        Column before = columnBefore();
        return before == null || !PostgresqlTypes.sameFamily(before.type(), type);
    }

    private static boolean isDefault(ColumnValue value) {
        return value instanceof ColumnValue.Literal || value instanceof ColumnValue.Expression;
    }

    private static String release(ColumnValue before) {
        return before.accept(new ColumnValue.Visitor<String>() {
            @Override
            public String literal(ColumnValue.Literal literal) {
                return "drop default";
            }

            @Override
            public String expression(ColumnValue.Expression expression) {
                return "drop default";
            }

            @Override
            public String identity(ColumnValue.Identity identity) {
                return "drop identity";
            }

            @Override
            public String generated(ColumnValue.Generated generated) {
                return "drop expression";
            }
        });
    }

    private String newType() {
        DataType type = change.newType();
        if (type == null) {
            Column before = columnBefore();
            if (before == null) {
                throw compiler.refuse(
                        "change the collation of the column " + operation.table() + "." + operation.column()
                                + ", which does not exist",
                        "Correct its name");
            }
            type = before.type();
        }
        String collation = collation();
        return "set data type " + PostgresqlTypes.sql(type)
                + (collation == null ? "" : " collate " + PostgresqlTypes.collation(collation))
                + (change.using() == null ? "" : " using " + change.using());
    }

    /** The server forgets a column's collation whenever its type is set. */
    private @Nullable String collation() {
        if (change.newCollation().changes()) {
            return change.newCollation().value();
        }
        Column before = columnBefore();
        if (before == null || change.newType() == null) {
            return null;
        }
        boolean isText = PostgresqlTypes.Family.of(change.newType()) == PostgresqlTypes.Family.TEXT;
        return isText ? before.collation() : null;
    }

    private String establish(@Nullable ColumnValue before, ColumnValue after) {
        return after.accept(new ColumnValue.Visitor<String>() {
            @Override
            public String literal(ColumnValue.Literal literal) {
                return "set default " + compiler.defaultOf(literal);
            }

            @Override
            public String expression(ColumnValue.Expression expression) {
                return "set default " + compiler.defaultOf(expression);
            }

            @Override
            public String identity(ColumnValue.Identity identity) {
                return before instanceof ColumnValue.Identity old
                        ? changeIdentity(old, identity)
                        : "add " + compiler.identityOf(identity);
            }

            @Override
            public String generated(ColumnValue.Generated generated) {
                if (before instanceof ColumnValue.Generated old && old.stored() == generated.stored()) {
                    return "set expression as (" + generated.sql() + ")";
                }
                throw compiler.refuse(
                        "make the existing column " + operation.table() + "." + operation.column() + " a generated one",
                        "Drop it and add it again");
            }
        });
    }

    /** One that has counted beyond its new bounds starts again; another goes on. */
    private void identity(SequenceOptions before, SequenceOptions after, String words) {
        Optional<String> within = PostgresqlSequenceOptions.within(before, after, "last_value");
        if (within.isEmpty()) {
            alter(words);
            return;
        }
        String sequence = "pg_get_serial_sequence(" + compiler.literalOf(compiler.nameOf(operation.table())) + ", "
                + compiler.literalOf(operation.column()) + ")";
        String change = compiler.change(operation, words).get(0).sql();
        statements.add(Statement.of("do $limbeck$ declare\n  stays boolean;\nbegin\n  execute 'select " + within.get()
                + " from ' || " + sequence + " into stays;\n  if stays then\n    " + change + ";\n  else\n    " + change
                + " restart with " + PostgresqlSequenceOptions.start(after) + ";\n  end if;\nend $limbeck$"));
    }

    private static String changeIdentity(ColumnValue.Identity before, ColumnValue.Identity after) {
        List<String> words = new ArrayList<>();
        if (before.always() != after.always()) {
            words.add("set generated " + (after.always() ? "always" : "by default"));
        }
        for (String option : PostgresqlSequenceOptions.changes(before.options(), after.options())) {
            words.add("set " + option);
        }
        return String.join(" ", words);
    }
}
