// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.h2;

import dev.limbeck.schema.CodeObject;
import dev.limbeck.schema.Name;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Reads views. The names of their columns are part of what is read, because H2 keeps them apart from the query. Aliases
 * and triggers are Java, which no database can compare, and are not read.
 */
final class H2Code {
    private static final String VIEWS = """
            select table_schema, table_name, view_definition
            from information_schema.views
            where table_schema = any (?) and view_definition is not null
            order by table_schema, table_name
            """;

    private static final String COLUMNS = """
            select c.table_schema, c.table_name, c.column_name
            from information_schema.columns c
            join information_schema.views v on v.table_schema = c.table_schema and v.table_name = c.table_name
            where c.table_schema = any (?)
            order by c.table_schema, c.table_name, c.ordinal_position
            """;

    private H2Code() {}

    static List<CodeObject> read(H2Catalogue catalogue) throws SQLException {
        Map<Name, List<String>> columns = new TreeMap<>();
        catalogue.read(
                COLUMNS,
                row -> columns.computeIfAbsent(
                                catalogue.name(row.getString("table_schema"), row.getString("table_name")),
                                view -> new ArrayList<>())
                        .add(H2Names.quoted(catalogue.known(row.getString("column_name")))));
        List<CodeObject> code = new ArrayList<>();
        catalogue.read(VIEWS, row -> {
            Name name = catalogue.name(row.getString("table_schema"), row.getString("table_name"));
            String query = catalogue.expression(Objects.requireNonNull(row.getString("view_definition")));
            List<String> names = columns.getOrDefault(name, List.of());
            code.add(new CodeObject(
                    new CodeObject.Key(CodeObject.Kind.VIEW, name, ""),
                    (names.isEmpty() ? "" : "(" + String.join(", ", names) + ") ") + "as " + query));
        });
        return code;
    }
}
