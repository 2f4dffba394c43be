// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.postgresql;

import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Name;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads the constraints of all tables. Those of not null, which PostgreSQL 18 names, are the columns' own matter. */
final class PostgresqlConstraints {

    /**
     * {@code indnullsnotdistinct} and {@code confdelsetcols} came with PostgreSQL 15; asked for through JSON they may be
     * missing.
     */
    private static final String CONSTRAINTS = """
            select n.nspname, c.relname, k.conname, k.contype, k.condeferrable, k.condeferred,
              k.contype = 'c' and k.connoinherit as connoinherit, not k.convalidated as not_valid,
              (select array_agg(a.attname::text order by u.position)
               from unnest(i.indkey::smallint[]) with ordinality u (number, position)
               join pg_catalog.pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.number
               where u.position > i.indnkeyatts) as included,
              (select array_agg(a.attname::text order by u.position)
               from jsonb_array_elements_text(case jsonb_typeof(to_jsonb(k) -> 'confdelsetcols')
                   when 'array' then to_jsonb(k) -> 'confdelsetcols' else '[]' end)
                 with ordinality u (number, position)
               join pg_catalog.pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.number::smallint)
                as set_columns,
              (select array_agg(a.attname::text order by u.position)
               from unnest(k.conkey) with ordinality u (number, position)
               join pg_catalog.pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.number) as columns,
              rn.nspname as referenced_schema, r.relname as referenced_table,
              (select array_agg(a.attname::text order by u.position)
               from unnest(k.confkey) with ordinality u (number, position)
               join pg_catalog.pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.number) as referenced,
              k.confdeltype, k.confupdtype, k.confmatchtype,
              coalesce((to_jsonb(i) ->> 'indnullsnotdistinct')::boolean, false) as nulls_not_distinct,
              pg_catalog.pg_get_expr(k.conbin, k.conrelid) as expression,
              case when k.contype = 'c' then VARCHARS end as varchars,
              case when k.contype = 'x' then pg_catalog.pg_get_constraintdef(k.oid) end as definition
            from pg_catalog.pg_constraint k
            join pg_catalog.pg_class c on c.oid = k.conrelid
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            left join pg_catalog.pg_class r on r.oid = k.confrelid
            left join pg_catalog.pg_namespace rn on rn.oid = r.relnamespace
            left join pg_catalog.pg_index i on i.indexrelid = k.conindid and k.contype in ('p', 'u')
            where k.contype in ('p', 'u', 'f', 'c', 'x') and k.conparentid = 0
              and (k.conislocal or k.coninhcount = 0)
              and n.nspname = any (?)
            order by n.nspname, c.relname, k.conname
            """.replace("VARCHARS", PostgresqlExpressions.VARCHARS);

    private static final Pattern DEFERRAL = Pattern.compile("( DEFERRABLE)?( INITIALLY DEFERRED)?$");

    private PostgresqlConstraints() {}

    static Map<Name, List<Constraint>> read(PostgresqlCatalogue catalogue) throws SQLException {
        Map<Name, List<Constraint>> constraints = new HashMap<>();
        catalogue.read(CONSTRAINTS, row -> {
            Name table = catalogue.name(row.getString("nspname"), row.getString("relname"));
            constraints.computeIfAbsent(table, name -> new ArrayList<>()).add(constraint(catalogue, row));
        });
        return constraints;
    }

    private static Constraint constraint(PostgresqlCatalogue catalogue, ResultSet row) throws SQLException {
        String name = row.getString("conname");
        String kind = row.getString("contype");
        if (kind.equals("c")) {
            return new Constraint.Check(
                    name,
                    PostgresqlExpressions.condition(
                            row.getString("expression"), PostgresqlCatalogue.strings(row, "varchars")),
                    row.getBoolean("connoinherit"),
                    row.getBoolean("not_valid"));
        }
        if (kind.equals("x")) {
            return new Constraint.Exclusion(name, exclusion(row.getString("definition")), deferral(row));
        }
        List<String> columns = PostgresqlCatalogue.strings(row, "columns");
        return switch (kind) {
            case "p" ->
                new Constraint.PrimaryKey(name, columns, deferral(row), PostgresqlCatalogue.strings(row, "included"));
            case "u" ->
                new Constraint.Unique(
                        name,
                        columns,
                        deferral(row),
                        row.getBoolean("nulls_not_distinct"),
                        PostgresqlCatalogue.strings(row, "included"));
            case "f" ->
                new Constraint.ForeignKey(
                        name,
                        columns,
                        catalogue.name(row.getString("referenced_schema"), row.getString("referenced_table")),
                        PostgresqlCatalogue.strings(row, "referenced"),
                        action(row.getString("confdeltype")),
                        action(row.getString("confupdtype")),
                        row.getString("confmatchtype").equals("f") ? Constraint.Match.FULL : Constraint.Match.SIMPLE,
                        deferral(row),
                        PostgresqlCatalogue.strings(row, "set_columns"),
                        row.getBoolean("not_valid"));
            default -> throw new AssertionError(kind);
        };
    }

    /** The catalogue keeps the operators by number only; the server's own text of the constraint ends in its deferral. */
    private static String exclusion(String definition) {
        return DEFERRAL.matcher(definition.substring("EXCLUDE ".length())).replaceFirst("");
    }

    private static Constraint.Deferral deferral(ResultSet row) throws SQLException {
        if (!row.getBoolean("condeferrable")) {
            return Constraint.Deferral.NOT_DEFERRABLE;
        }
        return row.getBoolean("condeferred")
                ? Constraint.Deferral.INITIALLY_DEFERRED
                : Constraint.Deferral.INITIALLY_IMMEDIATE;
    }

    private static Constraint.Action action(String code) {
        return switch (code) {
            case "a" -> Constraint.Action.NO_ACTION;
            case "r" -> Constraint.Action.RESTRICT;
            case "c" -> Constraint.Action.CASCADE;
            case "n" -> Constraint.Action.SET_NULL;
            case "d" -> Constraint.Action.SET_DEFAULT;
            default -> throw new AssertionError(code);
        };
    }
}
