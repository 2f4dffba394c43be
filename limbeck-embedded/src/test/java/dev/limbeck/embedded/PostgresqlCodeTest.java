// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.diff.Differ;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.CodeObject;
import dev.limbeck.schema.Schema;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Views, functions, procedures and triggers: created, read, compared, changed, and brought back. */
class PostgresqlCodeTest {
    private static final PostgresqlTestDatabase database = new PostgresqlTestDatabase();

    @BeforeEach
    void clean() {
        database.clean();
        database.execute(
                "create function slug(t text, out s text) language sql immutable as $$ select lower(t) $$",
                "create table books (id integer primary key, title text, address text generated always as (slug(title)) stored)",
                "create function \"Count Books\"(since integer default 0) returns bigint language sql"
                        + " as $$ select count(*) from books where id > since $$",
                "create procedure tidy(days integer, inout n integer) language plpgsql as $$ begin n := 1; end $$",
                "create function touch() returns trigger language plpgsql as $$ begin return new; end $$",
                "create trigger \"Touched\" before update of title on books for each row"
                        + " when (old.title is distinct from new.title) execute function touch()",
                "create view titles with (security_barrier) as select id, title from books",
                "create view a_short (n, t) as select id, title from titles where length(title) < 9",
                "create materialized view per_letter as select left(t, 1) as letter, count(*) from a_short group by 1");
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void readsEachKind() {
        assertThat(database.reflect().code().keySet())
                .extracting(CodeObject.Key::toString)
                .containsExactly(
                        "Count Books(integer)",
                        "slug(text)",
                        "touch()",
                        "tidy(integer, integer)",
                        "a_short",
                        "titles",
                        "per_letter",
                        "Touched on books");
    }

    @Test
    void dropsEverythingAndCreatesItAgain() {
        Schema schema = database.reflect();
        List<Operation> drops = diff(schema, Schema.EMPTY);

        database.apply(drops);
        assertThat(database.reflect().isEmpty()).isTrue();

        database.apply(Operation.reverseAll(drops));
        assertThat(database.reflect()).isEqualTo(schema);

        database.apply(diff(schema, Schema.EMPTY));
        database.apply(diff(Schema.EMPTY, schema));
        assertThat(database.reflect()).isEqualTo(schema);
    }

    @Test
    void changesATableBelowViewsAndGoesBack() {
        Schema before = database.reflect();
        database.execute(
                "drop materialized view per_letter",
                "drop view a_short",
                "drop view titles",
                "alter table books add column pages integer",
                "alter table books alter column id type bigint",
                "create view titles as select id, title, pages from books",
                "create view a_short as select title from titles",
                "create or replace function touch() returns trigger language plpgsql as $$ begin return null; end $$");
        Schema after = database.reflect();
        database.apply(diff(after, before));
        assertThat(database.reflect()).isEqualTo(before);

        List<Operation> operations = diff(before, after);
        database.apply(operations);
        assertThat(diff(database.reflect(), after)).isEmpty();
        database.apply(Operation.reverseAll(operations));
        assertThat(diff(database.reflect(), before)).isEmpty();
    }

    private static List<Operation> diff(Schema from, Schema to) {
        return Differ.diff(from, to, PostgresqlTestDatabase.DIALECT.diffRules());
    }
}
