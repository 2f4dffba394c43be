// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.operation;

import static dev.limbeck.operation.Definitions.column;
import static dev.limbeck.operation.Definitions.foreignKey;
import static dev.limbeck.operation.Definitions.index;
import static dev.limbeck.operation.Definitions.integer;
import static dev.limbeck.operation.Definitions.option;
import static dev.limbeck.operation.Definitions.primaryKey;
import static dev.limbeck.operation.Definitions.unique;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InheritedColumnTest {

    @Test
    void aColumnThatATableHasFromAnotherIsThereToBeReferredToAndIndexed() {
        List<Operation> operations = new ArrayList<>();
        Operations op = operations::add;

        op.createTable("files", column("id", integer()));
        op.createTable("orders", primaryKey("orders_pkey", "id"), option("inherits", "files"));
        op.createTable(
                "lines",
                column("file", integer()),
                foreignKey("lines_fk", "file").references("orders", "id"));
        op.createIndex("orders", index("ix_orders", "id"));
        op.addConstraint("orders", unique("uq_orders", "id"));

        Schema schema = Schema.EMPTY;
        for (Operation operation : operations) {
            schema = operation.applyStrictly(schema, false);
        }

        assertThat(schema.tables().keySet()).extracting(Name::name).containsExactly("files", "lines", "orders");
    }
}
