// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.postgresql;

import dev.limbeck.schema.CodeObject;
import dev.limbeck.schema.Dependencies;
import dev.limbeck.schema.Name;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What each object of the catalogue is called in a schema, and what hangs on what by the catalogue's own account. */
final class PostgresqlThings {

    /** One row for each object, with its catalogue and number. */
    private static final String NAMED =
            """
            with named (catalogue, number, kind, nspname, name, arguments, on_schema, on_table) as (
              select 'pg_class'::regclass::oid, c.oid,
                case c.relkind when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence'
                  when 'c' then 'type' when 'i' then 'index' when 'I' then 'index' else 'table' end,
                n.nspname::text, c.relname::text, '', '', ''
              from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
              where c.relkind in ('r', 'p', 'f', 'v', 'm', 'S', 'c', 'i', 'I') and c.oid >= 16384
              union all
              select 'pg_proc'::regclass::oid, p.oid,
                case p.prokind when 'p' then 'procedure' when 'a' then 'aggregate' else 'function' end,
                n.nspname::text, p.proname::text, ARGUMENTS, '', ''
              from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace
              where p.oid >= 16384
              union all
              select 'pg_type'::regclass::oid, t.oid,
                case c.relkind when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence'
                  when 'r' then 'table' when 'p' then 'table' when 'f' then 'table' else 'type' end,
                n.nspname::text, b.typname::text, '', '', ''
              from pg_catalog.pg_type t
              left join pg_catalog.pg_type e on e.typarray = t.oid
              join pg_catalog.pg_type b on b.oid = coalesce(e.oid, t.oid)
              join pg_catalog.pg_namespace n on n.oid = b.typnamespace
              left join pg_catalog.pg_class c on c.oid = b.typrelid
              where t.oid >= 16384
              union all
              select 'pg_trigger'::regclass::oid, t.oid, 'trigger', '', t.tgname::text, '', n.nspname::text, c.relname::text
              from pg_catalog.pg_trigger t join pg_catalog.pg_class c on c.oid = t.tgrelid
              join pg_catalog.pg_namespace n on n.oid = c.relnamespace
              where not t.tgisinternal
              union all
              select 'pg_rewrite'::regclass::oid, r.oid,
                case when r.rulename <> '_RETURN' then 'rule' when c.relkind = 'm' then 'materialized view' else 'view' end,
                n.nspname::text, case when r.rulename = '_RETURN' then c.relname::text else r.rulename::text end, '',
                n.nspname::text, c.relname::text
              from pg_catalog.pg_rewrite r join pg_catalog.pg_class c on c.oid = r.ev_class
              join pg_catalog.pg_namespace n on n.oid = c.relnamespace
              where r.oid >= 16384
              union all
              select 'pg_policy'::regclass::oid, p.oid, 'policy', '', p.polname::text, '', n.nspname::text, c.relname::text
              from pg_catalog.pg_policy p join pg_catalog.pg_class c on c.oid = p.polrelid
              join pg_catalog.pg_namespace n on n.oid = c.relnamespace
              union all
              select 'pg_attrdef'::regclass::oid, d.oid, 'value', '', a.attname::text, '', n.nspname::text, c.relname::text
              from pg_catalog.pg_attrdef d join pg_catalog.pg_class c on c.oid = d.adrelid
              join pg_catalog.pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
              join pg_catalog.pg_namespace n on n.oid = c.relnamespace
              where d.oid >= 16384
              union all
              select 'pg_constraint'::regclass::oid, k.oid,
                case when k.contypid <> 0 then 'type' else 'constraint' end,
                tn.nspname::text, coalesce(t.typname, k.conname)::text, '', n.nspname::text, c.relname::text
              from pg_catalog.pg_constraint k
              left join pg_catalog.pg_class c on c.oid = k.conrelid
              left join pg_catalog.pg_namespace n on n.oid = c.relnamespace
              left join pg_catalog.pg_type t on t.oid = k.contypid
              left join pg_catalog.pg_namespace tn on tn.oid = t.typnamespace
              where k.oid >= 16384
              union all
              select 'pg_collation'::regclass::oid, l.oid, 'collation', n.nspname::text, l.collname::text, '', '', ''
              from pg_catalog.pg_collation l join pg_catalog.pg_namespace n on n.oid = l.collnamespace
              where l.oid >= 16384
              union all
              select 'pg_ts_dict'::regclass::oid, d.oid, 'text search dictionary', n.nspname::text, d.dictname::text, '', '', ''
              from pg_catalog.pg_ts_dict d join pg_catalog.pg_namespace n on n.oid = d.dictnamespace
              where d.oid >= 16384
              union all
              select 'pg_ts_config'::regclass::oid, c.oid, 'text search configuration', n.nspname::text, c.cfgname::text,
                '', '', ''
              from pg_catalog.pg_ts_config c join pg_catalog.pg_namespace n on n.oid = c.cfgnamespace
              where c.oid >= 16384
              union all
              select 'pg_statistic_ext'::regclass::oid, s.oid, 'statistics', n.nspname::text, s.stxname::text, '', '', ''
              from pg_catalog.pg_statistic_ext s join pg_catalog.pg_namespace n on n.oid = s.stxnamespace
              union all
              select 'pg_event_trigger'::regclass::oid, e.oid, 'event trigger', null, e.evtname::text, '', '', ''
              from pg_catalog.pg_event_trigger e
              union all
              select 'pg_cast'::regclass::oid, k.oid, 'cast', null,
                '(' || pg_catalog.format_type(k.castsource, null) || ' as ' || pg_catalog.format_type(k.casttarget, null) || ')',
                '', '', ''
              from pg_catalog.pg_cast k where k.oid >= 16384
              union all
              select 'pg_operator'::regclass::oid, o.oid, 'operator', null, OPERATOR, '', '', ''
              from pg_catalog.pg_operator o where o.oid >= 16384
              union all
              select 'pg_extension'::regclass::oid, x.oid, 'extension', null, x.extname::text, '', '', ''
              from pg_catalog.pg_extension x
              union all
              select 'pg_namespace'::regclass::oid, n.oid, 'schema', n.nspname::text, n.nspname::text, '', '', ''
              from pg_catalog.pg_namespace n)
            select catalogue::bigint, number::bigint, kind, nspname, name, arguments, on_schema, on_table
            from named where cardinality(?::text[]) > 0
            """.replace("ARGUMENTS", PostgresqlCode.ARGUMENTS).replace("OPERATOR", PostgresqlOperators.NAME);

