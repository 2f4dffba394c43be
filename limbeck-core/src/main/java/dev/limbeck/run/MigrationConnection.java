// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.run;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The connection as a migration may use it: everything but to begin, to end or to leave the transaction, because Limbeck
 * writes down in it how far it got.
 */
final class MigrationConnection implements InvocationHandler {
    private static final Set<String> REFUSED = Set.of("commit", "close", "abort", "setAutoCommit");

    private final Connection connection;
    private final Runnable beforeUse;

    private MigrationConnection(Connection connection, Runnable beforeUse) {
        this.connection = connection;
        this.beforeUse = beforeUse;
    }

    static Connection of(Connection connection, Runnable beforeUse) {
        return (Connection) Proxy.newProxyInstance(
                MigrationConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new MigrationConnection(connection, beforeUse));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        String name = method.getName();
        if (method.getDeclaringClass() != Object.class) {
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
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause() == null ? thrown : thrown.getCause();
        }
    }
}
