// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.sqlite;

import static dev.limbeck.operation.Definitions.check;
import static dev.limbeck.operation.Definitions.column;
import static dev.limbeck.operation.Definitions.columns;
import static dev.limbeck.operation.Definitions.foreignKey;
import static dev.limbeck.operation.Definitions.index;
import static dev.limbeck.operation.Definitions.integer;
import static dev.limbeck.operation.Definitions.text;
import static dev.limbeck.operation.Definitions.unique;
import static dev.limbeck.operation.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Table;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteRebuildTest {
    private final SqliteFixture database = new SqliteFixture();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void followsTheStepsOfTheManual() {
        database.sql(
                "create table t (id integer primary key, a int, b text default 'x')",
                "create index ix_a on t (a)",
                "create trigger tr after insert on t begin select 1; end");

        List<String> statements = database.migrate(op -> op.batchAlterTable("t", batch -> {
            batch.alterColumn("a", c -> c.type(varchar(10)).using("'n' || a").rename("c"));
            batch.dropColumn("b");
            batch.addColumn(column("d", integer()).notNull().defaultExpression("abs(-1)"));
        }));

        assertThat(statements)
                .containsExactly(
                        "create table limbeck_new_t (id integer primary key, a varchar(10),"
                                + " d integer default (abs(-1)) not null)",
                        """
                        insert into limbeck_new_t (id, a)
                        select id, 'n' || a
                        from t""",
                        "drop table t",
                        "pragma legacy_alter_table = on",
                        "alter table limbeck_new_t rename to t",
                        "pragma legacy_alter_table = off",
                        "CREATE INDEX ix_a on t (a)",
                        "CREATE TRIGGER tr after insert on t begin select 1; end",
                        "alter table t rename column a to c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table t (id integer primary key, x int check (x > 0) constraint ck check (x < 9), check (x <> 5))",
                "create table t (id integer primary key autoincrement, x int default 4)",
                "create table t (id integer constraint pk_t primary key autoincrement, x int)",
                "create table t (id text primary key, x int) without rowid",
                "create table t (id integer primary key, x any) strict",
                "create table t (id int, x int, constraint \"odd pk\" primary key (x, id)) strict, without rowid",
                "create table t (id integer primary key, x text collate nocase unique default 'It''s')",
                "create table t (id integer primary key, x, y as (x + 1), z as (x || '''') stored unique)",
                "create table t (id integer primary key, x timestamp default current_timestamp, y default (1 + 1))",
                "create table t (id integer primary key, x int references t on delete cascade deferrable initially deferred)",
                "create table t (id integer primary key, x int, \"select\" int, \"a \"\"b\" int, check (\"a \"\"b\" is null))",
            })
    void keepsEverythingThatTheTableSays(String sql) {
        database.sql(sql, "insert into t (id, x) values (1, 1)");
        Table before = database.table("t");
        List<String> rows = database.rows("select * from t");

        database.migrate(op -> op.addConstraint("t", check("ck_new", "id <> 77")));

        assertThat(database.table("t")).isEqualTo(before.plus(new Constraint.Check("ck_new", "id <> 77")));
        assertThat(database.rows("select * from t")).isEqualTo(rows);
    }

    @Test
    void keepsIndexesOfAllKinds() {
        database.sql(
                "create table t (id integer primary key, a text, b int)",
                "create unique index \"odd ix\" on t (a collate nocase desc) where b > 0",
                "create index ix_e on t (lower(a), b desc)");
        List<Index> before = database.table("t").indexes();

        database.migrate(op -> op.addConstraint("t", unique("uq", "b")));

        assertThat(database.table("t").indexes()).hasSize(2).isEqualTo(before);
        assertThat(database.rows("select name from sqlite_schema where type = 'index' and sql is not null order by 1"))
                .containsExactly("ix_e", "odd ix");
    }

    @Test
    void keepsTheCounterThoughTheHighestRowIsGone() {
        database.sql(
                "create table \"it's\" (id integer primary key autoincrement, a int)",
                "insert into \"it's\" (id) values (1), (40)",
                "delete from \"it's\" where id = 40");

        database.migrate(op -> op.addConstraint("it's", check("a is null")));
        database.sql("insert into \"it's\" (a) values (null)");

        assertThat(database.rows("select id from \"it's\"")).containsExactly("1", "41");
        assertThat(database.rows("select * from sqlite_sequence")).containsExactly("it's|41");
    }

    @Test
    void keepsTheRowsThatReferToTheTable() {
        database.sql(
                "create table parent (id integer primary key, a int)",
                "create table child (id integer primary key, parent_id int references parent on delete cascade)",
                "insert into parent values (1, 1), (2, 2)",
                "insert into child values (10, 1), (11, 2)");

        database.migrate(op -> op.alterColumn("parent", "a", c -> c.notNull()));

        assertThat(database.rows("select * from child")).containsExactly("10|1", "11|2");
        assertThat(database.table("child").foreignKeys())
                .extracting(Constraint.ForeignKey::references)
                .containsExactly(Name.of("parent"));
        database.sql("pragma foreign_keys = on", "delete from parent where id = 1");
        assertThat(database.rows("select id from child")).containsExactly("11");
    }

    @Test
    void keepsTriggersAndViewsAtWork() {
        database.sql(
                "create table t (id integer primary key, a int)",
                "create table log (said text)",
                "create view v as select id, a from t",
                "create view w as select a from v",
                "create trigger own after insert on t begin insert into log values ('own ' || new.a); end",
                "create trigger other after delete on log begin update t set a = 0; end",
                "create trigger instead instead of insert on v begin insert into t (a) values (new.a); end");
        List<String> before = database.rows("select sql from sqlite_schema where type <> 'table' order by name");

        database.migrate(op -> op.alterColumn("t", "a", c -> c.defaultValue(5)));
        database.sql("insert into v (a) values (3)");

        assertThat(database.rows("select sql from sqlite_schema where type <> 'table' order by name"))
                .isEqualTo(before);
        assertThat(database.rows("select said from log")).containsExactly("own 3");
        database.sql("delete from log");
        assertThat(database.rows("select a from w")).containsExactly("0");
    }

    @Test
    void renamesAColumnWhereverItIsNamed() {
        database.sql(
                "create table t (id integer primary key, a int unique check (a > 0), g as (a * 2))",
                "create index ix on t (abs(a)) where a < 100",
                "create table u (a int references t (a))",
                "create view v as select a from t",
                "create trigger tr after update of a on t begin select new.a; end",
                "insert into t (a) values (4)");

        database.migrate(op -> op.alterColumn("t", "a", c -> c.notNull().rename("select")));

        Table table = database.table("t");
        assertThat(table.constraints()).contains(new Constraint.Check(null, "\"select\" > 0"));
        assertThat(table.index("ix").orElseThrow().where()).isEqualTo("\"select\" < 100");
        assertThat(database.table("u").foreignKeys().get(0).referencedColumns()).containsExactly("select");
        assertThat(database.rows("select * from v")).containsExactly("4");
        assertThat(database.rows("select g from t")).containsExactly("8");
        database.sql("update t set \"select\" = 5");
    }

    @Test
    void exchangesTheNamesOfTwoColumnsAndReusesTheNameOfADroppedOne() {
        database.sql(
                "create table t (id integer primary key, a int, b int, c int, check (a < b))",
                "insert into t values (1, 10, 20, 30)");

        database.migrate(op -> op.batchAlterTable("t", batch -> {
            batch.alterColumn("a", c -> c.rename("x"));
            batch.alterColumn("b", c -> c.rename("a"));
            batch.alterColumn("x", c -> c.rename("b"));
            batch.alterColumn("id", c -> c.rename("old_id"));
            batch.dropColumn("c");
            batch.alterColumn("old_id", c -> c.rename("c"));
            batch.addColumn(column("id", integer()).defaultValue(7));
            batch.addConstraint(check("ck", "a > b and c > 0 and id = 7"));
        }));

        assertThat(database.rows("select c, b, a, id from t")).containsExactly("1|10|20|7");
        assertThat(database.table("t").constraints())
                .containsExactlyInAnyOrder(
                        new Constraint.PrimaryKey(null, List.of("c")),
                        new Constraint.Check(null, "b < a"),
                        new Constraint.Check("ck", "a > b and c > 0 and id = 7"));
    }

    @Test
    void dropsAConstraintThatHasNoName() {
        database.sql("create table t (id integer primary key, a int unique, b int unique references t, check (a > 0))");

        database.migrate(op -> op.batchAlterTable("t", batch -> {
            batch.dropConstraint(unique(columns("b")));
            batch.dropConstraint(check("a > 0"));
            batch.dropConstraint(foreignKey(columns("b")).references("t", "id"));
        }));

        assertThat(database.table("t").constraints())
                .containsExactly(
                        new Constraint.PrimaryKey(null, List.of("id")), Constraint.Unique.of(null, List.of("a")));
    }

    @Test
    void rebuildsATableOnceForSeveralChanges() {
        database.sql("create table t (id integer primary key, a int, b int)");

        List<String> statements = database.migrate(op -> op.batchAlterTable("t", batch -> {
            batch.alterColumn("a", c -> c.notNull());
            batch.addConstraint(unique("uq_b", "b"));
            batch.createIndex(index("ix_a", "a"));
            batch.addColumn(column("c", text()));
        }));

        assertThat(statements).filteredOn(sql -> sql.startsWith("create table")).hasSize(1);
        assertThat(database.table("t").index("ix_a")).isPresent();
    }

    @Test
    void doesNothingToTheTableWhenARowBreaksTheNewRule() {
        database.sql("create table t (id integer primary key, a int)", "insert into t values (1, null)");
        List<String> before = database.rows("select sql from sqlite_schema");

        assertThatThrownBy(() -> database.migrate(op -> op.alterColumn("t", "a", c -> c.notNull())))
                .hasMessageContaining("NOT NULL constraint failed: limbeck_new_t.a");

        assertThat(database.rows("select sql from sqlite_schema")).isEqualTo(before);
        assertThat(database.rows("select id from t")).containsExactly("1");
    }

    @Test
    void refusesToTakeAColumnAwayFromAViewOrATrigger() {
        database.sql(
                "create table t (id integer primary key, a int unique)",
                "create view v as select A + 1 as b from t",
                "create view elsewhere as select 1 as a");

        assertThatThrownBy(() -> database.migrate(op -> op.batchAlterTable("t", batch -> {
                    batch.dropConstraint(unique(columns("a")));
                    batch.dropColumn("a");
                })))
                .hasMessage("Table t cannot be rebuilt: view v names its column a, which goes away;"
                        + " drop the view before and create it again after, with op.execute.");
    }

    @Test
    void refusesToDropAColumnThatAConstraintNames() {
        database.sql("create table t (id integer primary key, a int, constraint ck check (a > 0))");

        assertThatThrownBy(() -> database.migrate(op -> op.dropColumn("t", "a")))
                .hasMessage("Table t cannot be rebuilt: check constraint ck names its column a, which goes away;"
                        + " drop that first, or in the same batchAlterTable.");
    }
}
