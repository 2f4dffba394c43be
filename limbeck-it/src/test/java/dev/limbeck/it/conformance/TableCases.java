// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.conformance;

import static dev.limbeck.operation.Definitions.bigint;
import static dev.limbeck.operation.Definitions.check;
import static dev.limbeck.operation.Definitions.column;
import static dev.limbeck.operation.Definitions.columns;
import static dev.limbeck.operation.Definitions.comment;
import static dev.limbeck.operation.Definitions.foreignKey;
import static dev.limbeck.operation.Definitions.index;
import static dev.limbeck.operation.Definitions.integer;
import static dev.limbeck.operation.Definitions.option;
import static dev.limbeck.operation.Definitions.primaryKey;
import static dev.limbeck.operation.Definitions.unique;
import static dev.limbeck.operation.Definitions.varchar;

import dev.limbeck.operation.Operations;
import dev.limbeck.operation.TableElement;
import java.util.List;
import java.util.Map;

/** Whole tables. */
final class TableCases {
    /** An option of a table that the database knows, with a value that is not the usual one; for others, MariaDB's. */
    private static final Map<String, List<String>> OPTIONS = Map.of(
            "sqlite",
            List.of("without rowid", ""),
            "postgresql",
            List.of("fillfactor", "70"),
            "mariadb",
            List.of("engine", "Aria"));

    private TableCases() {}

    static List<Case> all() {
        Cases cases = new Cases("Tables");
        create(cases);
        change(cases);
        batch(cases);
        return cases.all();
    }

    private static void create(Cases cases) {
        cases.given(Starts::users);
        created(cases, "plain", column("id", integer()), column("name", varchar(20)));
        created(cases, "primaryKey", column("id", integer()), primaryKey("t_pkey", "id"));
        created(cases, "primaryKey without a name", column("id", integer()), primaryKey(columns("id")));
        created(
                cases,
                "primaryKey of two columns",
                column("a", integer()),
                column("b", integer()),
                primaryKey("t_pkey", "a", "b"));
        created(cases, "identity", column("id", integer()).identity(), primaryKey("t_pkey", "id"));
        created(cases, "identity of bigint", column("id", bigint()).identity(), primaryKey("t_pkey", "id"));
        created(cases, "identityAlways", column("id", integer()).identityAlways(), primaryKey("t_pkey", "id"));
        created(
                cases,
                "identity that counts in its own way",
                column("id", integer()).identity(o -> o.withStart(100).withIncrement(10)),
                primaryKey("t_pkey", "id"));
        created(
                cases,
                "identityAlways that counts in its own way",
                column("id", integer()).identityAlways(o -> o.withStart(7)),
                primaryKey("t_pkey", "id"));
        created(cases, "unique", column("a", integer()), unique("uq_t_a", "a"));
        created(cases, "unique without a name", column("a", integer()), unique(columns("a")));
        created(cases, "check", column("a", integer()), check("ck_t_a", "a > 0"));
        created(cases, "check without a name", column("a", integer()), check("a > 0"));
        created(
                cases,
                "foreignKey",
                column("team_id", integer()),
                foreignKey("fk_t_team", "team_id").references("teams", "id"));
        created(
                cases,
                "foreignKey without a name",
                column("team_id", integer()),
                foreignKey(columns("team_id")).references("teams", "id"));
        created(
                cases,
                "foreignKey to itself",
                column("id", integer()),
                column("parent", integer()),
                primaryKey("t_pkey", "id"),
                foreignKey("fk_t_parent", "parent").references("t", "id"));
        created(cases, "index", column("a", integer()), index("ix_t_a", "a"));
        created(
                cases,
                "unique index",
                column("a", integer()),
                index("ix_t_a", "a").unique());
        created(cases, "comment", column("a", integer()), comment("it's a table"));
        created(cases, "comment of a column", column("a", integer()).comment("it's a column"));
        created(cases, "names that are key words", column("order", integer()), column("Group By", integer()));
    }

    private static void created(Cases cases, String option, TableElement... elements) {
        cases.add("createTable", option, op -> op.createTable("t", elements));
    }

