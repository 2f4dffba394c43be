// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.conformance;

import static dev.limbeck.operation.Definitions.check;
import static dev.limbeck.operation.Definitions.column;
import static dev.limbeck.operation.Definitions.columns;
import static dev.limbeck.operation.Definitions.exclude;
import static dev.limbeck.operation.Definitions.foreignKey;
import static dev.limbeck.operation.Definitions.index;
import static dev.limbeck.operation.Definitions.integer;
import static dev.limbeck.operation.Definitions.primaryKey;
import static dev.limbeck.operation.Definitions.unique;

import dev.limbeck.operation.ConstraintSpec;
import java.util.List;

/** Primary keys, unique constraints, checks and exclusion constraints. */
final class ConstraintCases {
    private ConstraintCases() {}

    static List<Case> all() {
        Cases cases = new Cases("Primary keys, unique, check and exclusion constraints");
        primaryKeys(cases);
        cases.given(Starts::users);
        added(cases, "unique", unique("uq", "email"));
        added(cases, "unique of two columns", unique("uq", "email", "nick"));
        added(cases, "unique without a name", unique(columns("email")));
        added(cases, "unique, deferrable", unique("uq", "email").deferrable());
        added(cases, "unique, initiallyDeferred", unique("uq", "email").initiallyDeferred());
        added(cases, "unique, nullsNotDistinct", unique("uq", "nick").nullsNotDistinct());
        added(cases, "unique, include", unique("uq", "email").include("points"));
        added(cases, "check", check("ck", "points >= 0"));
        added(cases, "check, noInherit", check("ck", "points >= 0").noInherit());
        added(cases, "check of two columns", check("ck", "points >= 0 and id > 0"));
        added(cases, "check of a text", check("ck", "nick <> 'it''s'"));
        added(cases, "check without a name", check("points >= 0"));
        added(cases, "check, notValid", check("ck", "points >= 0").notValid());
        added(cases, "exclude", exclude("ex", "using btree (email with =)"));
        added(cases, "exclude with a condition", exclude("ex", "using btree (email with =) where (points > 0)"));
        added(cases, "exclude without a name", exclude("using btree (email with =)"));
        added(
                cases,
                "exclude, deferrable",
                exclude("ex", "using btree (email with =)").deferrable());
        added(
                cases,
                "exclude, initiallyDeferred",
                exclude("ex", "using btree (email with =)").initiallyDeferred());
        renamed(cases);
        drop(cases);
        validate(cases);
        return cases.all();
    }

    private static void renamed(Cases cases) {
        renamed(cases, "unique", unique("uq", "email"));
        renamed(cases, "check", check("uq", "points >= 0"));
        renamed(cases, "foreignKey", foreignKey("uq", "team_id").references("teams", "id"));
        cases.given(Starts.usersWith(check("ck", "points >= 0")))
                .add(
                        "renameConstraint",
                        "in a batch",
                        op -> op.batchAlterTable("users", b -> b.renameConstraint("ck", "ck_points")));
    }

    private static void renamed(Cases cases, String option, ConstraintSpec constraint) {
        cases.given(Starts.usersWith(constraint))
                .add("renameConstraint", option, op -> op.renameConstraint("users", "uq", "users_rule"));
    }

    private static void added(Cases cases, String option, ConstraintSpec constraint) {
        added(cases, "users", option, constraint);
    }

    private static void added(Cases cases, String table, String option, ConstraintSpec constraint) {
        cases.add("addConstraint", option, op -> op.addConstraint(table, constraint));
    }

    private static void primaryKeys(Cases cases) {
        cases.given(op -> {
                    op.createTable(
                            "t",
                            column("a", integer()).notNull(),
                            column("b", integer()).notNull());
                    op.execute("insert into t values (1, 2)");
                })
                .add("addConstraint", "primaryKey", op -> op.addConstraint("t", primaryKey("t_pkey", "a")))
                .add(
                        "addConstraint",
                        "primaryKey of two columns",
                        op -> op.addConstraint("t", primaryKey("t_pkey", "b", "a")))
                .add(
                        "addConstraint",
                        "primaryKey without a name",
                        op -> op.addConstraint("t", primaryKey(columns("a"))));
        added(cases, "t", "primaryKey, deferrable", primaryKey("t_pkey", "a").deferrable());
        added(
                cases,
                "t",
                "primaryKey, initiallyDeferred",
                primaryKey("t_pkey", "a").initiallyDeferred());
        added(cases, "t", "primaryKey, include", primaryKey("t_pkey", "a").include("b"));
        cases.given(op -> {
            op.createTable(
                    "t",
                    column("a", integer()).notNull(),
                    column("b", integer()).notNull(),
                    index("ix", "a").unique());
            op.execute("insert into t values (1, 2)");
        });
        added(cases, "t", "primaryKey, usingIndex", primaryKey("t_pkey", "a").usingIndex("ix"));
        added(cases, "t", "unique, usingIndex", unique("uq", "a").usingIndex("ix"));
        cases.given(Starts::users)
                .addEach("dropConstraint", "primaryKey", (op, dialect) -> op.dropConstraint("users", key(dialect)));
        cases.given(op -> op.createTable("t", column("a", integer()), primaryKey(columns("a"))))
                .add(
                        "dropConstraint",
                        "primaryKey without a name",
                        op -> op.dropConstraint("t", primaryKey(columns("a"))));
    }

    /** MySQL gives every primary key the same name. */
    private static String key(String dialect) {
        return dialect.equals("mariadb") || dialect.equals("mysql") ? "PRIMARY" : "users_pkey";
    }

    private static void drop(Cases cases) {
        dropped(cases, "unique", "x", unique("x", "email"));
        dropped(cases, "unique of two columns", "x", unique("x", "email", "nick"));
        dropped(cases, "unique, nullsNotDistinct", "x", unique("x", "nick").nullsNotDistinct());
        dropped(cases, "unique, include", "x", unique("x", "email").include("points"));
        dropped(cases, "unique, initiallyDeferred", "x", unique("x", "email").initiallyDeferred());
        dropped(cases, "check", "x", check("x", "points >= 0"));
        dropped(cases, "check, noInherit", "x", check("x", "points >= 0").noInherit());
        dropped(cases, "exclude", "x", exclude("x", "using btree (email with =)"));
        droppedByDefinition(cases, "unique without a name", unique(columns("email")));
        droppedByDefinition(cases, "check without a name", check("points >= 0"));
        droppedByDefinition(
                cases,
                "foreignKey without a name",
                foreignKey(columns("team_id")).references("teams", "id"));
    }

    private static void dropped(Cases cases, String option, String name, ConstraintSpec constraint) {
        cases.given(Starts.usersWith(constraint)).add("dropConstraint", option, op -> op.dropConstraint("users", name));
    }

    private static void droppedByDefinition(Cases cases, String option, ConstraintSpec constraint) {
        cases.given(Starts.usersWith(constraint))
                .add("dropConstraint", option, op -> op.dropConstraint("users", constraint));
    }

    private static void validate(Cases cases) {
        cases.given(op -> {
                    Starts.users(op);
                    op.addConstraint("users", check("ck", "points >= 0").notValid());
                    op.addConstraint(
                            "users",
                            foreignKey("fk", "team_id")
                                    .references("teams", "id")
                                    .notValid());
                })
                .add("validateConstraint", "check", op -> op.validateConstraint("users", "ck"))
                .add("validateConstraint", "foreignKey", op -> op.validateConstraint("users", "fk"))
                .add(
                        "batchAlterTable",
                        "validateConstraint",
                        op -> op.batchAlterTable("users", b -> b.validateConstraint("ck")));
    }
}
