package dev.limbeck.examples.bookshop.migrations.sqlite;

import static dev.limbeck.operation.Definitions.*;

import dev.limbeck.Migration;
import dev.limbeck.Revision;
import dev.limbeck.operation.Operations;

/** add phone to customers. */
@Revision(id = "1f306993cb29", downRevision = "7b94c35108f4", createdAt = "2026-11-20T13:23:12Z")
public class R1f306993cb29_add_phone_to_customers implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.addColumn("customers", column("phone", varchar(30)));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropColumn("customers", "phone");
    }
}
