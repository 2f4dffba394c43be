// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.conformance;

import static dev.limbeck.operation.Definitions.bigint;
import static dev.limbeck.operation.Definitions.check;
import static dev.limbeck.operation.Definitions.column;
import static dev.limbeck.operation.Definitions.date;
import static dev.limbeck.operation.Definitions.foreignKey;
import static dev.limbeck.operation.Definitions.index;
import static dev.limbeck.operation.Definitions.integer;
import static dev.limbeck.operation.Definitions.primaryKey;
import static dev.limbeck.operation.Definitions.timestamp;
import static dev.limbeck.operation.Definitions.unique;
import static dev.limbeck.operation.Definitions.varchar;

import dev.limbeck.operation.ColumnChange;
import dev.limbeck.operation.ColumnSpec;
import dev.limbeck.schema.ColumnValue;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What a column has beside its type. */
final class ColumnCases {
    private static final Map<String, String> COLLATIONS = Map.of(
            "sqlite", "nocase",
            "postgresql", "C",
            "mariadb", "utf8mb4_bin",
            "mysql", "utf8mb4_bin",
            "h2", "C");

    private ColumnCases() {}

    static List<Case> all() {
        Cases cases = new Cases("Columns");
        add(cases.given(Starts::users));
        drop(cases);
        alter(cases);
        alterValue(cases);
        alterComputed(cases);
        return cases.all();
    }

    private static void add(Cases cases) {
        added(cases, "nullable", column("c", varchar(20)).nullable());
        added(
                cases,
                "notNull with a default",
                column("c", varchar(20)).notNull().defaultValue("it's"));
        added(cases, "defaultValue of a text", column("c", varchar(40)).defaultValue("it's \"so\" \\ now()"));
        added(cases, "defaultValue of an empty text", column("c", varchar(40)).defaultValue(""));
        added(cases, "defaultValue of a number", column("c", integer()).defaultValue(-7));
        added(cases, "defaultExpression", column("c", integer()).defaultExpression("1 + 1"));
        added(
                cases,
                "defaultExpression current_timestamp",
                column("c", timestamp()).defaultExpression("current_timestamp"));
        added(cases, "comment", column("c", integer()).comment("it's a comment"));
        added(cases, "identity", column("c", bigint()).identity());
        added(cases, "generatedStored", column("c", integer()).generatedStored("points * 2"));
        added(cases, "generatedVirtual", column("c", integer()).generatedVirtual("points * 2"));
        added(cases, "name that is a key word", column("order", integer()));
        added(cases, "name with blanks and quotes", column("a \"b\" 'c'", integer()));
        cases.addEach(
                "addColumn",
                "collation",
                (op, dialect) -> op.addColumn("users", column("c", varchar(20)).collation(COLLATIONS.get(dialect))));
    }

    private static void added(Cases cases, String option, ColumnSpec column) {
        cases.add("addColumn", option, op -> op.addColumn("users", column));
    }

    private static void drop(Cases cases) {
        cases.given(Starts::users)
                .add("dropColumn", "", op -> op.dropColumn("users", "nick"))
                .add("dropColumn", "notNull with a default", op -> op.dropColumn("users", "points"));
        cases.given(Starts.usersWith(column("c", integer()).comment("gone soon")))
                .add("dropColumn", "with a comment", op -> op.dropColumn("users", "c"));
        cases.given(Starts.usersWith(column("c", integer()).generatedStored("points * 2")))
                .add("dropColumn", "generatedStored", op -> op.dropColumn("users", "c"));
        cases.given(Starts.usersWith(index("ix_users_both", "points", "nick")))
                .add("dropColumn", "beside an index of other columns", op -> op.dropColumn("users", "team_id"));
        cases.given(Starts.usersWith(unique("uq_users_nick", "nick"), check("ck_users_points", "points > 0")))
                .add("dropColumn", "beside keys and checks of other columns", op -> op.dropColumn("users", "team_id"));
    }

