// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.postgresql;

import dev.limbeck.schema.CodeObject;
import dev.limbeck.schema.Name;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/** Reads aggregates, casts, rules, policies, event triggers and statistics, but for those that an extension made. */
final class PostgresqlObjects {
    private static final String AGGREGATES = """
            select n.nspname, p.proname, ARGUMENTS as arguments, p.oid::regprocedure::text as sql_name,
              pg_catalog.pg_get_function_arguments(p.oid) as parameters,
              array_remove(array[
                'sfunc = ' || g.aggtransfn::regproc,
                'stype = ' || pg_catalog.format_type(g.aggtranstype, null),
                case when g.aggtransspace <> 0 then 'sspace = ' || g.aggtransspace end,
                case when g.aggfinalfn <> 0 then 'finalfunc = ' || g.aggfinalfn::regproc end,
                case when g.aggfinalextra then 'finalfunc_extra' end,
                case when g.aggfinalfn <> 0 and g.aggfinalmodify <> (case g.aggkind when 'n' then 'r' else 'w' end)
                  then 'finalfunc_modify = '
                    || case g.aggfinalmodify when 'r' then 'read_only' when 's' then 'shareable' else 'read_write' end end,
                case when g.aggcombinefn <> 0 then 'combinefunc = ' || g.aggcombinefn::regproc end,
                case when g.aggserialfn <> 0 then 'serialfunc = ' || g.aggserialfn::regproc end,
                case when g.aggdeserialfn <> 0 then 'deserialfunc = ' || g.aggdeserialfn::regproc end,
                'initcond = ' || quote_literal(g.agginitval),
                case when g.aggmtransfn <> 0 then 'msfunc = ' || g.aggmtransfn::regproc end,
                case when g.aggminvtransfn <> 0 then 'minvfunc = ' || g.aggminvtransfn::regproc end,
                case when g.aggmtranstype <> 0 then 'mstype = ' || pg_catalog.format_type(g.aggmtranstype, null) end,
                case when g.aggmtransspace <> 0 then 'msspace = ' || g.aggmtransspace end,
                case when g.aggmfinalfn <> 0 then 'mfinalfunc = ' || g.aggmfinalfn::regproc end,
                case when g.aggmfinalextra then 'mfinalfunc_extra' end,
                case when g.aggmfinalfn <> 0 and g.aggmfinalmodify <> (case g.aggkind when 'n' then 'r' else 'w' end)
                  then 'mfinalfunc_modify = '
                    || case g.aggmfinalmodify when 'r' then 'read_only' when 's' then 'shareable' else 'read_write' end end,
                'minitcond = ' || quote_literal(g.aggminitval),
                case when g.aggsortop <> 0 then 'sortop = ' || (
                  select 'operator(' || quote_ident(o_n.nspname) || '.' || o.oprname || ')'
                  from pg_catalog.pg_operator o join pg_catalog.pg_namespace o_n on o_n.oid = o.oprnamespace
                  where o.oid = g.aggsortop) end,
                case p.proparallel when 's' then 'parallel = safe' when 'r' then 'parallel = restricted' end,
                case g.aggkind when 'h' then 'hypothetical' end], null) as parts
            from pg_catalog.pg_aggregate g
            join pg_catalog.pg_proc p on p.oid = g.aggfnoid
            join pg_catalog.pg_namespace n on n.oid = p.pronamespace
            where n.nspname = any (?)
              NO_EXTENSION
            order by n.nspname, p.proname, arguments
            """.replace("ARGUMENTS", PostgresqlCode.ARGUMENTS)
            .replace("NO_EXTENSION", PostgresqlCatalogue.noExtension("pg_proc", "p.oid"));

    /** Those by which an enum type turns into varchar and back belong to the type. */
    private static final String CASTS =
            """
            select '(' || pg_catalog.format_type(k.castsource, null) || ' as '
                || pg_catalog.format_type(k.casttarget, null) || ')' as name,
              case k.castmethod when 'f' then 'with function ' || k.castfunc::regprocedure
                when 'i' then 'with inout' else 'without function' end
                || case k.castcontext when 'a' then ' as assignment' when 'i' then ' as implicit' else '' end as how
            from pg_catalog.pg_cast k
            where k.oid >= 16384 and cardinality(?::text[]) > 0
              and not (k.castmethod = 'i' and k.castcontext = 'i' and exists (
                select from pg_catalog.pg_cast back
                join pg_catalog.pg_type t on t.typtype = 'e' and t.oid in (back.castsource, back.casttarget)
                where back.castsource = k.casttarget and back.casttarget = k.castsource
                  and back.castmethod = 'i' and back.castcontext = 'i'
                  and 'pg_catalog.varchar'::regtype in (back.castsource, back.casttarget)))
              NO_EXTENSION
            order by name
            """.replace("NO_EXTENSION", PostgresqlCatalogue.noExtension("pg_cast", "k.oid"));

