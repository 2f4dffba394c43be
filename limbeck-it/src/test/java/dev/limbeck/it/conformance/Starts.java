// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.conformance;

import static dev.limbeck.operation.Definitions.column;
import static dev.limbeck.operation.Definitions.integer;
import static dev.limbeck.operation.Definitions.primaryKey;
import static dev.limbeck.operation.Definitions.row;
import static dev.limbeck.operation.Definitions.varchar;

import dev.limbeck.operation.Operations;
import dev.limbeck.operation.TableElement;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The tables that cases begin with, and their rows. */
final class Starts {
    private Starts() {}

    /** Teams and their users. */
    static void users(Operations op) {
        teams(op);
        op.createTable("users", userColumns());
        op.bulkInsert(
                "users",
                List.of("id", "email", "nick", "points", "team_id"),
                row(1, "ann@example.com", "ann", 10, 1),
                row(2, "bob@example.com", null, 20, null),
                row(3, "o'hara@example.com", "", 30, 2));
    }

    static void teams(Operations op) {
        op.createTable(
                "teams",
                column("id", integer()).notNull(),
                column("name", varchar(50)),
                primaryKey("teams_pkey", "id"));
        op.bulkInsert("teams", List.of("id", "name"), row(1, "red"), row(2, null));
    }

    /** Teams, and users who have more than usual. */
    static Consumer<Operations> usersWith(TableElement... more) {
        return op -> {
            teams(op);
            op.createTable(
                    "users",
                    Stream.concat(Stream.of(userColumns()), Stream.of(more)).toArray(TableElement[]::new));
            op.bulkInsert(
                    "users",
                    List.of("id", "email", "nick", "points", "team_id"),
                    row(1, "ann@example.com", "ann", 10, 1),
                    row(2, "bob@example.com", "bob", 20, 2));
        };
    }

    private static TableElement[] userColumns() {
        return new TableElement[] {
            column("id", integer()).notNull(),
            column("email", varchar(200)).notNull(),
            column("nick", varchar(30)),
            column("points", integer()).notNull().defaultValue(0),
            column("team_id", integer()),
            primaryKey("users_pkey", "id")
        };
    }
}
