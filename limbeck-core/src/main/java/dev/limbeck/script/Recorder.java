// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operations;
import dev.limbeck.schema.CodeObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Takes down what a migration says, and on which line it says it. */
final class Recorder implements Operations {
    private final RevisionScript script;
    private final Arguments arguments;
    private final Function<CodeObject.Key, List<Operation>> previous;
    private final List<LocatedOperation> operations = new ArrayList<>();

    /**
     * Takes down one direction of a revision.
     *
     * @param previous what brings an object back to what it was before the revision
     */
    Recorder(RevisionScript script, Arguments arguments, Function<CodeObject.Key, List<Operation>> previous) {
        this.script = script;
        this.arguments = arguments;
        this.previous = previous;
    }

    @Override
    public Optional<String> argument(String key) {
        return Optional.ofNullable(arguments.values().get(key));
    }

    @Override
    public Optional<String> tag() {
        return Optional.ofNullable(arguments.tag());
    }

    @Override
    public void restore(CodeObject.Key key) {
        previous.apply(key).forEach(this::invoke);
    }

    @Override
    public void invoke(Operation operation) {
        int line = StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> isOf(script, frame.getClassName()))
                        .mapToInt(StackWalker.StackFrame::getLineNumber)
                        .findFirst()
                        .orElse(0));
        operations.add(new LocatedOperation(operation, script.file().at(line), true));
    }

    List<LocatedOperation> operations() {
        return List.copyOf(operations);
    }

    /** Whether a class is the migration's own, or one nested in it. */
    static boolean isOf(RevisionScript script, String className) {
        return className.equals(script.className()) || className.startsWith(script.className() + "$");
    }
}
