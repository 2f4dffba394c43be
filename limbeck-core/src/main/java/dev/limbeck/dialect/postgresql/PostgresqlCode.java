// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.postgresql;

import dev.limbeck.schema.CodeObject;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.Name;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads what is kept as a text, but for what an extension made. */
final class PostgresqlCode {
    private static final String VIEWS = """
            select n.nspname, c.relname, c.relkind, pg_catalog.pg_get_viewdef(c.oid) as definition,
              array_to_string(c.reloptions, ', ') as options
            from pg_catalog.pg_class c
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('v', 'm') and n.nspname = any (?)
              and not exists (
                select from pg_catalog.pg_depend e
                where e.classid = 'pg_catalog.pg_class'::regclass and e.objid = c.oid and e.deptype = 'e')
            order by n.nspname, c.relname
            """;

    /** The types that tell a routine {@code p} from others of its name. */
    static final String ARGUMENTS = "array_to_string(array(select pg_catalog.format_type(u.number, null)"
            + " from unnest(p.proargtypes::oid[]) with ordinality u (number, position) order by u.position), ', ')";

    private static final String ROUTINES = """
            select n.nspname, p.proname, p.prokind, ARGUMENTS as arguments,
              pg_catalog.pg_get_functiondef(p.oid) as definition
            from pg_catalog.pg_proc p
            join pg_catalog.pg_namespace n on n.oid = p.pronamespace
            where p.prokind in ('f', 'w', 'p') and n.nspname = any (?)
              NO_EXTENSION
            order by n.nspname, p.proname, arguments
            """.replace("ARGUMENTS", ARGUMENTS)
            .replace("NO_EXTENSION", PostgresqlCatalogue.noExtension("pg_proc", "p.oid"));

    /** A trigger of a partition that its table handed down is the table's. */
    private static final String TRIGGERS = """
            select n.nspname, c.relname, t.tgname, pg_catalog.pg_get_triggerdef(t.oid) as definition
            from pg_catalog.pg_trigger t
            join pg_catalog.pg_class c on c.oid = t.tgrelid
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where not t.tgisinternal and n.nspname = any (?)
              and coalesce((to_jsonb(t) ->> 'tgparentid')::oid, 0) = 0
            order by n.nspname, c.relname, t.tgname
            """;

    private PostgresqlCode() {}

    static List<CodeObject> read(PostgresqlCatalogue catalogue, PostgresqlThings things, Map<Name, List<Index>> indexes)
            throws SQLException {
        List<CodeObject> code = new ArrayList<>();
        catalogue.read(VIEWS, row -> {
            CodeObject view = view(catalogue, row);
            code.add(view.withIndexes(indexes.getOrDefault(view.key().name(), List.of())));
        });
        catalogue.read(ROUTINES, row -> {
            CodeObject.Kind kind =
                    row.getString("prokind").equals("p") ? CodeObject.Kind.PROCEDURE : CodeObject.Kind.FUNCTION;
            code.add(new CodeObject(
                    new CodeObject.Key(
                            kind,
                            catalogue.name(row.getString("nspname"), row.getString("proname")),
                            row.getString("arguments")),
                    row.getString("definition").strip()));
        });
        catalogue.read(
                TRIGGERS,
                row -> code.add(new CodeObject(
                        CodeObject.Key.trigger(
                                catalogue
                                        .name(row.getString("nspname"), row.getString("relname"))
                                        .toString(),
                                row.getString("tgname")),
                        row.getString("definition"))));
        PostgresqlObjects.read(catalogue, code::add);
        PostgresqlOperators.read(catalogue, code::add);
        PostgresqlTypeObjects.read(catalogue, code::add);
        PostgresqlTextSearch.read(catalogue, things, code::add);
        PostgresqlSettings.read(catalogue, things, code::add);
        PostgresqlComments.read(catalogue, things, code::add);
        PostgresqlPrivileges.read(catalogue, things, code::add);
        return code;
    }

    private static CodeObject view(PostgresqlCatalogue catalogue, ResultSet row) throws SQLException {
        CodeObject.Kind kind =
                row.getString("relkind").equals("v") ? CodeObject.Kind.VIEW : CodeObject.Kind.MATERIALIZED_VIEW;
        String options = row.getString("options");
        String query = row.getString("definition").strip().replaceFirst(";$", "");
        return new CodeObject(
                new CodeObject.Key(kind, catalogue.name(row.getString("nspname"), row.getString("relname")), ""),
                (options == null ? "" : "with (" + options + ") ") + "as " + query);
    }
}
