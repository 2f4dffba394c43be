// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.conformance;

import static dev.limbeck.operation.Definitions.column;
import static dev.limbeck.operation.Definitions.columns;
import static dev.limbeck.operation.Definitions.foreignKey;
import static dev.limbeck.operation.Definitions.integer;
import static dev.limbeck.operation.Definitions.primaryKey;
import static dev.limbeck.operation.Definitions.row;
import static dev.limbeck.operation.Definitions.unique;
import static dev.limbeck.operation.Definitions.varchar;

import dev.limbeck.operation.ConstraintSpec;
import dev.limbeck.operation.Operations;
import dev.limbeck.schema.Constraint.Action;
import java.util.List;

/** Foreign keys: every action with every other, and the rest one by one. */
final class ForeignKeyCases {
    private ForeignKeyCases() {}

    static List<Case> all() {
        Cases cases = new Cases("Foreign keys").given(Starts::users);
        ConstraintSpec.ForeignKeySpec plain = foreignKey("fk", "team_id").references("teams", "id");
        added(cases, "foreignKey", plain);
        added(cases, "foreignKey without a name", foreignKey(columns("team_id")).references("teams", "id"));
        added(
                cases,
                "foreignKey to the primary key unsaid",
                foreignKey("fk", "team_id").references("teams"));
        added(cases, "foreignKey to its own table", foreignKey("fk", "team_id").references("users", "id"));
        added(cases, "foreignKey, deferrable", plain.deferrable());
        added(cases, "foreignKey, initiallyDeferred", plain.initiallyDeferred());
        added(cases, "foreignKey, matchFull", plain.matchFull());
        added(cases, "foreignKey, notValid", plain.notValid());
        cases.given(op -> {
            Starts.users(op);
            op.alterColumn("users", "team_id", c -> c.defaultValue(1));
        });
        for (Action onDelete : Action.values()) {
            for (Action onUpdate : Action.values()) {
                cases.add(
                        "addConstraint",
                        "foreignKey, onDelete with onUpdate",
                        onDelete + " with " + onUpdate,
                        op -> op.addConstraint("users", plain.onDelete(onDelete).onUpdate(onUpdate)));
            }
        }
        for (Action onDelete : List.of(Action.SET_NULL, Action.SET_DEFAULT)) {
            added(cases, "foreignKey, onDelete " + onDelete + " of some columns", plain.onDelete(onDelete, "team_id"));
        }
        composite(cases);
        drop(cases, plain);
        return cases.all();
    }

    private static void added(Cases cases, String option, ConstraintSpec key) {
        cases.add("addConstraint", option, op -> op.addConstraint("users", key));
    }

    private static void composite(Cases cases) {
        ConstraintSpec.ForeignKeySpec key = foreignKey("fk", "country", "zip").references("places", "country", "zip");
        cases.given(ForeignKeyCases::places)
                .add("addConstraint", "foreignKey of two columns", op -> op.addConstraint("letters", key))
                .add(
                        "addConstraint",
                        "foreignKey of two columns, matchFull",
                        op -> op.addConstraint("letters", key.matchFull()))
                .add(
                        "addConstraint",
                        "foreignKey of two columns, onDelete of one",
                        op -> op.addConstraint("letters", key.onDelete(Action.SET_NULL, "zip")))
                .add(
                        "addConstraint",
                        "foreignKey to a unique constraint",
                        op -> op.addConstraint(
                                "letters", foreignKey("fk", "zip").references("places", "code")));
    }

    private static void places(Operations op) {
        op.createTable(
                "places",
                column("country", varchar(2)).notNull(),
                column("zip", integer()).notNull(),
                column("code", integer()),
                primaryKey("places_pkey", "country", "zip"),
                unique("uq_places_code", "code"));
        op.createTable("letters", column("country", varchar(2)), column("zip", integer()));
        op.bulkInsert("places", List.of("country", "zip", "code"), row("ch", 8000, 8000));
        op.bulkInsert("letters", List.of("country", "zip"), row("ch", 8000), row(null, null));
    }

    private static void drop(Cases cases, ConstraintSpec.ForeignKeySpec plain) {
        dropped(cases, "foreignKey", plain);
        dropped(cases, "foreignKey with actions", plain.onDelete(Action.CASCADE).onUpdate(Action.RESTRICT));
        dropped(cases, "foreignKey, deferrable", plain.deferrable());
        dropped(cases, "foreignKey, initiallyDeferred", plain.initiallyDeferred());
        dropped(cases, "foreignKey, matchFull", plain.matchFull());
    }

    private static void dropped(Cases cases, String option, ConstraintSpec key) {
        cases.given(Starts.usersWith(key)).add("dropConstraint", option, op -> op.dropConstraint("users", "fk"));
    }
}
