/**
 * What is particular to PostgreSQL, 12 and newer. Start at {@link dev.limbeck.dialect.postgresql.PostgresqlDialect}.
 */
@NullMarked
package dev.limbeck.dialect.postgresql;

import org.jspecify.annotations.NullMarked;
