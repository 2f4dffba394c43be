import static dev.limbeck.operation.Definitions.*;

import dev.limbeck.Migration;
import dev.limbeck.Revision;
import dev.limbeck.operation.Operations;

/** What is left over goes; what stays becomes wider. */
@Revision(id = "5e05", downRevision = "4d04")
public class R5e05_tidy implements Migration {
    @Override
    public void upgrade(Operations op) {
        op.dropIndex("customer", "ix_customer_name");
        op.alterColumn("customer", "name", c -> c.type(varchar(120)));
        op.dropColumn("customer", "legacy");
        op.execute("update account set balance = balance * 2");
        op.createIndex("customer", index("ix_customer_full_name", "full_name"));
        op.renameTable("orders", "purchase");
        op.execute("insert into audit (what, amount) select 'bought', total from purchase");
    }

    @Override
    public void downgrade(Operations op) {
        op.execute("delete from audit where what = 'bought'");
        op.renameTable("purchase", "orders");
        op.dropIndex("customer", "ix_customer_full_name");
        op.execute("update account set balance = balance / 2");
        op.addColumn("customer", column("legacy", varchar(10)));
        op.batchAlterTable("customer", batch -> {
            batch.mayCopyTable();
            batch.alterColumn("name", c -> c.type(varchar(80)));
        });
        op.createIndex("customer", index("ix_customer_name", "name"));
    }
}
