// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.postgresql;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnValue;
import dev.limbeck.schema.DataType;
import dev.limbeck.schema.Name;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the columns of all tables. */
final class PostgresqlColumns {

    /**
     * A type {@code b} is the column's own, or its array's element; an identity's sequence hangs on it internally. A
     * column that a table inherits is its parent's.
     */
    private static final String COLUMNS = """
            select n.nspname, c.relname, a.attname, a.attnotnull, a.attidentity, a.attgenerated,
              bn.nspname as type_schema, b.typname as type_name, b.typtype = 'e' and t.oid = b.oid as is_enum,
              pg_catalog.format_type(b.oid, a.atttypmod) as type_sql,
              pg_catalog.format_type(b.oid, null) as plain_type_sql,
              case when t.oid <> b.oid then greatest(a.attndims, 1) else 0 end as dimensions,
              case when a.attcollation <> t.typcollation then l.collname end as collation_name, ln.nspname as collation_schema,
              pg_catalog.pg_get_expr(v.adbin, v.adrelid) as expression,
              d.description,
              pg_catalog.format_type(s.seqtypid, null) as seq_type, s.seqstart, s.seqincrement, s.seqmin, s.seqmax,
              s.seqcache, s.seqcycle
            from pg_catalog.pg_attribute a
            join pg_catalog.pg_class c on c.oid = a.attrelid
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            join pg_catalog.pg_type t on t.oid = a.atttypid
            join pg_catalog.pg_type b on b.oid = coalesce(
              (select e.oid from pg_catalog.pg_type e where e.oid = t.typelem and e.typarray = t.oid), t.oid)
            join pg_catalog.pg_namespace bn on bn.oid = b.typnamespace
            left join pg_catalog.pg_collation l on l.oid = a.attcollation
            left join pg_catalog.pg_namespace ln on ln.oid = l.collnamespace
            left join pg_catalog.pg_attrdef v on v.adrelid = a.attrelid and v.adnum = a.attnum
            left join pg_catalog.pg_description d
              on d.objoid = a.attrelid and d.classoid = 'pg_catalog.pg_class'::regclass and d.objsubid = a.attnum
            left join pg_catalog.pg_depend i
              on a.attidentity <> '' and i.refclassid = 'pg_catalog.pg_class'::regclass and i.refobjid = a.attrelid
              and i.refobjsubid = a.attnum and i.classid = 'pg_catalog.pg_class'::regclass and i.deptype = 'i'
            left join pg_catalog.pg_sequence s on s.seqrelid = i.objid
            where c.relkind in ('r', 'p') and not c.relispartition and n.nspname = any (?)
              and a.attnum > 0 and not a.attisdropped and (a.attislocal or a.attinhcount = 0)
            order by a.attrelid, a.attnum
            """;

    private PostgresqlColumns() {}

    static Map<Name, List<Column>> read(PostgresqlCatalogue catalogue) throws SQLException {
        Map<Name, List<Column>> columns = new HashMap<>();
        catalogue.read(COLUMNS, row -> {
            Name table = catalogue.name(row.getString("nspname"), row.getString("relname"));
            columns.computeIfAbsent(table, name -> new ArrayList<>()).add(column(catalogue, row));
        });
        return columns;
    }

    private static Column column(PostgresqlCatalogue catalogue, ResultSet row) throws SQLException {
        DataType type = type(catalogue, row);
        return new Column(
                row.getString("attname"),
                type,
                !row.getBoolean("attnotnull"),
                value(row, type),
                catalogue.collation(row),
                row.getString("description"));
    }

    /** A type by the columns {@code type_schema}, {@code type_name}, {@code type_sql} and {@code dimensions}. */
    static DataType type(PostgresqlCatalogue catalogue, ResultSet row) throws SQLException {
        String formatted = row.getString("type_sql");
        int dimensions = row.getInt("dimensions");
        if (row.getString("type_schema").equals("pg_catalog")) {
            return PostgresqlTypes.parse(formatted, dimensions);
        }
        Name name = catalogue.name(row.getString("type_schema"), row.getString("type_name"));
        return new DataType(name, PostgresqlTypes.arguments(formatted), dimensions);
    }

    private static @Nullable ColumnValue value(ResultSet row, DataType type) throws SQLException {
        String identity = row.getString("attidentity");
        if (!identity.isEmpty()) {
            return new ColumnValue.Identity(
                    identity.equals("a"), PostgresqlSequenceOptions.said(PostgresqlSequences.values(row), true));
        }
        String expression = row.getString("expression");
        if (expression == null) {
            return null;
        }
        String generated = row.getString("attgenerated");
        if (!generated.isEmpty()) {
            return new ColumnValue.Generated(PostgresqlExpressions.bare(expression), generated.equals("s"));
        }
        return PostgresqlExpressions.defaultOf(
                expression, type, row.getString("plain_type_sql"), row.getBoolean("is_enum"));
    }
}
