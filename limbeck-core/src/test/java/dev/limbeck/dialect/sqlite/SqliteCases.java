// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.sqlite;

import static dev.limbeck.dialect.sqlite.SqliteCase.kept;

import java.util.List;
import java.util.stream.Stream;

/** What a rebuild keeps, as a table. */
final class SqliteCases {
    private SqliteCases() {}

    static List<SqliteCase> all() {
        return Stream.of(rules(), keys(), foreignKeys(), columns(), neighbours(), texts(), rows(), SqliteChanges.all())
                .flatMap(List::stream)
                .toList();
    }

    private static List<SqliteCase> rules() {
        String topic = "Checks and unique constraints";
        return List.of(
                kept(
                                topic,
                                "a check without a name",
                                "kept, once",
                                "create table t (id integer primary key, a int, check (a > 0))",
                                "insert into t values (1, 5)")
                        .still("insert into t values (9, -1)", "CHECK constraint failed: a > 0")
                        .still("insert into t values (9, 1)", "ok"),
                kept(
                                topic,
                                "a check with a name",
                                "kept, once",
                                "create table t (id integer primary key, a int, constraint \"my ck\" check (a > 0))",
                                "insert into t values (1, 5)")
                        .still("insert into t values (9, -1)", "CHECK constraint failed: my ck"),
                kept(
                                topic,
                                "several checks behind a column, also without a comma between them",
                                "kept where they stand",
                                "create table t (id integer primary key, a int check (a > 0) constraint small"
                                        + " check (a < 10), check (a <> 5) constraint last check (a <> 6))",
                                "insert into t values (1, 4)")
                        .still("insert into t values (9, -1)", "CHECK constraint failed: a > 0")
                        .still("insert into t values (9, 10)", "CHECK constraint failed: small")
                        .still("insert into t values (9, 6)", "CHECK constraint failed: last"),
                kept(
                                topic,
                                "`unique` behind a column",
                                "kept there",
                                "create table t (id integer primary key, a int unique)",
                                "insert into t values (1, 5)")
                        .still("insert into t values (9, 5)", "UNIQUE constraint failed: t.a"),
                kept(
                                topic,
                                "`unique` over several columns, with and without a name",
                                "kept",
                                "create table t (id integer primary key, a, b, unique (a, b), constraint uq unique (b, id))",
                                "insert into t values (1, 5, 6)")
                        .still("insert into t values (9, 5, 6)", "UNIQUE constraint failed: t.a, t.b"),
                kept(
                                topic,
                                "`unique … on conflict replace`",
                                "kept; rows are copied by `insert or abort`, so that none is lost",
                                "create table t (id integer primary key, a int unique on conflict replace)",
                                "insert into t values (1, 5)")
                        .still("insert into t values (9, 5); select * from t", "9|5"),
                kept(
                                topic,
                                "`on conflict` of a primary key, a not null, a table's unique",
                                "kept",
                                "create table t (id int primary key on conflict ignore, a not null on conflict replace"
                                        + " default 7, b, unique (b) on conflict fail)",
                                "insert into t values (1, 5, 6)")
                        .still("insert into t values (1, 8, 8); select * from t", "1|5|6")
                        .still("insert into t values (2, null, 8); select a from t where id = 2", "7")
                        .still("insert into t values (2, 2, 6)", "UNIQUE constraint failed: t.b"),
                kept(
                                topic,
                                "collation and order within a unique constraint",
                                "kept",
                                "create table t (id integer primary key, a text, unique (a collate nocase desc))",
                                "insert into t values (1, 'x')")
                        .still("insert into t values (9, 'X')", "UNIQUE constraint failed"),
                kept(
                                topic,
                                "a constraint's name in front of `not null` or a default, or of nothing",
                                "kept",
                                "create table t (id integer primary key, a int constraint nn not null check (a > 0),"
                                        + " b constraint df default 5 constraint none, constraint alone)",
                                "insert into t (id, a) values (1, 5)")
                        .still("insert into t (id, a) values (9, null)", "NOT NULL constraint failed: t.a"));
    }

