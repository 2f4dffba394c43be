// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.postgresql;

import dev.limbeck.schema.CodeObject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Consumer;

/** Reads dictionaries and configurations of text search, but for those that an extension made. */
final class PostgresqlTextSearch {
    private static final String DICTIONARIES =
            """
            select n.nspname, d.dictname as name,
              ' (template = ' || case t.tmplnamespace when 'pg_catalog'::regnamespace then ''
                else t.tmplnamespace::regnamespace || '.' end || quote_ident(t.tmplname)
                || coalesce(', ' || d.dictinitoption, '') || ')' as definition
            from pg_catalog.pg_ts_dict d
            join pg_catalog.pg_namespace n on n.oid = d.dictnamespace
            join pg_catalog.pg_ts_template t on t.oid = d.dicttemplate
            where d.oid >= 16384 and n.nspname = any (?)
              NO_EXTENSION
            order by n.nspname, d.dictname
            """.replace("NO_EXTENSION", PostgresqlCatalogue.noExtension("pg_ts_dict", "d.oid"));

    private static final String CONFIGURATIONS =
            """
            select n.nspname, c.cfgname as name,
              ' (parser = ' || case p.prsnamespace when 'pg_catalog'::regnamespace then ''
                else p.prsnamespace::regnamespace || '.' end || quote_ident(p.prsname) || ')' as definition
            from pg_catalog.pg_ts_config c
            join pg_catalog.pg_namespace n on n.oid = c.cfgnamespace
            join pg_catalog.pg_ts_parser p on p.oid = c.cfgparser
            where c.oid >= 16384 and n.nspname = any (?)
              NO_EXTENSION
            order by n.nspname, c.cfgname
            """.replace("NO_EXTENSION", PostgresqlCatalogue.noExtension("pg_ts_config", "c.oid"));

    /** One for each kind of token, so that each can change by itself. */
    private static final String MAPPINGS =
            """
            select 'pg_ts_config'::regclass::bigint as catalogue, c.oid::bigint as number,
              c.oid::regconfig || ' for ' || quote_ident(k.alias) as name,
              'alter text search configuration ' || c.oid::regconfig || ' add mapping for ' || quote_ident(k.alias)
                || ' with ' || string_agg(m.mapdict::regdictionary::text, ', ' order by m.mapseqno) as definition
            from pg_catalog.pg_ts_config c
            join pg_catalog.pg_ts_config_map m on m.mapcfg = c.oid
            join lateral pg_catalog.ts_token_type(c.cfgparser) k on k.tokid = m.maptokentype
            where c.oid >= 16384 and cardinality(?::text[]) > 0
              NO_EXTENSION
            group by c.oid, k.tokid, k.alias
            order by c.oid::regconfig::text, k.tokid
            """.replace("NO_EXTENSION", PostgresqlCatalogue.noExtension("pg_ts_config", "c.oid"));

    private PostgresqlTextSearch() {}

    static void read(PostgresqlCatalogue catalogue, PostgresqlThings things, Consumer<CodeObject> found)
            throws SQLException {
        catalogue.read(
                DICTIONARIES, row -> found.accept(object(catalogue, CodeObject.Kind.TEXT_SEARCH_DICTIONARY, row)));
        catalogue.read(
                CONFIGURATIONS, row -> found.accept(object(catalogue, CodeObject.Kind.TEXT_SEARCH_CONFIGURATION, row)));
        catalogue.read(MAPPINGS, row -> {
            CodeObject.Key key = CodeObject.Key.phrase(CodeObject.Kind.TEXT_SEARCH_MAPPING, row.getString("name"));
            if (things.about(key, row)) {
                found.accept(new CodeObject(key, row.getString("definition")));
            }
        });
    }

    private static CodeObject object(PostgresqlCatalogue catalogue, CodeObject.Kind kind, ResultSet row)
            throws SQLException {
        CodeObject.Key key =
                new CodeObject.Key(kind, catalogue.name(row.getString("nspname"), row.getString("name")), "");
        return new CodeObject(
                key,
                "create " + kind.label() + " " + key.name().inSql(PostgresqlDialect::quoted)
                        + row.getString("definition"));
    }
}
