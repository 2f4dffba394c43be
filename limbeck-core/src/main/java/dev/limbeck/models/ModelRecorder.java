// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.models;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.error.Location;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operations;
import dev.limbeck.schema.Name;
import dev.limbeck.script.LocatedOperation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes down what a schema in Java says, and on which line of its class. There is no database that it could ask. */
final class ModelRecorder implements Operations {
    private final Class<?> model;
    private final Dialect dialect;
    private final List<LocatedOperation> operations = new ArrayList<>();
    private boolean transactional = true;

    ModelRecorder(Class<?> model, Dialect dialect) {
        this.model = model;
        this.dialect = dialect;
    }

    List<LocatedOperation> operations() {
        return List.copyOf(operations);
    }

    @Override
    public void invoke(Operation operation) {
        Location location = StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> isOfModel(frame.getClassName()))
                        .findFirst()
                        .map(frame -> new Location(
                                frame.getClassName().replaceFirst("\\$.*", "").replace('.', '/') + ".java",
                                frame.getLineNumber()))
                        .orElse(new Location(model.getName(), 0)));
        operations.add(new LocatedOperation(operation, location, transactional));
    }

    /** The model itself, or a class nested in it. */
    private boolean isOfModel(String className) {
        return className.equals(model.getName()) || className.startsWith(model.getName() + "$");
    }

    @Override
    public String quote(Name name) {
        return dialect.quote(name);
    }

    @Override
    public String literal(@Nullable Object value) {
        return dialect.literal(value);
    }

    @Override
    public void outsideTransaction(Runnable block) {
        boolean before = transactional;
        transactional = false;
        try {
            block.run();
        } finally {
            transactional = before;
        }
    }
}
