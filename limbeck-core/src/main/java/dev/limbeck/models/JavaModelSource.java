// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.models;

import dev.limbeck.SchemaModel;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.script.LocatedOperation;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A wanted schema that classes of the application say in Java: {@code java:CLASS,…}, each a {@link SchemaModel}. */
public final class JavaModelSource implements ModelSource {

    @Override
    public Set<String> prefixes() {
        return Set.of("java");
    }

    @Override
    public ModelScript script(ModelRequest request) {
        List<LocatedOperation> operations = new ArrayList<>();
        try (URLClassLoader classes =
                new URLClassLoader(urls(request.classpath()), JavaModelSource.class.getClassLoader())) {
            for (String name : request.value().split(",", -1)) {
                operations.addAll(operations(name.strip(), classes, request));
            }
        } catch (IOException failure) {
            throw new MigrationException(
                    ErrorCode.CLASSPATH_FAILED,
                    "Cannot close the class path of limbeck.models=" + request.source() + ": " + failure.getMessage()
                            + "\nSee whether its jars are whole.",
                    failure);
        }
        if (operations.isEmpty()) {
            throw new MigrationException(
                    ErrorCode.MODELS_EMPTY,
                    "limbeck.models=" + request.source() + " defines nothing. Say in its define(op) what the schema"
                            + " holds, such as op.createTable(…).");
        }
        return ModelScript.ofOperations(operations);
    }

    private static URL[] urls(List<Path> classpath) throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        for (Path entry : classpath) {
            urls.add(entry.toUri().toURL());
        }
        return urls.toArray(URL[]::new);
    }

    private static List<LocatedOperation> operations(String name, ClassLoader classes, ModelRequest request) {
        Class<?> type = load(name, classes, request);
        Constructor<? extends SchemaModel> constructor = constructor(type, request);
        ModelRecorder recorder = new ModelRecorder(type, request.dialect());
        try {
            constructor.newInstance().define(recorder);
        } catch (InvocationTargetException thrown) {
            throw failed(type, request, thrown.getCause() == null ? thrown : thrown.getCause());
        } catch (ReflectiveOperationException refused) {
            throw unusable(name, request, "cannot be instantiated: " + refused, refused);
        } catch (RuntimeException | LinkageError thrown) {
            throw failed(type, request, thrown);
        }
        return recorder.operations();
    }

    private static Class<?> load(String name, ClassLoader classes, ModelRequest request) {
        try {
            return Class.forName(name, false, classes);
        } catch (ClassNotFoundException missing) {
            throw unusable(
                    name,
                    request,
                    "is not on the class path ("
                            + (request.classpath().isEmpty()
                                    ? "limbeck.classpath is not set"
                                    : Stream.of(request.classpath().toArray())
                                            .map(String::valueOf)
                                            .reduce((a, b) -> a + ", " + b)
                                            .orElse(""))
                            + "); compile it, and see whether its package stands before its name",
                    missing);
        } catch (LinkageError broken) {
            throw unusable(name, request, "cannot be loaded: " + broken, broken);
        }
    }

    private static Constructor<? extends SchemaModel> constructor(Class<?> type, ModelRequest request) {
        if (!SchemaModel.class.isAssignableFrom(type)) {
            throw unusable(type.getName(), request, "does not implement " + SchemaModel.class.getName(), null);
        }
        try {
            Constructor<? extends SchemaModel> constructor =
                    type.asSubclass(SchemaModel.class).getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException missing) {
            throw unusable(type.getName(), request, "has no constructor without parameters", missing);
        }
    }

    /** The model's own code threw. */
    private static MigrationException failed(Class<?> type, ModelRequest request, Throwable thrown) {
        String where = Stream.of(thrown.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith(type.getName()))
                .findFirst()
                .map(frame -> " at " + frame.getFileName() + ":" + frame.getLineNumber())
                .orElse("");
        return new MigrationException(
                ErrorCode.MODELS_REJECTED,
                "The schema of limbeck.models=" + request.source() + " cannot be read: " + type.getName() + " failed"
                        + where + ": " + thrown + "\nCorrect the class.",
                thrown);
    }

    private static MigrationException unusable(
            String name, ModelRequest request, String why, @Nullable Throwable cause) {
        return new MigrationException(
                ErrorCode.MODELS_EMPTY,
                "limbeck.models=" + request.source() + ": the class " + name + " " + why
                        + ".\nA schema in Java is a class that implements dev.limbeck.SchemaModel and has a constructor"
                        + " without parameters.",
                cause);
    }
}
