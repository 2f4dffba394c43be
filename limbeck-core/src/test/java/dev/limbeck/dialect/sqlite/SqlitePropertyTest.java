// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.diff.DiffRules;
import dev.limbeck.diff.Differ;
import dev.limbeck.fixtures.HandRename;
import dev.limbeck.fixtures.RandomViews;
import dev.limbeck.fixtures.Seeds;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operations;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SqlitePropertyTest {
    private static final DiffRules RULES = SqliteFixture.DIALECT.diffRules();

    @Test
    void aSchemaThatWasCreatedReadsAsItself() {
        Seeds.forAll(80, random -> {
            Schema schema = RandomSqliteSchema.of(random);
            try (SqliteFixture database = new SqliteFixture()) {
                database.run(Differ.diff(Schema.EMPTY, schema, RULES));

                assertThat(database.schema()).isEqualTo(schema);
            }
        });
    }

    @Test
    void eachOperationDoesToTheDatabaseWhatItDoesToASchema() {
        Seeds.forAll(80, random -> {
            Schema schema = RandomSqliteSchema.of(random);
            List<Operation> operations =
                    SqliteFixture.DIALECT.arrange(Differ.diff(schema, RandomSqliteSchema.of(random), RULES));
            try (SqliteFixture database = new SqliteFixture()) {
                database.run(Differ.diff(Schema.EMPTY, schema, RULES));
                for (Operation operation : operations) {
                    schema = operation.apply(schema);
                    database.run(List.of(operation));

                    assertThat(database.schema()).isEqualTo(schema);
                }
            }
        });
    }

    @Test
    void arrangedOperationsLeadToTheSameSchemaAndBack() {
        Seeds.forAll(80, random -> {
            Schema from = RandomSqliteSchema.of(random);
            Schema to = RandomSqliteSchema.of(random);
            List<Operation> there = Differ.diff(from, to, RULES);
            List<Operation> arranged = SqliteFixture.DIALECT.arrange(there);
            List<Operation> back = SqliteFixture.DIALECT.arrange(Operation.reverseAll(there));
            try (SqliteFixture database = new SqliteFixture()) {
                database.run(Differ.diff(Schema.EMPTY, from, RULES));
                database.run(arranged);

                assertThat(Differ.diff(database.schema(), to, RULES)).isEmpty();

                database.run(back);

                assertThat(Differ.diff(database.schema(), from, RULES)).isEmpty();
            }
        });
    }

    @Test
    void aTableThatWasRenamedByHandTakesTheNamesOfTheOldOne() {
        Seeds.forAll(80, random -> {
            Schema from = RandomSqliteSchema.of(random);
            Schema to = HandRename.of(from, random);
            List<Operation> there = Differ.diff(from, to, RULES);
            try (SqliteFixture database = new SqliteFixture()) {
                database.run(Differ.diff(Schema.EMPTY, from, RULES));
                database.run(SqliteFixture.DIALECT.arrange(there));

                assertThat(Differ.diff(database.schema(), to, RULES)).isEmpty();

                database.run(SqliteFixture.DIALECT.arrange(Operation.reverseAll(there)));

                assertThat(Differ.diff(database.schema(), from, RULES)).isEmpty();
            }
        });
    }

    @Test
    void viewsOfTablesThatAreRebuiltStayOrChange() {
        Seeds.forAll(40, random -> {
            Schema from = read(RandomViews.over(RandomSqliteSchema.of(random), random, SqliteFixture.DIALECT::quote));
            Schema to = read(RandomViews.over(RandomSqliteSchema.of(random), random, SqliteFixture.DIALECT::quote));
            List<Operation> there = Differ.diff(from, to, RULES);
            try (SqliteFixture database = new SqliteFixture()) {
                database.run(Differ.diff(Schema.EMPTY, from, RULES));
                database.run(SqliteFixture.DIALECT.arrange(there));

                assertThat(Differ.diff(database.schema(), to, RULES)).isEmpty();

                database.run(SqliteFixture.DIALECT.arrange(Operation.reverseAll(there)));

                assertThat(Differ.diff(database.schema(), from, RULES)).isEmpty();
            }
        });
    }

    /** The schema as a database tells it that holds nothing else. */
    private static Schema read(Schema schema) {
        try (SqliteFixture database = new SqliteFixture()) {
            database.run(Differ.diff(Schema.EMPTY, schema, RULES));
            return database.schema();
        }
    }

    @Test
    void aRebuildKeepsEveryRow() {
        Seeds.forAll(80, random -> {
            Schema schema = RandomSqliteSchema.of(random);
            try (SqliteFixture database = new SqliteFixture()) {
                database.run(Differ.diff(Schema.EMPTY, schema, RULES));
                for (Table table : schema.tables().values()) {
                    String name = SqliteFixture.DIALECT.quote(table.name().name());
                    database.sql("insert into " + name + " (id) values (1), (7)");
                    List<String> before = database.rows("select * from " + name);
                    database.run(List.of(
                            new Operation.AddConstraint(table.name(), new Constraint.Check("ck_more", "id < 100"))));

                    assertThat(database.rows("select * from " + name)).isEqualTo(before);
                }
            }
        });
    }

    @Test
    void aTextThatSomebodyWroteIsRebuiltWithEveryByteOfItsRowsAndEveryComment() {
        Seeds.forAll(300, random -> {
            RandomSqliteDefinition definition = new RandomSqliteDefinition(random);
            String sql = definition.sql();
            List<Operation> changes = new ArrayList<>();
            Operations words = changes::add;
            words.batchAlterTable("t", definition.changes());
            try (SqliteFixture database = new SqliteFixture()) {
                database.sql(sql);
                database.sql("insert or ignore into t (k, a, b, c) values (1, 'x', null, x'00')");
                database.sql("insert or ignore into t (k, a, b, c) values (2, 007, null, -0.5)");
                String rows =
                        "select k, typeof(k), quote(a), typeof(a), quote(b), quote(c), typeof(c) from t order by k";
                List<String> before = database.rows(rows);
                Schema wanted = Operation.applyAll(changes, database.schema());

                database.run(changes);

                assertThat(database.rows(rows)).as(sql).isEqualTo(before);
                assertThat(database.schema()).as(sql).isEqualTo(wanted);
                String text = database.rows("select sql from sqlite_schema where name = 't'")
                        .get(0);
                assertThat(count(text, "don't")).as(text).isEqualTo(count(sql, "don't"));
                assertThat(count(text, "/* it's")).as(text).isEqualTo(count(sql, "/* it's"));
            }
        });
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
