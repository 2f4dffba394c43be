// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.diff.Selection;
import dev.limbeck.diff.UnsaidAccess;
import dev.limbeck.models.WantedSchema;
import dev.limbeck.operation.ColumnChange;
import dev.limbeck.operation.Operation;
import dev.limbeck.run.Event;
import dev.limbeck.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison passes over, and why: what the settings do not choose, what the models cannot express, what a hook
 * takes out, and drops that are left for later.
 */
final class Passing {
    private final Workspace workspace;
    private final Choices choices;
    private final Selection selection;
    private final AutogenerateHooks hooks;
    private final WantedSchema wanted;
    private final Set<LeftAlone> leftAlone = new LinkedHashSet<>();
    private final List<String> later = new ArrayList<>();
    private @Nullable UnsaidAccess unsaid;

    /**
     * What is passed over when one side is compared with another.
     *
     * @param isModels whether the other side is the models, for which names are made and hooks speak
     */
    Passing(Workspace workspace, Choices choices, WantedSchema other, boolean isModels) {
        this.workspace = workspace;
        this.choices = choices;
        this.selection = Selections.of(workspace.settings());
        this.hooks = isModels ? new AutogenerateHooks(workspace.application()) : AutogenerateHooks.NONE;
        Schema chosen = over(hooks.types(other.schema()));
        this.wanted = other.withSchema(isModels ? Namings.of(workspace).apply(chosen) : chosen);
    }

    /** What the models want, but for what is passed over. */
    WantedSchema wanted() {
        return wanted;
    }

    List<LeftAlone> leftAlone() {
        return List.copyOf(leftAlone);
    }

    /** The part of a schema that is compared. */
    Schema over(Schema schema) {
        Selection.Selected selected = selection.of(schema);
        selected.ignored().forEach((what, setting) -> leftAlone.add(new LeftAlone(what, "by " + setting)));
        return butUnsaid(selected.schema());
    }

    /** A chosen part of a live database without what models that do not speak of it leave to the database. */
    Schema butUnsaid(Schema chosen) {
        return unsaid == null ? chosen : unsaid.compared(chosen);
    }

    /** The operations that remain. */
    List<Operation> over(List<Operation> operations) {
        List<Operation> remaining = new ArrayList<>();
        for (Operation operation : operations) {
            if (choices.noDrops() && isDrop(operation)) {
                later.addAll(Descriptions.of(operation));
                Descriptions.of(operation).forEach(what -> leftAlone.add(new LeftAlone(what, "by --no-drops")));
                addRoom(remaining, operation);
            } else {
                remaining.addAll(hooks.operations(operation, this::leave));
            }
        }
        return List.copyOf(remaining);
    }

    /** Takes note of an operation that the models could not have said. */
    void leaveUnsaid(Operation operation) {
        Descriptions.of(operation).forEach(what -> leftAlone.add(new LeftAlone(what, "the models cannot express it")));
    }

    /** Models that say nothing of privileges, or of owners, mean no other ones than there are. */
    WantedSchema keepingAccess(Schema live, WantedSchema named) {
        UnsaidAccess access = UnsaidAccess.kept(live, named.schema());
        unsaid = access;
        access.kept()
                .forEach(object -> leftAlone.add(new LeftAlone(
                        object.key().kind().label() + " '" + object.key() + "'", "the models say nothing of such")));
        return named.withSchema(access.wanted());
    }

    private void leave(Operation operation, String hook) {
        Descriptions.of(operation).forEach(what -> leftAlone.add(new LeftAlone(what, "by the hook " + hook)));
    }

    private static boolean isDrop(Operation operation) {
        return operation instanceof Operation.DropTable
                || operation instanceof Operation.DropColumn
                || operation instanceof Operation.DropSequence
                || operation instanceof Operation.DropEnum
                || operation instanceof Operation.DropDomain
                || operation instanceof Operation.DropExtension;
    }

    /** An application that does not know a column that is left gives it no value. */
    private static void addRoom(List<Operation> remaining, Operation operation) {
        if (operation instanceof Operation.DropColumn drop
                && drop.dropped() != null
                && !drop.dropped().nullable()
                && drop.dropped().value() == null) {
            remaining.add(new Operation.AlterColumn(
                    drop.table(), drop.column(), ColumnChange.NONE.nullable(), ColumnChange.NONE.notNull()));
        }
    }

    /** Tells what was passed over: by its number, or thing by thing where somebody wants to know. */
    void tell() {
        later.forEach(what -> note("Left for later, as --no-drops says: " + what));
        if (choices.showIgnored()) {
            leftAlone.forEach(each -> note("Left alone, " + each.why() + ": " + each.what()));
        } else if (leftAlone.size() > later.size()) {
            int count = leftAlone.size() - later.size();
            note(count + (count == 1 ? " thing was" : " things were") + " left alone; --show-ignored lists "
                    + (count == 1 ? "it" : "them") + " with the reason.");
        }
    }

    private void note(String text) {
        workspace.listener().on(new Event.Note(text));
    }
}
