// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.postgresql;

import dev.limbeck.dialect.Reflection;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads what a database holds: one catalogue query for each kind of object. */
final class PostgresqlReflector {

    /** What an extension made belongs to it. */
    private static final String TABLES = """
            select n.nspname, c.relname, d.description, c.relpersistence, c.relispartition,
              c.relrowsecurity, c.relforcerowsecurity,
              c.reloptions::text[] as parameters, tc.reloptions::text[] as toast_parameters, ts.spcname,
              case when am.amname <> 'heap' then am.amname end as method,
              case when c.relkind = 'p' then pg_catalog.pg_get_partkeydef(c.oid) end as partition_key,
              pg_catalog.pg_get_expr(c.relpartbound, c.oid) as bound, c.relreplident,
              (select ic.relname from pg_catalog.pg_index i join pg_catalog.pg_class ic on ic.oid = i.indexrelid
               where i.indrelid = c.oid and i.indisclustered) as clustered,
              (select ic.relname from pg_catalog.pg_index i join pg_catalog.pg_class ic on ic.oid = i.indexrelid
               where i.indrelid = c.oid and i.indisreplident) as identity_index,
              (select array_agg(pn.nspname::text order by h.inhseqno)
               from pg_catalog.pg_inherits h join pg_catalog.pg_class p on p.oid = h.inhparent
               join pg_catalog.pg_namespace pn on pn.oid = p.relnamespace
               where h.inhrelid = c.oid) as parent_schemas,
              (select array_agg(p.relname::text order by h.inhseqno)
               from pg_catalog.pg_inherits h join pg_catalog.pg_class p on p.oid = h.inhparent
               where h.inhrelid = c.oid) as parents
            from pg_catalog.pg_class c
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            left join pg_catalog.pg_class tc on tc.oid = c.reltoastrelid
            left join pg_catalog.pg_tablespace ts on ts.oid = c.reltablespace
            left join pg_catalog.pg_am am on am.oid = c.relam
            left join pg_catalog.pg_description d
              on d.objoid = c.oid and d.classoid = 'pg_catalog.pg_class'::regclass and d.objsubid = 0
            where c.relkind in ('r', 'p') and n.nspname = any (?)
              and not exists (
                select from pg_catalog.pg_depend e
                where e.classid = 'pg_catalog.pg_class'::regclass and e.objid = c.oid and e.deptype = 'e')
            order by n.nspname, c.relname
            """;

    /** The comment on one is an object of its own. */
    private static final String ENUMS = """
            select n.nspname, t.typname,
              (select array_agg(v.enumlabel::text order by v.enumsortorder)
               from pg_catalog.pg_enum v where v.enumtypid = t.oid) as labels,
              (select count(*) from pg_catalog.pg_cast c
               where c.castmethod = 'i' and c.castcontext = 'i'
                 and (c.castsource, c.casttarget) in
                   ((t.oid, 'pg_catalog.varchar'::regtype), ('pg_catalog.varchar'::regtype, t.oid))) as casts
            from pg_catalog.pg_type t
            join pg_catalog.pg_namespace n on n.oid = t.typnamespace
            where t.typtype = 'e' and n.nspname = any (?)
              and not exists (
                select from pg_catalog.pg_depend e
                where e.classid = 'pg_catalog.pg_type'::regclass and e.objid = t.oid and e.deptype = 'e')
            order by n.nspname, t.typname
            """;

    /** The schema public comes with every database, and what an extension made belongs to it. */
    private static final String SCHEMAS = """
            select n.nspname
            from pg_catalog.pg_namespace n
            where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
              and not exists (
                select from pg_catalog.pg_depend e
                where e.classid = 'pg_catalog.pg_namespace'::regclass and e.objid = n.oid and e.deptype = 'e')
            order by n.nspname
            """;

    private static final String COMES_WITH_THE_DATABASE = "public";

    private PostgresqlReflector() {}

