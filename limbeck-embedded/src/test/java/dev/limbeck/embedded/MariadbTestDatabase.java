// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.embedded;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.mysql.MariadbDialect;

/** An empty MariaDB database. */
final class MariadbTestDatabase extends TestDatabase {
    static final Dialect DIALECT = new MariadbDialect();

    MariadbTestDatabase() {
        super(new EmbeddedMariadbServer());
    }

    @Override
    void clean() {
        rollback();
        execute("set foreign_key_checks = 0");
        query("select concat(if(table_type = 'SEQUENCE', 'drop sequence `', 'drop table `'),"
                        + " replace(table_name, '`', '``'), '`') from information_schema.tables"
                        + " where table_schema = database() and table_type <> 'VIEW'")
                .forEach(this::execute);
        query("select concat('drop view `', table_name, '`') from information_schema.views"
                        + " where table_schema = database()")
                .forEach(this::execute);
        query("select concat('drop ', routine_type, ' `', routine_name, '`') from information_schema.routines"
                        + " where routine_schema = database()")
                .forEach(this::execute);
        execute("set foreign_key_checks = 1");
    }
}
