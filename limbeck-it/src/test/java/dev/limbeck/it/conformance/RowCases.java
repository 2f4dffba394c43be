// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.conformance;

import static dev.limbeck.operation.Definitions.column;
import static dev.limbeck.operation.Definitions.integer;
import static dev.limbeck.operation.Definitions.row;
import static dev.limbeck.operation.Definitions.set;
import static dev.limbeck.operation.Definitions.setExpression;
import static dev.limbeck.operation.Definitions.varchar;

import dev.limbeck.operation.Operations;
import dev.limbeck.operation.TableHandle;
import java.time.Duration;
import java.util.List;

/** Rows, plain SQL, and the way back that does not exist. */
final class RowCases {
    private RowCases() {}

    static List<Case> all() {
        Cases cases = new Cases("Data and SQL").given(Starts::users);
        List<String> team = List.of("id", "name");
        cases.add("bulkInsert", "", op -> op.bulkInsert("teams", team, row(3, "it's"), row(4, "50 % \\ \"x\"?")))
                .add("bulkInsert", "null", op -> op.bulkInsert("teams", team, row(3, null)))
                .add("bulkDelete", "", op -> op.bulkDelete("teams", team, row(1, "red")))
                .add("bulkDelete", "null", op -> op.bulkDelete("teams", team, row(2, null)))
                .add("require", "", op -> {
                    op.require("nobody has less than no points", "select count(*) from users where points < 0");
                    op.execute("update users set points = 1");
                })
                .add("execute", "", op -> op.execute("update users set nick = 'x' where id = 1"))
                .add(
                        "execute",
                        "with parameters",
                        op -> op.execute("update users set nick = ?, points = ? where id = ?", "o'x", 5, 1))
                .add("table", "insert of rows", op -> teams(op).insert(row(3, "it's"), row(4, null)))
                .add(
                        "table",
                        "insert of columns",
                        op -> teams(op).insert(set("id", 3), setExpression("name", "upper('blue')")))
                .add("table", "update of all rows", op -> teams(op).all().update(set("name", "it's")))
                .add(
                        "table",
                        "update where",
                        op -> teams(op).where("id = ?", 1).update(setExpression("name", "upper(name)")))
                .add(
                        "table",
                        "delete where",
                        op -> teams(op).where("name is null").delete())
                .add("backfill", "set", op -> op.backfill("users", b -> b.set("nick", "lower(email)")))
                .add(
                        "backfill",
                        "set and where",
                        op -> op.backfill("users", b -> b.set("nick", "'none'").where("nick is null")))
                .add(
                        "backfill",
                        "key, batch and pause",
                        op -> op.backfill(
                                "users",
                                b -> b.set("points", "points + 1")
                                        .key("email")
                                        .batch(1)
                                        .pause(Duration.ofMillis(1))))
                .add("irreversible", "", op -> op.irreversible("the rows cannot be told apart again"));
        return cases.all();
    }

    private static TableHandle teams(Operations op) {
        return op.table("teams", column("id", integer()), column("name", varchar(50)));
    }
}
