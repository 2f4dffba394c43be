// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.mysql;

import dev.limbeck.dialect.SqlWriter;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.schema.CodeObject;
import dev.limbeck.schema.Name;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads views, functions, procedures, triggers and events, each as the statement that makes it. Whose rights they run with is left
 * out: it is whoever runs the migration. Where the user may not read a text, the server tells an empty one or none.
 */
final class MysqlCode {
    private static final String VIEWS = """
            select table_schema, table_name, view_definition, check_option, security_type, %s as algorithm
            from information_schema.views
            where table_schema = ?
            order by table_name
            """;

    private static final String PARAMETERS = """
            select p.specific_schema as specific_schema, p.routine_type as routine_type,
              p.specific_name as specific_name, p.parameter_mode as parameter_mode,
              p.parameter_name as parameter_name, p.dtd_identifier as dtd_identifier,
              p.collation_name as collation_name, s.default_collation_name as usual_collation
            from information_schema.parameters p
            join information_schema.schemata s on s.schema_name = p.specific_schema
            where p.specific_schema = ? and p.ordinal_position > 0
            order by p.specific_name, p.ordinal_position
            """;

    private static final String ROUTINES = """
            select r.routine_schema as routine_schema, r.routine_type as routine_type, r.routine_name as routine_name,
              r.dtd_identifier as dtd_identifier, r.collation_name as collation_name,
              s.default_collation_name as usual_collation, r.routine_definition as routine_definition,
              r.is_deterministic as is_deterministic, r.sql_data_access as sql_data_access,
              r.security_type as security_type, r.routine_comment as routine_comment
            from information_schema.routines r
            join information_schema.schemata s on s.schema_name = r.routine_schema
            where r.routine_schema = ? and r.routine_type in ('FUNCTION', 'PROCEDURE')
            order by r.routine_name
            """;

    private static final String TRIGGERS = """
            select trigger_schema, trigger_name, action_timing, event_manipulation, event_object_table, action_order,
              action_statement
            from information_schema.triggers
            where trigger_schema = ?
            order by event_object_table, action_timing, event_manipulation, action_order desc
            """;

    private record Routine(String database, String type, String name) {}

    private MysqlCode() {}

    static List<CodeObject> read(MysqlCatalogue catalogue, MysqlReading reading) throws SQLException {
        List<CodeObject> code = new ArrayList<>();
        MysqlReading.ShownCode shown = reading.shownCode(catalogue);
        catalogue.read(VIEWS.formatted(reading.viewAlgorithm()), row -> {
            if (row.getString("view_definition").isEmpty()) {
                String name = row.getString("table_schema") + "." + row.getString("table_name");
                leaveOut(catalogue, "view " + name, "SHOW VIEW on the database");
            } else {
                code.add(view(catalogue, reading, shown, row));
            }
        });
        routines(catalogue, reading, shown, code);
        triggers(catalogue, code);
        code.addAll(MysqlEvents.read(catalogue));
        return code;
    }

    private static CodeObject view(
            MysqlCatalogue catalogue, MysqlReading reading, MysqlReading.ShownCode shown, ResultSet row)
            throws SQLException {
        String view = row.getString("table_name");
        String query = shown.query(view).orElse(row.getString("view_definition"));
        String database = row.getString("table_schema");
        String algorithm = row.getString("algorithm");
        String check = row.getString("check_option");
        SqlWriter definition = new SqlWriter();
        if (!algorithm.equals("UNDEFINED")) {
            definition.word("algorithm = " + algorithm.toLowerCase(Locale.ROOT));
        }
        definition.wordIf(row.getString("security_type").equals("INVOKER"), "sql security invoker");
        definition.word("as").word(reading.query(query, database));
        if (!check.equals("NONE")) {
            definition.word("with " + check.toLowerCase(Locale.ROOT) + " check option");
        }
        Name name = catalogue.name(database, view);
        return new CodeObject(new CodeObject.Key(CodeObject.Kind.VIEW, name, ""), definition.toString());
    }

