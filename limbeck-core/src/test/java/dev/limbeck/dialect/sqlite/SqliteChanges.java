// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.sqlite;

import static dev.limbeck.dialect.sqlite.SqliteCase.kept;
import static dev.limbeck.operation.Definitions.check;
import static dev.limbeck.operation.Definitions.column;
import static dev.limbeck.operation.Definitions.columns;
import static dev.limbeck.operation.Definitions.foreignKey;
import static dev.limbeck.operation.Definitions.integer;
import static dev.limbeck.operation.Definitions.primaryKey;
import static dev.limbeck.operation.Definitions.text;
import static dev.limbeck.operation.Definitions.unique;
import static dev.limbeck.operation.Definitions.varchar;

import dev.limbeck.schema.DataType;
import java.util.List;
import java.util.stream.Stream;

/** What a rebuild changes, and what it refuses, as a table. */
final class SqliteChanges {
    private static final String SQL = "select sql from sqlite_schema where name = 't'";

    private SqliteChanges() {}

    static List<SqliteCase> all() {
        return Stream.of(renames(), changes(), options(), refusals())
                .flatMap(List::stream)
                .toList();
    }

    private static List<SqliteCase> renames() {
        String topic = "Renames";
        String[] world = {
            "create table t (id integer primary key, a int check (a > 0), g as (a * 2))",
            "insert into t (id, a) values (1, 4)",
            "create index ix on t (abs(a)) where a < 100",
            "create table u (a int references t (id), b int references t)",
            "insert into u values (1, 1)",
            "create view v as select a, t.a as again from t",
            "create trigger own after update of a on t when new.a > 5 begin select new.a; end",
            "create trigger other after insert on u begin update t set a = 9; end"
        };
        return List.of(
                kept(
                                topic,
                                "a column that everything names",
                                "renamed in checks, generated columns, indexes, views, triggers"
                                        + " and the foreign keys of other tables",
                                world)
                        .when(op -> op.batchAlterTable("t", batch -> {
                            batch.alterColumn("a", c -> c.notNull().rename("the a"));
                            batch.alterColumn("id", c -> c.rename("key"));
                        }))
                        .then("select * from v", "4|4")
                        .then("insert into u values (1, 1); select \"the a\", g from t", "9|18")
                        .then("insert into u values (2, null)", "FOREIGN KEY constraint failed")
                        .then("insert into t (\"key\", \"the a\") values (2, 0)", "CHECK constraint failed")
                        .then(
                                "select sql from sqlite_schema where name = 'ix'",
                                "CREATE INDEX ix on t (abs(\"the a\")) where \"the a\" < 100")
                        .then("update t set \"the a\" = 6", "ok"),
                kept(topic, "the table", "renamed in views, triggers and the foreign keys of other tables", world)
                        .when(op -> op.renameTable("t", "the t"))
                        .then("select * from v", "4|4")
                        .then("insert into u values (1, 1); select a, g from \"the t\"", "9|18")
                        .then("insert into u values (2, null)", "FOREIGN KEY constraint failed"),
                kept(
                                topic,
                                "two columns that exchange their names",
                                "done by a name in between",
                                "create table t (id integer primary key, a int, b int /* the b */, check (a < b))",
                                "insert into t values (1, 2, 3)")
                        .when(op -> op.batchAlterTable("t", batch -> {
                            batch.alterColumn("a", c -> c.rename("x"));
                            batch.alterColumn("b", c -> c.rename("a"));
                            batch.alterColumn("x", c -> c.rename("b"));
                            batch.addConstraint(check("ck", "a > b"));
                        }))
                        .then("select b, a from t", "2|3")
                        .then(SQL, "/* the b */"));
    }