    private static List<SqliteCase> keys() {
        String topic = "Primary keys";
        return List.of(
                kept(
                                topic,
                                "`integer primary key`, the rowid",
                                "kept",
                                "create table t (id integer primary key, a)",
                                "insert into t values (7, 'x'), (-3, 'y')")
                        .still("insert into t (a) values ('z'); select id from t where a = 'z'", "8"),
                kept(
                                topic,
                                "`integer primary key desc`, which is no rowid",
                                "kept",
                                "create table t (id integer primary key desc, a)",
                                "insert into t values (7, 'x'), (null, 'y')")
                        .still("select rowid, id from t", "1|7,2|null"),
                kept(
                                topic,
                                "`autoincrement`, behind the column",
                                "kept with its counter, though the highest row is gone",
                                "create table t (id integer primary key autoincrement, a)",
                                "insert into t values (1, 'x'), (40, 'y')",
                                "delete from t where id = 40")
                        .still("insert into t (a) values ('z'); select id from t where a = 'z'", "41"),
                kept(
                                topic,
                                "`primary key (id autoincrement)` behind the columns",
                                "kept with its counter, though no row is left",
                                "create table t (id integer, a, constraint \"the key\" primary key (id autoincrement))",
                                "insert into t values (40, 'y')",
                                "delete from t")
                        .still("insert into t (a) values ('z'); select id from t", "41"),
                kept(
                                topic,
                                "a composite key with a name, sorted",
                                "kept",
                                "create table t (a int, b text, constraint \"pk t\" primary key (b collate nocase desc, a))",
                                "insert into t values (1, 'x'), (2, 'x')")
                        .still("insert into t values (1, 'X')", "UNIQUE constraint failed"),
                kept(
                        topic,
                        "a key of text, in which SQLite allows null",
                        "kept, null included",
                        "create table t (id text primary key, a)",
                        "insert into t values (null, 1), (null, 2), ('x', 3)"),
                kept(
                                topic,
                                "`without rowid`",
                                "kept",
                                "create table t (id text primary key, a int) without rowid",
                                "insert into t values ('x', 1)")
                        .still("insert into t values (null, 1)", "NOT NULL constraint failed: t.id")
                        .still("select rowid from t", "no such column: rowid"),
                kept(
                                topic,
                                "no primary key",
                                "kept, and each row keeps its rowid",
                                "create table t (a)",
                                "insert into t (rowid, a) values (5, 'x'), (90, 'y')")
                        .still("select rowid, a from t", "5|x,90|y"),
                kept(
                                topic,
                                "a column named `rowid`",
                                "kept; the rowid behind it too, by its other names",
                                "create table t (rowid text, a)",
                                "insert into t (_rowid_, rowid) values (5, 'x')")
                        .still("select oid, rowid from t", "5|x"));
    }

    private static List<SqliteCase> foreignKeys() {
        String topic = "Foreign keys";
        String parent = "create table p (id integer primary key, a, b, unique (a, b))";
        return List.of(
                kept(
                                topic,
                                "from the table, behind a column",
                                "kept",
                                parent,
                                "create table t (id integer primary key, p int references p on delete cascade)",
                                "insert into p values (1, 1, 1)",
                                "insert into t values (1, 1)")
                        .still("insert into t values (9, 5)", "FOREIGN KEY constraint failed")
                        .still("delete from p; select count(*) from t", "0"),
                kept(
                                topic,
                                "from the table, over several columns, with a name and actions",
                                "kept",
                                parent,
                                "create table t (id integer primary key, a, b, constraint fk foreign key (a, b)"
                                        + " references p (a, b) on update cascade on delete set null)",
                                "insert into p values (1, 1, 2)",
                                "insert into t values (1, 1, 2)")
                        .still("update p set b = 9; select b from t", "9")
                        .still("delete from p; select a from t", "null"),
                kept(
                                topic,
                                "`deferrable initially deferred`, `match full`",
                                "kept",
                                parent,
                                "create table t (id integer primary key, p references p match full on delete restrict"
                                        + " not null deferrable initially deferred, q references p match partial not deferrable)",
                                "insert into p values (1, 1, 1)",
                                "insert into t values (1, 1, 1)")
                        .still("insert into t values (9, 5, 1); delete from t where id = 9", "ok"),
                kept(
                                topic,
                                "to the table itself",
                                "kept, and means the new table",
                                "create table t (id integer primary key, p int references t (id) on delete cascade)",
                                "insert into t values (1, null), (2, 1)")
                        .still("delete from t where id = 1; select count(*) from t", "0"),
                kept(
                                topic,
                                "from other tables to it",
                                "kept; no referring row is deleted or emptied meanwhile",
                                "create table t (id integer primary key, a)",
                                "create table child (id integer primary key, t int references t on delete cascade)",
                                "create table other (t int references \"T\" (id) on delete set null)",
                                "insert into t values (1, 'x'), (2, 'y')",
                                "insert into child values (10, 1), (11, 2)",
                                "insert into other values (2)")
                        .still("delete from t where id = 1; select id from child", "11")
                        .still("delete from t where id = 2; select t from other", "null"),
                kept(
                        topic,
                        "to a table that does not exist",
                        "kept",
                        "create table t (id integer primary key, a references missing)",
                        "insert into t values (1, null)"));
    }

