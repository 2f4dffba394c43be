// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.dialect.ScriptStatement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What becomes of everything that SQLite knows when a table is rebuilt, on real rows. The cases read as a table, which is
 * {@code docs/reference/sqlite.md}.
 */
class SqliteKeptTest {
    private static final Path PAGE = Path.of("../docs/reference/sqlite.md");
    private static final String START =
            "<!-- Made from SqliteCases by SqliteKeptTest; run it with -Dgolden.update. -->";

    private static Stream<SqliteCase> cases() {
        return SqliteCases.all().stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isKept(SqliteCase each) {
        try (SqliteFixture database = new SqliteFixture()) {
            database.sql(each.setup().toArray(String[]::new));
            List<String> schema = schema(database);
            Map<String, List<String>> rows = rows(database);
            List<String> outcomes = outcomes(database, each.still());

            if (each.refusal().isEmpty()) {
                database.migrate(each.change());
            } else {
                assertThatThrownBy(() -> database.migrate(each.change())).hasMessageContaining(each.refusal());
            }

            assertThat(outcomes(database, each.still())).isEqualTo(outcomes);
            outcomes(database, each.after());
            if (each.keepsText() || !each.refusal().isEmpty()) {
                assertThat(schema(database)).isEqualTo(schema);
                assertThat(rows(database)).isEqualTo(rows);
            }
            assertThat(database.rows("pragma integrity_check")).containsExactly("ok");
        }
    }

    /** The text of everything, without the constraint that was added and without what SQLite does to a table's name. */
    private static List<String> schema(SqliteFixture database) {
        return database.rows("select type, name, tbl_name, sql from sqlite_schema order by type, name").stream()
                .map(text -> text.startsWith("table|t|")
                        ? text.replaceFirst("(?i)create table \\S+?(?=[\\s(])", "create table ")
                                .replaceFirst("(,\\s*)?" + Pattern.quote(SqliteCase.OTHER_TEXT), "")
                                .replaceAll("[\\s,]+", " ")
                                .replaceAll(" ?([()]) ?", "$1")
                        : text)
                .toList();
    }

    /** Every value of every table, by its bytes and with its storage class. */
    private static Map<String, List<String>> rows(SqliteFixture database) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (String table : database.rows("select name from pragma_table_list where schema = 'main' and type = 'table'"
                + " and name <> 'sqlite_schema' and name not like 'sqlite_stat%' order by name")) {
            List<String> values = new ArrayList<>();
            if (!table.equals("sqlite_sequence")
                    && database.rows("select wr from pragma_table_list where name = '" + table.replace("'", "''") + "'")
                            .equals(List.of("0"))) {
                values.add("rowid");
            }
            database.rows("select name from pragma_table_xinfo('" + table.replace("'", "''") + "')").stream()
                    .map(column -> "\"" + column.replace("\"", "\"\"") + "\"")
                    .forEach(values::add);
            String list = String.join(
                    ", ",
                    values.stream()
                            .map(value -> "typeof(" + value + "), quote(" + value + ")")
                            .toList());
            rows.put(table, database.rows("select " + list + " from \"" + table.replace("\"", "\"\"") + "\""));
        }
        return rows;
    }

    /** What comes of each script, none of which leaves anything behind. */
    private static List<String> outcomes(SqliteFixture database, List<SqliteCase.Outcome> scripts) {
        List<String> outcomes = new ArrayList<>();
        database.sql("pragma foreign_keys = on");
        for (SqliteCase.Outcome script : scripts) {
            database.sql("begin");
            String outcome = outcome(database, script.script());
            database.sql("rollback");
            assertThat(outcome).as(script.script()).contains(script.expected());
            outcomes.add(outcome);
        }
        database.sql("pragma foreign_keys = off");
        return outcomes;
    }

    private static String outcome(SqliteFixture database, String script) {
        String outcome = "";
        try (Statement statement = database.connection().createStatement()) {
            for (ScriptStatement sql : SqliteFixture.DIALECT.split(script)) {
                outcome = statement.execute(sql.sql()) ? rows(statement) : "ok";
            }
            return outcome;
        } catch (SQLException failure) {
            return String.valueOf(failure.getMessage());
        }
    }

    private static String rows(Statement statement) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet found = statement.getResultSet()) {
            while (found.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    values.add(found.getString(i));
                }
                rows.add(String.join("|", values));
            }
        }
        return String.join(",", rows);
    }

    @Test
    void isSaidOnThePage() throws IOException {
        String page = Files.readString(PAGE);
        String expected = page.substring(0, page.indexOf(START)) + START + "\n" + table();

        if (System.getProperty("golden.update") != null) {
            Files.writeString(PAGE, expected);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(expected);
    }

    private static String table() {
        StringBuilder table = new StringBuilder();
        String topic = "";
        for (SqliteCase each : SqliteCases.all()) {
            if (!each.topic().equals(topic)) {
                topic = each.topic();
                table.append("\n### ").append(topic).append("\n\n| what | what becomes of it |\n|---|---|\n");
            }
            table.append("| ")
                    .append(each.what())
                    .append(" | ")
                    .append(each.how())
                    .append(" |\n");
        }
        return table.toString();
    }
}
