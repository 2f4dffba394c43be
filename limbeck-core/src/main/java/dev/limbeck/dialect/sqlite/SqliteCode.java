// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.sqlite;

import dev.limbeck.schema.CodeObject;
import dev.limbeck.schema.Name;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads views and triggers from the text that the database keeps of them. */
final class SqliteCode {
    private static final String CODE = """
            select type, name, tbl_name, sql
            from sqlite_schema
            where type in ('view', 'trigger')
            order by name""";

    /** SQLite keeps {@code CREATE VIEW}, without what else a person wrote there, in front of the name as written. */
    private static final Pattern VIEW =
            Pattern.compile("(?is)create\\s+view\\s+(\"(?:[^\"]|\"\")*+\"|`[^`]*`|\\[[^]]*]|[^\\s(]+)\\s*(.*)");

    private SqliteCode() {}

    static List<CodeObject> read(Connection connection) throws SQLException {
        List<CodeObject> code = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(CODE)) {
            while (rows.next()) {
                Name name = Name.of(rows.getString("name"));
                String sql = rows.getString("sql");
                code.add(
                        rows.getString("type").equals("view")
                                ? new CodeObject(new CodeObject.Key(CodeObject.Kind.VIEW, name, ""), behindName(sql))
                                : new CodeObject(
                                        new CodeObject.Key(
                                                CodeObject.Kind.TRIGGER,
                                                name,
                                                Name.of(rows.getString("tbl_name"))
                                                        .toString()),
                                        sql));
            }
        }
        return code;
    }

    private static String behindName(String sql) {
        Matcher matcher = VIEW.matcher(sql);
        if (!matcher.matches()) {
            throw new AssertionError(sql);
        }
        String definition = matcher.group(2).strip();
        return definition.toLowerCase(Locale.ROOT).startsWith("as") ? "as" + definition.substring(2) : definition;
    }
}
