package dev.limbeck.examples.bookshop.migrations.mariadb;

import static dev.limbeck.operation.Definitions.*;

import dev.limbeck.Migration;
import dev.limbeck.Revision;
import dev.limbeck.operation.Operations;

/** add phone to customers. */
@Revision(id = "6e0d92b7a41c", downRevision = "4164fbcd7f2d", createdAt = "2026-11-21T13:11:02Z")
public class R6e0d92b7a41c_add_phone_to_customers implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.addColumn("customers", column("phone", varchar(30)));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropColumn("customers", "phone");
    }
}
