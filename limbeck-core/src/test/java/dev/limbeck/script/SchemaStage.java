// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import dev.limbeck.dialect.Current;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Schema;

/** A stage without a database: operations change a schema in memory. */
final class SchemaStage implements Stage {
    private Schema schema = Schema.EMPTY;

    @Override
    public Current current() {
        Schema now = schema;
        return () -> now;
    }

    @Override
    public void apply(Operation operation) {
        schema = operation.apply(schema);
    }
}
