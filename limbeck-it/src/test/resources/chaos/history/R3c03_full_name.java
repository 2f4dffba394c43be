import static dev.limbeck.operation.Definitions.*;

import dev.limbeck.Migration;
import dev.limbeck.Revision;
import dev.limbeck.operation.Operations;

/** A name in full, filled in batches. */
@Revision(id = "3c03", downRevision = "2b02")
public class R3c03_full_name implements Migration {
    @Override
    public void upgrade(Operations op) {
        op.addColumn("customer", column("full_name", varchar(100)));
        op.addColumn("customer", column("passes", integer()).notNull().defaultValue(0));
        op.execute("insert into audit (what, amount) values ('naming', 0)");
        op.backfill(
                "customer", b -> b.set("full_name", "concat(name, '!')").set("passes", "passes + 1").batch(1));
        op.alterColumn("customer", "full_name", c -> c.notNull());
        op.execute("insert into audit (what, amount) values ('named', 0)");
    }

    @Override
    public void downgrade(Operations op) {
        op.execute("delete from audit where what in ('naming', 'named')");
        op.dropColumn("customer", "passes");
        op.dropColumn("customer", "full_name");
    }
}
