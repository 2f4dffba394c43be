// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.matrix;

import static dev.limbeck.it.matrix.Recorded.found;
import static dev.limbeck.it.matrix.Recorded.kept;
import static dev.limbeck.it.matrix.Recorded.same;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The recorded cases that a schema in SQL can say; the test tells of the others. */
final class RecordedCases {
    private static final Set<Grid> ALL = EnumSet.allOf(Grid.class);
    private static final Set<Grid> PG = EnumSet.of(Grid.POSTGRESQL);
    private static final Set<Grid> MARIADB = EnumSet.of(Grid.MARIADB);
    private static final Set<Grid> SQLITE = EnumSet.of(Grid.SQLITE);
    private static final Set<Grid> PG_SQLITE = EnumSet.of(Grid.POSTGRESQL, Grid.SQLITE);
    private static final Set<Grid> NOT_MARIADB = EnumSet.complementOf(EnumSet.of(Grid.MARIADB));

    private RecordedCases() {}

    static List<Recorded> all() {
        return Stream.of(checks(), keys(), values(), indexes(), types(), order())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Recorded> checks() {
        String enumLike = "create table t (a varchar(9) check (a in ('x', 'it''s')), b integer check (b in (0, 1)))";
        return List.of(
                kept("11.1", "a check of an enum or boolean type, or without a name, is no difference", ALL, enumLike),
                kept("12.2", "the check of an enum, named or not, is not dropped", ALL, """
                        create table t (a varchar(9), constraint t_enum check (a in ('x', 'y')));
                        create table u (a varchar(9) check (a in ('x', 'y')));
                        """),
                same(
                        "11.2",
                        "a column's check is the table's check",
                        NOT_MARIADB,
                        "create table t (a integer check (a > 10))",
                        "create table t (a integer, check (a > 10))"),
                kept("12.1", "a check without a name is no difference", ALL, """
                        create table t (a integer, check (a > 10));
                        create table u (a integer check (a > 10));
                        """),
                found("12.5", "a column's check is written with its table", ALL, "", enumLike),
                found("11.3", "a constraint without a name is dropped and comes back", ALL, """
                        create table p (id integer primary key);
                        create table t (a integer check (a > 10), b integer unique, c integer references p (id));
                        """, """
                        create table p (id integer primary key);
                        create table t (a integer, b integer, c integer);
                        """),
                found(
                        "12.7",
                        "an exclusion constraint is dropped with all that it says",
                        PG,
                        "create table t (a integer, r int4range, exclude using gist (r with &&) where (a > 0))",
                        "create table t (a integer, r int4range)"));
    }

    private static List<Recorded> keys() {
        String parents = "create table p (id integer primary key, b integer, unique (id, b));\n";
        return List.of(
                found("11.11", "what only the database says of a foreign key is kept", PG, parents, parents + """
                        create table t (a integer, b integer, constraint t_p foreign key (a, b) references p (id, b)
                        match full on delete set null (b) deferrable initially deferred);
                        """),
                found(
                        "11.22",
                        "how a foreign key matches",
                        PG,
                        parents + "create table t (a integer, constraint t_p foreign key (a) references p (id))",
                        parents
                                + "create table t (a integer, constraint t_p foreign key (a) references p (id) match full)"),
                found(
                        "12.7",
                        "a primary key that changes",
                        ALL,
                        "create table t (a integer not null, b integer not null, primary key (a))",
                        "create table t (a integer not null, b integer not null, primary key (b, a))"),
                found(
                        "11.14",
                        "a unique constraint that is checked later",
                        PG,
                        "create table t (a integer, constraint u unique (a))",
                        "create table t (a integer, constraint u unique (a) deferrable initially deferred)"),
                found(
                        "11.23",
                        "the order of an index's columns counts",
                        ALL,
                        "create table t (a integer, b integer);\ncreate index ix on t (a, b)",
                        "create table t (a integer, b integer);\ncreate index ix on t (b, a)"),
                kept("11.23", "a unique constraint of several columns beside an index of them", ALL, """
                        create table t (a integer, b integer, constraint u unique (b, a));
                        create index ix on t (b, a);
                        """),
                kept("11.12", "a name is final, whatever it looks like", ALL, """
                        create table t (a integer not null, b integer, constraint uq_t_uq_t_b unique (b),
                        constraint ck_ck_t check (b > 0));
                        create index ix_ix_t_a on t (a);
                        """),
                found("11.10", "a new table has its foreign keys", ALL, parents, parents + """
                        create table t (a integer, b integer, foreign key (a) references p (id),
                        constraint fk_two foreign key (a, b) references p (id, b) on delete cascade);
                        """),
                kept("12.9", "a reference that names the default schema", PG, """
                        create table public.p (id integer primary key);
                        create table public.t (a integer references public.p);
                        """));
    }

    private static List<Recorded> values() {
        return List.of(
                kept("11.7", "a sequence's next value is a default like any other", PG, """
                        create sequence s;
                        create table t (id integer primary key, n integer default nextval('s'::regclass));
                        """),
                kept(
                        "11.17",
                        "serial columns of a table",
                        PG,
                        "create table t (id serial, n bigserial, s smallserial)"),
                kept("11.24", "quotes, backslashes and parentheses in defaults", ALL, """
                        create table t (a varchar(20) default 'it''s', b varchar(20) default '(x)', c integer default (1 + 2),
                        d varchar(20) default '100%', e varchar(20) default '"q"', f varchar(20) default '');
                        """),
                kept("11.24", "backslashes", EnumSet.of(Grid.POSTGRESQL, Grid.SQLITE, Grid.H2), """
                        create table t (a varchar(20) default 'a\\b\\\\c');
                        """),
                kept("12.8", "defaults with a quote, and of json", PG, """
                        create table t (a text default 'it''s', j json default '{"a": "it''s"}', b jsonb default '[]');
                        """),
                same(
                        "11.16",
                        "an expression on several lines",
                        EnumSet.of(Grid.POSTGRESQL, Grid.MARIADB, Grid.H2),
                        "create table t (a integer, b integer, c integer generated always as (a + b) stored)"
                                .replace(" stored", ""),
                        "create table t (a integer, b integer, c integer generated always as (\n  a\n  + b\n))"),
                found(
                        "12.3",
                        "an identity that comes, and one that counts otherwise",
                        PG,
                        "create table t (id integer not null, n integer generated always as identity)",
                        "create table t (id integer generated by default as identity,"
                                + " n integer generated always as identity (increment by 5))"),
                found(
                        "12.21",
                        "a serial column becomes an identity",
                        PG,
                        "create table t (id serial primary key)",
                        "create table t (id integer generated by default as identity primary key)"));
    }

    private static List<Recorded> indexes() {
        String table = "create table t (a varchar(20), b integer, c varchar(20));\n";
        return List.of(
                found(
                        "11.4",
                        "columns that an index includes",
                        PG,
                        table,
                        table + "create index ix on t (a) include (b, c)"),
                found(
                        "11.18",
                        "a unique index comes back unique, with its condition",
                        PG_SQLITE,
                        table + "create unique index ix on t (a) where b > 0",
                        table),
                found(
                        "11.18",
                        "a unique index of a text's beginning comes back unique",
                        MARIADB,
                        table + "create unique index ix on t (a(5), b desc)",
                        table),
                same(
                        "11.20",
                        "casts, spaces and parentheses in an expression",
                        PG,
                        table + "create index ix on t (lower(a), ((b)+1), (c::text) text_pattern_ops)",
                        table + "create index ix on t ( lower( (a)::text ), (b + 1), ((c)::text) text_pattern_ops)"),
                found(
                        "11.20",
                        "operator class, collation, order and nulls",
                        PG,
                        table + "create index ix on t (a)",
                        table + "create index ix on t (a collate \"C\" text_pattern_ops desc nulls last)"),
                same(
                        "11.21",
                        "nulls that are distinct, said and unsaid",
                        PG,
                        table + "create unique index ix on t (a)",
                        table + "create unique index ix on t (a) nulls distinct"),
                found(
                        "11.21",
                        "nulls that are not distinct",
                        PG,
                        table + "alter table t add constraint u unique (a)",
                        table + "alter table t add constraint u unique nulls not distinct (a)"),
                kept(
                        "11.25",
                        "an index of an expression is no difference",
                        PG_SQLITE,
                        table + "create index ix on t (lower(a), (b + 1))"),
                found("11.25", "and can be dropped", PG_SQLITE, table + "create index ix on t (lower(a))", table),
                found(
                        "12.7",
                        "a condition and a method",
                        PG,
                        table + "create index ix on t (a) where b > 1;\ncreate index iy on t (b)",
                        table + "create index ix on t (a) where b > 2;\ncreate index iy on t using hash (b)"),
                found(
                        "12.7",
                        "a condition",
                        SQLITE,
                        table + "create index ix on t (a) where b > 1",
                        table + "create index ix on t (a) where b > 2"));
    }

    private static List<Recorded> types() {
        return List.of(
                found(
                        "11.5",
                        "a value more and one less in an enum",
                        MARIADB,
                        "create table t (a enum('x', 'y'), b enum('x', 'y'))",
                        "create table t (a enum('x', 'y', 'z'), b enum('y'))"),
                found(
                        "12.4",
                        "a column that becomes not null keeps its type",
                        ALL,
                        "create table t (id integer primary key, a varchar(20) default 'x')",
                        "create table t (id integer primary key, a varchar(20) default 'x' not null)"),
                found(
                        "12.21",
                        "a column whose name is wanted in other letters",
                        EnumSet.of(Grid.MARIADB, Grid.SQLITE),
                        "create table t (ID integer primary key, Name varchar(20) unique, check (Name <> 'x'))",
                        "create table t (id integer primary key, name varchar(30) unique, check (name <> 'x'))"),
                found(
                        "12.21",
                        "a table whose name is wanted in other letters",
                        SQLITE,
                        "create table USERS (id integer primary key)",
                        "create table users (id integer primary key, name text)"),
                found(
                        "12.6",
                        "a number becomes an array of numbers",
                        PG,
                        "create table t (a integer)",
                        "create table t (a integer[])"),
                found("12.7", "a collation", PG, "create table t (a text)", "create table t (a text collate \"C\")"),
                found(
                        "12.7",
                        "a collation",
                        SQLITE,
                        "create table t (a text)",
                        "create table t (a text collate nocase)"),
                found(
                        "12.7",
                        "a collation",
                        MARIADB,
                        "create table t (a varchar(20))",
                        "create table t (a varchar(20) collate utf8mb4_bin)"),
                found(
                        "12.21",
                        "a text becomes a number",
                        ALL,
                        "create table t (a varchar(20))",
                        "create table t (a integer)"),
                found(
                        "12.21",
                        "a text becomes an enum, and an enum column comes",
                        PG,
                        "create table t (a varchar(20))",
                        "create type en as enum ('x', 'y');\ncreate table t (a en, b en default 'x' not null)"),
                found(
                        "12.21",
                        "a new table uses an enum that is there",
                        PG,
                        "create type en as enum ('x', 'y');\ncreate table t (a en)",
                        "create type en as enum ('x', 'y');\ncreate table t (a en);\ncreate table u (a en)"));
    }

    private static List<Recorded> order() {
        String parent = "create table b_parent (id integer primary key);\n";
        String child = "create table a_child (id integer primary key, p integer references b_parent (id));\n";
        return List.of(
                found("12.10", "what refers to another is dropped first", ALL, parent + child, ""),
                found(
                        "12.10",
                        "a column goes with the key that refers to another table",
                        ALL,
                        parent + child,
                        parent + "create table a_child (id integer primary key)"),
                found(
                        "12.11",
                        "two new tables refer to each other",
                        EnumSet.complementOf(EnumSet.of(Grid.SQLITE)),
                        "",
                        """
                        create table a (id integer primary key, b integer);
                        create table b (id integer primary key, a integer, constraint b_a foreign key (a) references a (id));
                        alter table a add constraint a_b foreign key (b) references b (id);
                        """),
                found("12.11", "two new tables refer to each other", SQLITE, "", """
                        create table a (id integer primary key, b integer references b (id));
                        create table b (id integer primary key, a integer references a (id));
                        """));
    }
}
