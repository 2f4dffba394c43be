// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.matrix;

import dev.limbeck.dialect.Database;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.dialect.EmbeddedServer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What one database knows: its types and their defaults, and the columns that it counts or computes. */
enum Grid {
    POSTGRESQL("PostgreSQL", PostgresqlKinds.TYPES, PostgresqlKinds.WHOLES) {
        @Override
        Database start() {
            return EmbeddedServer.find("postgresql").orElseThrow().start();
        }

        @Override
        List<String> prelude() {
            return PostgresqlKinds.PRELUDE.lines().toList();
        }
    },
    MARIADB("MariaDB", MariadbKinds.TYPES, MariadbKinds.WHOLES) {
        @Override
        Database start() {
            return EmbeddedServer.find("mariadb").orElseThrow().start();
        }

        @Override
        List<String> prelude() {
            return List.of("create sequence counter");
        }

        @Override
        String commentClause(String comment) {
            return " comment '" + comment.replace("\\", "\\\\").replace("'", "''") + "'";
        }

        @Override
        Optional<String> commentStatement(String table, String column, String comment) {
            return Optional.empty();
        }
    },
    SQLITE("SQLite", SqliteKinds.TYPES, SqliteKinds.WHOLES) {
        @Override
        Database start() {
            return database("jdbc:sqlite::memory:");
        }

        @Override
        boolean hasComments() {
            return false;
        }
    },
    H2("H2", H2Kinds.OWN_TYPES + H2Kinds.TYPES, H2Kinds.WHOLES) {
        @Override
        Database start() {
            return database("jdbc:h2:mem:matrix");
        }

        @Override
        List<String> prelude() {
            return H2Kinds.PRELUDE.lines().toList();
        }
    },
    H2_LIKE_POSTGRESQL("H2 as PostgreSQL", H2Kinds.TYPES, H2Kinds.WHOLES) {
        @Override
        Database start() {
            return database("jdbc:h2:mem:matrix;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH");
        }

        @Override
        List<String> prelude() {
            return H2Kinds.PRELUDE.lines().toList();
        }
    };

    private final String label;
    private final String types;
    private final String wholes;

    Grid(String label, String types, String wholes) {
        this.label = label;
        this.types = types;
        this.wholes = wholes;
    }

    String label() {
        return label;
    }

    abstract Database start();

    /** What the types and defaults need. */
    List<String> prelude() {
        return List.of();
    }

    List<Kind> kinds() {
        return Kind.parse(types);
    }

    /** Definitions that count or compute, each with another that it may become. */
    List<String[]> wholes() {
        return wholes.lines()
                .filter(line -> !line.isBlank())
                .map(line -> Stream.of(line.split(" => ")).map(String::strip).toArray(String[]::new))
                .toList();
    }

    boolean hasComments() {
        return true;
    }

    /** A comment as it stands within a column's definition; empty where it is a statement of its own. */
    String commentClause(String comment) {
        return "";
    }

    Optional<String> commentStatement(String table, String column, String comment) {
        return Optional.of("comment on column " + table + "." + column + " is '" + comment.replace("'", "''") + "'");
    }

    private static Database database(String url) {
        return new Database(Dialects.forUrl(url), url, "sa", "", Grid.class.getClassLoader());
    }
}
