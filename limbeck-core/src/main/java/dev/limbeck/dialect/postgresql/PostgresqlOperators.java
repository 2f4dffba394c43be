// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.postgresql;

import dev.limbeck.schema.CodeObject;
import dev.limbeck.schema.Name;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/** Reads operators, but for those that an extension made. */
final class PostgresqlOperators {

    /** An operator {@code o} as SQL names it: {@code === (text, text)}, with a schema that is not the default one. */
    static final String NAME = "case when o.oprnamespace = current_schema()::regnamespace then ''"
            + " else o.oprnamespace::regnamespace || '.' end || o.oprname || ' ('"
            + " || case when o.oprleft = 0 then 'none' else pg_catalog.format_type(o.oprleft, null) end || ', '"
            + " || case when o.oprright = 0 then 'none' else pg_catalog.format_type(o.oprright, null) end || ')'";

    /** One that was only named, as the commutator of another for instance, has no function yet. */
    private static final String OPERATORS = """
            select o.oprname, n.nspname, OPERATOR as name,
              array_remove(array[
                'function = ' || o.oprcode::regproc,
                case when o.oprleft <> 0 then 'leftarg = ' || pg_catalog.format_type(o.oprleft, null) end,
                case when o.oprright <> 0 then 'rightarg = ' || pg_catalog.format_type(o.oprright, null) end,
                (select 'commutator = operator(' || c.oprnamespace::regnamespace || '.' || c.oprname || ')'
                 from pg_catalog.pg_operator c where c.oid = o.oprcom),
                (select 'negator = operator(' || c.oprnamespace::regnamespace || '.' || c.oprname || ')'
                 from pg_catalog.pg_operator c where c.oid = o.oprnegate),
                case when o.oprrest <> 0 then 'restrict = ' || o.oprrest::regproc end,
                case when o.oprjoin <> 0 then 'join = ' || o.oprjoin::regproc end,
                case when o.oprcanhash then 'hashes' end,
                case when o.oprcanmerge then 'merges' end], null) as parts
            from pg_catalog.pg_operator o
            join pg_catalog.pg_namespace n on n.oid = o.oprnamespace
            where o.oid >= 16384 and o.oprcode <> 0 and n.nspname = any (?)
              NO_EXTENSION
            order by n.nspname, o.oprname, name
            """.replace("OPERATOR as", NAME + " as")
            .replace("NO_EXTENSION", PostgresqlCatalogue.noExtension("pg_operator", "o.oid"));

    private PostgresqlOperators() {}

    static void read(PostgresqlCatalogue catalogue, Consumer<CodeObject> found) throws SQLException {
        catalogue.read(OPERATORS, row -> {
            Name name = catalogue.name(row.getString("nspname"), row.getString("oprname"));
            String schema = name.schema() == null ? "" : PostgresqlDialect.quoted(name.schema()) + ".";
            List<String> parts = PostgresqlCatalogue.strings(row, "parts");
            found.accept(new CodeObject(
                    CodeObject.Key.phrase(CodeObject.Kind.OPERATOR, row.getString("name")),
                    "create operator " + schema + name.name() + " (\n    " + String.join(",\n    ", parts) + "\n)"));
        });
    }
}
