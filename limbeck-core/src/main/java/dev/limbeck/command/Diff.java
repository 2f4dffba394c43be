// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.models.WantedSchema;
import dev.limbeck.operation.Operation;
import dev.limbeck.run.Event;
import dev.limbeck.schema.Name;
import dev.limbeck.script.Language;
import dev.limbeck.script.OperationText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells what separates two of these: the models, the history up to a revision, the database, another database. It changes
 * none of them.
 */
public final class Diff {
    private final Workspace workspace;
    private final Sides sides;

    public Diff(Workspace workspace) {
        this.workspace = workspace;
        this.sides = new Sides(workspace);
    }

    /**
     * What to compare.
     *
     * @param from {@code models}, {@code history}, {@code history@REV}, {@code database}, a JDBC URL, a model source or a
     *     revision
     * @param choices what has another name now
     * @param language in which to say what leads from one side to the other; null leaves it out
     */
    public record Request(
            String from,
            String to,
            Choices choices,
            @Nullable Language language) {
        /** What the database has and the revisions that ran in it do not say. */
        public static final Request DRIFT = new Request("history@current", "database", Choices.NONE, null);
    }

    /**
     * What was found.
     *
     * @param from the side that the operations start at
     * @param to the side that they lead to
     * @param differences a phrase each, as {@code check} words them; none when the sides are equal
     * @param operations that lead from one side to the other, in an order in which they run
     * @param script the same in Java or SQL, where it was asked for
     */
    public record Result(
            String from, String to, List<String> differences, List<Change> operations, Optional<String> script) {}

    /**
     * One operation.
     *
     * @param operation its kind, as in {@code add-column}
     * @param table the table that it changes, if it changes one
     */
    public record Change(String operation, Optional<String> table, List<String> differences) {}

    public Result run(Request request) {
        Side from = Side.parse(request.from());
        Side to = Side.parse(request.to());
        List<Operation> operations = operations(from, to, request.choices());
        List<Change> changes = operations.stream().map(Diff::change).toList();
        return new Result(
                from.toString(),
                to.toString(),
                changes.stream()
                        .flatMap(change -> change.differences().stream())
                        .toList(),
                changes,
                Optional.ofNullable(request.language()).map(language -> script(from, operations, language)));
    }

    /** What models cannot express is theirs to say on either side, so they are what is compared with. */
    private List<Operation> operations(Side from, Side to, Choices choices) {
        return from.isModels() && !to.isModels()
                ? backwards(compare(to, from, choices))
                : forwards(compare(from, to, choices));
    }

    private Autogenerate.Comparison compare(Side from, Side to, Choices choices) {
        Autogenerate.Comparison found = new Autogenerate(workspace).compare(from, to, choices, Autogenerate.Asking.MAY);
        if (!from.isModels()) {
            return found;
        }
        WantedSchema before = sides.use(from, Sides.Scope.ALONE, Sides.Open::content);
        return found.withChanges(operation -> couldSay(before, operation));
    }

    private boolean couldSay(WantedSchema before, Operation operation) {
        boolean could = before.couldSay(operation.reverse());
        if (!could) {
            workspace
                    .listener()
                    .on(new Event.Note("Left alone, as the models cannot express it: "
                            + String.join(", ", Descriptions.of(operation))));
        }
        return could;
    }

    private static List<Operation> forwards(Autogenerate.Comparison comparison) {
        List<Operation> operations = new ArrayList<>(comparison.operations());
        operations.addAll(comparison.rows());
        return operations;
    }

    private static List<Operation> backwards(Autogenerate.Comparison comparison) {
        return Operation.reverseAll(forwards(comparison));
    }

    private static Change change(Operation operation) {
        String kind = operation
                .getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
        return new Change(kind, Optional.ofNullable(operation.table()).map(Name::toString), Descriptions.of(operation));
    }

    private String script(Side from, List<Operation> operations, Language language) {
        if (operations.isEmpty()) {
            return "";
        }
        return sides.use(from, Sides.Scope.ALONE, open -> {
            List<Operation> arranged =
                    workspace.dialect().arrange(operations, open.content().schema());
            return OperationText.of(
                    arranged, language, workspace.dialect(), open.replay().get());
        });
    }
}
