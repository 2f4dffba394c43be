// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.embedded;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.postgresql.PostgresqlDialect;

/** An empty PostgreSQL database. */
final class PostgresqlTestDatabase extends TestDatabase {
    static final Dialect DIALECT = new PostgresqlDialect();

    PostgresqlTestDatabase() {
        super(new EmbeddedPostgresqlServer());
    }

    @Override
    void clean() {
        rollback();
        query(
                        "select quote_ident(nspname) from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'")
                .forEach(schema -> execute("drop schema " + schema + " cascade"));
        execute("create schema public", "set search_path = public");
    }
}
