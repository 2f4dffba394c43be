// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.conformance;

import static dev.limbeck.operation.Definitions.by;
import static dev.limbeck.operation.Definitions.byExpression;
import static dev.limbeck.operation.Definitions.foreignKey;
import static dev.limbeck.operation.Definitions.index;

import dev.limbeck.operation.IndexPart;
import dev.limbeck.operation.IndexSpec;
import java.util.List;
import java.util.Map;

/** Indexes. */
final class IndexCases {
    private static final Map<String, String> COLLATIONS = Map.of("sqlite", "nocase");

    private static final Map<String, String> METHODS = Map.of("postgresql", "brin");

    private IndexCases() {}

    static List<Case> all() {
        Cases cases = new Cases("Indexes").given(Starts::users);
        created(cases, "", index("ix", "nick"));
        cases.given(Starts.usersWith(index("ix", "nick", "points").unique()))
                .add("renameIndex", "", op -> op.renameIndex("users", "ix", "ux_users"))
                .add("renameIndex", "in a batch", op -> op.batchAlterTable("users", b -> b.renameIndex("ix", "ux")))
                .given(Starts::users);
        created(cases, "two columns", index("ix", "nick", "points"));
        created(cases, "unique", index("ix", "email").unique());
        created(cases, "unique of two columns", index("ix", "email", "nick").unique());
        created(cases, "where", index("ix", "nick").where("points > 5"));
        created(cases, "unique and where", index("ix", "email").unique().where("points > 5"));
        created(cases, "include", index("ix", "nick").include("points"));
        created(cases, "unique and include", index("ix", "email").unique().include("points", "nick"));
        created(cases, "nullsNotDistinct", index("ix", "nick").unique().nullsNotDistinct());
        created(cases, "option", "fillfactor", index("ix", "nick").option("fillfactor", "70"));
        created(cases, "concurrently", index("ix", "nick").concurrently());
        created(cases, "unique and concurrently", index("ix", "email").unique().concurrently());
        created(cases, "byExpression", index("ix", byExpression("lower(email)")));
        created(cases, "expression as a text", index("ix", "lower(email)"));
        created(
                cases,
                "unique byExpression",
                index("ix", byExpression("lower(email)")).unique());
        created(cases, "column and expression", index("ix", by("points"), byExpression("lower(email)")));
        created(cases, "operatorClass", index("ix", by("nick").operatorClass("varchar_pattern_ops")));
        for (String method : List.of("btree", "hash")) {
            created(cases, "method", method, index("ix", "nick").method(method));
        }
        order(cases);
        cases.addEach(
                "createIndex",
                "method of the database's own",
                (op, dialect) ->
                        op.createIndex("users", index("ix", "nick").method(METHODS.getOrDefault(dialect, "fulltext"))));
        cases.addEach(
                "createIndex",
                "collation",
                (op, dialect) -> op.createIndex(
                        "users", index("ix", by("nick").collation(COLLATIONS.getOrDefault(dialect, "C")))));
        cases.addEach(
                "createIndex",
                "everything at once",
                (op, dialect) -> op.createIndex(
                        "users",
                        index("ix", by("nick").desc().nullsLast(), byExpression("lower(email)"))
                                .unique()
                                .where("points > 5")
                                .include("points")));
        drop(cases);
        return cases.all();
    }

    private static void created(Cases cases, String option, IndexSpec index) {
        created(cases, option, "", index);
    }

    private static void created(Cases cases, String option, String variant, IndexSpec index) {
        cases.add("createIndex", option, variant, op -> op.createIndex("users", index));
    }

    private static void order(Cases cases) {
        IndexPart up = by("nick");
        IndexPart down = up.desc();
        created(cases, "desc", index("ix", down));
        created(cases, "desc of one of two columns", index("ix", by("points"), down));
        created(cases, "nullsFirst", index("ix", up.nullsFirst()));
        created(cases, "nullsLast", index("ix", up.nullsLast()));
        created(cases, "desc and nullsFirst", index("ix", down.nullsFirst()));
        created(cases, "desc and nullsLast", index("ix", down.nullsLast()));
    }

    private static void drop(Cases cases) {
        dropped(cases, "", index("ix", "nick"));
        dropped(cases, "unique", index("ix", "email").unique());
        dropped(cases, "option", index("ix", "nick").option("fillfactor", "70"));
        dropped(cases, "where", index("ix", "nick").where("points > 5"));
        dropped(cases, "byExpression", index("ix", byExpression("lower(email)")));
        dropped(cases, "desc", index("ix", by("nick").desc()));
        cases.given(Starts.usersWith(index("ix", "nick")))
                .add("dropIndexConcurrently", "", op -> op.dropIndexConcurrently("users", "ix"));
        cases.given(Starts.usersWith(
                        index("ix", "team_id"), foreignKey("fk", "team_id").references("teams", "id")))
                .add("dropIndex", "that a foreign key uses", op -> op.dropIndex("users", "ix"));
    }

    private static void dropped(Cases cases, String option, IndexSpec index) {
        cases.given(Starts.usersWith(index)).add("dropIndex", option, op -> op.dropIndex("users", "ix"));
    }
}
