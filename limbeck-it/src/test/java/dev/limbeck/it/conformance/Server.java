// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.conformance;

import dev.limbeck.dialect.Database;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.dialect.EmbeddedServer;
import dev.limbeck.dialect.Reflection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A database on which the cases run, and the statements that make it empty where it is not simply made anew. */
enum Server {
    SQLITE("SQLite") {
        @Override
        Database start() {
            return database("jdbc:sqlite::memory:", "", "");
        }
    },
    POSTGRESQL("PostgreSQL") {
        @Override
        Database start() {
            return EmbeddedServer.find(dialect()).orElseThrow().start();
        }

        @Override
        Reflection wanted() {
            return new Reflection(List.of("public", "archive"), Set.of());
        }

        @Override
        String leftovers() {
            return "select 'drop schema ' || quote_ident(nspname) || ' cascade' from pg_namespace"
                    + " where nspname !~ '^pg_' and nspname <> 'information_schema'"
                    + " union all select 'create schema public' union all select 'set search_path = public'";
        }
    },
    MARIADB("MariaDB") {
        @Override
        Database start() {
            return EmbeddedServer.find(dialect()).orElseThrow().start();
        }

        @Override
        String leftovers() {
            return "select 'set foreign_key_checks = 0' union all"
                    + " select concat('drop ', routine_type, ' `', routine_name, '`') from information_schema.routines"
                    + " where routine_schema = database() union all"
                    + " select concat('drop event `', event_name, '`') from information_schema.events"
                    + " where event_schema = database() union all"
                    + " select concat(case table_type when 'SEQUENCE' then 'drop sequence `' when 'VIEW' then"
                    + " 'drop view `' else 'drop table `' end, table_name, '`') from information_schema.tables"
                    + " where table_schema = database() union all"
                    + " select 'set foreign_key_checks = 1'";
        }
    },
    H2("H2") {
        @Override
        Database start() {
            return database("jdbc:h2:mem:conformance", "sa", "");
        }

        @Override
        Reflection wanted() {
            return new Reflection(List.of("public", "archive"), Set.of());
        }
    },
    H2_LIKE_POSTGRESQL("H2 as PostgreSQL") {
        @Override
        Database start() {
            return database(
                    "jdbc:h2:mem:conformance;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
                    "sa",
                    "");
        }

        @Override
        Reflection wanted() {
            return H2.wanted();
        }

        @Override
        String dialect() {
            return H2.dialect();
        }
    };

    private final String label;

    Server(String label) {
        this.label = label;
    }

    /** The name as people write it. */
    String label() {
        return label;
    }

    String dialect() {
        return name().toLowerCase(Locale.ROOT);
    }

    abstract Database start();

    /** The database's own schema, and one that cases create. */
    Reflection wanted() {
        return Reflection.everything();
    }

    /** A query for the statements that drop everything; empty where a new database costs nothing. */
    String leftovers() {
        return "";
    }

    private static Database database(String url, String user, String password) {
        return new Database(Dialects.forUrl(url), url, user, password, Server.class.getClassLoader());
    }
}