    private static void routines(
            MysqlCatalogue catalogue, MysqlReading reading, MysqlReading.ShownCode shown, List<CodeObject> code)
            throws SQLException {
        Map<Routine, List<String>> parameters = new HashMap<>();
        catalogue.read(PARAMETERS, row -> {
            Routine routine = new Routine(
                    row.getString("specific_schema"), row.getString("routine_type"), row.getString("specific_name"));
            parameters.computeIfAbsent(routine, key -> new ArrayList<>()).add(parameter(row));
        });
        catalogue.read(ROUTINES, row -> {
            Routine routine = new Routine(
                    row.getString("routine_schema"), row.getString("routine_type"), row.getString("routine_name"));
            String kind = routine.type().toLowerCase(Locale.ROOT);
            // Null without the right to see it.
            String body = row.getString("routine_definition");
            if (body != null) {
                String told = String.join(", ", parameters.getOrDefault(routine, List.of()));
                code.add(routine(
                        catalogue,
                        routine,
                        shown.parameters(kind, routine.name()).orElse(told),
                        body,
                        row));
            } else {
                leaveOut(
                        catalogue,
                        kind + " " + routine.database() + "." + routine.name(),
                        reading.rightToReadRoutines());
            }
        });
    }

    /** A function's parameters only go in, and say no direction. */
    private static String parameter(ResultSet row) throws SQLException {
        String mode = row.getString("routine_type").equals("FUNCTION")
                ? ""
                : row.getString("parameter_mode").toLowerCase(Locale.ROOT) + " ";
        return mode + MysqlDialect.quoted(row.getString("parameter_name")) + " " + type(row);
    }

    /** A type, with its collation where that is not the database's. */
    private static String type(ResultSet row) throws SQLException {
        String collation = row.getString("collation_name");
        String type = MysqlTypes.withoutUsualDigits(row.getString("dtd_identifier"));
        return collation == null || collation.equals(row.getString("usual_collation"))
                ? type
                : type + " character set " + collation.split("_", 2)[0] + " collate " + collation;
    }

    /** Leaves an object out whose text is kept from the user, unless nothing may be left out. */
    private static void leaveOut(MysqlCatalogue catalogue, String object, String right) {
        if (catalogue.isComplete()) {
            throw new MigrationException(
                    ErrorCode.DATABASE_FAILED,
                    "The " + object
                            + " cannot be compared: the user of the connection may use it, but not read its text."
                            + " Grant " + right + ", or compare as the user who made it.");
        }
    }

    private static CodeObject routine(
            MysqlCatalogue catalogue, Routine routine, String parameters, String body, ResultSet row)
            throws SQLException {
        boolean function = routine.type().equals("FUNCTION");
        boolean aggregate = body.matches("(?is).*\\bfetch\\s+group\\s+next\\s+row\\b.*");
        String access = row.getString("sql_data_access");
        String comment = row.getString("routine_comment");
        SqlWriter sql = new SqlWriter()
                .word("create")
                .wordIf(aggregate, "aggregate")
                .word(routine.type().toLowerCase(Locale.ROOT))
                .word(MysqlDialect.quoted(routine.name()) + "(" + parameters + ")");
        if (function) {
            sql.word("returns").word(type(row));
        }
        sql.wordIf(row.getString("is_deterministic").equals("YES"), "deterministic");
        if (!access.equals("CONTAINS SQL")) {
            sql.word(access.toLowerCase(Locale.ROOT));
        }
        sql.wordIf(row.getString("security_type").equals("INVOKER"), "sql security invoker");
        if (!comment.isEmpty()) {
            sql.word("comment").word(MysqlDialect.literalOf(comment));
        }
        CodeObject.Kind kind = function ? CodeObject.Kind.FUNCTION : CodeObject.Kind.PROCEDURE;
        Name name = catalogue.name(routine.database(), routine.name());
        return new CodeObject(new CodeObject.Key(kind, name, ""), sql + "\n" + body);
    }

    /** Of several triggers for one event each says before which one it comes, so that any may be made anew alone. */
    private static void triggers(MysqlCatalogue catalogue, List<CodeObject> code) throws SQLException {
        Map<String, String> next = new HashMap<>();
        catalogue.read(TRIGGERS, row -> {
            String trigger = MysqlDialect.quoted(row.getString("trigger_name"));
            Name table = catalogue.name(row.getString("trigger_schema"), row.getString("event_object_table"));
            Name name = catalogue.name(row.getString("trigger_schema"), row.getString("trigger_name"));
            String event = row.getString("action_timing").toLowerCase(Locale.ROOT) + " "
                    + row.getString("event_manipulation").toLowerCase(Locale.ROOT) + " on "
                    + MysqlDialect.quoted(table.name());
            String later = next.put(event, trigger);
            code.add(new CodeObject(
                    new CodeObject.Key(CodeObject.Kind.TRIGGER, name, table.toString()),
                    "create trigger " + trigger + " " + event + " for each row"
                            + (later == null ? "" : " precedes " + later) + "\n"
                            + row.getString("action_statement")));
        });
    }
}