    private static List<SqliteCase> columns() {
        String topic = "Columns";
        return List.of(
                kept(
                                topic,
                                "defaults: numbers",
                                "kept as they are written",
                                "create table t (id integer primary key, a default 5, b default -7, c default +1.50,"
                                        + " d default 1e3, e default 0x10, f default 9223372036854775808)",
                                "insert into t (id) values (1)")
                        .still(
                                "insert into t (id) values (9); select a, b, c, d, e from t where id = 9",
                                "5|-7|1.5|1000.0|16"),
                kept(
                                topic,
                                "defaults: texts, blobs, booleans, null",
                                "kept as they are written",
                                "create table t (id integer primary key, a default 'it''s -- no, (comment)', b default x'00ff',"
                                        + " c default true, d default null, e default \"dq\", f default word)",
                                "insert into t (id) values (1)")
                        .still(
                                "insert into t (id) values (9); select a, hex(b), c, d, e, f from t where id = 9",
                                "it's -- no, (comment)|00FF|1|null|dq|word"),
                kept(
                                topic,
                                "defaults: expressions, `current_timestamp`",
                                "kept as they are written",
                                "create table t (id integer primary key, a default (abs(-3) + 1), b default current_timestamp,"
                                        + " c default (date('now')), d default (('x')))",
                                "insert into t (id) values (1)")
                        .still(
                                "insert into t (id) values (9); select a, b like '20__-%', d from t where id = 9",
                                "4|1|x"),
                kept(
                                topic,
                                "generated columns, virtual and stored",
                                "kept, and computed anew",
                                "create table t (id integer primary key, a int, v as (a + 1) unique, s text generated always as"
                                        + " ('n' || a) stored not null check (s <> 'n0'))",
                                "insert into t (id, a) values (1, 5)")
                        .still("insert into t (id, a) values (9, 7); select v, s from t where id = 9", "8|n7")
                        .still("insert into t (id, a) values (9, 0)", "CHECK constraint failed"),
                kept(
                                topic,
                                "collations",
                                "kept",
                                "create table t (id integer primary key, a text collate nocase unique, b collate \"rtrim\")",
                                "insert into t values (1, 'x', 'y ')")
                        .still("insert into t values (9, 'X', 'z')", "UNIQUE constraint failed")
                        .still("select id from t where b = 'y'", "1"),
                kept(
                        topic,
                        "types: none, of several words, quoted, with sizes",
                        "kept as they are written",
                        "create table t (id integer primary key, a, b unsigned BIG int, c \"my type\", d [odd-type](3),"
                                + " e decimal ( 10 , -2 ), f timestamp with time zone)",
                        "insert into t values (1, 2, 3, 4, 5, 6, 7)"),
                kept(
                                topic,
                                "`strict`",
                                "kept",
                                "create table t (id integer primary key, a int, b any, c text) strict",
                                "insert into t values (1, 2, '007', 'x')")
                        .still("insert into t values (9, 'x', 1, 1)", "cannot store TEXT value in INT column t.a"));
    }

    private static List<SqliteCase> neighbours() {
        String topic = "What hangs on the table";
        String table = "create table t (id integer primary key, a text, b int)";
        String row = "insert into t values (1, 'x', 5)";
        String log = "create table log (said text)";
        return List.of(
                kept(
                                topic,
                                "indexes: unique, sorted, collated, partial, of expressions",
                                "kept as they are written",
                                table,
                                row,
                                "create unique index [odd \"ix\"] on t (a collate nocase desc) where b > 0",
                                "create index ix_e on T (lower(a), b /* the b */ desc -- last\n)")
                        .still("insert into t values (9, 'X', 1)", "UNIQUE constraint failed")
                        .still("insert into t values (9, 'X', 0)", "ok"),
                kept(
                                topic,
                                "triggers on the table",
                                "kept as they are written, in their order",
                                table,
                                row,
                                log,
                                "create trigger z after insert on t begin insert into log values ('z ' || new.a); end",
                                "create trigger \"a b\" after insert on t when new.b > 3 begin"
                                        + " insert into log values (case when new.a then 1 else 'a' end); end -- the end",
                                "create trigger u before update of a, b on t begin insert into log values (old.a); end")
                        .still("insert into t values (9, 'q', 9); select group_concat(said) from log", "z q")
                        .still("update t set a = 'n'; select said from log", "x"),
                kept(
                                topic,
                                "triggers of other tables that name it",
                                "kept",
                                table,
                                row,
                                log,
                                "create trigger tr after delete on log begin update t set b = 0; end")
                        .still("insert into log values ('m'); delete from log; select b from t", "0"),
                kept(
                                topic,
                                "views that name it, and views that name those",
                                "kept",
                                table,
                                row,
                                "create view v (one, two) as select a, b from t",
                                "create view w as select * from v")
                        .still("select * from w", "x|5"),
                kept(
                                topic,
                                "triggers `instead of` on such views",
                                "kept",
                                table,
                                row,
                                "create view v as select a, b from t",
                                "create trigger tr instead of insert on v begin insert into t (a, b) values (new.a, new.b); end")
                        .still("insert into v values ('y', 6); select a from t where b = 6", "y"),
                kept(
                                topic,
                                "an FTS5 table over it, which counts on the rowids",
                                "kept",
                                "create table t (a text, b text)",
                                "insert into t (rowid, a) values (7, 'words'), (30, 'more')",
                                "create virtual table docs using fts5(a, content='t', content_rowid='rowid')",
                                "insert into docs (docs) values ('rebuild')")
                        .still("select rowid from docs where docs match 'more'", "30")
                        .still("insert into docs (docs) values ('integrity-check')", "ok"),
                kept(
                                topic,
                                "tables of attached databases, and temporary ones",
                                "not touched",
                                table,
                                row,
                                "attach ':memory:' as other",
                                "create table other.t (x)",
                                "insert into other.t values (3)",
                                "create temp table mine as select * from t")
                        .still("select * from other.t", "3")
                        .still("select * from mine", "1|x|5"),
                kept(
                                topic,
                                "statistics of `analyze`",
                                "go with the old table; run `analyze` again, in the migration if need be",
                                table,
                                row,
                                "create index ix on t (a)",
                                "analyze")
                        .then("select count(*) from sqlite_stat1 where tbl = 't'", "0"));
    }

