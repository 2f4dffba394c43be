// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.error.MigrationException;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of an enum type below rows. */
class PostgresqlEnumTest {
    private static final TestDatabase database = new PostgresqlTestDatabase();
    private static final Operation REORDER =
            new Operation.AlterEnum(Name.of("mood"), List.of("happy", "ok", "sad"), List.of("sad", "ok", "happy"));

    @BeforeEach
    void clean() {
        database.clean();
        database.execute("create type mood as enum ('sad', 'ok', 'happy')");
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void renamesAValueInRowsDefaultsChecksAndBack() {
        database.execute(
                "create table t (m mood default 'ok', n integer)", "insert into t values ('ok', 1), ('sad', 2)");
        Schema before = database.reflect();
        Operation rename = new Operation.RenameEnumValue(Name.of("mood"), "ok", "so-so");

        database.apply(rename);
        assertThat(database.reflect()).isEqualTo(rename.apply(before));
        assertThat(database.query("select m from t order by n")).containsExactly("so-so", "sad");

        database.apply(rename.reverse());
        assertThat(database.reflect()).isEqualTo(before);
    }

    @Test
    void reordersUnderSeveralTablesArraysCastsKeysAndPartialIndexes() {
        database.execute(
                "create cast (varchar as mood) with inout as implicit",
                "create cast (mood as varchar) with inout as implicit",
                "create table a (m mood primary key default 'ok', others mood[] not null default '{ok}')",
                "create table b (m mood references a, other mood unique, check (m <> 'sad' or other is null),"
                        + " exclude using btree (other with =))",
                "create unique index only_ok on b (other) where m = 'ok'",
                "create function of_text(t text) returns text language sql as $$ select t::mood::text $$",
                "insert into a values ('ok', '{sad,ok}'), ('happy', '{}')",
                "insert into b values ('ok', 'sad'), ('happy', null)");
        Schema before = database.reflect();

        database.apply(REORDER);

        assertThat(database.reflect()).isEqualTo(REORDER.apply(before));
        assertThat(database.query("select m || ' ' || others::text from a order by m"))
                .containsExactly("happy {}", "ok {sad,ok}");
        assertThat(database.query("select of_text('sad')")).containsExactly("sad");

        database.apply(REORDER.reverse());
        assertThat(database.reflect()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create view v as select m from t",
                "create materialized view v as select count(*) from t",
                "create view v as select 'sad'::mood as m",
                "create function f(m mood) returns integer language sql as $$ select 1 $$",
                "create function f() returns mood language sql as $$ select 'ok'::mood $$",
                "create trigger r after update of m on t for each row execute function suppress_redundant_updates_trigger()",
                "create policy p on t using (m = 'sad')",
                "comment on type mood is 'how it is'",
                "create domain good as mood default 'ok'; create table u (g good, m mood)",
                "create type pair as (a mood, b mood); create table u (p pair)"
            })
    void makesAnewWhatHangsOnTheType(String sql) {
        database.execute("create table t (m mood)", sql);
        Schema before = database.reflect();

        database.apply(REORDER);

        assertThat(database.reflect()).isEqualTo(REORDER.apply(before));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            create type moods as range (subtype = mood)                                  | type moods
            alter table t add column g boolean generated always as (m = 'sad') stored    | generated column t.g
            """)
    void refusesToRebuildBelowWhatItCannotMakeAgain(String sql, String obstacle) {
        database.execute("create table t (m mood)", sql);

        assertThatThrownBy(() -> database.apply(REORDER))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("while " + obstacle + " hold(s) on to it");
    }

    @Test
    void saysHowManyRowsStillHaveAValueThatGoes() {
        database.execute(
                "create table \"T 1%\" (m mood, all_m mood[])",
                "insert into \"T 1%\" values ('sad', '{}'), ('sad', '{}'), ('ok', '{ok,happy}')");
        Schema before = database.reflect();

        assertThatThrownBy(() -> database.migrate(op -> op.alterEnum("mood", "ok", "happy")))
                .hasStackTraceContaining("2 row(s) of T 1%.m still have a value that enum type mood is to lose (sad)");
        database.rollback();
        assertThatThrownBy(() -> database.migrate(op -> op.alterEnum("mood", "ok", "sad")))
                .hasStackTraceContaining("1 row(s) of T 1%.all_m still have a value");
        database.rollback();
        assertThat(database.reflect()).isEqualTo(before);

        database.execute("delete from \"T 1%\" where m = 'sad'");
        database.migrate(op -> op.alterEnum("mood", "ok", "happy"));
        assertThat(database.query("select all_m from \"T 1%\"")).containsExactly("{ok,happy}");
    }

    @Test
    void aNewValueIsOfNoUseBeforeItsTransactionEnds() {
        database.execute("create table t (m mood)");

        assertThatThrownBy(() -> database.migrate(op -> {
                    op.alterEnum("mood", "sad", "ok", "happy", "elated");
                    op.execute("insert into t values ('elated')");
                }))
                .hasStackTraceContaining("New enum values must be committed before they can be used");
        database.rollback();

        database.migrate(op -> op.alterEnum("mood", "sad", "ok", "happy", "elated"));
        database.migrate(op -> op.execute("insert into t values ('elated')"));
        assertThat(database.query("select m from t")).containsExactly("elated");
    }
}
