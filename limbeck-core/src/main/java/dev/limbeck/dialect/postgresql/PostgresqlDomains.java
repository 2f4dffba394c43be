// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.postgresql;

import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.DataType;
import dev.limbeck.schema.Domain;
import dev.limbeck.schema.Extension;
import dev.limbeck.schema.Name;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads domains, and the extensions of the database. */
final class PostgresqlDomains {

    /** A type {@code b} is the one below, or its array's element. */
    private static final String DOMAINS = """
            select n.nspname, t.typname, t.typnotnull, d.description, b.typtype = 'e' and u.oid = b.oid as is_enum,
              bn.nspname as type_schema, b.typname as type_name,
              pg_catalog.format_type(b.oid, t.typtypmod) as type_sql,
              pg_catalog.format_type(b.oid, null) as plain_type_sql,
              case when u.oid <> b.oid then greatest(t.typndims, 1) else 0 end as dimensions,
              case when t.typcollation <> u.typcollation then l.collname end as collation_name,
              pg_catalog.pg_get_expr(t.typdefaultbin, 0) as expression,
              (select array_agg(k.conname::text order by k.conname)
               from pg_catalog.pg_constraint k where k.contypid = t.oid and k.contype = 'c') as check_names,
              (select array_agg(pg_catalog.pg_get_expr(k.conbin, 0) order by k.conname)
               from pg_catalog.pg_constraint k where k.contypid = t.oid and k.contype = 'c') as checks,
              (select array_agg(k.convalidated::text order by k.conname)
               from pg_catalog.pg_constraint k where k.contypid = t.oid and k.contype = 'c') as checked
            from pg_catalog.pg_type t
            join pg_catalog.pg_namespace n on n.oid = t.typnamespace
            join pg_catalog.pg_type u on u.oid = t.typbasetype
            join pg_catalog.pg_type b on b.oid = coalesce(
              (select e.oid from pg_catalog.pg_type e where e.oid = u.typelem and e.typarray = u.oid), u.oid)
            join pg_catalog.pg_namespace bn on bn.oid = b.typnamespace
            left join pg_catalog.pg_collation l on l.oid = t.typcollation
            left join pg_catalog.pg_description d
              on d.objoid = t.oid and d.classoid = 'pg_catalog.pg_type'::regclass
            where t.typtype = 'd' and n.nspname = any (?)
              and not exists (
                select from pg_catalog.pg_depend e
                where e.classid = 'pg_catalog.pg_type'::regclass and e.objid = t.oid and e.deptype = 'e')
            order by n.nspname, t.typname
            """;

    /** Extensions are the database's and not a schema's; the one that every database comes with says nothing. */
    private static final String EXTENSIONS = """
            select e.extname, n.nspname
            from pg_catalog.pg_extension e
            join pg_catalog.pg_namespace n on n.oid = e.extnamespace
            where e.extname <> 'plpgsql' and cardinality(?::text[]) > 0
            order by e.extname
            """;

    private PostgresqlDomains() {}

    static List<Domain> read(PostgresqlCatalogue catalogue) throws SQLException {
        List<Domain> domains = new ArrayList<>();
        catalogue.read(DOMAINS, row -> domains.add(domain(catalogue, row)));
        return domains;
    }

    private static Domain domain(PostgresqlCatalogue catalogue, ResultSet row) throws SQLException {
        DataType type = PostgresqlColumns.type(catalogue, row);
        String expression = row.getString("expression");
        return new Domain(
                catalogue.name(row.getString("nspname"), row.getString("typname")),
                type,
                expression == null
                        ? null
                        : PostgresqlExpressions.defaultOf(
                                expression, type, row.getString("plain_type_sql"), row.getBoolean("is_enum")),
                !row.getBoolean("typnotnull"),
                checks(row),
                row.getString("collation_name"),
                row.getString("description"));
    }

    private static List<Constraint.Check> checks(ResultSet row) throws SQLException {
        List<String> names = PostgresqlCatalogue.strings(row, "check_names");
        List<String> expressions = PostgresqlCatalogue.strings(row, "checks");
        List<String> checked = PostgresqlCatalogue.strings(row, "checked");
        List<Constraint.Check> checks = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            checks.add(new Constraint.Check(names.get(i), PostgresqlExpressions.bare(expressions.get(i)))
                    .withNotValid(!Boolean.parseBoolean(checked.get(i))));
        }
        return checks;
    }

    static List<Extension> extensions(PostgresqlCatalogue catalogue) throws SQLException {
        List<Extension> extensions = new ArrayList<>();
        catalogue.read(EXTENSIONS, row -> {
            Name name = catalogue.name(row.getString("nspname"), row.getString("extname"));
            extensions.add(new Extension(name.name(), name.schema()));
        });
        return extensions;
    }
}
