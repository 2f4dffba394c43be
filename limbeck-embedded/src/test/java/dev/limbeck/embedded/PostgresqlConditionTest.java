// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.schema.Constraint;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresqlConditionTest {
    private static final String COLUMNS =
            "(v varchar(20), t text, n numeric(10, 2), i integer, b bigint, r real, \"Odd name\" varchar(9), ";

    private final TestDatabase database = new PostgresqlTestDatabase();

    @BeforeEach
    void clean() {
        database.clean();
    }

    @AfterAll
    void close() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '#', textBlock = """
                    v in ('A', 'it''s', 'x, y')          | v IN ('A', 'it''s', 'x, y')
                    t in ('A', 'B')                      | t IN ('A', 'B')
                    "Odd name" in ('A', 'B')             | "Odd name" IN ('A', 'B')
                    v = 'A'                              | v = 'A'
                    v <> 'A'                             | v <> 'A'
                    n >= 0                               | n >= 0
                    n > 1 and v in ('A', 'B')            | (n > 1) AND (v IN ('A', 'B'))
                    i >= 1 and i <= 5                    | (i >= 1) AND (i <= 5)
                    v not in ('A', 'B')                  | v NOT IN ('A', 'B')
                    """)
    void writesAConditionAsAPersonWould(String condition, String shown) {
        database.execute("create table a " + COLUMNS + "constraint c check (" + condition + "))");

        assertThat(database.table("a").constraint("c")).contains(new Constraint.Check("c", shown));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '#', textBlock = """
                    v in ('A', 'B')
                    t in ('A', 'B')
                    t = any (array['A', 'B'])
                    v = any (array['A'::text, 'B'::text])
                    v::text = 'A'::text
                    v = 'A::text'
                    t = 'A' or v = '(v)::text = ''x''::text'
                    n >= 0
                    n >= 0::numeric
                    n > (1)::numeric / 2::numeric
                    n * 2 > 5::numeric
                    i > 1::numeric
                    i = any (array[1, 2])
                    r > 1
                    b > 1
                    lower(v) in ('a', 'b')
                    (v || t) in ('a', 'b')
                    length(t) > 5::numeric
                    v::varchar(3) = 'abc'
                    v like 'a%'
                    (n > 1) = (v = 'x')
                    n between 0 and 10
                    """)
    void showsEveryConditionSoThatItMeansTheSameAgain(String condition) {
        database.execute("create table a " + COLUMNS + "constraint c check (" + condition + "))");
        Constraint.Check shown =
                (Constraint.Check) database.table("a").constraint("c").orElseThrow();

        database.execute("create table b " + COLUMNS + "constraint d check (" + shown.expression() + "))");

        assertThat(definition("d")).as(shown.expression()).isEqualTo(definition("c"));
    }

    @Test
    void carriesTheVarcharCastsOfAnEnum() {
        database.execute("create type mood as enum ('sad', 'ok')", "create table a (m mood default 'ok')");

        database.migrate(op -> op.createVarcharCasts("mood"));
        assertThat(database.reflect().enums().values()).allMatch(type -> type.varcharCasts());
        database.execute("insert into a values ('sad'::varchar)");

        database.migrate(op -> op.alterEnum("mood", "ok", "sad", "glad"));
        assertThat(database.reflect().enums().values()).allMatch(type -> type.varcharCasts());

        database.migrate(op -> op.dropVarcharCasts("mood"));
        assertThat(database.reflect().enums().values()).noneMatch(type -> type.varcharCasts());
    }

    private String definition(String constraint) {
        return database.query(
                        "select pg_get_constraintdef(oid) from pg_constraint where conname = '" + constraint + "'")
                .get(0);
    }
}
