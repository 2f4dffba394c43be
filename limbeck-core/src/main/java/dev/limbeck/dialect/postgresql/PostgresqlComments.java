// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.postgresql;

import dev.limbeck.schema.CodeObject;
import java.sql.SQLException;
import java.util.function.Consumer;

/** Reads the comments on all but tables, their own columns, sequences and domains, which have them in their own values. */
final class PostgresqlComments {

    static final CodeObject.Key PUBLIC = CodeObject.Key.phrase(CodeObject.Kind.COMMENT, "schema public");

    /** What the server itself says of the schema {@code public}, and a dump takes for granted. */
    static final String ON_PUBLIC = "standard public schema";

    /** A routine {@code p} as SQL names it; {@code regprocedure} has no word for an aggregate of no parameters. */
    static final String ROUTINE =
            "replace(p.oid::regprocedure::text, '()', case p.prokind when 'a' then '(*)' else '()' end)";

    private static final String COMMENTS = """
            with subject (catalogue, number, part, name) as (
              select 'pg_proc'::regclass::oid, p.oid, 0,
                case p.prokind when 'p' then 'procedure ' when 'a' then 'aggregate ' else 'function ' end || ROUTINE
              from pg_catalog.pg_proc p where p.oid >= 16384
              union all
              select 'pg_class'::regclass::oid, c.oid, 0,
                case c.relkind when 'v' then 'view ' when 'm' then 'materialized view ' else 'index ' end || c.oid::regclass
              from pg_catalog.pg_class c where c.relkind in ('v', 'm', 'i', 'I') and c.oid >= 16384
              union all
              select 'pg_class'::regclass::oid, c.oid, a.attnum,
                'column ' || c.oid::regclass || '.' || quote_ident(a.attname)
              from pg_catalog.pg_class c join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0
              where (c.relkind in ('v', 'm', 'c') or c.relispartition or not a.attislocal) and c.oid >= 16384
              union all
              select 'pg_type'::regclass::oid, t.oid, 0, 'type ' || t.oid::regtype
              from pg_catalog.pg_type t left join pg_catalog.pg_class c on c.oid = t.typrelid
              where t.oid >= 16384 and (t.typtype in ('e', 'r') or c.relkind = 'c')
              union all
              select 'pg_constraint'::regclass::oid, k.oid, 0,
                'constraint ' || quote_ident(k.conname) || ' on '
                  || case when k.contypid <> 0 then 'domain ' || k.contypid::regtype else k.conrelid::regclass::text end
              from pg_catalog.pg_constraint k where k.oid >= 16384
              union all
              select 'pg_trigger'::regclass::oid, t.oid, 0,
                'trigger ' || quote_ident(t.tgname) || ' on ' || t.tgrelid::regclass
              from pg_catalog.pg_trigger t where not t.tgisinternal
              union all
              select 'pg_rewrite'::regclass::oid, r.oid, 0,
                'rule ' || quote_ident(r.rulename) || ' on ' || r.ev_class::regclass
              from pg_catalog.pg_rewrite r where r.rulename <> '_RETURN'
              union all
              select 'pg_policy'::regclass::oid, p.oid, 0,
                'policy ' || quote_ident(p.polname) || ' on ' || p.polrelid::regclass
              from pg_catalog.pg_policy p
              union all
              select 'pg_collation'::regclass::oid, l.oid, 0, 'collation ' || l.oid::regcollation
              from pg_catalog.pg_collation l where l.oid >= 16384
              union all
              select 'pg_ts_dict'::regclass::oid, d.oid, 0, 'text search dictionary ' || d.oid::regdictionary
              from pg_catalog.pg_ts_dict d where d.oid >= 16384
              union all
              select 'pg_ts_config'::regclass::oid, c.oid, 0, 'text search configuration ' || c.oid::regconfig
              from pg_catalog.pg_ts_config c where c.oid >= 16384
              union all
              select 'pg_statistic_ext'::regclass::oid, s.oid, 0,
                'statistics ' || case when s.stxnamespace = current_schema()::regnamespace then ''
                  else s.stxnamespace::regnamespace || '.' end || quote_ident(s.stxname)
              from pg_catalog.pg_statistic_ext s
              union all
              select 'pg_event_trigger'::regclass::oid, e.oid, 0, 'event trigger ' || quote_ident(e.evtname)
              from pg_catalog.pg_event_trigger e
              union all
              select 'pg_cast'::regclass::oid, k.oid, 0, 'cast (' || pg_catalog.format_type(k.castsource, null)
                || ' as ' || pg_catalog.format_type(k.casttarget, null) || ')'
              from pg_catalog.pg_cast k where k.oid >= 16384
              union all
              select 'pg_operator'::regclass::oid, o.oid, 0, 'operator ' || OPERATOR
              from pg_catalog.pg_operator o where o.oid >= 16384
              union all
              select 'pg_extension'::regclass::oid, x.oid, 0, 'extension ' || quote_ident(x.extname)
              from pg_catalog.pg_extension x where x.extname <> 'plpgsql'
              union all
              select 'pg_namespace'::regclass::oid, n.oid, 0, 'schema ' || quote_ident(n.nspname)
              from pg_catalog.pg_namespace n where n.nspname = any (?))
            select d.classoid::bigint as catalogue, d.objoid::bigint as number, s.name, d.description
            from subject s
            join pg_catalog.pg_description d
              on d.classoid = s.catalogue and d.objoid = s.number and d.objsubid = s.part
            where not exists (
                select from pg_catalog.pg_depend e
                where e.classid = s.catalogue and e.objid = s.number and e.deptype = 'e')
              and (s.name, d.description) is distinct from ('schema public', 'ON_PUBLIC')
              and not exists (
                select from pg_catalog.pg_available_extensions() x
                where s.name = 'extension ' || quote_ident(x.name) and d.description = x.comment)
            order by s.name
            """.replace("ROUTINE", ROUTINE)
            .replace("OPERATOR", PostgresqlOperators.NAME)
            .replace("ON_PUBLIC", ON_PUBLIC);

    private PostgresqlComments() {}

    static void read(PostgresqlCatalogue catalogue, PostgresqlThings things, Consumer<CodeObject> found)
            throws SQLException {
        catalogue.read(COMMENTS, row -> {
            CodeObject.Key key = CodeObject.Key.phrase(CodeObject.Kind.COMMENT, row.getString("name"));
            if (things.about(key, row)) {
                found.accept(new CodeObject(key, row.getString("description")));
            }
        });
    }
}
