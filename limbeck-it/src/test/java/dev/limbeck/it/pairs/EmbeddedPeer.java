// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.pairs;

import dev.limbeck.dialect.Database;
import dev.limbeck.dialect.ScriptStatement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A PostgreSQL server without its client programs: a dump is what its own functions say of each object. */
record EmbeddedPeer(Database server) implements Peer {

    private static final String OURS = "n.nspname !~ '^pg_' and n.nspname <> 'information_schema'";

    /** Each gives one line for each object, whole or a part of it, as the server itself words it. */
    private static final List<String> QUERIES = List.of(
            "select 'schema ' || n.nspname from pg_namespace n where " + OURS,
            "select 'extension ' || extname from pg_extension",
            """
            select format('table %s kind %s persistence %s options %s identity %s security %s %s access %s', c.oid::regclass,
              c.relkind, c.relpersistence, c.reloptions, c.relreplident, c.relrowsecurity, c.relforcerowsecurity,
              coalesce(c.relacl, acldefault((case c.relkind when 'S' then 's' else 'r' end)::"char", c.relowner)))
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S') and""" + " " + OURS,
            """
            select format('column %s.%s %s null %s default %s identity %s generated %s collation %s storage %s statistics %s'
                ' options %s inherited %s local %s', c.oid::regclass, a.attname, format_type(a.atttypid, a.atttypmod),
              not a.attnotnull, pg_get_expr(d.adbin, d.adrelid), a.attidentity, a.attgenerated, a.attcollation::regcollation,
              a.attstorage, nullif(a.attstattarget, -1), a.attoptions, a.attinhcount, a.attislocal)
            from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
            left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
            where c.relkind in ('r', 'p', 'v', 'm', 'f', 'c') and a.attnum > 0 and not a.attisdropped and""" + " " + OURS,
            """
            select format('parent %s of %s at %s bound %s key %s', i.inhparent::regclass, c.oid::regclass, i.inhseqno,
              pg_get_expr(c.relpartbound, c.oid), pg_get_partkeydef(c.oid))
            from pg_inherits i join pg_class c on c.oid = i.inhrelid join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and""" + " " + OURS,
            """
            select format('constraint %s on %s %s', case when k.contype <> 'n' then k.conname end, coalesce(k.conrelid::regclass::text, k.contypid::regtype::text),
              pg_get_constraintdef(k.oid))
            from pg_constraint k join pg_namespace n on n.oid = k.connamespace where""" + " " + OURS,
            """
            select format('index %s clustered %s identity %s', pg_get_indexdef(i.indexrelid), i.indisclustered, i.indisreplident)
            from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace where""" + " " + OURS,
            """
            select format('sequence %s %s %s %s %s %s %s %s owner %s', c.oid::regclass, s.seqtypid::regtype, s.seqstart,
              s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle,
              (select format('%s.%s %s', a.attrelid::regclass, a.attname, d.deptype) from pg_depend d
               join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
               where d.objid = c.oid and d.deptype in ('a', 'i') and d.refobjsubid > 0))
            from pg_sequence s join pg_class c on c.oid = s.seqrelid join pg_namespace n on n.oid = c.relnamespace where""" + " " + OURS,
            """
            select format('view %s %s', c.oid::regclass, pg_get_viewdef(c.oid))
            from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('v', 'm') and""" + " " + OURS,
            """
            select format('routine %s access %s', pg_get_functiondef(p.oid), coalesce(p.proacl, acldefault('f', p.proowner)))
            from pg_proc p join pg_namespace n on n.oid = p.pronamespace
            where p.prokind <> 'a' and not exists (select from pg_depend e where e.objid = p.oid and e.deptype = 'e') and""" + " " + OURS,
            """
            select 'trigger ' || pg_get_triggerdef(t.oid) || t.tgenabled::text from pg_trigger t
            join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
            where not t.tgisinternal and""" + " " + OURS,
            """
            select format('type %s %s %s', t.oid::regtype, t.typtype, format_type(t.typbasetype, t.typtypmod)) || coalesce(
              (select string_agg(v.enumlabel, ',' order by v.enumsortorder) from pg_enum v where v.enumtypid = t.oid), '')
              || coalesce(t.typdefault, '') || t.typnotnull::text
            from pg_type t join pg_namespace n on n.oid = t.typnamespace
            where t.typtype in ('e', 'd', 'c', 'r') and not exists (
              select from pg_depend e where e.objid = t.oid and e.deptype = 'e') and""" + " " + OURS,
            """
            select format('policy %s on %s %s %s %s using %s check %s', p.polname, p.polrelid::regclass, p.polcmd, p.polpermissive,
              p.polroles::regrole[], pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))
            from pg_policy p""",
            """
            select format('comment on %s: %s', pg_describe_object(d.classoid, d.objoid, d.objsubid), d.description)
            from pg_description d
            where d.objoid >= 16384 and not exists (select from pg_depend e where e.objid = d.objoid and e.deptype = 'e')""");

    @Override
    public Place create(String name) throws SQLException {
        execute("drop database if exists " + name + " with (force)");
        execute("create database " + name + " template template0");
        Database database = server.withUrl(server.url().replaceFirst("/[^/?]*(\\?|$)", "/" + name + "$1"));
        return new Place() {
            @Override
            public String url() {
                return database.url();
            }

            @Override
            public String user() {
                return String.valueOf(database.user());
            }

            @Override
            public String password() {
                return String.valueOf(database.password());
            }

            @Override
            public void load(String sql) throws SQLException {
                try (Connection connection = database.connect();
                        Statement statement = connection.createStatement()) {
                    statement.setEscapeProcessing(false);
                    String script = database.dialect().withoutClientLines(sql);
                    for (ScriptStatement part : database.dialect().split(script)) {
                        statement.execute(part.sql());
                    }
                }
            }

            @Override
            public String dump() throws SQLException {
                try (Connection connection = database.connect();
                        Statement statement = connection.createStatement()) {
                    statement.execute("set search_path = ''");
                    List<String> lines = new ArrayList<>();
                    for (String query : QUERIES) {
                        read(statement, query, lines);
                    }
                    Collections.sort(lines);
                    return String.join("\n", lines);
                }
            }

            @Override
            public void close() throws SQLException {
                execute("drop database " + name + " with (force)");
            }
        };
    }

    private static void read(Statement statement, String query, List<String> lines) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                String line = rows.getString(1);
                if (!line.contains("limbeck_")) {
                    lines.add(line);
                }
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
