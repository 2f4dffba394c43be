// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.postgresql;

import dev.limbeck.dialect.Reflection;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Finds what a database holds of kinds that are not read, but for what an extension made. */
final class PostgresqlUnread {

    /** Where there is no schema, the object is the database's. */
    private static final String UNREAD = """
            with found (catalogue, number, kind, nspname, name) as (
              select 'pg_class'::regclass::oid, c.oid, 'foreign table', n.nspname, c.relname
              from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace where c.relkind = 'f'
              union all
              select 'pg_class'::regclass::oid, c.oid, 'that it is of a type, of table', n.nspname, c.relname
              from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace where c.reloftype <> 0
              union all
              select 'pg_foreign_data_wrapper'::regclass::oid, w.oid, 'foreign data wrapper', null, w.fdwname
              from pg_catalog.pg_foreign_data_wrapper w
              union all
              select 'pg_foreign_server'::regclass::oid, s.oid, 'foreign server', null, s.srvname
              from pg_catalog.pg_foreign_server s
              union all
              select 'pg_publication'::regclass::oid, p.oid, 'publication', null, p.pubname
              from pg_catalog.pg_publication p
              union all
              select 'pg_language'::regclass::oid, l.oid, 'language', null, l.lanname
              from pg_catalog.pg_language l
              union all
              select 'pg_am'::regclass::oid, a.oid, 'access method', null, a.amname from pg_catalog.pg_am a
              union all
              select 'pg_type'::regclass::oid, t.oid, 'base type', n.nspname, t.typname
              from pg_catalog.pg_type t join pg_catalog.pg_namespace n on n.oid = t.typnamespace
              where t.typtype in ('b', 'p') and t.typcategory <> 'A'
              union all
              select 'pg_opclass'::regclass::oid, c.oid, 'operator class', n.nspname, c.opcname
              from pg_catalog.pg_opclass c join pg_catalog.pg_namespace n on n.oid = c.opcnamespace
              union all
              select 'pg_opfamily'::regclass::oid, f.oid, 'operator family', n.nspname, f.opfname
              from pg_catalog.pg_opfamily f join pg_catalog.pg_namespace n on n.oid = f.opfnamespace
              union all
              select 'pg_ts_parser'::regclass::oid, p.oid, 'text search parser', n.nspname, p.prsname
              from pg_catalog.pg_ts_parser p join pg_catalog.pg_namespace n on n.oid = p.prsnamespace
              union all
              select 'pg_ts_template'::regclass::oid, t.oid, 'text search template', n.nspname, t.tmplname
              from pg_catalog.pg_ts_template t join pg_catalog.pg_namespace n on n.oid = t.tmplnamespace
              union all
              select 'pg_conversion'::regclass::oid, c.oid, 'conversion', n.nspname, c.conname
              from pg_catalog.pg_conversion c join pg_catalog.pg_namespace n on n.oid = c.connamespace
              union all
              select 'pg_transform'::regclass::oid, t.oid, 'transform', null, 'for ' || t.trftype::regtype
              from pg_catalog.pg_transform t)
            select f.kind || ' ' || coalesce(quote_ident(f.nspname) || '.', '') || f.name
            from found f
            where f.number >= 16384
              and (f.nspname is null or (? and f.nspname !~ '^pg_') or f.nspname = any (?) or f.nspname = any (?))
              and not exists (
                select from pg_catalog.pg_depend e
                where e.classid = f.catalogue and e.objid = f.number and e.deptype in ('e', 'i'))
            order by f.kind, f.nspname, f.name
            """;

    private PostgresqlUnread() {}

    /** The kind and the name of each. */
    static List<String> find(Connection connection, Reflection wanted) throws SQLException {
        String[] schemas = wanted.schemas().isEmpty()
                ? new String[] {connection.getSchema()}
                : wanted.schemas().toArray(String[]::new);
        Array first = connection.createArrayOf("text", schemas);
        Array others = connection.createArrayOf("text", wanted.others().names().toArray());
        try (PreparedStatement query = connection.prepareStatement(UNREAD)) {
            query.setBoolean(1, wanted.others().all());
            query.setArray(2, first);
            query.setArray(3, others);
            List<String> found = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        } finally {
            first.free();
            others.free();
        }
    }
}
