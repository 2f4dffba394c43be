// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.postgresql;

import dev.limbeck.schema.CodeObject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/** Reads collations, composite and range types, but for those that an extension made. */
final class PostgresqlTypeObjects {

    /** Which columns a collation has hangs on the server's version: PostgreSQL 15 and 17 renamed the locale of ICU. */
    private static final String COLLATIONS =
            """
            select n.nspname, l.collname,
              array_remove(array[
                case l.collprovider when 'i' then 'provider = icu' when 'b' then 'provider = builtin' end,
                case when l.collprovider = 'c' and l.collcollate = l.collctype then 'locale = ' || quote_literal(l.collcollate)
                  when l.collprovider = 'c' then 'lc_collate = ' || quote_literal(l.collcollate)
                    || ', lc_ctype = ' || quote_literal(l.collctype)
                  else 'locale = ' || quote_literal(coalesce(
                    to_jsonb(l) ->> 'colllocale', to_jsonb(l) ->> 'colliculocale', l.collcollate)) end,
                'rules = ' || quote_literal(to_jsonb(l) ->> 'collicurules'),
                case when not l.collisdeterministic then 'deterministic = false' end], null) as parts
            from pg_catalog.pg_collation l
            join pg_catalog.pg_namespace n on n.oid = l.collnamespace
            where l.oid >= 16384 and n.nspname = any (?)
              NO_EXTENSION
            order by n.nspname, l.collname
            """.replace("NO_EXTENSION", PostgresqlCatalogue.noExtension("pg_collation", "l.oid"));

    private static final String COMPOSITES =
            """
            select n.nspname, c.relname,
              array(select quote_ident(a.attname) || ' ' || pg_catalog.format_type(a.atttypid, a.atttypmod)
                  || case when a.attcollation <> t.typcollation
                    then ' collate ' || (select l.oid::regcollation::text from pg_catalog.pg_collation l
                      where l.oid = a.attcollation) else '' end
                from pg_catalog.pg_attribute a join pg_catalog.pg_type t on t.oid = a.atttypid
                where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped order by a.attnum) as parts
            from pg_catalog.pg_class c
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'c' and n.nspname = any (?)
              NO_EXTENSION
            order by n.nspname, c.relname
            """.replace("NO_EXTENSION", PostgresqlCatalogue.noExtension("pg_type", "c.reltype"));

    private static final String RANGES = """
            select n.nspname, t.typname as relname,
              array_remove(array[
                'subtype = ' || pg_catalog.format_type(r.rngsubtype, null),
                case when not o.opcdefault then 'subtype_opclass = ' || OPERATOR_CLASS end,
                case when r.rngcollation <> s.typcollation
                  then 'collation = ' || (select l.oid::regcollation::text from pg_catalog.pg_collation l
                    where l.oid = r.rngcollation) end,
                case when r.rngcanonical <> 0 then 'canonical = ' || r.rngcanonical end,
                case when r.rngsubdiff <> 0 then 'subtype_diff = ' || r.rngsubdiff end,
                'multirange_type_name = ' || (
                  select m.oid::regtype::text from pg_catalog.pg_type m
                  where m.oid = (to_jsonb(r) ->> 'rngmultitypid')::oid)], null) as parts
            from pg_catalog.pg_range r
            join pg_catalog.pg_type t on t.oid = r.rngtypid
            join pg_catalog.pg_type s on s.oid = r.rngsubtype
            join pg_catalog.pg_opclass o on o.oid = r.rngsubopc
            join pg_catalog.pg_namespace n on n.oid = t.typnamespace
            where n.nspname = any (?)
              NO_EXTENSION
            order by n.nspname, t.typname
            """.replace("OPERATOR_CLASS", PostgresqlIndexes.OPERATOR_CLASS)
            .replace("NO_EXTENSION", PostgresqlCatalogue.noExtension("pg_type", "t.oid"));

    private PostgresqlTypeObjects() {}

    static void read(PostgresqlCatalogue catalogue, Consumer<CodeObject> found) throws SQLException {
        catalogue.read(COLLATIONS, row -> {
            CodeObject.Key key = key(catalogue, CodeObject.Kind.COLLATION, row, "collname");
            found.accept(new CodeObject(
                    key,
                    "create collation " + key.name().inSql(PostgresqlDialect::quoted) + " ("
                            + String.join(", ", PostgresqlCatalogue.strings(row, "parts")) + ")"));
        });
        catalogue.read(COMPOSITES, row -> {
            CodeObject.Key key = key(catalogue, CodeObject.Kind.TYPE, row, "relname");
            found.accept(new CodeObject(
                    key, PostgresqlComposite.sql(key.name(), PostgresqlCatalogue.strings(row, "parts"))));
        });
        catalogue.read(RANGES, row -> {
            CodeObject.Key key = key(catalogue, CodeObject.Kind.TYPE, row, "relname");
            List<String> parts = PostgresqlCatalogue.strings(row, "parts");
            found.accept(new CodeObject(
                    key,
                    "create type " + PostgresqlCompiler.typeName(key.name()) + " as range (" + String.join(", ", parts)
                            + ")"));
        });
    }

    private static CodeObject.Key key(PostgresqlCatalogue catalogue, CodeObject.Kind kind, ResultSet row, String column)
            throws SQLException {
        return new CodeObject.Key(kind, catalogue.name(row.getString("nspname"), row.getString(column)), "");
    }
}
