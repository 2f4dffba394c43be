// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.models;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Scratch;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.Location;
import dev.limbeck.error.MigrationException;
import dev.limbeck.operation.Operation;
import dev.limbeck.run.Replay;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.script.LocatedOperation;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes what one source after the other wants in a scratch database, where they may build on each other. */
final class ModelBuild {
    private static final Pattern CREATED = Pattern.compile(
            "\\s*create\\s+(?:(?:or\\s+replace|unique|unlogged|materialized|global|cached|memory)\\s+)*"
                    + "(?:table|view|index|sequence|type|domain)\\s+(?:if\\s+not\\s+exists\\s+)?([^\\s(;]+)",
            Pattern.CASE_INSENSITIVE);

    private final Dialect dialect;
    private final Scratch scratch;
    private final Replay replay;
    private final boolean several;
    private final List<String> statements = new ArrayList<>();
    private final Map<String, String> makers = new TreeMap<>();

    /**
     * Builds in a scratch database.
     *
     * @param several whether more than one source will be added, so that it matters which of them made what
     */
    ModelBuild(Dialect dialect, Scratch scratch, Replay replay, boolean several) {
        this.dialect = dialect;
        this.scratch = scratch;
        this.replay = replay;
        this.several = several;
    }

    /** The SQL that ran so far. */
    List<String> statements() {
        return List.copyOf(statements);
    }

    void add(ModelScript script, ModelRequest request) {
        Session session = Session.of(scratch.connection());
        for (ModelScript.Sql statement : script.statements()) {
            execute(statement, request);
            statements.add(statement.text());
        }
        session.restore(scratch.connection());
        for (LocatedOperation operation : script.operations()) {
            refuseTableOfAnother(operation, request);
            replay.run(operation, "building of the models \"" + request.source() + "\"");
            if (operation.operation() instanceof Operation.Execute execute) {
                statements.add(execute.sql());
            }
        }
        ModelAdditions.apply(script.additions(), dialect, replay, request);
        if (several) {
            remember(replay.current().schema(), request);
        }
    }

    private void remember(Schema schema, ModelRequest request) {
        List<Name> names = new ArrayList<>(schema.tables().keySet());
        names.addAll(schema.sequences().keySet());
        names.addAll(schema.enums().keySet());
        names.addAll(schema.domains().keySet());
        schema.tables()
                .values()
                .forEach(table ->
                        table.indexes().forEach(index -> names.add(table.name().withName(index.name()))));
        schema.code().keySet().stream().filter(key -> key.kind().isView()).forEach(key -> names.add(key.name()));
        names.forEach(name -> makers.putIfAbsent(key(name.toString()), request.source()));
    }

    private static String key(String name) {
        return name.replaceAll("[\"`\\[\\]]", "").toLowerCase(Locale.ROOT);
    }

    private void execute(ModelScript.Sql sql, ModelRequest request) {
        try (Statement statement = scratch.connection().createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql.text());
        } catch (SQLException failure) {
            if (dialect.isThereForAll(sql.text(), failure)) {
                return;
            }
            Location location = sql.location();
            throw new MigrationException(
                    ErrorCode.MODELS_REJECTED,
                    "The database refuses what the models \"" + request.source() + "\" ask for"
                            + (location == null ? "" : " at " + location) + ": "
                            + String.valueOf(failure.getMessage()).strip() + "\n"
                            + sql.text().strip().indent(2)
                            + maker(sql.text())
                                    .map(other -> conflict(other, request))
                                    .orElse(location == null ? "Correct the mapping." : "Correct the statement."),
                    location,
                    failure);
        }
    }

    private Optional<String> maker(String sql) {
        Matcher matcher = CREATED.matcher(sql);
        return matcher.lookingAt() ? Optional.ofNullable(makers.get(key(matcher.group(1)))) : Optional.empty();
    }

    private static String conflict(String other, ModelRequest request) {
        return "\"" + other + "\" has made it already. Say it in one of the two only; what \"" + request.source()
                + "\" adds to it is an alter statement.";
    }

    private void refuseTableOfAnother(LocatedOperation located, ModelRequest request) {
        if (located.operation() instanceof Operation.CreateTable created) {
            String other = makers.get(key(created.table().toString()));
            if (other != null) {
                throw new MigrationException(
                        ErrorCode.MODELS_REJECTED,
                        "The models \"" + request.source() + "\" ask at " + located.location() + " for table "
                                + created.table() + ", and " + conflict(other, request),
                        located.location(),
                        null);
            }
        }
    }

    /** The schema that names without one mean; a script may leave the connection with another, as dumps do. */
    private record Session(
            @Nullable String catalog, @Nullable String schema) {

        static Session of(Connection connection) {
            try {
                return new Session(connection.getCatalog(), connection.getSchema());
            } catch (SQLException failure) {
                throw unusable(failure);
            }
        }

        void restore(Connection connection) {
            Session now = of(connection);
            try {
                if (catalog != null && !catalog.equals(now.catalog())) {
                    connection.setCatalog(catalog);
                }
                if (schema != null && !Objects.equals(schema, now.schema())) {
                    connection.setSchema(schema);
                }
            } catch (SQLException failure) {
                throw unusable(failure);
            }
        }

        private static MigrationException unusable(SQLException failure) {
            return new MigrationException(
                    ErrorCode.DATABASE_FAILED,
                    "The scratch database does not tell or set its schema: " + failure.getMessage(),
                    failure);
        }
    }
}
