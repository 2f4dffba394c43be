// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import java.util.List;
import java.util.stream.Collectors;

/** What a dialect makes of operations, as it stands in golden files. */
final class GoldenSql {
    private GoldenSql() {}

    /** Each operation is compiled against the schema that those before it leave behind. */
    static String of(List<Operation> operations, Schema before, Dialect dialect) {
        StringBuilder sql = new StringBuilder();
        Schema schema = before;
        for (Operation operation : dialect.arrange(operations)) {
            sql.append(compile(operation, dialect, new Untriggered(dialect, schema)));
            schema = operation.apply(schema);
        }
        return sql.toString();
    }

    /** What a dialect refuses is part of what it does. */
    private static String compile(Operation operation, Dialect dialect, Current current) {
        try {
            return dialect.compile(operation, current).stream()
                    .map(statement ->
                            statement.sql() + ";" + (statement.transactional() ? "" : " -- no transaction") + "\n")
                    .collect(Collectors.joining());
        } catch (MigrationException refused) {
            assertThat(refused.code()).isEqualTo(ErrorCode.UNSUPPORTED_CHANGE);
            return "-- refused: " + refused.getMessage() + "\n";
        }
    }

    /** A database with these tables, as the dialect creates them, and no trigger or view. */
    private record Untriggered(Dialect dialect, Schema schema) implements Current {
        @Override
        public List<StoredObject> stored(Name table) {
            Operation create =
                    new Operation.CreateTable(schema.table(table).orElseThrow().withIndexes(List.of()));
            String sql = dialect.compile(create, this).get(0).sql();
            return List.of(new StoredObject("table", table.name(), table.name(), sql));
        }
    }
}