    private static List<SqliteCase> changes() {
        String topic = "Changes";
        String table = """
                create table t (
                    id integer primary key,
                    a int unique on conflict replace not null on conflict ignore, -- the a
                    -- and the b
                    b text collate nocase default 'x', -- of it
                    c int, constraint ck check (c <> 5), unique (c, b collate rtrim)
                )""";
        String rows = "insert into t values (1, 10, 'p', 3), (2, 20, 'q', null)";
        return List.of(
                kept(
                                topic,
                                "another type, default, collation of a column",
                                "only that changes in the text",
                                table,
                                rows)
                        .when(op -> op.alterColumn(
                                "t",
                                "b",
                                c -> c.type(varchar(9)).defaultValue("y").collation("rtrim")))
                        .then(SQL, "    b varchar(9) collate rtrim default 'y', -- of it\n")
                        .then(SQL, "a int unique on conflict replace not null on conflict ignore, -- the a\n")
                        .then("select * from t", "1|10|p|3,2|20|q|null"),
                kept(topic, "a default, a collation, a not null that goes", "only that goes from the text", table, rows)
                        .when(op -> op.batchAlterTable("t", batch -> {
                            batch.alterColumn("b", c -> c.noDefault().noCollation());
                            batch.alterColumn("a", c -> c.nullable());
                        }))
                        .then(SQL, "    b text, -- of it\n")
                        .then(SQL, "    a int unique on conflict replace, -- the a\n"),
                kept(
                                topic,
                                "a column that is dropped",
                                "goes with the comments on its lines and right before them",
                                table,
                                rows)
                        .when(op -> op.batchAlterTable("t", batch -> {
                            batch.dropConstraint(unique(columns("c", "b")));
                            batch.dropColumn("b");
                        }))
                        .then(SQL, "ignore, -- the a\n    c int, constraint ck check (c <> 5)\n)")
                        .then("select * from t", "1|10|3,2|20|null"),
                kept(
                                topic,
                                "a constraint behind a column that is dropped",
                                "goes with its `on conflict`, and nothing else does",
                                table,
                                rows)
                        .when(op -> op.batchAlterTable("t", batch -> {
                            batch.dropConstraint(unique(columns("a")));
                            batch.addConstraint(unique("uq_a", "a"));
                        }))
                        .then(SQL, "    a int not null on conflict ignore, -- the a\n")
                        .then("insert into t (a) values (10)", "UNIQUE constraint failed"),
                kept(topic, "columns and constraints that are added", "stand behind those that are there", table, rows)
                        .when(op -> op.batchAlterTable("t", batch -> {
                            batch.addColumn(column("d", integer()).notNull().defaultExpression("abs(-4)"));
                            batch.addConstraint(
                                    foreignKey("fk", "d").references("t", "id").deferrable());
                            batch.alterColumn("d", c -> c.noDefault());
                            batch.dropConstraint("fk");
                        }))
                        .refused("NOT NULL constraint failed"),
                kept(
                                topic,
                                "a column that is added with an expression as its default",
                                "has its value in the rows that are there",
                                table,
                                rows)
                        .when(op -> op.addColumn(
                                "t", column("d", integer()).notNull().defaultExpression("abs(-4)")))
                        .then("select d from t", "4,4")
                        .then(SQL, "unique (c, b collate rtrim)\n)"),
                kept(
                                topic,
                                "values that are converted on the way",
                                "by `using`, in the old columns' names",
                                table,
                                rows)
                        .when(op -> op.alterColumn("t", "c", c -> c.type(text()).using("'n' || coalesce(c, a)")))
                        .then("select c from t order by id", "n3,n20"),
                kept(
                                topic,
                                "another primary key",
                                "the old one's text goes, the columns' stays",
                                "create table t (id integer primary key /* the key */, a text)",
                                "insert into t values (5, 'x')")
                        .when(op -> op.batchAlterTable("t", batch -> {
                            batch.dropConstraint(primaryKey(columns("id")));
                            batch.alterColumn("a", c -> c.notNull());
                            batch.addConstraint(primaryKey("pk", "a"));
                        }))
                        .then(
                                SQL,
                                "(id integer not null /* the key */, a text not null, constraint pk primary key (a))")
                        .then("insert into t values (6, 'x')", "UNIQUE constraint failed: t.a"));
    }

