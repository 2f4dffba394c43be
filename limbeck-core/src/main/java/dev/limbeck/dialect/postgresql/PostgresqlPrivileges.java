// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.postgresql;

import dev.limbeck.schema.CodeObject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads who may do what: an object for each thing and role, as far as it differs from what a new thing of its kind has.
 * The privileges of a column are objects of their own. What somebody else than the owner granted is left out, since only they can take it back.
 */
final class PostgresqlPrivileges {
    private static final String GRANTS = """
            with secured (catalogue, number, kind, name, owner, acl, usual, attribute) as (
              select 'pg_class'::regclass::oid, c.oid, case c.relkind when 'S' then 's' else 'r' end::"char",
                case c.relkind when 'S' then 'sequence ' else 'table ' end || c.oid::regclass, c.relowner,
                c.relacl, null::aclitem[], ''
              from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
              where c.relkind in ('r', 'p', 'f', 'v', 'm', 'S') and n.nspname = any (?)
              union all
              select 'pg_class'::regclass::oid, c.oid, null, 'table ' || c.oid::regclass, c.relowner,
                a.attacl, null::aclitem[], quote_ident(a.attname)
              from pg_catalog.pg_attribute a join pg_catalog.pg_class c on c.oid = a.attrelid
              where c.oid >= 16384 and a.attacl is not null and not a.attisdropped
              union all
              select 'pg_proc'::regclass::oid, p.oid, 'f'::"char",
                case p.prokind when 'p' then 'procedure ' else 'function ' end || ROUTINE, p.proowner, p.proacl, null, ''
              from pg_catalog.pg_proc p where p.oid >= 16384
              union all
              select 'pg_type'::regclass::oid, t.oid, 'T'::"char",
                case t.typtype when 'd' then 'domain ' else 'type ' end || t.oid::regtype, t.typowner, t.typacl, null, ''
              from pg_catalog.pg_type t left join pg_catalog.pg_class c on c.oid = t.typrelid
              where t.oid >= 16384 and (t.typtype in ('e', 'd', 'r') or c.relkind = 'c')
              union all
              select 'pg_namespace'::regclass::oid, n.oid, 'n'::"char", 'schema ' || quote_ident(n.nspname), n.nspowner,
                n.nspacl, i.initprivs, ''
              from pg_catalog.pg_namespace n
              left join pg_catalog.pg_init_privs i
                on i.classoid = 'pg_namespace'::regclass and i.objoid = n.oid and i.privtype = 'i'
              where not n.nspname like 'pg\\_%' and n.nspname <> 'information_schema'),
            expected as (
              select s.*, coalesce(s.usual, pg_catalog.acldefault(s.kind, s.owner)) as base
              from secured s
              where s.acl is not null and not exists (
                select from pg_catalog.pg_depend e
                where e.classid = s.catalogue and e.objid = s.number and e.deptype = 'e')),
            difference as (
              select e.catalogue, e.number, e.kind, e.owner, e.name, true as granted, x.grantee, x.is_grantable,
                e.attribute,
                lower(x.privilege_type) || case e.attribute when '' then '' else ' (' || e.attribute || ')' end as privilege,
                x.position
              from expected e, lateral pg_catalog.aclexplode(e.acl)
                with ordinality x (grantor, grantee, privilege_type, is_grantable, position)
              where x.grantor = e.owner and not exists (
                select from pg_catalog.aclexplode(e.base) b
                where (b.grantee, b.privilege_type, b.is_grantable) = (x.grantee, x.privilege_type, x.is_grantable))
              union all
              select e.catalogue, e.number, e.kind, e.owner, e.name, false, b.grantee, false,
                e.attribute,
                lower(b.privilege_type), 0
              from expected e, lateral pg_catalog.aclexplode(e.base) b
              where not exists (
                select from pg_catalog.aclexplode(e.acl) x
                where (b.grantee, b.privilege_type) = (x.grantee, x.privilege_type)))
            select catalogue::bigint, number::bigint, name, attribute, granted, is_grantable,
              case grantee when 0 then 'public' else quote_ident(pg_catalog.pg_get_userbyid(grantee)) end as role,
              case when array_agg(privilege order by privilege) = (
                  select array_agg(lower(a.privilege_type) order by lower(a.privilege_type))
                  from pg_catalog.aclexplode(pg_catalog.acldefault(coalesce(max(kind::text), 'r')::"char", owner)) a
                  where a.grantee = owner)
                then 'all' else string_agg(privilege, ', ' order by privilege) end as privileges
            from difference
            group by catalogue, number, owner, name, attribute, granted, is_grantable, grantee
            order by name, attribute, granted, min(position), is_grantable
            """.replace("ROUTINE", PostgresqlComments.ROUTINE);

