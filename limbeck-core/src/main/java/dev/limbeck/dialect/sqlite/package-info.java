/**
 * SQLite, which alters little of a table and has the rest done by rebuilding it: see
 * {@link dev.limbeck.dialect.sqlite.SqliteRebuild}. What its catalogue does not tell is read from the text of
 * {@code create table} that it keeps. Start at {@link dev.limbeck.dialect.sqlite.SqliteDialect}.
 */
@NullMarked
package dev.limbeck.dialect.sqlite;

import org.jspecify.annotations.NullMarked;