    private static List<SqliteCase> options() {
        String topic = "Options of the table";
        return List.of(
                kept(
                                topic,
                                "`setTableOption(\"t\", \"strict\", \"\")`",
                                "done where all rows fit",
                                "create table t (id integer primary key, a int)",
                                "insert into t values (1, 5), (2, null)")
                        .when(op -> op.setTableOption("t", "strict", ""))
                        .then("insert into t values (9, 'x')", "cannot store TEXT value in INT column t.a"),
                kept(
                                topic,
                                "… of rows that do not fit",
                                "refused; nothing changes",
                                "create table t (id integer primary key, a int)",
                                "insert into t values (1, 5), (2, 'x')")
                        .when(op -> op.setTableOption("t", "strict", ""))
                        .refused("cannot store TEXT value in INT column limbeck_new_t.a"),
                kept(
                                topic,
                                "… of a column whose type a strict table does not know",
                                "refused, with the types there are",
                                "create table t (id integer primary key, a varchar(9))",
                                "insert into t values (1, 'x')")
                        .when(op -> op.setTableOption("t", "strict", ""))
                        .refused("its column a is of type varchar(9); alter the type in the same batchAlterTable."),
                kept(
                                topic,
                                "`dropTableOption(\"t\", \"strict\")`",
                                "done; nothing changes of the rows",
                                "create table t (id integer primary key, a int) strict",
                                "insert into t values (1, 5)")
                        .when(op -> op.dropTableOption("t", "strict"))
                        .then("insert into t values (9, 'x')", "ok"),
                kept(
                                topic,
                                "… with a column of type any, which would turn `'007'` into 7",
                                "refused",
                                "create table t (id integer primary key, a any) strict",
                                "insert into t values (1, '007')")
                        .when(op -> op.dropTableOption("t", "strict"))
                        .refused("its column a of type any would make numbers of texts such as '007'"),
                kept(
                                topic,
                                "… together with another type for it",
                                "done",
                                "create table t (id integer primary key, a any) strict",
                                "insert into t values (1, '007')")
                        .when(op -> op.batchAlterTable("t", batch -> {
                            batch.dropOption("strict");
                            batch.alterColumn("a", c -> c.type(DataType.of("blob")));
                        }))
                        .then("select a, typeof(a) from t", "007|text"),
                kept(
                                topic,
                                "`without rowid`, set and dropped",
                                "done; the key's columns stay not null",
                                "create table t (id text primary key, a)",
                                "insert into t values ('x', 1)")
                        .when(op -> {
                            op.setTableOption("t", "without rowid", "");
                            op.dropTableOption("t", "without rowid");
                        })
                        .then("select * from t", "x|1")
                        .then("insert into t values (null, 1)", "NOT NULL constraint failed: t.id"),
                kept(
                                topic,
                                "`autoincrement`, set",
                                "done; counts on from the highest row",
                                "create table t (id integer primary key, a)",
                                "insert into t values (40, 1)")
                        .when(op -> op.setTableOption("t", "autoincrement", ""))
                        .then("delete from t; insert into t (a) values (2); select id from t", "41"),
                kept(
                                topic,
                                "`autoincrement`, dropped",
                                "done; its counter goes",
                                "create table t (id integer primary key autoincrement /* the key */, a)",
                                "insert into t values (40, 1)")
                        .when(op -> op.dropTableOption("t", "autoincrement"))
                        .then(SQL, "id integer primary key /* the key */")
                        .then("delete from t; insert into t (a) values (2); select id from t", "1"));
    }

    private static List<SqliteCase> refusals() {
        String topic = "Refused";
        String table = "create table t (id integer primary key, a int, b int check (b > 0))";
        String row = "insert into t values (1, null, 3), (2, 7, 7)";
        return List.of(
                kept(topic, "a new rule that rows break", "refused; nothing changes", table, row)
                        .when(op -> op.alterColumn("t", "a", c -> c.notNull()))
                        .refused("NOT NULL constraint failed"),
                kept(
                                topic,
                                "a foreign key that rows break",
                                "refused before the commit, with table and number of rows",
                                table,
                                row,
                                "create table p (id integer primary key)")
                        .when(op -> op.addConstraint("t", foreignKey("fk", "a").references("p", "id")))
                        .refused("1 of table t that refer to p"),
                kept(
                                topic,
                                "a foreign key that `op.execute` breaks",
                                "refused before the commit, as above",
                                table,
                                row,
                                "create table p (id integer primary key, t int references t)")
                        .when(op -> op.execute("insert into p values (1, 50)"))
                        .refused("1 of table p that refer to t"),
                kept(
                                topic,
                                "a column that a foreign key of another table refers to",
                                "refused before the commit",
                                "create table t (id integer primary key, a int unique)",
                                "create table u (a references t (a))",
                                "insert into t values (1, 1)",
                                "insert into u values (1)")
                        .when(op -> op.batchAlterTable("t", batch -> {
                            batch.dropConstraint(unique(columns("a")));
                            batch.dropColumn("a");
                        }))
                        .refused("foreign key mismatch - \"u\" referencing \"t\""),
                kept(
                                topic,
                                "to drop a column that a view or a trigger names",
                                "refused, with its name",
                                table,
                                row,
                                "create view v as select b + 1 from t")
                        .when(op -> op.batchAlterTable("t", batch -> {
                            batch.dropConstraint(check("b > 0"));
                            batch.dropColumn("b");
                        }))
                        .refused("view v names its column b, which goes away"),
                kept(
                                topic,
                                "to drop a column that a check, key, index or generated column names",
                                "refused, with its name",
                                table,
                                row)
                        .when(op -> op.dropColumn("t", "b"))
                        .refused("check constraint names its column b, which goes away"),
                kept(
                                topic,
                                "to alter a virtual table",
                                "refused",
                                "create virtual table t using fts5(a)",
                                "insert into t values ('x')")
                        .when(op -> op.addColumn("t", column("b", text())))
                        .refused("t is a virtual table"),
                kept(
                                topic,
                                "to alter a table that a virtual one keeps for itself",
                                "refused",
                                "create virtual table t using fts5(a)",
                                "insert into t values ('x')")
                        .when(op -> op.alterColumn("t_content", "id", c -> c.notNull()))
                        .refused("t_content belongs to a virtual table"),
                kept(topic, "to alter a view as if it were a table", "refused", "create view t as select 1 as a")
                        .when(op -> op.alterColumn("t", "a", c -> c.notNull()))
                        .refused("t is a view"));
    }
}
