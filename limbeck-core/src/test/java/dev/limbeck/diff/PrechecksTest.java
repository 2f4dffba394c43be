// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.fixtures.PlainRules;
import dev.limbeck.operation.ColumnChange;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnValue;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.DataType;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrechecksTest {
    private static final Name USERS = Name.of("users");
    private static final Name TEAMS = Name.of("teams");
    private static final Column EMAIL = Column.of("email", DataType.of("varchar", 80));
    private static final Constraint UNIQUE_EMAIL = Constraint.Unique.of("uq", List.of("email"));
    private static final Schema BEFORE = Schema.of(
            Table.of(USERS, List.of(EMAIL, Column.of("team", DataType.of("integer")))),
            Table.of(TEAMS, List.of(Column.of("id", DataType.of("integer")))));

    @Test
    void countsWhatIsTwiceBeforeAnythingElse() {
        Operation other = new Operation.AddColumn(TEAMS, EMAIL);
        Operation unique = new Operation.AddConstraint(USERS, UNIQUE_EMAIL);

        assertThat(steps(other, unique))
                .containsExactly(
                        new Operation.Require(
                                "no two rows of users have the same email",
                                "select count(*) from (select count(*) as times from users where email is not null"
                                        + " group by email having count(*) > 1) as repeated"),
                        other,
                        unique);
    }

    @Test
    void countsInPlaceWhereAColumnIsNew() {
        Column nick = Column.of("nick", DataType.of("text")).withValue(new ColumnValue.Literal("none"));
        Operation unique = new Operation.AddConstraint(USERS, Constraint.Unique.of("uq", List.of("nick")));

        assertThat(steps(new Operation.AddColumn(USERS, nick), unique))
                .element(1)
                .isInstanceOf(Operation.Require.class);
    }

    @Test
    void asksNothingOfColumnsThatAreEmptyInEveryRow() {
        Operation column = new Operation.AddColumn(USERS, Column.of("boss", DataType.of("bigint")));
        Operation unique = new Operation.AddConstraint(USERS, Constraint.Unique.of("uq", List.of("boss")));
        Operation key = new Operation.AddConstraint(
                USERS, Constraint.ForeignKey.of("fk", List.of("boss"), TEAMS, List.of("id")));
        Operation filled =
                new Operation.AlterColumn(USERS, "boss", ColumnChange.NONE.notNull(), ColumnChange.NONE.nullable());

        assertThat(required(steps(column, unique, key))).isEmpty();
        assertThat(required(steps(column, filled, unique, key))).hasSize(2);
    }

    @Test
    void asksNothingOfTablesThatAreNew() {
        Table logs = Table.of(Name.of("logs"), List.of(EMAIL));
        List<Operation> steps =
                steps(new Operation.CreateTable(logs), new Operation.AddConstraint(logs.name(), UNIQUE_EMAIL));

        assertThat(required(steps)).isEmpty();
    }

    @Test
    void asksNothingThatAnotherConstraintKeepsAlready() {
        Schema before = BEFORE.mapTables(table -> table.name().equals(USERS) ? table.plus(UNIQUE_EMAIL) : table);
        Operation wider = new Operation.AddConstraint(USERS, Constraint.Unique.of("u2", List.of("email", "team")));

        assertThat(required(Prechecks.steps(List.of(wider), before, Set.of(), new PlainRules())))
                .isEmpty();
    }

    @Test
    void countsRowsOfAPartialUniqueIndexOnly() {
        Index index = Index.of("ux", List.of(Index.Part.column("email")))
                .withUnique(true)
                .withWhere("team > 0");

        assertThat(required(steps(new Operation.CreateIndex(USERS, index))))
                .singleElement()
                .asString()
                .contains("where email is not null and (team > 0) group by email");
        assertThat(required(steps(new Operation.CreateIndex(USERS, index.withUnique(false)))))
                .isEmpty();
    }

    @Test
    void countsWhatRefersToNothing() {
        Operation key = new Operation.AddConstraint(
                USERS, Constraint.ForeignKey.of("fk", List.of("team"), TEAMS, List.of("id")));

        assertThat(required(steps(key)))
                .containsExactly(new Operation.Require(
                        "each users (team) is one of teams (id)",
                        "select count(*) from users child where child.team is not null and not exists (select 1 from"
                                + " teams parent where parent.id = child.team)"));
    }

    @Test
    void countsWhatFailsACheckButNotForMoreValues() {
        Constraint two = new Constraint.Check("ck", "email in ('A', 'B')");
        Constraint three = new Constraint.Check("ck", "email in ('A', 'B', 'C')");
        Schema before = BEFORE.mapTables(table -> table.name().equals(USERS) ? table.plus(two) : table);
        List<Operation> wider =
                List.of(new Operation.DropConstraint(USERS, "ck", two), new Operation.AddConstraint(USERS, three));

        assertThat(required(steps(new Operation.AddConstraint(USERS, two))))
                .extracting(Operation.Require::sql)
                .containsExactly("select count(*) from users where not (email in ('A', 'B'))");
        assertThat(required(Prechecks.steps(wider, before, Set.of(), new PlainRules())))
                .isEmpty();
    }

    @Test
    void leavesAConstraintAloneThatHoldsForNewRowsOnly() {
        assertThat(required(steps(new Operation.AddConstraint(USERS, UNIQUE_EMAIL, true))))
                .isEmpty();
    }

    @Test
    void countsRowsWithAValueThatGoes() {
        Name mood = Name.of("mood");
        Schema before = Schema.of(Table.of(USERS, List.of(Column.of("m", DataType.named(mood)))))
                .with(EnumType.of(mood, List.of("a", "b")));
        Operation change = new Operation.AlterEnum(mood, List.of("a"), List.of("a", "b"));

        assertThat(required(Prechecks.steps(List.of(change), before, Set.of(), new PlainRules())))
                .containsExactly(
                        new Operation.Require("no users.m is b", "select count(*) from users where m in ('b')"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "varchar(80) | varchar(20) | char_length(c) > 20",
                "varchar(20) | varchar(80) | -",
                "text | varchar(20) | char_length(c) > 20",
                "varchar(20) | text | -",
                "bigint | integer | c > 2147483647 or c < -2147483648",
                "integer | bigint | -",
                "numeric(10,2) | numeric(6,2) | c > 9999.99 or c < -9999.99",
                "numeric(6,2) | numeric(10,2) | -",
                "numeric(5,0) | integer | -",
                "varchar(9) | integer | c not regexp '^[-+]?[0-9]+$'",
                "integer | varchar(9) | -",
                "timestamp | date | -"
            })
    void countsValuesThatDoNotFit(String from, String to, String condition) {
        Schema before = Schema.of(Table.of(USERS, List.of(Column.of("c", type(from)))));
        Operation change = new Operation.AlterColumn(
                USERS, "c", ColumnChange.NONE.type(type(to)), ColumnChange.NONE.type(type(from)));

        assertThat(required(Prechecks.steps(List.of(change), before, Set.of(), new PlainRules())))
                .extracting(Operation.Require::sql)
                .isEqualTo(condition == null ? List.of() : List.of("select count(*) from users where " + condition));
    }

    static DataType type(String text) {
        return text.contains("(")
                ? new DataType(
                        Name.of(text.substring(0, text.indexOf('('))),
                        List.of(text.replaceAll(".*\\(|\\)", "").split(",")),
                        0)
                : DataType.of(text);
    }

    private static List<Operation> steps(Operation... operations) {
        return Prechecks.steps(List.of(operations), BEFORE, Set.of(), new PlainRules());
    }

    private static List<Operation.Require> required(List<Operation> steps) {
        return steps.stream()
                .flatMap(step -> step instanceof Operation.Require required ? Stream.of(required) : Stream.empty())
                .toList();
    }
}
