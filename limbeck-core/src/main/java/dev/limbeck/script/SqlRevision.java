// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.ScriptStatement;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.operation.Operation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A revision written in SQL: each statement is an operation. */
record SqlRevision(RevisionScript script, SqlSections sections, Dialect dialect, Arguments arguments)
        implements LoadedRevision {

    static SqlRevision of(RevisionScript script, Dialect dialect, Arguments arguments) {
        String text = script.source();
        try {
            int headerEnd = SqlHeader.read(text).map(SqlHeader.Found::end).orElse(0);
            return new SqlRevision(script, SqlSections.read(text, headerEnd), dialect, arguments);
        } catch (BadHeaderException bad) {
            throw new AssertionError(script + " was read before without a fault", bad);
        }
    }

    @Override
    public void upgrade(OperationTarget target) {
        target.run(sections.upgrade().map(this::operations).orElseThrow());
    }

    @Override
    public void downgrade(OperationTarget target) {
        target.run(sections.downgrade().map(this::operations).orElseGet(this::noWayBack));
    }

    private List<LocatedOperation> noWayBack() {
        String reason = script.node().path() + " has no section \"-- limbeck: downgrade\"; write one to go back"
                + " (an empty one if there is nothing to undo)";
        return List.of(new LocatedOperation(
                new Operation.Irreversible(reason), script.file().at(0), true));
    }

    private List<LocatedOperation> operations(SqlSections.Section section) {
        List<ScriptStatement> statements = dialect.split(section.text());
        Set<Integer> outside = outsideTransaction(section, statements);
        List<LocatedOperation> operations = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            ScriptStatement statement = statements.get(i);
            operations.add(new LocatedOperation(
                    new Operation.Execute(filled(section, statement), List.of()),
                    script.file().at(line(section, statement)),
                    !outside.contains(i)));
        }
        return List.copyOf(operations);
    }

    /** The statements that run outside a transaction: all if the marker stands before them, else the next one. */
    private Set<Integer> outsideTransaction(SqlSections.Section section, List<ScriptStatement> statements) {
        Set<Integer> outside = new HashSet<>();
        for (int marker : section.noTransaction()) {
            int next = 0;
            while (next < statements.size() && line(section, statements.get(next)) < marker) {
                next++;
            }
            if (next == statements.size()) {
                throw new MigrationException(
                        ErrorCode.SCRIPT_UNREADABLE,
                        script.file().at(marker) + ": no statement follows \"-- limbeck: no-transaction\"; take it out"
                                + " or put it before the statement that it is meant for.",
                        script.file().at(marker),
                        null);
            }
            int last = next == 0 ? statements.size() - 1 : next;
            for (int i = next; i <= last; i++) {
                outside.add(i);
            }
        }
        return outside;
    }

    private String filled(SqlSections.Section section, ScriptStatement statement) {
        return sections.takesArguments()
                ? new SqlArguments(arguments, script.file()).fill(statement.sql(), line(section, statement))
                : statement.sql();
    }

    private static int line(SqlSections.Section section, ScriptStatement statement) {
        return section.firstLine() + statement.line() - 1;
    }
}
