// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.mysql;

import dev.limbeck.dialect.SqlWriter;
import dev.limbeck.schema.CodeObject;
import dev.limbeck.schema.Name;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads events, each as the statement that makes it; the clock that they go by is the one of the session. */
final class MysqlEvents {
    /** Where no start was said the server takes the moment, in which the event was made or last changed. */
    private static final String EVENTS = """
            select event_schema, event_name, event_type, cast(execute_at as char) as execute_at, interval_value,
              interval_field, if(starts in (created, last_altered), null, cast(starts as char)) as starts,
              cast(ends as char) as ends, status, on_completion, event_comment, event_definition
            from information_schema.events
            where event_schema = ?
            order by event_name
            """;

    private MysqlEvents() {}

    static List<CodeObject> read(MysqlCatalogue catalogue) throws SQLException {
        List<CodeObject> events = new ArrayList<>();
        catalogue.read(EVENTS, row -> {
            Name name = catalogue.name(row.getString("event_schema"), row.getString("event_name"));
            events.add(new CodeObject(new CodeObject.Key(CodeObject.Kind.EVENT, name, ""), sql(row)));
        });
        return events;
    }

    private static String sql(ResultSet row) throws SQLException {
        SqlWriter sql = new SqlWriter().word("create event").word(MysqlDialect.quoted(row.getString("event_name")));
        if (row.getString("event_type").equals("ONE TIME")) {
            moment(sql.word("on schedule"), "at", row.getString("execute_at"));
        } else {
            sql.word("on schedule every")
                    .word(row.getString("interval_value"))
                    .word(row.getString("interval_field").toLowerCase(Locale.ROOT));
            moment(sql, "starts", row.getString("starts"));
            moment(sql, "ends", row.getString("ends"));
        }
        sql.wordIf(row.getString("on_completion").equals("PRESERVE"), "on completion preserve");
        switch (row.getString("status")) {
            case "ENABLED" -> {}
            case "DISABLED" -> sql.word("disable");
            default -> sql.word("disable on slave");
        }
        String comment = row.getString("event_comment");
        if (!comment.isEmpty()) {
            sql.word("comment").word(MysqlDialect.literalOf(comment));
        }
        return sql.word("do") + "\n" + row.getString("event_definition");
    }

    private static void moment(SqlWriter sql, String word, @Nullable String moment) {
        if (moment != null) {
            sql.word(word).word(MysqlDialect.literalOf(moment));
        }
    }
}
