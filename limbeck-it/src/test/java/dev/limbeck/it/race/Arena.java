// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.race;

import dev.limbeck.dialect.Database;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.dialect.EmbeddedServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.h2.tools.Server;

/** Where races are held: a kind of database, of which there is a new, empty one for each round. */
abstract class Arena implements AutoCloseable {
    private final String slowStatement;
    private final String indexStatement;
    private final String lockMode;

    private Arena(String slowStatement, String indexStatement, String lockMode) {
        this.slowStatement = slowStatement;
        this.indexStatement = indexStatement;
        this.lockMode = lockMode;
    }

    /** The kinds of databases, and of locks, that there are races on. */
    enum Kind {
        POSTGRESQL,
        POSTGRESQL_TRANSACTION,
        MARIADB,
        MARIADB_ROW,
        SQLITE,
        H2_SERVER,
        H2_AUTO_SERVER,
        H2_FILE;

        Arena open(Path folder) throws SQLException {
            return switch (this) {
                case POSTGRESQL -> new Postgresql("auto");
                case POSTGRESQL_TRANSACTION -> new Postgresql("transaction");
                case MARIADB -> new Mariadb("auto");
                case MARIADB_ROW -> new Mariadb("row");
                case SQLITE -> new SqliteFile(folder);
                case H2_SERVER -> new H2Server(folder);
                case H2_AUTO_SERVER -> new H2File(folder, ";AUTO_SERVER=TRUE");
                case H2_FILE -> new H2File(folder, "");
            };
        }
    }

    String slowStatement() {
        return slowStatement;
    }

    String indexStatement() {
        return indexStatement;
    }

    String lockMode() {
        return lockMode;
    }

    /** Makes the database of a round. */
    abstract Database create(int round) throws SQLException;

    /** Takes it away again. */
    void drop(int round) throws SQLException {}

    @Override
    public void close() {}

    static void execute(Database database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of all rows, as text. */
    static List<String> query(Database database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    private static Database file(String url) {
        return new Database(Dialects.forUrl(url), url, "sa", "", Arena.class.getClassLoader());
    }

    /** A database of its own at an embedded server. */
    private abstract static class AtServer extends Arena {
        private final Database server =
                EmbeddedServer.find(vendor()).orElseThrow().start();

        AtServer(String slowStatement, String indexStatement, String lockMode) {
            super(slowStatement, indexStatement, lockMode);
        }

        abstract String vendor();

        String name(int round) {
            return "race_" + ProcessHandle.current().pid() + "_" + lockMode() + "_" + round;
        }

        Database server() {
            return server;
        }

        @Override
        Database create(int round) throws SQLException {
            execute(server, "create database " + name(round));
            return server.withUrl(server.url().replaceFirst("/[^/]*$", "/" + name(round)));
        }

        @Override
        void drop(int round) throws SQLException {
            execute(server, "drop database " + name(round));
        }
    }

    private static final class Postgresql extends AtServer {
        private Postgresql(String lockMode) {
            super("select pg_sleep(0.1)", "create index concurrently ix_ran on ran (revision)", lockMode);
        }

        @Override
        String vendor() {
            return "postgresql";
        }

        @Override
        void drop(int round) throws SQLException {
            if (!query(server(), "select pid from pg_locks where locktype = 'advisory'")
                    .isEmpty()) {
                throw new AssertionError("a lock was left behind");
            }
            execute(server(), "drop database " + name(round) + " with (force)");
        }
    }

    private static final class Mariadb extends AtServer {
        private Mariadb(String lockMode) {
            super("do sleep(0.1)", "create index ix_ran on ran (revision)", lockMode);
        }

        @Override
        String vendor() {
            return "mariadb";
        }
    }

    private static final class SqliteFile extends Arena {
        private final Path folder;

        private SqliteFile(Path folder) {
            super(
                    "insert into ran (revision) with recursive c (n) as"
                            + " (select 1 union all select n + 1 from c where n < 300000)"
                            + " select 'slow' from c where n < 0",
                    "create index ix_ran on ran (revision)",
                    "auto");
            this.folder = folder;
        }

        @Override
        Database create(int round) {
            return file("jdbc:sqlite:" + folder.resolve("race" + round + ".db"));
        }
    }

    private static final String H2_SLOW =
            "insert into ran (revision) select 'slow' from system_range(1, 1000000) where mod(x, 10) > 10";

    private static final class H2File extends Arena {
        private final Path folder;
        private final String settings;

        private H2File(Path folder, String settings) {
            super(H2_SLOW, "create index ix_ran on ran (revision)", "auto");
            this.folder = folder;
            this.settings = settings;
        }

        @Override
        Database create(int round) {
            return file("jdbc:h2:file:" + folder.resolve("race" + round) + settings);
        }
    }

    private static final class H2Server extends Arena {
        private final Path folder;
        private final Server server;

        private H2Server(Path folder) throws SQLException {
            super(H2_SLOW, "create index ix_ran on ran (revision)", "auto");
            this.folder = folder;
            this.server =
                    Server.createTcpServer("-ifNotExists", "-tcpPort", "0").start();
        }

        @Override
        Database create(int round) {
            return file("jdbc:h2:tcp://localhost:" + server.getPort() + "/file:" + folder.resolve("race" + round));
        }

        @Override
        public void close() {
            server.stop();
        }
    }
}