    private static void change(Cases cases) {
        cases.given(Starts::users)
                .add("dropTable", "", op -> op.dropTable("users"))
                .add("renameTable", "", op -> op.renameTable("users", "people"))
                .add("renameTable", "to a key word", op -> op.renameTable("users", "order"))
                .add("commentOnTable", "", op -> op.commentOnTable("users", "people's \"accounts\""));
        cases.given(Starts.usersWith(
                        unique("uq_users_email", "email"),
                        check("ck_users_points", "points >= 0"),
                        foreignKey("fk_users_team", "team_id").references("teams", "id"),
                        index("ix_users_nick", "nick")))
                .add("dropTable", "with keys, checks and indexes", op -> op.dropTable("users"))
                .add("renameTable", "with keys, checks and indexes", op -> op.renameTable("users", "people"))
                .add("renameTable", "that a foreign key refers to", op -> op.renameTable("teams", "groups"));
        cases.given(Starts.usersWith(comment("before")))
                .add("commentOnTable", "instead of another", op -> op.commentOnTable("users", "after"))
                .add("dropTableComment", "", op -> op.dropTableComment("users"));
    }

    private static void batch(Cases cases) {
        cases.given(Starts.usersWith(
                comment("before"),
                unique("uq_users_email", "email"),
                check("ck_users_points", "points >= 0"),
                index("ix_users_nick", "nick")));
        cases.add(
                "batchAlterTable",
                "addColumn, alterColumn and dropColumn",
                op -> op.batchAlterTable("users", b -> {
                    b.addColumn(column("age", integer()).notNull().defaultValue(18));
                    b.alterColumn("nick", c -> c.type(varchar(60)));
                    b.dropColumn("team_id");
                }));
        cases.add(
                "batchAlterTable",
                "addConstraint and dropConstraint",
                op -> op.batchAlterTable("users", b -> {
                    b.mayCopyTable();
                    b.dropConstraint("uq_users_email");
                    b.addConstraint(check("ck_users_id", "id > 0"));
                    b.addConstraint(foreignKey("fk_users_team", "team_id").references("teams", "id"));
                }));
        cases.add(
                "batchAlterTable",
                "createIndex and dropIndex",
                op -> op.batchAlterTable("users", b -> {
                    b.dropIndex("ix_users_nick");
                    b.createIndex(index("ix_users_points", "points"));
                }));
        cases.add(
                "batchAlterTable",
                "mayCopyTable",
                op -> op.batchAlterTable("users", b -> {
                    b.mayCopyTable();
                    b.alterColumn("points", c -> c.type(bigint()));
                    b.addConstraint(foreignKey("fk_users_team", "team_id").references("teams", "id"));
                }));
        cases.add("batchAlterTable", "commentOnTable", op -> op.batchAlterTable("users", b -> b.commentOnTable("x")));
        cases.add("batchAlterTable", "dropTableComment", op -> op.batchAlterTable("users", b -> b.dropTableComment()));
        cases.addEach("batchAlterTable", "setOption", (op, dialect) -> {
            List<String> option = ownOption(dialect);
            op.batchAlterTable("users", b -> b.setOption(option.get(0), option.get(1)));
        });
        cases.add(
                "batchAlterTable",
                "dropConstraint by definition",
                op -> op.batchAlterTable("users", b -> {
                    b.dropConstraint(unique("uq_users_email", "email"));
                    b.addColumn(column("age", integer()));
                }));
        cases.add(
                "batchAlterTable",
                "dropIndexConcurrently",
                op -> op.batchAlterTable("users", b -> {
                    b.dropIndexConcurrently("ix_users_nick");
                }));
        cases.givenEach(TableCases::withOption)
                .addEach(
                        "batchAlterTable",
                        "dropOption",
                        (op, dialect) -> op.batchAlterTable(
                                "users", b -> b.dropOption(ownOption(dialect).get(0))));
    }

    private static void withOption(Operations op, String dialect) {
        List<String> option = ownOption(dialect);
        Starts.usersWith(option(option.get(0), option.get(1))).accept(op);
    }

    private static List<String> ownOption(String dialect) {
        return OPTIONS.getOrDefault(dialect, OPTIONS.get("mariadb"));
    }
}
