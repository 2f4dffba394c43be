// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operations;
import java.util.ArrayList;
import java.util.List;

/** Takes down what a migration says, and on which line it says it. */
final class Recorder implements Operations {
    private final RevisionScript script;
    private final List<LocatedOperation> operations = new ArrayList<>();

    Recorder(RevisionScript script) {
        this.script = script;
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