    /** A sequence that belongs to a column is there before it, and the column's default needs it. */
    private static final String NEEDS = """
            select d.classid::bigint as catalogue, d.objid::bigint as number, a.attname as column_name,
              d.refclassid::bigint as needed_catalogue, d.refobjid::bigint as needed_number, r.attname as needed_column
            from pg_catalog.pg_depend d
            left join pg_catalog.pg_attribute a
              on d.classid = 'pg_class'::regclass and a.attrelid = d.objid and a.attnum = d.objsubid and d.objsubid > 0
            left join pg_catalog.pg_attribute r
              on d.refclassid = 'pg_class'::regclass and r.attrelid = d.refobjid and r.attnum = d.refobjsubid
                and d.refobjsubid > 0
            where d.deptype in ('n', 'a', 'i') and d.refobjid >= 16384 and cardinality(?::text[]) > 0
              and not exists (
                select from pg_catalog.pg_class s
                where d.classid = 'pg_class'::regclass and s.oid = d.objid and s.relkind = 'S')
            """;

    private final PostgresqlCatalogue catalogue;
    private final Map<Place, Thing> things = new HashMap<>();
    private final Map<String, Set<String>> needs = new TreeMap<>();

    private PostgresqlThings(PostgresqlCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Where the catalogue has an object. */
    private record Place(long catalogue, long number) {}

    /**
     * What an object is called.
     *
     * @param relation its name where it has columns
     * @param wanted whether it lies where the reader was asked to look
     */
    private record Thing(String name, @Nullable Name relation, boolean wanted) {}

    static PostgresqlThings read(PostgresqlCatalogue catalogue) throws SQLException {
        PostgresqlThings things = new PostgresqlThings(catalogue);
        catalogue.read(NAMED, things::name);
        catalogue.read(NEEDS, things::need);
        return things;
    }

    private void name(ResultSet row) throws SQLException {
        things.put(new Place(row.getLong("catalogue"), row.getLong("number")), thing(row));
    }

    private Thing thing(ResultSet row) throws SQLException {
        String table = row.getString("on_table");
        if (table != null && !table.isEmpty() && !row.getString("kind").endsWith("view")) {
            Name on = catalogue.name(row.getString("on_schema"), table);
            return new Thing(
                    onTable(row.getString("kind"), on, row.getString("name")),
                    null,
                    catalogue.isRead(row.getString("on_schema")) && !catalogue.isExcluded(on));
        }
        String kind = row.getString("kind");
        String schema = row.getString("nspname");
        Name name = schema == null ? Name.of(row.getString("name")) : catalogue.name(schema, row.getString("name"));
        boolean wanted = schema == null || (catalogue.isRead(schema) && !catalogue.isExcluded(name));
        return switch (kind) {
            case "table", "view", "materialized view" -> new Thing(kind + " " + name, name, wanted);
            case "function", "procedure", "aggregate" ->
                new Thing(kind + " " + name + "(" + row.getString("arguments") + ")", null, wanted);
            case "cast", "operator" -> new Thing(kind + " " + name.name(), null, wanted);
            default -> new Thing(kind + " " + name, null, wanted);
        };
    }

    private static String onTable(String kind, Name table, String name) {
        return switch (kind) {
            case "value" -> Dependencies.value(table, name);
            case "constraint" -> Dependencies.constraint(table, name);
            default ->
                Dependencies.code(new CodeObject.Key(CodeObject.Kind.labelled(kind), Name.of(name), table.toString()));
        };
    }

    private void need(ResultSet row) throws SQLException {
        Thing user = things.get(new Place(row.getLong("catalogue"), row.getLong("number")));
        Thing used = things.get(new Place(row.getLong("needed_catalogue"), row.getLong("needed_number")));
        if (user != null && used != null) {
            String column = row.getString("column_name");
            String name = column == null || user.relation() == null
                    ? user.name()
                    : Dependencies.column(user.relation(), column);
            need(name, used.name());
            String needed = row.getString("needed_column");
            if (needed != null && used.relation() != null) {
                need(name, Dependencies.column(used.relation(), needed));
            }
        }
    }

    private void need(String user, String used) {
        needs.computeIfAbsent(user, key -> new TreeSet<>()).add(used);
    }

    /**
     * Says that an object is about the one that the row's {@code catalogue} and {@code number} name, and whether that is
     * one to speak of: neither Limbeck's own nor one of a schema that is not read.
     */
    boolean about(CodeObject.Key key, ResultSet row) throws SQLException {
        Thing subject = things.get(new Place(row.getLong("catalogue"), row.getLong("number")));
        if (subject == null || !subject.wanted()) {
            return false;
        }
        need(Dependencies.code(key), subject.name());
        return true;
    }

    /** Says that one privilege was granted after another on the same thing; the database keeps them in this order. */
    void follows(CodeObject.Key privilege, CodeObject.@Nullable Key before) {
        if (before != null) {
            need(Dependencies.code(privilege), Dependencies.code(before));
        }
    }

    Dependencies dependencies() {
        return Dependencies.of(needs);
    }
}