    private static final String RULES =
            """
            select n.nspname, c.relname, r.rulename, pg_catalog.pg_get_ruledef(r.oid) as definition
            from pg_catalog.pg_rewrite r
            join pg_catalog.pg_class c on c.oid = r.ev_class
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where r.rulename <> '_RETURN' and n.nspname = any (?)
              NO_EXTENSION
            order by n.nspname, c.relname, r.rulename
            """.replace("NO_EXTENSION", PostgresqlCatalogue.noExtension("pg_class", "c.oid"));

    private static final String POLICIES = """
            select n.nspname, c.relname, p.polname,
              'create policy ' || quote_ident(p.polname) || ' on ' || c.oid::regclass
                || case when p.polpermissive then '' else ' as restrictive' end
                || case p.polcmd when 'r' then ' for select' when 'a' then ' for insert' when 'w' then ' for update'
                  when 'd' then ' for delete' else '' end
                || case when p.polroles = '{0}' then '' else ' to ' || array_to_string(array(
                  select quote_ident(u.rolname) from pg_catalog.pg_roles u where u.oid = any (p.polroles)
                  order by u.rolname), ', ') end
                || coalesce(' using (' || pg_catalog.pg_get_expr(p.polqual, p.polrelid) || ')', '')
                || coalesce(' with check (' || pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid) || ')', '')
                as definition
            from pg_catalog.pg_policy p
            join pg_catalog.pg_class c on c.oid = p.polrelid
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where n.nspname = any (?)
            order by n.nspname, c.relname, p.polname
            """;

    private static final String EVENT_TRIGGERS =
            """
            select e.evtname,
              'create event trigger ' || quote_ident(e.evtname) || ' on ' || e.evtevent
                || coalesce(' when tag in ('
                  || (select string_agg(quote_literal(t), ', ' order by t) from unnest(e.evttags) t) || ')', '')
                || ' execute function ' || e.evtfoid::regproc || '()' as definition
            from pg_catalog.pg_event_trigger e
            where cardinality(?::text[]) > 0
              NO_EXTENSION
            order by e.evtname
            """.replace("NO_EXTENSION", PostgresqlCatalogue.noExtension("pg_event_trigger", "e.oid"));

    private static final String STATISTICS = """
            select n.nspname, s.stxname, pg_catalog.pg_get_statisticsobjdef(s.oid) as definition
            from pg_catalog.pg_statistic_ext s
            join pg_catalog.pg_namespace n on n.oid = s.stxnamespace
            where n.nspname = any (?)
            order by n.nspname, s.stxname
            """;

    private PostgresqlObjects() {}

    static void read(PostgresqlCatalogue catalogue, Consumer<CodeObject> found) throws SQLException {
        catalogue.read(AGGREGATES, row -> found.accept(aggregate(catalogue, row)));
        catalogue.read(CASTS, row -> {
            String name = row.getString("name");
            found.accept(new CodeObject(
                    CodeObject.Key.phrase(CodeObject.Kind.CAST, name),
                    "create cast " + name + " " + row.getString("how")));
        });
        catalogue.read(
                RULES,
                row -> found.accept(new CodeObject(
                        onTable(catalogue, CodeObject.Kind.RULE, row, "rulename"),
                        row.getString("definition").strip().replaceFirst(";$", ""))));
        catalogue.read(
                POLICIES,
                row -> found.accept(new CodeObject(
                        onTable(catalogue, CodeObject.Kind.POLICY, row, "polname"), row.getString("definition"))));
        catalogue.read(
                EVENT_TRIGGERS,
                row -> found.accept(new CodeObject(
                        new CodeObject.Key(CodeObject.Kind.EVENT_TRIGGER, Name.of(row.getString("evtname")), ""),
                        row.getString("definition"))));
        catalogue.read(
                STATISTICS,
                row -> found.accept(new CodeObject(
                        new CodeObject.Key(
                                CodeObject.Kind.STATISTICS,
                                catalogue.name(row.getString("nspname"), row.getString("stxname")),
                                ""),
                        row.getString("definition"))));
    }

    private static CodeObject aggregate(PostgresqlCatalogue catalogue, ResultSet row) throws SQLException {
        Name name = catalogue.name(row.getString("nspname"), row.getString("proname"));
        String parameters = row.getString("parameters");
        List<String> parts = PostgresqlCatalogue.strings(row, "parts");
        return new CodeObject(
                new CodeObject.Key(CodeObject.Kind.AGGREGATE, name, row.getString("arguments")),
                "create aggregate " + name.inSql(PostgresqlDialect::quoted) + "("
                        + (parameters.isEmpty() ? "*" : parameters) + ") (\n    " + String.join(",\n    ", parts)
                        + "\n)");
    }

    private static CodeObject.Key onTable(
            PostgresqlCatalogue catalogue, CodeObject.Kind kind, ResultSet row, String name) throws SQLException {
        return new CodeObject.Key(
                kind,
                Name.of(row.getString(name)),
                catalogue
                        .name(row.getString("nspname"), row.getString("relname"))
                        .toString());
    }
}