    private static final String DEFAULTS = """
            with usual as (
              select d.*, case when d.defaclnamespace = 0
                  then pg_catalog.acldefault(
                    (case d.defaclobjtype when 'S' then 's' else d.defaclobjtype end)::"char", d.defaclrole)
                  end as base,
                case d.defaclobjtype when 'r' then 'tables' when 'S' then 'sequences' when 'f' then 'functions'
                  when 'T' then 'types' when 'n' then 'schemas' else 'large objects' end as things,
                case when d.defaclrole = current_user::regrole then ''
                  else ' for role ' || d.defaclrole::regrole end
                || case when d.defaclnamespace = 0 then ''
                  else ' in schema ' || d.defaclnamespace::regnamespace end as place
              from pg_catalog.pg_default_acl d
              left join pg_catalog.pg_namespace n on n.oid = d.defaclnamespace
              where d.defaclnamespace = 0 or n.nspname = any (?)),
            difference as (
              select u.things, u.place, true as granted, x.grantee, x.is_grantable, lower(x.privilege_type) as privilege,
                u.defaclobjtype as kind, u.defaclrole as owner, x.position
              from usual u, lateral pg_catalog.aclexplode(u.defaclacl)
                with ordinality x (grantor, grantee, privilege_type, is_grantable, position)
              where not exists (
                select from pg_catalog.aclexplode(u.base) b
                where (b.grantee, b.privilege_type, b.is_grantable) = (x.grantee, x.privilege_type, x.is_grantable))
              union all
              select u.things, u.place, false, b.grantee, false, lower(b.privilege_type), u.defaclobjtype, u.defaclrole, 0
              from usual u, lateral pg_catalog.aclexplode(u.base) b
              where not exists (
                select from pg_catalog.aclexplode(u.defaclacl) x
                where (b.grantee, b.privilege_type) = (x.grantee, x.privilege_type)))
            select things, place, granted, is_grantable,
              case grantee when 0 then 'public' else quote_ident(pg_catalog.pg_get_userbyid(grantee)) end as role,
              case when array_agg(privilege order by privilege) = (
                  select array_agg(lower(a.privilege_type) order by lower(a.privilege_type))
                  from pg_catalog.aclexplode(pg_catalog.acldefault(
                    (case difference.kind when 'S' then 's' else difference.kind end)::"char", difference.owner)) a
                  where a.grantee = difference.owner)
                then 'all' else string_agg(privilege, ', ' order by privilege) end as privileges
            from difference
            group by things, place, kind, owner, granted, is_grantable, grantee
            order by things, place, granted, min(position), is_grantable
            """;

    private static final String TABLE = "table ";
    private static final String COLUMN = "column ";
    private static final String WITH_OPTION = " with grant option";

    private PostgresqlPrivileges() {}

    static void read(PostgresqlCatalogue catalogue, PostgresqlThings things, Consumer<CodeObject> found)
            throws SQLException {
        Map<String, CodeObject.Key> last = new HashMap<>();
        Map<String, CodeObject.Key> ofTables = new HashMap<>();
        catalogue.read(GRANTS, row -> {
            String thing = row.getString("name");
            String words = words(row.getBoolean("granted"), row.getString("role"), row.getBoolean("is_grantable"));
            String column = row.getString("attribute");
            String subject = column.isEmpty() ? thing : COLUMN + thing.substring(TABLE.length()) + "." + column;
            CodeObject.Key key = CodeObject.Key.phrase(CodeObject.Kind.PRIVILEGE, subject + words);
            if (things.about(key, row)) {
                String verb = row.getBoolean("granted") ? "grant " : "revoke ";
                found.accept(new CodeObject(key, verb + row.getString("privileges") + " on " + thing + words));
                things.follows(key, last.put(subject, key));
                if (column.isEmpty()) {
                    ofTables.put(thing + row.getString("role"), key);
                } else {
                    things.follows(key, ofTables.get(thing + row.getString("role")));
                }
            }
        });
        catalogue.read(DEFAULTS, row -> {
            boolean granted = row.getBoolean("granted");
            String words = words(granted, row.getString("role"), row.getBoolean("is_grantable"));
            String kind = row.getString("things");
            String place = row.getString("place");
            CodeObject.Key key = CodeObject.Key.phrase(CodeObject.Kind.DEFAULT_PRIVILEGE, kind + place + words);
            found.accept(new CodeObject(
                    key,
                    "alter default privileges" + place + (granted ? " grant " : " revoke ")
                            + row.getString("privileges") + " on " + kind + words));
            things.follows(key, last.put(kind + place, key));
        });
    }

    private static String words(boolean granted, String role, boolean grantable) {
        return (granted ? " to " : " from ") + role + (grantable ? WITH_OPTION : "");
    }
}
