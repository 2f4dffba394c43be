// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.models;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.diff.Differ;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.Location;
import dev.limbeck.error.MigrationException;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Schema;
import dev.limbeck.script.LocatedOperation;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * A wanted schema that another database has, {@code jdbc:URL}. It is read and made anew in the scratch database, so that
 * other sources can be added to it and both sides of the comparison come from one server.
 */
public final class JdbcModelSource implements ModelSource {

    @Override
    public Set<String> prefixes() {
        return Set.of("jdbc");
    }

    @Override
    public ModelScript script(ModelRequest request) {
        Schema schema = read(request);
        if (schema.isEmpty()) {
            throw new MigrationException(
                    ErrorCode.MODELS_EMPTY,
                    "limbeck.models: the database at " + request.source() + " holds nothing that could be wanted."
                            + " Correct its URL, or limbeck.schemas.");
        }
        Dialect dialect = request.dialect();
        Location origin = new Location(request.source(), 0);
        List<Operation> operations = dialect.arrange(Differ.diff(Schema.EMPTY, schema, dialect.diffRules()));
        return ModelScript.ofOperations(operations.stream()
                .map(operation -> new LocatedOperation(operation, origin, true))
                .toList());
    }

    private static Schema read(ModelRequest request) {
        ModelRequest.Databases databases = request.databases();
        try (Connection connection = databases.other().apply(request.prefix() + ":" + request.value())) {
            return databases
                    .dialect()
                    .reflect(connection, databases.reflection().withComplete(true));
        } catch (SQLException failure) {
            throw new MigrationException(
                    ErrorCode.DATABASE_FAILED,
                    "The database at " + request.source() + " said: "
                            + String.valueOf(failure.getMessage()).strip(),
                    failure);
        }
    }
}
