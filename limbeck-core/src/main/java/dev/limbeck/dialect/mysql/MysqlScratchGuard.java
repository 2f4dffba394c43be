// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.mysql;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is meant for a scratch database out of the others of its server. A schema is a database here, so that a
 * statement which names one reaches the real thing from the scratch database as well.
 */
final class MysqlScratchGuard implements InvocationHandler {
    private static final Pattern IGNORED = Pattern.compile(
            "'(?:[^'\\\\]|''|\\\\.)*+'|\"(?:[^\"\\\\]|\"\"|\\\\.)*+\"|/\\*[^!M].*?\\*/|(?:--\\s|#)[^\\n]*",
            Pattern.DOTALL);
    private static final String NAME = "(?:`((?:[^`]|``)++)`|([\\w$]+))";
    private static final Pattern QUALIFIED = Pattern.compile("(?<![.`\\w$])" + NAME + "\\s*\\.");
    private static final Pattern USED = Pattern.compile("(?i)^\\s*use\\s+" + NAME);
    /** A view's query is one, and what makes the view changes no table. */
    private static final Pattern CHANGES_SCHEMA = Pattern.compile("(?i)^\\s*(?:create(?!\\s+(?:or\\s+replace\\s+)?"
            + "(?:algorithm\\s*=\\s*\\w+\\s+)?(?:sql\\s+security\\s+\\w+\\s+)?view\\b)|alter|drop|rename|truncate)\\b");

    private static final Set<String> OF_THE_SERVER = Set.of("information_schema", "performance_schema", "mysql", "sys");

    private final Object guarded;
    private final Set<String> others;

    private MysqlScratchGuard(Object guarded, Set<String> others) {
        this.guarded = guarded;
        this.others = others;
    }

    /** The connection to a scratch database, which refuses statements that name another one. */
    static Connection guard(Connection connection, String scratch) throws SQLException {
        Set<String> others = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("show databases")) {
            while (rows.next()) {
                others.add(rows.getString(1).toLowerCase(Locale.ROOT));
            }
        }
        others.removeAll(OF_THE_SERVER);
        others.remove(scratch);
        return proxy(Connection.class, connection, others);
    }

    private static <T> T proxy(Class<T> type, Object guarded, Set<String> others) {
        return type.cast(Proxy.newProxyInstance(
                MysqlScratchGuard.class.getClassLoader(),
                new Class<?>[] {type},
                new MysqlScratchGuard(guarded, others)));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (arguments != null && arguments.length > 0 && arguments[0] instanceof String sql && takesSql(method)) {
            refuseOthers(sql, others);
        }
        try {
            Object result = method.invoke(guarded, arguments);
            return result instanceof Statement && method.getReturnType() == Statement.class
                    ? proxy(Statement.class, result, others)
                    : result;
        } catch (InvocationTargetException failure) {
            throw failure.getCause() == null ? failure : failure.getCause();
        }
    }

    private static boolean takesSql(Method method) {
        return method.getName().startsWith("execute") || method.getName().startsWith("prepare");
    }

    /** A table may be called as a database is; what a query names by itself, without a dot behind it, is one. */
    static void refuseOthers(String sql, Set<String> others) {
        String code = IGNORED.matcher(sql).replaceAll(" ");
        for (Pattern pattern : List.of(USED, QUALIFIED)) {
            Matcher matcher = pattern.matcher(code);
            while (matcher.find()) {
                String name = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
                if (others.contains(name.toLowerCase(Locale.ROOT)) && (pattern == USED || !isTable(name, code))) {
                    throw new MigrationException(
                            ErrorCode.SCRATCH_UNAVAILABLE,
                            "The statement names the database " + name
                                    + ", which it would reach from the scratch database as well:\n"
                                    + sql.strip().indent(2)
                                    + "Leave the name out, so that the URL says which database is meant; or set"
                                    + " limbeck.scratch to a server on which " + name + " may be changed.");
                }
            }
        }
    }

    private static boolean isTable(String name, String code) {
        return !CHANGES_SCHEMA.matcher(code).find()
                && Pattern.compile(
                                "(?i)\\b(?:from|join|update|into|as)\\s+`?" + Pattern.quote(name) + "\\b`?+(?!\\s*\\.)")
                        .matcher(code)
                        .find();
    }
}