    /**
     * Reads with the default schema alone in the search path, so that expressions come out the same whatever the
     * connection's own path is.
     */
    static Schema reflect(Connection connection, Reflection wanted) throws SQLException {
        List<String> present = schemas(connection);
        List<String> schemas =
                new ArrayList<>(wanted.schemas().isEmpty() ? List.of(currentSchema(connection)) : wanted.schemas());
        present.stream()
                .filter(schema -> wanted.others().contains(schema) && !schemas.contains(schema))
                .forEach(schemas::add);
        List<String> beside = schemas.subList(1, schemas.size()).stream()
                .filter(schema -> present.contains(schema) && !schema.equals(COMES_WITH_THE_DATABASE))
                .toList();
        try (SearchPath path = SearchPath.set(connection, schemas.get(0))) {
            return read(new PostgresqlCatalogue(path.connection(), schemas, wanted))
                    .withSchemas(beside);
        }
    }

    private static List<String> schemas(Connection connection) throws SQLException {
        List<String> schemas = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(SCHEMAS);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                schemas.add(rows.getString(1));
            }
        }
        return schemas;
    }

    private static String currentSchema(Connection connection) throws SQLException {
        String schema = connection.getSchema();
        if (schema == null) {
            throw new MigrationException(
                    ErrorCode.DATABASE_FAILED,
                    "The search_path of " + connection.getMetaData().getURL() + " names no schema that exists;"
                            + " create the schema, or set limbeck.schemas.");
        }
        return schema;
    }

    /** A search path of one schema, until it is closed and the one before is back. */
    private record SearchPath(Connection connection, String before) implements AutoCloseable {
        private static final String SET = "select set_config('search_path', ?, false)";

        static SearchPath set(Connection connection, String schema) throws SQLException {
            String before = setting(connection, "select current_setting(?)", "search_path");
            setting(connection, SET, PostgresqlDialect.forceQuoted(schema));
            return new SearchPath(connection, before);
        }

        private static String setting(Connection connection, String query, String parameter) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(query)) {
                statement.setString(1, parameter);
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    return row.getString(1);
                }
            }
        }

        @Override
        public void close() throws SQLException {
            setting(connection, SET, before);
        }
    }

    private static Schema read(PostgresqlCatalogue catalogue) throws SQLException {
        PostgresqlThings things = PostgresqlThings.read(catalogue);
        Map<Name, List<Column>> columns = PostgresqlColumns.read(catalogue);
        Map<Name, List<Constraint>> constraints = PostgresqlConstraints.read(catalogue);
        Map<Name, List<Index>> indexes = PostgresqlIndexes.read(catalogue);
        List<Map<Name, SortedMap<String, String>>> ofParts = List.of(
                PostgresqlColumnOptions.read(catalogue),
                PostgresqlPartitionIndexes.read(catalogue),
                PostgresqlConstraintIndexes.read(catalogue));
        List<Table> tables = new ArrayList<>();
        catalogue.read(TABLES, row -> {
            Name name = catalogue.name(row.getString("nspname"), row.getString("relname"));
            if (!catalogue.isExcluded(name)) {
                Map<String, String> options = PostgresqlOptions.ofTable(catalogue, row);
                ofParts.forEach(more -> options.putAll(more.getOrDefault(name, new TreeMap<>())));
                tables.add(new Table(
                        name,
                        columns.getOrDefault(name, List.of()),
                        constraints.getOrDefault(name, List.of()),
                        indexes.getOrDefault(name, List.of()),
                        row.getString("description"),
                        options));
            }
        });
        return Schema.of(tables, PostgresqlSequences.read(catalogue), enums(catalogue))
                .withCode(PostgresqlCode.read(catalogue, things, indexes))
                .withDomains(PostgresqlDomains.read(catalogue))
                .withExtensions(PostgresqlDomains.extensions(catalogue))
                .withDependencies(things.dependencies());
    }

    private static List<EnumType> enums(PostgresqlCatalogue catalogue) throws SQLException {
        List<EnumType> enums = new ArrayList<>();
        catalogue.read(
                ENUMS,
                row -> enums.add(new EnumType(
                        catalogue.name(row.getString("nspname"), row.getString("typname")),
                        PostgresqlCatalogue.strings(row, "labels"),
                        row.getInt("casts") == 2,
                        null)));
        return enums;
    }
}
