// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.mysql;

import dev.limbeck.schema.Name;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Views and routines as the server shows them, all in one question. The catalogue takes the character sets off the texts in
 * a view, which makes other texts of them, and spells the parameters of a routine in its own way.
 */
final class MariadbShownCode implements MysqlReading.ShownCode {
    private static final String VIEWS = """
            select 'view' as kind, table_schema as object_schema, table_name as object_name
            from information_schema.views
            where table_schema = ?
            """;

    private static final String ROUTINES = """
            select lower(routine_type) as kind, routine_schema as object_schema, routine_name as object_name
            from information_schema.routines
            where routine_schema = ? and routine_type in ('FUNCTION', 'PROCEDURE')
            """;

    private static final String NAME = "`(?:[^`]|``)++`";
    private static final Pattern QUERY = Pattern.compile(
            "\\bVIEW " + NAME + " AS (?<query>.*?)(?: WITH (?:CASCADED|LOCAL) CHECK OPTION)?", Pattern.DOTALL);
    private static final Pattern PARAMETERS = Pattern.compile("\\b(?:FUNCTION|PROCEDURE) " + NAME + "\\(");

    private final Map<String, String> texts = new HashMap<>();

    private MariadbShownCode() {}

    /** What the user may not see is left out. */
    static MariadbShownCode read(MysqlCatalogue catalogue) throws SQLException {
        List<String> shows = new ArrayList<>();
        for (String query : List.of(VIEWS, ROUTINES)) {
            catalogue.read(query, row -> {
                Name name = catalogue.name(row.getString("object_schema"), row.getString("object_name"));
                shows.add("show create " + row.getString("kind") + " " + catalogue.qualified(name) + ";");
            });
        }
        MariadbShownCode shown = new MariadbShownCode();
        if (!shows.isEmpty()) {
            catalogue.readEach(
                    "begin not atomic declare continue handler for sqlexception begin end; " + String.join(" ", shows)
                            + " end",
                    shown::add);
        }
        return shown;
    }

    /** The kind is the label of the first column, the name what stands in it. */
    private void add(ResultSet row) throws SQLException {
        String kind = row.getMetaData().getColumnLabel(1);
        String text = row.getString("Create " + kind);
        if (text != null) {
            texts.put(kind.toLowerCase(Locale.ROOT) + " " + row.getString(1), text);
        }
    }

    @Override
    public Optional<String> query(String view) {
        return Optional.ofNullable(texts.get("view " + view)).flatMap(MariadbShownCode::queryOf);
    }

    private static Optional<String> queryOf(String text) {
        Matcher view = QUERY.matcher(text);
        return view.find() && view.region(view.start(), text.length()).matches()
                ? Optional.of(view.group("query"))
                : Optional.empty();
    }

    @Override
    public Optional<String> parameters(String kind, String routine) {
        return Optional.ofNullable(texts.get(kind + " " + routine)).flatMap(MariadbShownCode::parametersOf);
    }

    private static Optional<String> parametersOf(String text) {
        Matcher start = PARAMETERS.matcher(text);
        return start.find()
                ? Optional.of(text.substring(start.end(), MariadbColumnChecks.closing(text, start.end())))
                : Optional.empty();
    }
}
