import static dev.limbeck.operation.Definitions.*;

import dev.limbeck.Migration;
import dev.limbeck.Revision;
import dev.limbeck.operation.Operations;
import java.util.List;

/** Customers and their accounts. */
@Revision(id = "1a01")
public class R1a01_shop implements Migration {
    @Override
    public void upgrade(Operations op) {
        op.createTable(
                "customer",
                column("id", integer()).notNull(),
                column("name", varchar(80)).notNull(),
                column("legacy", varchar(10)),
                primaryKey("customer_pkey", "id"));
        op.createTable(
                "account",
                column("id", integer()).notNull(),
                column("customer_id", integer()).notNull(),
                column("balance", integer()).notNull().defaultValue(0),
                primaryKey("account_pkey", "id"),
                foreignKey("fk_account_customer", "customer_id").references("customer", "id"));
        op.bulkInsert("customer", List.of("id", "name"), row(1, "Ann"), row(2, "O'Neill; Bob"), row(3, "Zoë"));
        op.createIndex("customer", index("ix_customer_name", "name"));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("account");
        op.dropTable("customer");
    }
}