    private static void alter(Cases cases) {
        cases.given(Starts::users);
        altered(cases, "rename", "nick", c -> c.rename("nickname"));
        altered(cases, "rename to a key word", "nick", c -> c.rename("group"));
        altered(cases, "rename notNull with a default", "points", c -> c.rename("score"));
        altered(cases, "nullable", "email", c -> c.nullable());
        altered(cases, "nullable of a column with a default", "points", c -> c.nullable());
        altered(cases, "type", "nick", c -> c.type(varchar(60)));
        altered(cases, "type of a column with a default", "points", c -> c.type(bigint()));
        altered(cases, "using", "nick", c -> c.type(integer()).using("length(nick)"));
        altered(cases, "comment", "nick", c -> c.comment("it's new"));
        altered(
                cases,
                "everything",
                "points",
                c -> c.rename("score").type(bigint()).nullable().defaultValue(5).comment("now a bigint"));
        cases.addEach(
                "alterColumn",
                "collation",
                (op, dialect) -> op.alterColumn("users", "nick", c -> c.collation(COLLATIONS.get(dialect))));
        cases.given(Starts.usersWith(column("c", integer()).comment("before")));
        altered(cases, "comment instead of another", "c", c -> c.comment("after"));
        altered(cases, "noComment", "c", c -> c.noComment());
        altered(cases, "type of a column with a comment", "c", c -> c.type(bigint()));
        cases.given(op -> {
            Starts.users(op);
            op.execute("update users set nick = 'x' where nick is null");
        });
        altered(cases, "notNull", "nick", c -> c.notNull());
        cases.given(Starts.usersWith(
                unique("uq_users_nick", "nick"),
                check("ck_users_points", "points > 0"),
                index("ix_users_points", "points"),
                foreignKey("fk_users_team", "team_id").references("teams", "id")));
        altered(cases, "rename of a unique column", "nick", c -> c.rename("nickname"));
        altered(cases, "rename of a column with an index and a check", "points", c -> c.rename("score"));
        altered(cases, "rename of a column with a foreign key", "team_id", c -> c.rename("group_id"));
        altered(cases, "rename of the primary key", "id", c -> c.rename("number"));
        altered(cases, "type of a column with an index and a check", "points", c -> c.type(bigint()));
        altered(cases, "type of a unique column", "nick", c -> c.type(varchar(100)));
    }

    private static void alterValue(Cases cases) {
        cases.given(Starts::users);
        altered(cases, "defaultValue of a text", "nick", c -> c.defaultValue("it's"));
        altered(cases, "defaultValue instead of another", "points", c -> c.defaultValue(7));
        altered(cases, "defaultExpression", "team_id", c -> c.defaultExpression("1 + 1"));
        altered(cases, "noDefault", "points", c -> c.noDefault());
        altered(cases, "value", "team_id", c -> c.value(new ColumnValue.Literal(3)));
        altered(cases, "notNull and defaultValue", "email", c -> c.notNull().defaultValue("x"));
        cases.given(Starts.usersWith(column("moment", timestamp()), column("day", date())));
        altered(cases, "defaultExpression current_timestamp", "moment", c -> c.defaultExpression("current_timestamp"));
    }

    private static void alterComputed(Cases cases) {
        cases.given(Starts::users);
        altered(cases, "identity", "id", c -> c.identity());
        altered(cases, "identityAlways", "id", c -> c.identityAlways());
        altered(cases, "identity that counts in its own way", "id", c -> c.identity(o -> o.withStart(100)));
        altered(
                cases,
                "identityAlways that counts in its own way",
                "id",
                c -> c.identityAlways(o -> o.withStart(100).withIncrement(2)));
        altered(cases, "generatedStored", "team_id", c -> c.generatedStored("points * 2"));
        altered(cases, "generatedVirtual", "team_id", c -> c.generatedVirtual("points * 2"));
        cases.given(op -> op.createTable("users", column("id", integer()).identity(), primaryKey("users_pkey", "id")));
        altered(cases, "noIdentity", "id", c -> c.noIdentity());
        altered(cases, "type of an identity", "id", c -> c.type(bigint()));
        cases.given(op -> op.createTable("t", column("c", varchar(20)), column("d", integer())));
        cases.addEach(
                "alterColumn",
                "collation and type",
                (op, dialect) ->
                        op.alterColumn("t", "c", c -> c.type(varchar(30)).collation(COLLATIONS.get(dialect))));
        cases.givenEach((op, dialect) -> op.createTable(
                        "t", column("c", varchar(20)).collation(COLLATIONS.get(dialect)), column("d", integer())))
                .add("alterColumn", "noCollation", op -> op.alterColumn("t", "c", c -> c.noCollation()));
    }

    private static void altered(Cases cases, String option, String column, UnaryOperator<ColumnChange> change) {
        cases.add("alterColumn", option, op -> op.alterColumn("users", column, change));
    }
}
