// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.Reflection;
import dev.limbeck.diff.Differ;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Sequence;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is no table: one schema becomes the other and comes back, as the database itself tells it. */
class PostgresqlObjectTest {
    private static final PostgresqlTestDatabase database = new PostgresqlTestDatabase();
    private static final String BOOKS = "create table books (id integer primary key, title text, pages integer);";
    private static final String ROLES =
            "do $$ begin create role reader; exception when duplicate_object then null; end $$;"
                    + "do $$ begin create role writer; exception when duplicate_object then null; end $$;";

    @BeforeEach
    void clean() {
        database.clean();
    }

    @AfterAll
    static void close() {
        database.clean();
        database.execute("drop role if exists reader", "drop role if exists writer");
        database.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void becomesTheOtherAndComesBack(String what, String older, String newer) {
        Schema before = load(older);
        Schema after = load(newer);

        thereAndBack(after, before);
        thereAndBack(before, after);
        thereAndBack(after, Schema.EMPTY);
        apply(diff(after, before));
        thereAndBack(before, Schema.EMPTY);
    }

    /** The database holds the first of the two. */
    private static void thereAndBack(Schema before, Schema after) {
        assertThat(diff(before, after)).as("what there is to do").isNotEmpty();
        List<Operation> operations = diff(before, after);
        apply(operations);
        assertThat(database.reflect()).isEqualTo(after);
        assertThat(diff(database.reflect(), after)).isEmpty();

        apply(Operation.reverseAll(operations));
        assertThat(database.reflect()).isEqualTo(before);
        assertThat(Operation.applyAll(operations, before)).isEqualTo(after);
        if (!after.isEmpty()) {
            apply(operations);
        }
    }

    private static void apply(List<Operation> operations) {
        database.apply(operations);
    }

    private static Schema load(String sql) {
        database.clean();
        PostgresqlTestDatabase.DIALECT.split(ROLES + sql).forEach(part -> database.execute(part.sql()));
        return database.reflect();
    }

    private static List<Operation> diff(Schema from, Schema to) {
        return Differ.diff(from, to, PostgresqlTestDatabase.DIALECT.diffRules());
    }

    private static Arguments pair(String what, String before, String after) {
        return Arguments.of(what, before, after);
    }

    static Stream<Arguments> becomesTheOtherAndComesBack() {
        return Stream.of(types(), composites(), access(), tables(), routines(), around())
                .flatMap(cases -> cases);
    }

    /** What is said of a policy, and hangs on a view, goes with it where a migration says no more than its new text. */
    @Test
    void whatHangsOnCodeComesBackWhenAMigrationReplacesIt() {
        Schema before = load(BOOKS
                + "create policy p on books using (pages > 1); comment on policy p on books is 'thick ones';"
                + " create materialized view m as select pages from books; comment on materialized view m is 'counted';"
                + " create view above as select pages from m;");

        database.migrate(op -> {
            op.replacePolicy("books", "p", "create policy p on books using ((pages > 2))");
            op.replaceMaterializedView("m", "select pages from books where pages > 0");
        });

        Schema after = database.reflect();
        assertThat(after.code().keySet()).isEqualTo(before.code().keySet());
        assertThat(after.code().values().stream()
                        .filter(object -> !before.code().containsValue(object))
                        .map(object -> object.key().toString()))
                .containsExactlyInAnyOrder("p on books", "m");
    }

    /** A dump says nothing of the comment that the schema comes with, and of one that is missing that it is empty. */
    @Test
    void theSchemaPublicIsCalledWhatItWasWhenItsCommentGoes() {
        Schema before = load("comment on schema public is 'ours'");

        apply(diff(before, before.withCode(List.of())));

        assertThat(database.query("select obj_description('public'::regnamespace, 'pg_namespace')"))
                .containsExactly("standard public schema");
    }

    @Test
    void aSequenceThatCountsInAnotherWayStillBelongsToItsColumn() {
        Schema before = load("create table a (id serial); comment on sequence a_id_seq is 'numbers';");

        database.migrate(op -> op.alterSequence(
                "a_id_seq", options -> options.withType("integer").withIncrement(5)));

        assertThat(database.reflect().sequences().values()).singleElement().satisfies(sequence -> {
            Sequence old = Objects.requireNonNull(before.sequences().get(sequence.name()));
            assertThat(sequence.withOptions(old.options())).isEqualTo(old);
            assertThat(sequence.options().increment()).isEqualTo(5);
        });
    }

    @Test
    void rowsKeepTheirValuesWhenATypeIsMadeAnew() {
        Schema before = load("create domain amount as integer; create type spot as (x integer, y text);"
                + " create table t (a amount, s spot, o spot); insert into t values (7, row(1, 'b')::spot, null)");
        Schema after = load("create domain amount as text; create type spot as (z date, y text, x bigint);"
                + " create table t (a amount, s spot, o spot)");
        load("create domain amount as integer; create type spot as (x integer, y text);"
                + " create table t (a amount, s spot, o spot); insert into t values (7, row(1, 'b')::spot, null)");

        apply(diff(before, after));

        assertThat(database.query("select concat_ws('|', a, s::text, o is not distinct from null) from t"))
                .containsExactly("7|(,b,1)|t");
    }

    @Test
    void rowsKeepTheirValuesWhenATypeIsMadeAnewBelowAComposite() {
        String rest =
                " create type spot as (x integer, m mood, all_m mood[]); create table t (s spot, l spot[], o spot);"
                        + " insert into t values (row(1, 'ok', '{ok,sad}')::spot, array[row(2, null, null)::spot], null)";
        Schema before = load("create type mood as enum ('sad', 'ok', 'happy');" + rest);
        Schema after = load("create type mood as enum ('ok', 'sad');" + rest);
        load("create type mood as enum ('sad', 'ok', 'happy');" + rest);

        apply(diff(before, after));

        assertThat(database.query("select concat_ws('|', s::text, l::text, o is not distinct from null) from t"))
                .containsExactly("(1,ok,\"{ok,sad}\")|{\"(2,,)\"}|t");
    }

    @Test
    void whatIsNotReadIsNamed() throws SQLException {
        load("create operator family near using btree; create type spot as (x integer);"
                + " create table t of spot; create publication news");

        assertThat(PostgresqlTestDatabase.DIALECT.unread(database.connection(), Reflection.everything()))
                .containsExactly(
                        "operator family public.near", "publication news", "that it is of a type, of table public.t");
    }

    private static Stream<Arguments> types() {
        return Stream.of(
                pair(
                        "composite types",
                        "create type address as (street text, city text, zip text);"
                                + " create table people (id integer, home address);",
                        "create type address as (street text, city text, country varchar(2));"
                                + " create table people (id integer);"),
                pair(
                        "attributes of other types",
                        "create type address as (street text, city text collate \"C\");",
                        "create type address as (street varchar(80)[], city numeric(5, 2));"),
                pair(
                        "a composite type whose attributes stand in another order",
                        "create type address as (street text, city text); comment on type address is 'where';",
                        "create type address as (city text, street text); comment on type address is 'where';"
                                + " comment on column address.city is 'which';"),
                pair(
                        "a composite type that columns have, with other attributes",
                        "create type spot as (x integer, y integer); comment on column spot.x is 'east';"
                                + " create table trees (id integer, place spot, others spot[], check ((place).x > 0));"
                                + " create view east as select (place).x from trees;"
                                + " create materialized view places as select place from trees;"
                                + " create function far(spot) returns boolean language sql as 'select $1.x > 9';",
                        "create type spot as (x bigint, y numeric(5, 2)); comment on column spot.x is 'east';"
                                + " create table trees (id integer, place spot, others spot[], check ((place).x > 0));"
                                + " create view east as select (place).x from trees;"
                                + " create materialized view places as select place from trees;"
                                + " create function far(spot) returns boolean language sql as 'select $1.x > 9';"),
                pair(
                        "a domain that columns have, over another type",
                        "create domain amount as integer check (value > 0); comment on domain amount is 'how many';"
                                + " create domain few as amount check (value < 9);"
                                + " create table orders (id few primary key, n amount default 3, ns amount[],"
                                + " check (n < 100)); create table lines (o few references orders);"
                                + " create view big as select n from orders; grant select on big to reader;",
                        "create domain amount as bigint check (value > 0); comment on domain amount is 'how many';"
                                + " create domain few as amount check (value < 9);"
                                + " create table orders (id few primary key, n amount default 3, ns amount[],"
                                + " check (n < 100)); create table lines (o few references orders);"
                                + " create view big as select n from orders; grant select on big to reader;"),
                pair(
                        "a domain with another collation, and a check that nobody has read rows for",
                        "create domain word as varchar(20); create table words (w word default 'a');",
                        "create domain word as text collate \"C\";"
                                + " alter domain word add constraint filled check (value <> '') not valid;"
                                + " create table words (w word default 'b');"),
                pair(
                        "an enum value that is a default, and goes",
                        "create type kind as enum ('home', 'work', 'other'); create domain known as kind;"
                                + " create table numbers (k kind default 'home', n known default 'home');",
                        "create type kind as enum ('work', 'other'); create domain known as kind;"
                                + " create table numbers (k kind default 'work', n known default 'other');"),
                pair(
                        "a column that numbers the rows within other bounds",
                        "create table volts (v integer generated by default as identity (start with -200 increment by 10"
                                + " minvalue -200 maxvalue 200));",
                        "create table volts (v integer generated by default as identity (start with -100 increment by 5"
                                + " minvalue -100 maxvalue 100));"),
                pair(
                        "operators",
                        BOOKS,
                        BOOKS
                                + "create function same(text, text) returns boolean language sql immutable"
                                + " as 'select lower($1) = lower($2)';"
                                + " create function other(text, text) returns boolean language sql immutable"
                                + " as 'select lower($1) <> lower($2)';"
                                + " create operator === (function = same, leftarg = text, rightarg = text,"
                                + " commutator = ===, negator = !==, restrict = eqsel, join = eqjoinsel, hashes);"
                                + " create operator !== (function = other, leftarg = text, rightarg = text,"
                                + " commutator = !==, negator = ===); comment on operator === (text, text) is 'alike';"
                                + " create table marks (a text check (a === 'x')); alter table marks add check (a !== 'y');"
                                + " create view found as select * from books where title === 'emma';"),
                pair(
                        "text search",
                        BOOKS + "create text search configuration plain (copy = simple);"
                                + " create text search configuration bare (parser = \"default\");",
                        BOOKS + "create text search dictionary \"No 'stops'\" (template = simple, stopwords = english);"
                                + " create text search configuration plain (copy = simple);"
                                + " alter text search configuration plain alter mapping for word, asciiword"
                                + " with \"No 'stops'\", english_stem;"
                                + " alter text search configuration plain drop mapping for email;"
                                + " comment on text search configuration plain is 'all words';"
                                + " comment on text search dictionary \"No 'stops'\" is 'few words';"
                                + " create function found(text) returns tsvector language sql immutable"
                                + " as 'select to_tsvector(''public.plain'', $1)';"
                                + " create index ix on books using gin (to_tsvector('plain', title));"
                                + " create table pages (t text, v tsvector generated always as"
                                + " (to_tsvector('plain', t)) stored, check (found(t) is not null));"),
                pair(
                        "types of each other",
                        "create type kind as enum ('home', 'work');",
                        "create type kind as enum ('home', 'work'); create domain label as text check (value <> '');"
                                + " create type address as (kind kind, label label);"
                                + " create domain checked as address check ((value).label is not null);"
                                + " create table people (id integer, home checked);"),
                pair(
                        "range types and collations",
                        "create type floats as range (subtype = float8, subtype_diff = float8mi);",
                        "create collation german (provider = icu, locale = 'de', deterministic = false);"
                                + " comment on collation german is 'sorted';"
                                + " create type words as range (subtype = text, collation = \"C\");"
                                + " create table names (name text collate german);"),
                pair(
                        "a domain that is checked by a function",
                        "create table t (id integer);",
                        "create function fits(v text) returns boolean language sql immutable return v <> '';"
                                + " create domain fitting as text constraint fits check (fits(value));"
                                + " comment on constraint fits on domain fitting is 'why';"
                                + " create table t (id integer, f fitting);"),
                pair(
                        "comments on an enum type",
                        "create type mood as enum ('sad', 'ok'); comment on type mood is 'old';",
                        "create type mood as enum ('sad', 'ok', 'happy'); comment on type mood is 'new';"));
    }

    private static Stream<Arguments> composites() {
        String people = "create table people (id integer, home addr, homes addr[], twin pair);"
                + " create function whole(a addr) returns boolean language sql return a is not null;"
                + " comment on type addr is 'where'; comment on column addr.state is 'how';";
        return Stream.of(
                pair(
                        "an enum type that loses a value below composite types",
                        "create type mood as enum ('sad', 'ok', 'happy');"
                                + " create type addr as (street text, state mood, states mood[]);"
                                + " create type pair as (one addr, m mood);" + people,
                        "create type mood as enum ('ok', 'sad');"
                                + " create type addr as (street text, state mood, states mood[]);"
                                + " create type pair as (one addr, m mood);" + people),
                pair(
                        "a domain of another type below composite types",
                        "create domain amount as numeric(10,2); create type addr as (street text, state amount);"
                                + " create type pair as (one addr, m amount);" + people,
                        "create domain amount as bigint; create type addr as (street text, state amount);"
                                + " create type pair as (one addr, m amount);" + people));
    }

    private static Stream<Arguments> access() {
        return Stream.of(
                pair(
                        "privileges",
                        BOOKS + "grant select, insert on books to reader; grant update (title) on books to writer;"
                                + " grant select on books to writer with grant option;",
                        BOOKS + "grant all on books to writer; grant select on books to public;"
                                + " grant select (title), update (title, pages) on books to reader;"),
                pair(
                        "privileges that are taken away",
                        "create function f(a integer, b text) returns integer language sql return 1;",
                        "create function f(a integer, b text) returns integer language sql return 1;"
                                + " revoke execute on function f(integer, text) from public;"
                                + " grant execute on function f(integer, text) to reader;"
                                + " create sequence counter; grant usage on sequence counter to reader;"
                                + " create domain label as text; revoke usage on domain label from public;"),
                pair(
                        "default privileges",
                        "alter default privileges in schema public grant select, insert on tables to reader;",
                        "alter default privileges in schema public grant select, insert on tables to reader;" + BOOKS
                                + "revoke insert on books from reader; create view titles as select title from books;"
                                + " revoke all on titles from reader;"),
                pair(
                        "other default privileges",
                        BOOKS + "alter default privileges in schema public grant select on tables to reader;",
                        BOOKS + "alter default privileges revoke execute on functions from public;"
                                + " alter default privileges in schema public grant all on tables to writer;"),
                pair(
                        "owners",
                        BOOKS + "create view titles as select title from books; alter view titles owner to writer;",
                        BOOKS + "create view titles as select title from books; grant all on schema public to writer;"
                                + " alter table books owner to writer;"));
    }

    private static Stream<Arguments> tables() {
        return Stream.of(
                pair(
                        "policies",
                        BOOKS + "alter table books enable row level security;"
                                + " create policy mine on books using (pages > 3);",
                        BOOKS + "alter table books enable row level security, force row level security;"
                                + " create policy mine on books as restrictive for update to reader, writer"
                                + " using (pages > 3) with check (title <> '');"
                                + " create policy \"Add\" on books for insert with check (true);"
                                + " comment on policy mine on books is 'mine';"),
                pair(
                        "rules and what is disabled",
                        BOOKS
                                + "create function touch() returns trigger language plpgsql as $$ begin return new; end $$;"
                                + " create trigger touched before update on books for each row execute function touch();"
                                + " create rule quiet as on delete to books do instead nothing;",
                        BOOKS
                                + "create function touch() returns trigger language plpgsql as $$ begin return new; end $$;"
                                + " create trigger touched before update on books for each row execute function touch();"
                                + " comment on trigger touched on books is 'why';"
                                + " alter table books disable trigger touched;"
                                + " create rule quiet as on delete to books where old.id > 5 do instead nothing;"
                                + " alter table books enable always rule quiet; comment on rule quiet on books is 'no';"),
                pair(
                        "conditions that cast what is no varchar",
                        "create table notes (id integer, body jsonb, kind varchar(9));",
                        "create table notes (id integer, body jsonb, kind varchar(9),"
                                + " constraint ck check (body::text <> '{}' and kind <> 'x'));"
                                + " create index ix on notes (id) where body::text <> '{}';"),
                pair(
                        "a rule on a partitioned table",
                        "create table parts (id integer, day date) partition by range (day);",
                        "create table parts (id integer, day date) partition by range (day);"
                                + " create rule quiet as on delete to parts do instead nothing;"),
                pair(
                        "an event trigger of all commands",
                        BOOKS,
                        BOOKS + "create function heard() returns event_trigger language plpgsql as $$ begin end $$;"
                                + " create event trigger hears on ddl_command_end execute function heard();"),
                pair(
                        "how the indexes of constraints are stored",
                        "create table books (id integer constraint \"The key\" primary key with (fillfactor = 70),"
                                + " title text constraint uq unique with (fillfactor = 50),"
                                + " day date, constraint ex exclude using btree (day with =) with (deduplicate_items = off));",
                        "create table books (id integer constraint \"The key\" primary key with (fillfactor = 80),"
                                + " title text, day date, constraint uq unique (title, day) with (fillfactor = 50));"),
                pair(
                        "comments on columns that a table has from another",
                        "create table notes (id integer, body text); create table letters () inherits (notes);"
                                + " comment on column letters.body is 'old';",
                        "create table notes (id integer, body text); create table letters (day date) inherits (notes);"
                                + " comment on column letters.body is 'new'; comment on column letters.id is 'its own';"
                                + " comment on column letters.day is 'when';"),
                pair(
                        "sequences that are not logged",
                        "create unlogged sequence numbers; create table books (id integer);",
                        "create sequence numbers; create unlogged table books (id serial);"),
                pair(
                        "statistics, and comments on parts of tables",
                        BOOKS + "create index ix on books (title); comment on index ix is 'old';",
                        BOOKS + "create statistics st (ndistinct) on title, pages from books;"
                                + " comment on statistics st is 'both';"
                                + " create index ix on books (lower(title)); comment on index ix is 'new';"
                                + " alter table books add constraint ck check (pages > 0);"
                                + " comment on constraint ck on books is 'positive';"),
                pair(
                        "constraint triggers and event triggers",
                        BOOKS
                                + "create function touch() returns trigger language plpgsql as $$ begin return new; end $$;",
                        BOOKS
                                + "create function touch() returns trigger language plpgsql as $$ begin return new; end $$;"
                                + " create constraint trigger late after insert on books deferrable initially deferred"
                                + " for each row execute function touch();"
                                + " create function heard() returns event_trigger language plpgsql as $$ begin end $$;"
                                + " create event trigger hears on ddl_command_end when tag in ('CREATE FUNCTION')"
                                + " execute function heard();"
                                + " alter event trigger hears disable;"));
    }

    private static Stream<Arguments> routines() {
        return Stream.of(
                pair(
                        "a routine that gives something else",
                        "create function f(a integer) returns integer language sql immutable return 1;"
                                + " comment on function f(integer) is 'f'; grant execute on function f(integer) to reader;"
                                + " create table t (a integer default f(1), b integer check (f(b) > 0),"
                                + " c integer generated always as (f(1)) stored);"
                                + " create index ix on t (f(a)); comment on index ix is 'i';"
                                + " create view v as select f(a) as x from t; grant select on v to reader;"
                                + " alter table t enable row level security; create policy p on t using (f(a) > 0);",
                        "create function f(n integer) returns bigint language sql immutable return 1;"
                                + " comment on function f(integer) is 'f'; grant execute on function f(integer) to reader;"
                                + " create table t (a integer default f(1), b integer check (f(b) > 0),"
                                + " c integer generated always as (f(1)) stored);"
                                + " create index ix on t (f(a)); comment on index ix is 'i';"
                                + " create view v as select f(a) as x from t; grant select on v to reader;"
                                + " alter table t enable row level security; create policy p on t using (f(a) > 0);"),
                pair(
                        "a routine in whose place comes another of its name, which the same calls mean",
                        "create function f(a text, variadic n integer[] default '{}') returns boolean language sql immutable"
                                + " return true; create table t (a text, b boolean generated always as (f(a)) stored,"
                                + " constraint ck check (f(a))); create index ix on t (f(a));",
                        "create function f(a text) returns boolean language sql immutable return true;"
                                + " create table t (a text, b boolean generated always as (f(a)) stored,"
                                + " constraint ck check (f(a))); create index ix on t (f(a));"),
                pair(
                        "routines, types, tables and views that need each other",
                        "create table a (id integer);",
                        "create table a (id integer primary key);"
                                + " create function z(x a) returns integer language sql return 1;"
                                + " create view v as select z(a) as n from a;"
                                + " create function b() returns setof v language sql begin atomic select * from v; end;"
                                + " create function g() returns bigint language sql as 'select count(*) from b()';"
                                + " create table c (n bigint default g(), check (g() >= 0));"
                                + " create procedure tidy(inout n integer) language sql as 'select n';"),
                pair(
                        "aggregates and casts",
                        "create function plus(a integer, b integer) returns integer language sql return a + b;"
                                + " create aggregate total(integer) (sfunc = plus, stype = integer, initcond = '0');",
                        "create function plus(a integer, b integer) returns integer language sql return a + b;"
                                + " create aggregate total(integer) (sfunc = plus, stype = integer, initcond = '5');"
                                + " comment on aggregate total(integer) is 'sum';"
                                + " create type pair as (a integer, b integer);"
                                + " create function one(p pair) returns integer language sql return (p).a;"
                                + " create cast (pair as integer) with function one(pair) as assignment;"
                                + " comment on cast (pair as integer) is 'the first';"));
    }

    private static Stream<Arguments> around() {
        return Stream.of(
                pair(
                        "views over a column that changes its collation",
                        BOOKS + "create view v as select id, title from books; create view w as select title from v;",
                        "create table books (id integer primary key, title text collate \"C\", pages integer);"
                                + " create view v as select id, title from books; create view w as select title from v;"),
                pair(
                        "views over a column that changes",
                        BOOKS + "create view v as select id, title, pages from books;"
                                + " create view w as select id from v; grant select on w to reader;"
                                + " comment on view w is 'w'; comment on column w.id is 'id';"
                                + " alter view w alter column id set default 7;"
                                + " create materialized view m as select id from w; create index ix on m (id);"
                                + " comment on materialized view m is 'm'; comment on index ix is 'i';"
                                + " create function noop() returns trigger language plpgsql as $$ begin return new; end $$;"
                                + " create trigger tr instead of insert on w for each row execute function noop();"
                                + " create policy p on books using (id > 0);",
                        "create table books (id bigint primary key, title text);"
                                + " create view v as select id, title from books;"
                                + " create view w as select id from v; grant select on w to reader;"
                                + " comment on view w is 'w'; comment on column w.id is 'id';"
                                + " alter view w alter column id set default 7;"
                                + " create materialized view m as select id from w; create index ix on m (id);"
                                + " comment on materialized view m is 'm'; comment on index ix is 'i';"
                                + " create function noop() returns trigger language plpgsql as $$ begin return new; end $$;"
                                + " create trigger tr instead of insert on w for each row execute function noop();"
                                + " create policy p on books using (id > 0);"),
                pair(
                        "an enum type that loses a value below a view",
                        "create type mood as enum ('sad', 'ok', 'happy');"
                                + " create table people (id integer, m mood default 'ok');"
                                + " create view sad as select id from people where m = 'sad';"
                                + " create function gloomy(m mood) returns boolean language sql return m = 'sad';",
                        "create type mood as enum ('ok', 'sad');"
                                + " create table people (id integer, m mood default 'ok');"
                                + " create view sad as select id from people where m = 'sad';"
                                + " create function gloomy(m mood) returns boolean language sql return m = 'sad';"),
                pair(
                        "view options",
                        BOOKS + "create view v as select id from books;",
                        BOOKS + "create view v with (security_barrier) as select id from books where id > 1"
                                + " with local check option;"));
    }
}