    private static List<SqliteCase> texts() {
        String topic = "Names and texts";
        return List.of(
                kept(
                        topic,
                        "comments before, between and behind columns, and at the end",
                        "kept where they stand",
                        """
                        create table t ( -- the table, it's (all) mine
                            id integer /* the key */ primary key, -- behind the comma
                            /* before; a, */
                            a int -- no; comma yet
                            , b text, /* c, */ c int not null -- last
                            -- and on
                        ) -- behind, too""",
                        "insert into t values (1, 2, 'x', 3)"),
                kept(
                        topic,
                        "names in each of SQLite's quotes",
                        "kept as they are written",
                        "create table \"t\" (`id` integer primary key, [a b] int, \"c\"\"d\" text, 'e' int default 3,"
                                + " `f``g` int, constraint [my ck] check ([a b] > 0), unique (`f``g`))",
                        "insert into t (id, \"a b\") values (1, 2)"),
                kept(
                                topic,
                                "key words, names beyond ASCII, a column with the table's name",
                                "kept",
                                "create table t (\"select\" integer primary key, Größe int, 名前 text, t int, abort int,"
                                        + " check (t > 0 or t is null), check (Größe <> 4))",
                                "insert into t values (1, 2, 'x', 3, 4)")
                        .still("insert into t (t) values (0)", "CHECK constraint failed"),
                kept(
                                topic,
                                "the table's own name in front of a column",
                                "goes from the definition, and stays in indexes",
                                "create table t (id integer primary key, a int check (t.a > 0), b as (a + 1))",
                                "create index ix on t (a) where t.a < 9",
                                "insert into t (id, a) values (1, 5)")
                        .when(op -> op.alterColumn("t", "a", c -> c.notNull()))
                        .then("insert into t (id, a) values (9, 0)", "CHECK constraint failed")
                        .then("select b from t", "6"),
                kept(
                        topic,
                        "a text that SQLite has rewritten itself",
                        "kept",
                        "create table old (id integer primary key, a int, b int, check (a > 0))",
                        "insert into old values (1, 2, 3)",
                        "alter table old add column c int default 7 check (c > 0)",
                        "alter table old rename column b to \"b b\"",
                        "alter table old rename to t"));
    }

    private static List<SqliteCase> rows() {
        String topic = "Rows";
        return List.of(
                kept(
                        topic,
                        "values of other types than their column's",
                        "kept byte for byte, with `typeof`",
                        "create table t (id integer primary key, i integer, r real, n numeric, x text, b blob, u)",
                        "insert into t values (1, 'abc', 'abc', 'abc', 12, 12, 12)",
                        "insert into t values (2, x'00ff', x'', x'41', x'41', '007', '007')",
                        "insert into t values (3, 1.5, 9007199254740993, 1e300, -0.0, 1.0, 1.0)",
                        "insert into t values (4, 9223372036854775807, -1e999, null, null, null, null)",
                        "insert into t values (5, null, null, null, cast(x'610062' as text), cast(x'ff' as text), '')"),
                kept(
                        topic,
                        "large rows",
                        "kept",
                        "create table t (id integer primary key, a blob, b text)",
                        "insert into t values (1, zeroblob(3000000), 'x'), (2, randomblob(1000000), 'y')"));
    }
}
