// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.postgresql;

import dev.limbeck.schema.Name;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a table says of single columns beyond what columns are, as options such as {@code storage(body)}: how a column is
 * stored and measured, and where one that it inherits has a default or a not null of its own.
 *
 * @param word what is said, {@code storage} for instance
 */
record PostgresqlColumnOptions(String word, String column) {
    static final String STORAGE = "storage";
    static final String COMPRESSION = "compression";
    static final String STATISTICS = "statistics";
    static final String DEFAULT = "default";
    static final String NOT_NULL = "not null";

    private static final Pattern OPTION = Pattern.compile("([a-z_ ]+)\\((.+)\\)", Pattern.DOTALL);

    /** What came with later versions is asked for through JSON, where it may be missing. */
    private static final String COLUMNS = """
            select * from (
              select n.nspname, c.relname, a.attname,
                case when a.attstorage <> coalesce(p.attstorage, t.typstorage) then a.attstorage end as storage,
                nullif(nullif(to_jsonb(a) ->> 'attcompression', ''), p.compression) as compression,
                nullif((to_jsonb(a) ->> 'attstattarget')::integer, -1) as statistics,
                a.attoptions::text[] as parameters,
                case when i.inherited and p.expression is distinct from pg_catalog.pg_get_expr(v.adbin, v.adrelid)
                  then coalesce(pg_catalog.pg_get_expr(v.adbin, v.adrelid), '') end as own_default,
                i.inherited and a.attnotnull and not p.attnotnull as own_not_null
              from pg_catalog.pg_attribute a
              join pg_catalog.pg_class c on c.oid = a.attrelid
              join pg_catalog.pg_namespace n on n.oid = c.relnamespace
              join pg_catalog.pg_type t on t.oid = a.atttypid
              left join pg_catalog.pg_attrdef v on v.adrelid = a.attrelid and v.adnum = a.attnum
              cross join lateral (
                select a.attinhcount > 0 and (c.relispartition or not a.attislocal)
                  and a.attgenerated = '' and a.attidentity = '' as inherited) i
              left join lateral (
                select pa.attstorage, to_jsonb(pa) ->> 'attcompression' as compression, pa.attnotnull,
                  pg_catalog.pg_get_expr(pv.adbin, pv.adrelid) as expression
                from pg_catalog.pg_inherits h
                join pg_catalog.pg_attribute pa
                  on pa.attrelid = h.inhparent and pa.attname = a.attname and not pa.attisdropped
                left join pg_catalog.pg_attrdef pv on pv.adrelid = pa.attrelid and pv.adnum = pa.attnum
                where h.inhrelid = c.oid
                order by h.inhseqno
                limit 1) p on true
              where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped and n.nspname = any (?)) said
            where storage is not null or compression is not null or statistics is not null or parameters is not null
              or own_default is not null or own_not_null
            """;

    /** What an option says of a column; null where it says something else. */
    static @Nullable PostgresqlColumnOptions of(String option) {
        Matcher matcher = OPTION.matcher(option);
        return matcher.matches() ? new PostgresqlColumnOptions(matcher.group(1), matcher.group(2)) : null;
    }

    static Map<Name, SortedMap<String, String>> read(PostgresqlCatalogue catalogue) throws SQLException {
        return catalogue.options(COLUMNS, PostgresqlColumnOptions::add);
    }

    private static void add(ResultSet row, SortedMap<String, String> options) throws SQLException {
        String column = "(" + row.getString("attname") + ")";
        put(options, STORAGE + column, storage(row.getString("storage")));
        put(options, COMPRESSION + column, compression(row.getString("compression")));
        put(options, STATISTICS + column, row.getString("statistics"));
        put(options, DEFAULT + column, row.getString("own_default"));
        put(options, NOT_NULL + column, row.getBoolean("own_not_null") ? "" : null);
        for (String parameter : PostgresqlCatalogue.strings(row, "parameters")) {
            int equals = parameter.indexOf('=');
            options.put(parameter.substring(0, equals) + column, parameter.substring(equals + 1));
        }
    }

    private static void put(SortedMap<String, String> options, String option, @Nullable String value) {
        if (value != null) {
            options.put(option, value);
        }
    }

    private static @Nullable String storage(@Nullable String code) {
        if (code == null) {
            return null;
        }
        return switch (code) {
            case "p" -> "plain";
            case "e" -> "external";
            case "m" -> "main";
            case "x" -> "extended";
            default -> throw new AssertionError(code);
        };
    }

    private static @Nullable String compression(@Nullable String code) {
        if (code == null) {
            return null;
        }
        return switch (code) {
            case "p" -> "pglz";
            case "l" -> "lz4";
            default -> throw new AssertionError(code);
        };
    }
}
