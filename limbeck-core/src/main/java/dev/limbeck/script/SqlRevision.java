// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.ScriptStatement;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.Location;
import dev.limbeck.error.MigrationException;
import dev.limbeck.operation.Operation;
import dev.limbeck.revision.Direction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
    public TimeLimits limits(Direction direction) {
        String word = direction == Direction.UPGRADE ? SqlSections.UPGRADE : SqlSections.DOWNGRADE;
        return sections.find(word, dialect.name())
                .map(SqlSections.Section::limits)
                .orElse(TimeLimits.NONE);
    }

    @Override
    public void upgrade(OperationTarget target) {
        target.run(sections.find(SqlSections.UPGRADE, dialect.name())
                .map(this::operations)
                .orElseThrow(() -> new MigrationException(
                        ErrorCode.SCRIPT_FAILED,
                        script.node().path() + " has no section for " + dialect.label() + ": "
                                + onlyFor(SqlSections.UPGRADE) + ".",
                        script.file().at(0),
                        null)));
    }

    @Override
    public void downgrade(OperationTarget target) {
        target.run(sections.find(SqlSections.DOWNGRADE, dialect.name())
                .map(this::operations)
                .orElseGet(this::noWayBack));
    }

    /** What sections there are, and how to write the one that is missing. */
    private String onlyFor(String direction) {
        return "its section \"-- limbeck: " + direction + "\" is for "
                + String.join(", ", sections.dialects(direction)) + " only; write \"-- limbeck: " + direction + " "
                + dialect.name()
                + "\", or one without a name for every other database (an empty one if there is nothing"
                + " to do)";
    }

    private List<LocatedOperation> noWayBack() {
        String reason = sections.dialects(SqlSections.DOWNGRADE).isEmpty()
                ? script.node().path() + " has no section \"-- limbeck: downgrade\"; write one to go back"
                        + " (an empty one if there is nothing to undo)"
                : script.node().path() + " has no way back on " + dialect.label() + ": "
                        + onlyFor(SqlSections.DOWNGRADE);
        return List.of(new LocatedOperation(
                new Operation.Irreversible(reason), script.file().at(0), true));
    }

    private List<LocatedOperation> operations(SqlSections.Section section) {
        List<ScriptStatement> statements = dialect.split(section.text());
        Set<Integer> outside = outsideTransaction(section, statements);
        Map<Integer, String> required = required(section, statements);
        List<LocatedOperation> operations = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            ScriptStatement statement = statements.get(i);
            refuseClients(section, statement);
            operations.add(new LocatedOperation(
                    operation(filled(section, statement), required.get(i)),
                    script.file().at(line(section, statement)),
                    !outside.contains(i)));
        }
        return List.copyOf(operations);
    }

    private static Operation operation(String sql, @Nullable String required) {
        return required == null ? new Operation.Execute(sql, List.of()) : new Operation.Require(required, sql);
    }

    /** What the statement behind each marker {@code require} counts, by its place. */
    private Map<Integer, String> required(SqlSections.Section section, List<ScriptStatement> statements) {
        Map<Integer, String> required = new HashMap<>();
        section.requirements()
                .forEach((marker, what) -> required.put(next(section, statements, marker, SqlSections.REQUIRE), what));
        return required;
    }

    /** The statements that run outside a transaction: all if the marker stands before them, else the next one. */
    private Set<Integer> outsideTransaction(SqlSections.Section section, List<ScriptStatement> statements) {
        Set<Integer> outside = new HashSet<>();
        for (int marker : section.noTransaction()) {
            int next = next(section, statements, marker, SqlSections.NO_TRANSACTION);
            int last = next == 0 ? statements.size() - 1 : next;
            for (int i = next; i <= last; i++) {
                outside.add(i);
            }
        }
        return outside;
    }

    /** The place of the statement that stands behind a marker. */
    private int next(SqlSections.Section section, List<ScriptStatement> statements, int marker, String word) {
        int next = 0;
        while (next < statements.size() && line(section, statements.get(next)) < marker) {
            next++;
        }
        if (next == statements.size()) {
            throw new MigrationException(
                    ErrorCode.SCRIPT_UNREADABLE,
                    script.file().at(marker) + ": no statement follows \"-- limbeck: " + word
                            + "\"; take it out or put it before the statement that it is meant for.",
                    script.file().at(marker),
                    null);
        }
        return next;
    }

    private void refuseClients(SqlSections.Section section, ScriptStatement statement) {
        dialect.clientOnly(statement.sql()).ifPresent(reason -> {
            Location location = script.file().at(line(section, statement));
            throw new MigrationException(ErrorCode.SCRIPT_UNREADABLE, location + ": " + reason, location, null);
        });
    }

    private String filled(SqlSections.Section section, ScriptStatement statement) {
        return new SqlPlaceholders(arguments, sections.takesArguments(), sections.variables(), script.file())
                .fill(statement.sql(), line(section, statement));
    }

    private static int line(SqlSections.Section section, ScriptStatement statement) {
        return section.firstLine() + statement.line() - 1;
    }
}
