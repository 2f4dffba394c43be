// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.postgresql;

import dev.limbeck.schema.CodeObject;
import java.sql.SQLException;
import java.util.function.Consumer;

/** Reads what is said of objects behind their creation: what is disabled, defaults of views, unlogged sequences, owners. */
final class PostgresqlSettings {

    /** What fires is {@code O}; a trigger that a partition has from its table follows that one. */
    private static final String SETTINGS = """
            select 'pg_trigger'::regclass::bigint as catalogue, t.oid::bigint as number,
              'trigger ' || quote_ident(t.tgname) || ' on ' || c.oid::regclass as name,
              'alter table ' || c.oid::regclass || STATE || ' trigger ' || quote_ident(t.tgname) as definition
            from pg_catalog.pg_trigger t
            join pg_catalog.pg_class c on c.oid = t.tgrelid
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            cross join lateral (select t.tgenabled as state) s
            where not t.tgisinternal and t.tgenabled <> 'O' and n.nspname = any (?)
              and coalesce((to_jsonb(t) ->> 'tgparentid')::oid, 0) = 0
            union all
            select 'pg_rewrite'::regclass::bigint, r.oid::bigint,
              'rule ' || quote_ident(r.rulename) || ' on ' || c.oid::regclass,
              'alter table ' || c.oid::regclass || STATE || ' rule ' || quote_ident(r.rulename)
            from pg_catalog.pg_rewrite r
            join pg_catalog.pg_class c on c.oid = r.ev_class
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            cross join lateral (select r.ev_enabled as state) s
            where r.rulename <> '_RETURN' and r.ev_enabled <> 'O' and r.oid >= 16384 and not n.nspname like 'pg\\_%'
            union all
            select 'pg_event_trigger'::regclass::bigint, e.oid::bigint,
              'event trigger ' || quote_ident(e.evtname),
              'alter event trigger ' || quote_ident(e.evtname) || STATE
            from pg_catalog.pg_event_trigger e
            cross join lateral (select e.evtenabled as state) s
            where e.evtenabled <> 'O'
            union all
            select 'pg_class'::regclass::bigint, c.oid::bigint,
              'default of ' || c.oid::regclass || '.' || quote_ident(a.attname),
              'alter view ' || c.oid::regclass || ' alter column ' || quote_ident(a.attname) || ' set default '
                || pg_catalog.pg_get_expr(d.adbin, d.adrelid)
            from pg_catalog.pg_attrdef d
            join pg_catalog.pg_class c on c.oid = d.adrelid and c.relkind = 'v'
            join pg_catalog.pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
            where d.oid >= 16384
            union all
            select 'pg_class'::regclass::bigint, c.oid::bigint,
              'sequence ' || c.oid::regclass, 'alter sequence ' || c.oid::regclass || ' set unlogged'
            from pg_catalog.pg_class c
            where c.relkind = 'S' and c.relpersistence = 'u'
              and not exists (
                select from pg_catalog.pg_depend e
                where e.classid = 'pg_catalog.pg_class'::regclass and e.objid = c.oid and e.deptype in ('e', 'i'))
            order by name
            """.replace(
            "STATE", "case s.state when 'D' then ' disable' when 'R' then ' enable replica' else ' enable always' end");

    /** Those of others than the one who is connected; what an extension made, or a column owns, follows that. */
    private static final String OWNERS =
            """
            select 'pg_class'::regclass::bigint as catalogue, c.oid::bigint as number,
              case c.relkind when 'v' then 'view ' when 'm' then 'materialized view ' when 'S' then 'sequence '
                when 'c' then 'type ' else 'table ' end || c.oid::regclass as name, c.relowner::regrole::text as owner
            from pg_catalog.pg_class c
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p', 'v', 'm', 'S', 'c') and n.nspname = any (?)
              and c.relowner <> current_user::regrole
              and not exists (
                select from pg_catalog.pg_depend e
                where e.classid = 'pg_catalog.pg_class'::regclass and e.objid = c.oid
                  and (e.deptype = 'e' or (c.relkind = 'S' and e.deptype in ('a', 'i'))))
            union all
            select 'pg_proc'::regclass::bigint, p.oid::bigint,
              case p.prokind when 'p' then 'procedure ' when 'a' then 'aggregate ' else 'function ' end
                || ROUTINE, p.proowner::regrole::text
            from pg_catalog.pg_proc p
            where p.oid >= 16384 and p.proowner <> current_user::regrole
              and not exists (
                select from pg_catalog.pg_depend e
                where e.classid = 'pg_catalog.pg_proc'::regclass and e.objid = p.oid and e.deptype = 'e')
            union all
            select 'pg_type'::regclass::bigint, t.oid::bigint,
              case t.typtype when 'd' then 'domain ' else 'type ' end || t.oid::regtype, t.typowner::regrole::text
            from pg_catalog.pg_type t
            where t.oid >= 16384 and t.typtype in ('e', 'd', 'r') and t.typowner <> current_user::regrole
              and not exists (
                select from pg_catalog.pg_depend e
                where e.classid = 'pg_catalog.pg_type'::regclass and e.objid = t.oid and e.deptype = 'e')
            union all
            select 'pg_operator'::regclass::bigint, o.oid::bigint, 'operator ' || OPERATOR, o.oprowner::regrole::text
            from pg_catalog.pg_operator o
            where o.oid >= 16384 and o.oprowner <> current_user::regrole
              and not exists (
                select from pg_catalog.pg_depend e
                where e.classid = 'pg_catalog.pg_operator'::regclass and e.objid = o.oid and e.deptype = 'e')
            union all
            select 'pg_ts_dict'::regclass::bigint, d.oid::bigint, 'text search dictionary ' || d.oid::regdictionary,
              d.dictowner::regrole::text
            from pg_catalog.pg_ts_dict d
            where d.oid >= 16384 and d.dictowner <> current_user::regrole
              and not exists (
                select from pg_catalog.pg_depend e
                where e.classid = 'pg_catalog.pg_ts_dict'::regclass and e.objid = d.oid and e.deptype = 'e')
            union all
            select 'pg_ts_config'::regclass::bigint, c.oid::bigint, 'text search configuration ' || c.oid::regconfig,
              c.cfgowner::regrole::text
            from pg_catalog.pg_ts_config c
            where c.oid >= 16384 and c.cfgowner <> current_user::regrole
              and not exists (
                select from pg_catalog.pg_depend e
                where e.classid = 'pg_catalog.pg_ts_config'::regclass and e.objid = c.oid and e.deptype = 'e')
            order by name
            """.replace("ROUTINE", PostgresqlComments.ROUTINE).replace("OPERATOR", PostgresqlOperators.NAME);

    private PostgresqlSettings() {}

    static void read(PostgresqlCatalogue catalogue, PostgresqlThings things, Consumer<CodeObject> found)
            throws SQLException {
        catalogue.read(SETTINGS, row -> {
            CodeObject.Key key = CodeObject.Key.phrase(CodeObject.Kind.SETTING, row.getString("name"));
            if (things.about(key, row)) {
                found.accept(new CodeObject(key, row.getString("definition")));
            }
        });
        catalogue.read(OWNERS, row -> {
            String name = row.getString("name");
            CodeObject.Key key = CodeObject.Key.phrase(CodeObject.Kind.OWNER, name);
            if (things.about(key, row)) {
                found.accept(new CodeObject(key, "alter " + name + " owner to " + row.getString("owner")));
            }
        });
    }
}
