package dev.limbeck.examples.bookshop.migrations.postgresql;

import static dev.limbeck.operation.Definitions.*;

import dev.limbeck.Migration;
import dev.limbeck.Revision;
import dev.limbeck.operation.Operations;

/** add phone to customers. */
@Revision(id = "3aaf3b84159e", downRevision = "b1ce870da912", createdAt = "2026-11-20T13:23:18Z")
public class R3aaf3b84159e_add_phone_to_customers implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.addColumn("customers", column("phone", varchar(30)));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropColumn("customers", "phone");
    }
}
