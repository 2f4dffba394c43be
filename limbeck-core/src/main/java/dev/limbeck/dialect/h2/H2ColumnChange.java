// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.h2;

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
import org.jspecify.annotations.Nullable;

/**
 * The statements that change a column: what its value comes from is let go first where it becomes something else, then
 * type and null change, then the new value is set, then comment and name. A column becomes an identity or a generated one
 * only by being defined anew, at which it keeps its rows and whether it is null, and loses its comment.
 */
final class H2ColumnChange {
    private final H2Compiler compiler;
    private final Operation.AlterColumn operation;
    private final ColumnChange change;
    private final Current current;
    private final List<Statement> statements = new ArrayList<>();
    private boolean definedAnew;

    H2ColumnChange(H2Compiler compiler, Operation.AlterColumn operation, Current current) {
        this.compiler = compiler;
        this.operation = operation;
        this.change = operation.change();
        this.current = current;
    }

    List<Statement> statements() {
        if (change.newCollation().changes() && change.newCollation().value() != null) {
            throw H2Compiler.refuseCollation(operation.column());
        }
        boolean revalue = change.newValue().changes();
        ColumnValue before = change.newType() != null || revalue ? valueBefore() : null;
        ColumnValue after = revalue ? change.newValue().value() : before;
        if (after instanceof ColumnValue.Generated && before instanceof ColumnValue.Generated) {
            establish(after);
        } else {
            letGo(before, after);
            retype(after);
        }
        if (change.newNullable() != null) {
            alter(change.newNullable() ? "drop not null" : "set not null");
        }
        if (revalue && after != null && !(before instanceof ColumnValue.Generated && definedAnew)) {
            change(before, after);
        }
        comment();
        if (change.newName() != null) {
            statements.addAll(compiler.rename(operation, change.newName()));
        }
        return statements;
    }

    private void alter(String words) {
        statements.addAll(compiler.change(operation, words));
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

    /** A default that stays one is let go as well where the type changes, for it need not fit the new one. */
    private void letGo(@Nullable ColumnValue before, @Nullable ColumnValue after) {
        if (before == null || before.equals(after)) {
            return;
        }
        if (before instanceof ColumnValue.Identity) {
            if (!(after instanceof ColumnValue.Identity)) {
                alter("drop identity");
            }
        } else if (before instanceof ColumnValue.Generated) {
            alter("drop expression");
        } else {
            H2DefaultClauses.of(compiler.defaultOf(before)).releases().forEach(this::alter);
            if (after == null || change.newType() != null || after instanceof ColumnValue.Identity) {
                alter("drop default");
            }
        }
    }

    /** An identity keeps the bounds of its old type until it is told to forget them. */
    private void retype(@Nullable ColumnValue after) {
        DataType type = change.newType();
        if (type == null) {
            return;
        }
        alter("set data type " + H2Types.sql(type) + (change.using() == null ? "" : " using " + change.using()));
        if (after instanceof ColumnValue.Identity identity) {
            SequenceOptions options = identity.options();
            String words = (options.minimum() == null ? " set no minvalue" : "")
                    + (options.maximum() == null ? " set no maxvalue" : "");
            if (!words.isEmpty()) {
                alter(words.strip());
            }
        }
    }

    private void change(@Nullable ColumnValue before, ColumnValue after) {
        if (after instanceof ColumnValue.Identity identity && before instanceof ColumnValue.Identity old) {
            changeIdentity(old, identity);
        } else if (after instanceof ColumnValue.Identity || after instanceof ColumnValue.Generated) {
            establish(after);
        } else {
            H2DefaultClauses.of(compiler.defaultOf(after)).changes().forEach(this::alter);
        }
    }

    private void changeIdentity(ColumnValue.Identity before, ColumnValue.Identity after) {
        if (H2SequenceOptions.start(before.options()) != H2SequenceOptions.start(after.options())) {
            establish(after);
            return;
        }
        List<String> words = new ArrayList<>();
        if (before.always() != after.always()) {
            words.add("set generated " + (after.always() ? "always" : "by default"));
        }
        for (String option : H2SequenceOptions.changes(before.options(), after.options())) {
            words.add("set " + option);
        }
        if (!words.isEmpty()) {
            alter(String.join(" ", words));
        }
    }

    /** Defines the column anew. */
    private void establish(ColumnValue after) {
        DataType type = change.newType();
        if (type == null) {
            Column before = columnBefore();
            if (before == null) {
                throw H2Compiler.refuse(
                        "change a column that does not exist (" + operation.table() + "." + operation.column() + ")",
                        "Correct its name");
            }
            type = before.type();
        }
        String value = after instanceof ColumnValue.Identity identity
                ? compiler.identityOf(identity)
                : compiler.generatedOf((ColumnValue.Generated) after);
        alter(H2Types.sql(type) + " " + value);
        definedAnew = true;
    }

    private void comment() {
        if (change.newComment().changes()) {
            statements.add(compiler.commentOn(operation, change.newComment().value()));
        } else if (definedAnew) {
            Column before = columnBefore();
            if (before != null && before.comment() != null) {
                statements.add(compiler.commentOn(operation, before.comment()));
            }
        }
    }
}
