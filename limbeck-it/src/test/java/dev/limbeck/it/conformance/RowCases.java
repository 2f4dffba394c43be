// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.conformance;

import static dev.limbeck.operation.Definitions.row;

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
                .add("execute", "", op -> op.execute("update users set nick = 'x' where id = 1"))
                .add(
                        "execute",
                        "with parameters",
                        op -> op.execute("update users set nick = ?, points = ? where id = ?", "o'x", 5, 1))
                .add("irreversible", "", op -> op.irreversible("the rows cannot be told apart again"));
        return cases.all();
    }
}
