// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.run;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The connection as a migration may use it: everything but to begin, to end or to leave the transaction, because Limbeck
 * writes down in it how far it got. Statements, their results and the metadata lead back to it and not to the one behind.
 * Whoever unwraps a driver's own class, to copy rows for example, has that class.
 */
final class MigrationConnection {
    private static final Set<String> REFUSED = Set.of("commit", "close", "abort", "setAutoCommit");

    /** What leads to its connection; the narrower first. */
    private static final List<Class<?>> LEADING = List.of(
            CallableStatement.class, PreparedStatement.class, Statement.class, ResultSet.class, DatabaseMetaData.class);

    private final Runnable beforeUse;
    private final Connection guarded;

    private MigrationConnection(Connection connection, Runnable beforeUse) {
        this.beforeUse = beforeUse;
        this.guarded = (Connection) proxy(Connection.class, connection, this::check);
    }

    static Connection of(Connection connection, Runnable beforeUse) {
        return new MigrationConnection(connection, beforeUse).guarded;
    }

    /** What is done before a method is called, which may be to refuse it. */
    @FunctionalInterface
    private interface Check {
        void check(Method method, Object @Nullable [] arguments);
    }

    private void check(Method method, Object @Nullable [] arguments) {
        String name = method.getName();
        if (REFUSED.contains(name) || (name.equals("rollback") && arguments == null)) {
            throw new MigrationException(
                    ErrorCode.TRANSACTION_REFUSED,
                    "a migration cannot call " + name
                            + "() on its connection: Limbeck commits the revision together"
                            + " with the record of it, and rolls both back. Take the call out. What must not run within"
                            + " a transaction stands in op.outsideTransaction, what is to be committed in parts in"
                            + " op.backfill; a savepoint may be rolled back to.");
        }
        beforeUse.run();
    }

    private Object proxy(Class<?> kind, Object target, Check check) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.getDeclaringClass() == Object.class) {
                return method.getName().equals("equals") && arguments != null
                        ? Boolean.valueOf(proxy == arguments[0])
                        : invoke(target, method, arguments);
            }
            check.check(method, arguments);
            return led(invoke(target, method, arguments), method, arguments);
        };
        return Proxy.newProxyInstance(MigrationConnection.class.getClassLoader(), new Class<?>[] {kind}, handler);
    }

    /** What a method gave, in a form that leads to the guarded connection. */
    private @Nullable Object led(@Nullable Object result, Method method, Object @Nullable [] arguments) {
        boolean unwrapped = method.getName().equals("unwrap");
        boolean asConnection = arguments != null && arguments.length > 0 && arguments[0] == Connection.class;
        if (result instanceof Connection && (!unwrapped || asConnection)) {
            return guarded;
        }
        Optional<Class<?>> kind =
                LEADING.stream().filter(leading -> leading.isInstance(result)).findFirst();
        return result == null || unwrapped || kind.isEmpty()
                ? result
                : proxy(kind.get(), result, (called, values) -> {});
    }

    private static @Nullable Object invoke(Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause() == null ? thrown : thrown.getCause();
        }
    }
}
