// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import dev.limbeck.Migration;
import dev.limbeck.Revision;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.Location;
import dev.limbeck.error.MigrationException;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operations;
import dev.limbeck.revision.Direction;
import dev.limbeck.schema.CodeObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A revision written in Java, compiled; each run is of a new instance. */
record JavaRevision(
        RevisionScript script,
        Constructor<? extends Migration> constructor,
        Arguments arguments,
        Dialect dialect,
        PreviousCode previous)
        implements LoadedRevision {

    static JavaRevision of(
            RevisionScript script, ClassLoader classes, Arguments arguments, Dialect dialect, PreviousCode previous) {
        try {
            Class<?> type = Class.forName(script.className(), false, classes);
            if (!Migration.class.isAssignableFrom(type)) {
                throw unusable(script, "does not implement " + Migration.class.getName(), null);
            }
            Constructor<? extends Migration> constructor =
                    type.asSubclass(Migration.class).getDeclaredConstructor();
            constructor.setAccessible(true);
            return new JavaRevision(script, constructor, arguments, dialect, previous);
        } catch (NoSuchMethodException missing) {
            throw unusable(script, "has no constructor without parameters", missing);
        } catch (ClassNotFoundException | LinkageError broken) {
            throw unusable(script, "cannot be loaded: " + broken, broken);
        }
    }

    @Override
    public TimeLimits limits(Direction direction) {
        Revision said = constructor.getDeclaringClass().getAnnotation(Revision.class);
        return said == null ? TimeLimits.NONE : TimeLimits.of(said.lockTimeout(), said.statementTimeout());
    }

    @Override
    public void upgrade(OperationTarget target) {
        run("upgrade", Migration::upgrade, target, JavaRevision::onlyDown);
    }

    @Override
    public void downgrade(OperationTarget target) {
        run("downgrade", Migration::downgrade, target, key -> previous.restoring(script, key));
    }

    private static List<Operation> onlyDown(CodeObject.Key key) {
        throw new IllegalArgumentException("a downgrade restores what was before; an upgrade has to say what the "
                + key.kind().label() + " " + key + " becomes");
    }

    private void run(
            String method,
            BiConsumer<Migration, Operations> direction,
            OperationTarget target,
            Function<CodeObject.Key, List<Operation>> restoring) {
        Recorder recorder = new Recorder(script, arguments, target, dialect, restoring);
        try {
            direction.accept(constructor.newInstance(), recorder);
        } catch (InvocationTargetException thrown) {
            throw failed(method, recorder, thrown.getCause() == null ? thrown : thrown.getCause());
        } catch (ReflectiveOperationException refused) {
            throw unusable(script, "cannot be instantiated: " + refused, refused);
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError thrown) {
            if (thrown instanceof RuntimeException failure && recorder.hasRaised(failure)) {
                throw failure;
            }
            throw failed(method, recorder, thrown);
        }
        recorder.finish();
    }

    private MigrationException failed(String method, Recorder recorder, Throwable thrown) {
        Throwable reason =
                thrown instanceof ExceptionInInitializerError && thrown.getCause() != null ? thrown.getCause() : thrown;
        Location location = Stream.of(reason.getStackTrace())
                .filter(frame -> Recorder.isOf(script, frame.getClassName()))
                .findFirst()
                .map(frame -> script.file().at(frame.getLineNumber()))
                .orElse(script.file().at(0));
        return new MigrationException(
                ErrorCode.SCRIPT_FAILED,
                "The " + method + " of revision " + script.node().id() + " failed at " + location + ": " + reason
                        + "\nCorrect the migration"
                        + (recorder.hasHandedOn() ? "." : "; nothing of it was run."),
                location,
                thrown);
    }

    private static MigrationException unusable(RevisionScript script, String why, @Nullable Throwable cause) {
        return new MigrationException(
                ErrorCode.SCRIPT_FAILED,
                "The class " + script.className() + " of revision "
                        + script.node().id() + " (" + script.node().path()
                        + ") " + why + ". A migration is a class that implements dev.limbeck.Migration and has a"
                        + " constructor without parameters.",
                script.file().at(0),
                cause);
    }
}
