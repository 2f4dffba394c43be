// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.chaos;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;
import java.util.logging.Logger;

/**
 * A driver that stands in the place of a real one, under its name, and asks before each call whether it still gets
 * through. From the first that does not, every connection is gone.
 */
public abstract class ShadowDriver implements Driver {
    private static final Set<String> ASKED =
            Set.of("commit", "rollback", "setAutoCommit", "close", "getMetaData", "setSchema", "setCatalog");

    /** Static because a driver is made anew for each connection; the class is one of a loader's own. */
    private static Predicate<String> alive = call -> true;

    private static final ClassLoader REAL_ONES = realOnes();

    private static final List<Connection> open = new ArrayList<>();

    private final Driver real;

    /** Stands in for the driver of that name. */
    protected ShadowDriver(String name) {
        try {
            real = Class.forName(name, true, REAL_ONES)
                    .asSubclass(Driver.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException missing) {
            throw new IllegalStateException(name, missing);
        }
    }

    /** Those behind the shadows on the class path of their world. */
    private static ClassLoader realOnes() {
        URL[] all = ((URLClassLoader) ShadowDriver.class.getClassLoader()).getURLs();
        return new URLClassLoader(Arrays.copyOfRange(all, 1, all.length), ClassLoader.getPlatformClassLoader());
    }

    /** Says what is asked before each call from now on. */
    static void ask(Predicate<String> question) {
        alive = question;
        open.clear();
    }

    private static void require(String call) throws SQLException {
        if (!alive.test(call)) {
            for (Connection connection : open) {
                cut(connection);
            }
            open.clear();
            throw new SQLNonTransientConnectionException("The connection is gone.", "08006");
        }
    }

    /** Without a word to the server where the driver can do so; a file's driver cannot, but its file was copied before. */
    private static void cut(Connection connection) throws SQLException {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException unsupported) {
            connection.close();
        }
        connection.close();
    }

    @Override
    public final Connection connect(String url, Properties properties) throws SQLException {
        require("connect");
        Connection connection = real.connect(url, properties);
        open.add(connection);
        return Watch.over(connection, Connection.class, "");
    }

    @Override
    public final boolean acceptsURL(String url) throws SQLException {
        return real.acceptsURL(url);
    }

    @Override
    public final DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) throws SQLException {
        return real.getPropertyInfo(url, properties);
    }

    @Override
    public final int getMajorVersion() {
        return real.getMajorVersion();
    }

    @Override
    public final int getMinorVersion() {
        return real.getMinorVersion();
    }

    @Override
    public final boolean jdbcCompliant() {
        return real.jdbcCompliant();
    }

    @Override
    public final Logger getParentLogger() {
        return Logger.getLogger(getClass().getName());
    }

    /** Asks before the calls of a connection, or of a statement, whose SQL may have been given before. */
    private record Watch(Object target, String sql) implements InvocationHandler {

        static <T> T over(Object target, Class<T> type, String sql) {
            return type.cast(Proxy.newProxyInstance(
                    ShadowDriver.class.getClassLoader(), new Class<?>[] {type}, new Watch(target, sql)));
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            String first = arguments == null || arguments.length == 0 ? sql : String.valueOf(arguments[0]);
            if (method.getName().startsWith("execute")) {
                require(first);
            } else if (target instanceof Connection && ASKED.contains(method.getName())) {
                require(method.getName());
            }
            Object result;
            try {
                result = method.invoke(target, arguments);
            } catch (InvocationTargetException failure) {
                throw failure.getCause();
            }
            if (result instanceof CallableStatement) {
                return over(result, CallableStatement.class, first);
            } else if (result instanceof PreparedStatement) {
                return over(result, PreparedStatement.class, first);
            }
            return result instanceof Statement ? over(result, Statement.class, first) : result;
        }
    }
}
