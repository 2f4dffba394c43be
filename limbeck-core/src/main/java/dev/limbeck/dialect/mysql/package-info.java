/**
 * What is particular to MySQL, 8.0.29 and newer, and what MariaDB, 10.6 and newer, has of its own beside it. Start at
 * {@link dev.limbeck.dialect.mysql.MysqlDialect}.
 */
@NullMarked
package dev.limbeck.dialect.mysql;

import org.jspecify.annotations.NullMarked;
