// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.postgresql;

import dev.limbeck.schema.Name;
import java.sql.SQLException;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What the indexes are called that a partition has because its table has them, as options such as {@code
 * index(orders_pkey)} of the partition: those that the server does not call so by itself.
 */
final class PostgresqlPartitionIndexes {
    static final String INDEX = "index";

    /** The server takes the beginning of the partition's name, the columns, and one of these words. */
    private static final String INDEXES = """
            select n.nspname, c.relname, o.relname as above, x.relname as index_name
            from pg_catalog.pg_inherits h
            join pg_catalog.pg_index i on i.indexrelid = h.inhrelid
            join pg_catalog.pg_class x on x.oid = h.inhrelid
            join pg_catalog.pg_class o on o.oid = h.inhparent
            join pg_catalog.pg_class c on c.oid = i.indrelid
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where c.relispartition and n.nspname = any (?)
              and not (x.relname ~ '_(pkey|key|idx|excl)[0-9]*$' and starts_with(x.relname, left(c.relname, 12)))
            order by n.nspname, c.relname, o.relname
            """;

    private static final String ATTACHED = "(select h.inhrelid::regclass from pg_inherits h"
            + " join pg_index i on i.indexrelid = h.inhrelid join pg_class o on o.oid = h.inhparent"
            + " where i.indrelid = %s::regclass and o.relname = %s)";

    private PostgresqlPartitionIndexes() {}

    static Map<Name, SortedMap<String, String>> read(PostgresqlCatalogue catalogue) throws SQLException {
        return catalogue.options(
                INDEXES,
                (row, options) -> options.put(INDEX + "(" + row.getString("above") + ")", row.getString("index_name")));
    }

    /** The statement that renames the partition's part of an index, whatever its name is now; null stands for a usual name. */
    static String rename(PostgresqlCompiler compiler, Name partition, String above, @Nullable String name) {
        String wanted = name == null ? usual(partition, above) : name;
        String attached = ATTACHED.formatted(
                PostgresqlDialect.literalOf(compiler.nameOf(partition)), PostgresqlDialect.literalOf(above));
        return "do $$ declare part regclass := " + attached + "; begin if "
                + (name == null ? "part is not null and " : "")
                + "part is distinct from to_regclass("
                + PostgresqlDialect.literalOf(compiler.nameOf(partition.withName(wanted)))
                + ") then execute 'alter index ' || part || ' rename to ' || quote_ident("
                + PostgresqlDialect.literalOf(wanted) + "); end if; end $$";
    }

    private static String usual(Name partition, String above) {
        String start = partition.name() + "_" + above;
        return start.substring(0, Math.min(start.length(), 50)) + "_idx";
    }
}
