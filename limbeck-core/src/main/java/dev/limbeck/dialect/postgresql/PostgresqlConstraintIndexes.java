// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.postgresql;

import dev.limbeck.dialect.Statement;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Name;
import java.sql.SQLException;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the index of a constraint is stored, as options of the table such as {@code index(orders_pkey).fillfactor}: storage
 * parameters and the tablespace.
 *
 * @param index the name of the index, which is its constraint's
 * @param parameter what is said of it, {@code fillfactor} for instance
 */
record PostgresqlConstraintIndexes(String index, String parameter) {

    private static final Pattern OPTION = Pattern.compile("index\\((.+)\\)\\.([a-z0-9_]+)", Pattern.DOTALL);

    /** The index of a partitioned table, which the server lets nobody change, is not among them, nor are its parts. */
    private static final String INDEXES = """
            select n.nspname, c.relname, ic.relname as index_name, ic.reloptions::text[] as parameters, ts.spcname
            from pg_catalog.pg_constraint k
            join pg_catalog.pg_class c on c.oid = k.conrelid
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            join pg_catalog.pg_class ic on ic.oid = k.conindid and ic.relkind = 'i'
            left join pg_catalog.pg_tablespace ts on ts.oid = ic.reltablespace
            where k.contype in ('p', 'u', 'x') and k.conparentid = 0 and n.nspname = any (?)
              and (ic.reloptions is not null or ts.spcname is not null)
            """;

    /** What an option says of a constraint's index; null where it says something else. */
    static @Nullable PostgresqlConstraintIndexes of(String option) {
        Matcher matcher = OPTION.matcher(option);
        return matcher.matches() ? new PostgresqlConstraintIndexes(matcher.group(1), matcher.group(2)) : null;
    }

    static Map<Name, SortedMap<String, String>> read(PostgresqlCatalogue catalogue) throws SQLException {
        return catalogue.options(INDEXES, (row, options) -> {
            String index = "index(" + row.getString("index_name") + ").";
            PostgresqlOptions.read(row, "parameters", "spcname")
                    .forEach((parameter, value) -> options.put(index + parameter, value));
        });
    }

    /** The statement that says it; without a value it is as if nobody had. */
    Statement set(PostgresqlCompiler compiler, Operation.SetTableOption operation) {
        String value = operation.value();
        String words;
        if (parameter.equals(PostgresqlIndexSql.TABLESPACE)) {
            words = "set tablespace " + PostgresqlDialect.quoted(value == null ? "pg_default" : value);
        } else if (value == null) {
            words = "reset (" + PostgresqlIndexSql.parameter(parameter) + ")";
        } else {
            words = "set (" + PostgresqlIndexSql.parameter(parameter) + " = " + PostgresqlDialect.literalOf(value)
                    + ")";
        }
        return Statement.of("alter index " + compiler.nameOf(operation.table().withName(index)) + " " + words);
    }
}
