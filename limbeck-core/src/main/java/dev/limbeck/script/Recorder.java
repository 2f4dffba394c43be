// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.Location;
import dev.limbeck.error.MigrationException;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operations;
import dev.limbeck.operation.ResultRow;
import dev.limbeck.schema.CodeObject;
import dev.limbeck.schema.Name;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes down what a migration says, and on which line it says it. It is handed on when the migration asks the database
 * something, and at its end.
 */
final class Recorder implements Operations {
    private final RevisionScript script;
    private final Arguments arguments;
    private final OperationTarget target;
    private final Dialect dialect;
    private final Function<CodeObject.Key, List<Operation>> previous;
    private final List<LocatedOperation> pending = new ArrayList<>();
    private boolean transactional = true;
    private boolean handedOn;
    private @Nullable RuntimeException raised;
    private @Nullable RuntimeException broken;

    /**
     * Takes down one direction of a revision.
     *
     * @param previous what brings an object back to what it was before the revision
     */
    Recorder(
            RevisionScript script,
            Arguments arguments,
            OperationTarget target,
            Dialect dialect,
            Function<CodeObject.Key, List<Operation>> previous) {
        this.script = script;
        this.arguments = arguments;
        this.target = target;
        this.dialect = dialect;
        this.previous = previous;
    }

    @Override
    public Optional<String> argument(String key) {
        target.asksFor("the argument " + key);
        return Optional.ofNullable(arguments.values().get(key));
    }

    @Override
    public Optional<String> tag() {
        target.asksFor("the tag");
        return Optional.ofNullable(arguments.tag());
    }

    @Override
    public void restore(CodeObject.Key key) {
        previous.apply(key).forEach(this::invoke);
    }

    @Override
    public void invoke(Operation operation) {
        pending.add(new LocatedOperation(operation, location(), transactional));
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
    public boolean isOffline() {
        return target.isOffline();
    }

    @Override
    public List<ResultRow> query(String sql, @Nullable Object... parameters) {
        Location asked = location();
        return reached(() -> {
            handOn();
            return target.query(sql, Arrays.asList(parameters), asked);
        });
    }

    @Override
    public Connection connection() {
        Location asked = location();
        if (!transactional) {
            throw new MigrationException(
                    ErrorCode.SCRIPT_FAILED,
                    "op.connection() stands in a block outside of the transaction; take it before the block, or say with"
                            + " op.execute what is to run in it",
                    asked,
                    null);
        }
        return reached(() -> {
            handOn();
            return target.connection(
                    asked,
                    () -> reached(() -> {
                        handOn();
                        return true;
                    }));
        });
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

    /** Hands on what is left, at the end of the migration's method. */
    void finish() {
        if (broken != null) {
            // The migration caught it; what comes after must not run as if nothing had happened.
            throw broken;
        }
        target.run(take());
    }

    /** Whether a failure came through this recorder from the database, and not from the migration's own code. */
    boolean hasRaised(Throwable thrown) {
        return thrown == raised;
    }

    /** Whether anything that the migration said has gone on. */
    boolean hasHandedOn() {
        return handedOn;
    }

    private <T> T reached(Supplier<T> question) {
        try {
            return question.get();
        } catch (RuntimeException failure) {
            raised = failure;
            throw failure;
        }
    }

    private void handOn() {
        if (broken != null) {
            throw broken;
        }
        try {
            target.run(take());
        } catch (RuntimeException failure) {
            broken = failure;
            throw failure;
        }
    }

    private List<LocatedOperation> take() {
        List<LocatedOperation> taken = List.copyOf(pending);
        pending.clear();
        handedOn = true;
        return taken;
    }

    private Location location() {
        int line = StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> isOf(script, frame.getClassName()))
                        .mapToInt(StackWalker.StackFrame::getLineNumber)
                        .findFirst()
                        .orElse(0));
        return script.file().at(line);
    }

    /** Whether a class is the migration's own, or one nested in it. */
    static boolean isOf(RevisionScript script, String className) {
        return className.equals(script.className()) || className.startsWith(script.className() + "$");
    }
}
