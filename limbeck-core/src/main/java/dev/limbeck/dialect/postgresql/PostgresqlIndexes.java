// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.postgresql;

import dev.limbeck.schema.Index;
import dev.limbeck.schema.Name;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the indexes of all tables that no constraint made. */
final class PostgresqlIndexes {

    /** An operator class {@code o} as SQL names it, with its schema where that is not searched. */
    static final String OPERATOR_CLASS = "case when pg_catalog.pg_opclass_is_visible(o.oid) then ''"
            + " else o.opcnamespace::regnamespace || '.' end || quote_ident(o.opcname)";

    /**
     * One row for each part. In {@code indoption} the bit 1 is descending, 2 is nulls first; 100 is the oid of the
     * default collation. An index that a broken {@code create index concurrently} left behind is not valid, and none.
     */
    private static final String INDEXES =
            """
            select n.nspname, c.relname, ic.relname as index_name, i.indisunique, am.amname,
              pg_catalog.pg_get_expr(i.indpred, i.indrelid) as predicate,
              case when i.indpred is not null then VARCHARS end as varchars,
              coalesce((to_jsonb(i) ->> 'indnullsnotdistinct')::boolean, false) as nulls_not_distinct,
              p.number <= i.indnkeyatts as is_key, a.attname,
              pg_catalog.pg_get_indexdef(i.indexrelid, p.number, false) as part,
              coalesce(i.indoption[p.number - 1], 0) as options,
              case when not o.opcdefault or ia.attoptions is not null then OPERATOR_CLASS end as operator_class,
              array_to_string(ia.attoptions, ', ') as class_options,
              ic.reloptions::text[] as options_of_index, ts.spcname, i.indisclustered and c.relkind = 'm' as clustered,
              nullif((to_jsonb(ia) ->> 'attstattarget')::integer, -1) as statistics,
              case when i.indcollation[p.number - 1] <> coalesce(a.attcollation, 100)
                then l.collname end as collation_name, ln.nspname as collation_schema
            from pg_catalog.pg_index i
            join pg_catalog.pg_class c on c.oid = i.indrelid
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            join pg_catalog.pg_class ic on ic.oid = i.indexrelid
            join pg_catalog.pg_am am on am.oid = ic.relam
            cross join lateral generate_series(1, i.indnatts::integer) p (number)
            left join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[p.number - 1]
              and a.attnum <> 0
            left join pg_catalog.pg_attribute ia on ia.attrelid = i.indexrelid and ia.attnum = p.number
            left join pg_catalog.pg_tablespace ts on ts.oid = ic.reltablespace
            left join pg_catalog.pg_opclass o on o.oid = i.indclass[p.number - 1] and p.number <= i.indnkeyatts
            left join pg_catalog.pg_collation l on l.oid = i.indcollation[p.number - 1]
            left join pg_catalog.pg_namespace ln on ln.oid = l.collnamespace
            where c.relkind in ('r', 'p', 'm') and i.indisvalid and n.nspname = any (?)
              and not exists (select from pg_catalog.pg_inherits h where h.inhrelid = i.indexrelid)
              and not exists (
                select from pg_catalog.pg_constraint k
                where k.conindid = i.indexrelid and k.conrelid = i.indrelid and k.contype in ('p', 'u', 'x'))
            order by n.nspname, c.relname, ic.relname, p.number
            """.replace("OPERATOR_CLASS", OPERATOR_CLASS).replace("VARCHARS", PostgresqlExpressions.VARCHARS);

    private static final int DESCENDING = 1;
    private static final int NULLS_FIRST = 2;

    private PostgresqlIndexes() {}

    private record Key(Name table, String index) {}

    static Map<Name, List<Index>> read(PostgresqlCatalogue catalogue) throws SQLException {
        Map<Key, Index> indexes = new LinkedHashMap<>();
        catalogue.read(INDEXES, row -> {
            Name table = catalogue.name(row.getString("nspname"), row.getString("relname"));
            Key key = new Key(table, row.getString("index_name"));
            Index index = indexes.getOrDefault(key, start(row));
            indexes.put(
                    key,
                    withStatistics(
                            row.getBoolean("is_key") ? withPart(catalogue, index, row) : withIncluded(index, row),
                            row));
        });
        Map<Name, List<Index>> byTable = new HashMap<>();
        indexes.forEach((key, index) ->
                byTable.computeIfAbsent(key.table(), name -> new ArrayList<>()).add(index));
        return byTable;
    }

    private static Index start(ResultSet row) throws SQLException {
        String method = row.getString("amname");
        String predicate = row.getString("predicate");
        Map<String, String> options = PostgresqlOptions.read(row, "options_of_index", "spcname");
        if (row.getBoolean("clustered")) {
            options.put(PostgresqlIndexSql.CLUSTERED, "");
        }
        return new Index(
                row.getString("index_name"),
                List.of(),
                row.getBoolean("indisunique"),
                predicate == null
                        ? null
                        : PostgresqlExpressions.condition(predicate, PostgresqlCatalogue.strings(row, "varchars")),
                method.equals("btree") ? null : method,
                List.of(),
                row.getBoolean("nulls_not_distinct"),
                options);
    }

    private static Index withStatistics(Index index, ResultSet row) throws SQLException {
        String target = row.getString("statistics");
        if (target == null) {
            return index;
        }
        Map<String, String> options = new LinkedHashMap<>(index.options());
        options.put(
                PostgresqlColumnOptions.STATISTICS + "("
                        + (index.parts().size() + index.include().size()) + ")",
                target);
        return index.withOptions(options);
    }

    private static Index withIncluded(Index index, ResultSet row) throws SQLException {
        return index.withInclude(with(index.include(), row.getString("attname")));
    }

    private static Index withPart(PostgresqlCatalogue catalogue, Index index, ResultSet row) throws SQLException {
        String column = row.getString("attname");
        boolean descending = (row.getInt("options") & DESCENDING) != 0;
        boolean nullsFirst = (row.getInt("options") & NULLS_FIRST) != 0;
        Index.Part part = new Index.Part(
                column == null ? PostgresqlExpressions.bare(row.getString("part")) : column,
                column == null,
                descending,
                nulls(descending, nullsFirst),
                operatorClass(row),
                catalogue.collation(row));
        return index.withParts(with(index.parts(), part));
    }

    private static @Nullable String operatorClass(ResultSet row) throws SQLException {
        String options = row.getString("class_options");
        String name = row.getString("operator_class");
        return options == null ? name : name + "(" + options + ")";
    }

    /** Nulls count as larger than everything, so they come first where the order descends. */
    private static Index.@Nullable Nulls nulls(boolean descending, boolean nullsFirst) {
        if (descending == nullsFirst) {
            return null;
        }
        return nullsFirst ? Index.Nulls.FIRST : Index.Nulls.LAST;
    }

    private static <T> List<T> with(List<T> list, T item) {
        List<T> longer = new ArrayList<>(list);
        longer.add(item);
        return longer;
    }
}
