// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.conformance;

import dev.limbeck.dialect.Current;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.dialect.StoredObject;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is written of each case for MySQL, of which no server can be had in the build; nothing of it is run. */
final class WrittenForMysql {
    private static final Dialect MYSQL = Dialects.forUrl("jdbc:mysql://localhost/none");

    private WrittenForMysql() {}

    static Map<Case, Outcome> all(List<Case> cases) {
        Map<Case, Outcome> outcomes = new LinkedHashMap<>();
        cases.forEach(example -> outcomes.put(example, of(example)));
        return outcomes;
    }

    private static Outcome of(Case example) {
        try {
            Schema schema = compile(example.startOperations(MYSQL), Schema.EMPTY);
            compile(MYSQL.arrange(example.operations(MYSQL)), schema);
            return Outcome.done(List.of());
        } catch (MigrationException refused) {
            return refused.code() == ErrorCode.IRREVERSIBLE
                    ? Outcome.done(List.of())
                    : Outcome.refused(refused.getMessage());
        }
    }

    private static Schema compile(List<Operation> operations, Schema before) {
        Schema schema = before;
        for (Operation operation : operations) {
            MYSQL.compile(operation, new Kept(schema));
            schema = withoutNamesOfKeys(operation.apply(schema));
        }
        return schema;
    }

    /** The server calls every primary key the same, which is read as no name. */
    private static Schema withoutNamesOfKeys(Schema schema) {
        return schema.mapTables(table -> table.withConstraints(table.constraints().stream()
                .map(constraint -> constraint instanceof Constraint.PrimaryKey key
                        ? new Constraint.PrimaryKey(null, key.columns())
                        : constraint)
                .toList()));
    }

    private record Kept(Schema schema) implements Current {
        @Override
        public List<StoredObject> stored(Name table) {
            return List.of();
        }
    }
}
