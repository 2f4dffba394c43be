// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.AutogenerateHook;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.BiConsumer;

/** The hooks on the application's class path, one after the other. */
final class AutogenerateHooks {
    /** Nobody has a say. */
    static final AutogenerateHooks NONE = new AutogenerateHooks();

    private final List<AutogenerateHook> hooks = new ArrayList<>();

    private AutogenerateHooks() {}

    AutogenerateHooks(ClassLoader application) {
        try {
            ServiceLoader.load(AutogenerateHook.class, application).forEach(hooks::add);
        } catch (ServiceConfigurationError broken) {
            throw new MigrationException(
                    ErrorCode.CLASSPATH_FAILED,
                    "A hook that limbeck.classpath names cannot be used: " + broken.getMessage()
                            + ". Correct the class, or its line in META-INF/services/"
                            + AutogenerateHook.class.getName() + ".",
                    broken);
        }
    }

    /** The schema with the types that the hooks want. */
    Schema types(Schema schema) {
        Schema mapped = schema;
        for (AutogenerateHook hook : hooks) {
            mapped = mapped.mapTables(
                    table -> table.mapColumns(column -> column.withType(hook.type(table.name(), column))));
        }
        return mapped;
    }

    /**
     * What the hooks make of an operation.
     *
     * @param dropped told of an operation that a hook takes out, and by which class
     */
    List<Operation> operations(Operation operation, BiConsumer<Operation, String> dropped) {
        List<Operation> operations = List.of(operation);
        for (AutogenerateHook hook : hooks) {
            List<Operation> next = new ArrayList<>();
            for (Operation each : operations) {
                List<Operation> instead = hook.operations(each);
                if (instead.isEmpty()) {
                    dropped.accept(each, hook.getClass().getName());
                }
                next.addAll(instead);
            }
            operations = next;
        }
        return operations;
    }
}
