// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.error.Secrets;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A database that can be connected to.
 *
 * @param drivers the class loader that knows its JDBC driver
 * @param keys what messages tell to correct
 */
public record Database(
        Dialect dialect,
        String url,
        @Nullable String user,
        @Nullable String password,
        ClassLoader drivers,
        Keys keys) {

    /** The settings that name a database. */
    public record Keys(String url, String login) {
        static final Keys OWN = new Keys("limbeck.url", "limbeck.user and limbeck.password");
    }

    public Database(
            Dialect dialect, String url, @Nullable String user, @Nullable String password, ClassLoader drivers) {
        this(dialect, url, user, password, drivers, Keys.OWN);
    }

    /** The same server or file kind, at another URL. */
    public Database withUrl(String newUrl) {
        return new Database(dialect, newUrl, user, password, drivers, keys);
    }

    /** Opens a connection in auto-commit mode, not yet prepared. */
    public Connection connect() {
        Driver driver = loadDriver();
        Properties properties = new Properties();
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
        Connection connection;
        try {
            connection = driver.connect(url, properties);
        } catch (SQLException failure) {
            throw explain(failure);
        }
        if (connection == null) {
            throw new MigrationException(
                    ErrorCode.DATABASE_UNREACHABLE,
                    "The driver " + dialect.driver().className() + " does not take the URL " + Secrets.mask(url)
                            + "; correct " + keys.url() + ".");
        }
        return connection;
    }

    /**
     * The same, waiting while another process has the database for itself.
     *
     * @throws MigrationException with code DATABASE_LOCKED when the time is up
     */
    public Connection connect(LockRequest request) {
        return new PatientConnect(this).connect(request);
    }

    private Driver loadDriver() {
        Dialect.Driver wanted = dialect.driver();
        try {
            return Class.forName(wanted.className(), true, drivers)
                    .asSubclass(Driver.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ClassNotFoundException missing) {
            String[] coordinates = wanted.coordinates().split(":", 2);
            throw new MigrationException(
                    ErrorCode.DRIVER_MISSING,
                    "The JDBC driver of " + dialect.label() + " (" + wanted.className()
                            + ") is not on the class path. Add the dependency to the project, and to limbeck.classpath:\n"
                            + "  <dependency><groupId>" + coordinates[0] + "</groupId><artifactId>" + coordinates[1]
                            + "</artifactId></dependency>",
                    missing);
        } catch (ReflectiveOperationException broken) {
            throw new MigrationException(
                    ErrorCode.DRIVER_MISSING,
                    "The JDBC driver " + wanted.className() + " cannot be used: "
                            + (broken.getCause() == null ? broken : broken.getCause()),
                    broken);
        }
    }

    private MigrationException explain(SQLException failure) {
        String said = Secrets.mask(String.valueOf(failure.getMessage()));
        String where = Secrets.mask(url);
        return switch (dialect.classify(failure)) {
            case UNREACHABLE ->
                new MigrationException(
                        ErrorCode.DATABASE_UNREACHABLE,
                        "Cannot reach the database at " + where + ": " + said + "\nStart it, or correct " + keys.url()
                                + ".",
                        failure);
            case IN_USE ->
                new MigrationException(
                        ErrorCode.DATABASE_LOCKED,
                        "Another process has the database at " + where + " for itself: " + said
                                + "\nEnd it, or run the command when it has ended.",
                        failure);
            case LOGIN_REFUSED ->
                new MigrationException(
                        ErrorCode.DATABASE_LOGIN_REFUSED,
                        "The database at " + where + " refuses the login"
                                + (user == null ? "" : " of user " + user) + ": " + said
                                + "\nCorrect " + keys.login() + ".",
                        failure);
            case OTHER ->
                new MigrationException(ErrorCode.DATABASE_FAILED, "Cannot connect to " + where + ": " + said, failure);
        };
    }

    /** The URL without secrets; the password is never part of it. */
    @Override
    public String toString() {
        return Secrets.mask(url);
    }
}
