// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.run;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A connection that tells a watch of each statement that begins and ends on it. */
final class WatchedConnection {
    private final Connection connection;
    private final Watch watch;
    private final Predicate<String> own;

    private WatchedConnection(Connection connection, Watch watch, Predicate<String> own) {
        this.connection = connection;
        this.watch = watch;
        this.own = own;
    }

    static Connection of(Connection connection, Watch watch, Predicate<String> own) {
        WatchedConnection watched = new WatchedConnection(connection, watch, own);
        return (Connection) Proxy.newProxyInstance(
                WatchedConnection.class.getClassLoader(), new Class<?>[] {Connection.class}, watched::onConnection);
    }

    private @Nullable Object onConnection(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getName().equals("equals") && arguments != null && arguments.length == 1) {
            return proxy == arguments[0];
        }
        Object result = invoke(connection, method, arguments);
        if (!(result instanceof Statement statement) || method.getName().equals("unwrap")) {
            return result;
        }
        String prepared = arguments != null && arguments.length > 0 && arguments[0] instanceof String sql ? sql : "";
        Class<?> kind = statement instanceof CallableStatement
                ? CallableStatement.class
                : statement instanceof PreparedStatement ? PreparedStatement.class : Statement.class;
        return Proxy.newProxyInstance(
                WatchedConnection.class.getClassLoader(),
                new Class<?>[] {kind},
                (self, called, values) -> onStatement(self, statement, prepared, called, values));
    }

    private @Nullable Object onStatement(
            Object proxy, Statement statement, String prepared, Method method, Object @Nullable [] arguments)
            throws Throwable {
        if (method.getName().equals("equals") && arguments != null && arguments.length == 1) {
            return proxy == arguments[0];
        }
        boolean runs = method.getName().startsWith("execute");
        String sql = arguments != null && arguments.length > 0 && arguments[0] instanceof String text ? text : prepared;
        if (!runs || own.test(sql)) {
            return invoke(statement, method, arguments);
        }
        watch.begin(statement);
        try {
            return invoke(statement, method, arguments);
        } catch (SQLException failure) {
            throw watch.explain(failure);
        } finally {
            watch.end();
        }
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
