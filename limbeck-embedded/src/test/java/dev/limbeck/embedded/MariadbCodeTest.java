// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.dialect.Reflection;
import dev.limbeck.diff.Differ;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.CodeObject;
import dev.limbeck.schema.Schema;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Views, functions, procedures and triggers: created, read, compared, changed, and brought back. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class MariadbCodeTest {
    private static final MariadbTestDatabase database = new MariadbTestDatabase();

    @BeforeEach
    void clean() {
        database.clean();
        database.execute(
                "create table books (id int primary key, title varchar(200), pages int)",
                "create table `odd ``name` (id int primary key, `select` int)",
                "create function slug(t varchar(20) charset latin1, n int) returns varchar(30) charset latin1"
                        + " deterministic no sql sql security invoker comment 'it''s' return concat(lower(t), n)",
                "create aggregate function total(x int) returns int begin declare s int default 0;"
                        + " declare continue handler for not found return s;"
                        + " loop fetch group next row; set s = s + x; end loop; end",
                "create procedure tidy(in days int, out `n m` decimal(10,2) unsigned, inout z enum('a','it''s'))"
                        + " modifies sql data begin if days > 1 then delete from books; end if; set z = 'a;'; end",
                "create procedure `no thing`() begin end",
                "create trigger second_one before insert on books for each row set new.pages = 1",
                "create trigger `a first` before insert on books for each row precedes second_one"
                        + " begin set new.title = 'x;y'; end",
                "create view titles as select id, title, slug(title, 1) as s from books where title <> 'it''s `books`.`id`'",
                "create algorithm = merge sql security invoker view a_short (n, t) as"
                        + " select b.id, t.title from titles t join books b on b.id = t.id where b.id > 1"
                        + " with cascaded check option",
                "create view odds as select o.`select` as `from` from `odd ``name` o");
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void readsEachKindAsAStatementWithoutTheDatabasesName() {
        assertThat(database.reflect().code().values())
                .extracting(CodeObject::definition)
                .containsExactly(
                        "create function slug(t varchar(20) charset latin1, n int)"
                                + " returns varchar(30) character set latin1 collate latin1_swedish_ci"
                                + " deterministic no sql sql security invoker comment 'it''s'\n"
                                + "return concat(lower(t), n)",
                        "create aggregate function total(x int) returns int\nbegin declare s int default 0;"
                                + " declare continue handler for not found return s;"
                                + " loop fetch group next row; set s = s + x; end loop; end",
                        "create procedure `no thing`()\nbegin end",
                        "create procedure tidy(in days int, out `n m` decimal(10,2) unsigned,"
                                + " inout z enum('a','it''s')) modifies sql data\n"
                                + "begin if days > 1 then delete from books; end if; set z = 'a;'; end",
                        "algorithm = merge sql security invoker as select b.id AS n,t.title AS t"
                                + " from (titles t join books b on(b.id = t.id)) where b.id > 1"
                                + " with cascaded check option",
                        "as select o.`select` AS `from` from `odd ``name` o",
                        "as select books.id AS id,books.title AS title,slug(books.title,1) AS s from books"
                                + " where books.title <> 'it''s `books`.`id`'",
                        "create trigger `a first` before insert on books for each row precedes second_one\n"
                                + "begin set new.title = 'x;y'; end",
                        "create trigger second_one before insert on books for each row\n" + "set new.pages = 1");
    }

    @Test
    void neverTakesATextThatMayNotBeReadForAnEmptyOne() throws SQLException {
        String name = database.connection().getCatalog();
        String on = " on `" + name + "`.* to reader@'127.0.0.1'";
        database.execute(
                "create or replace user reader@'127.0.0.1' identified by 'secret'", "grant select, execute" + on);
        try {
            assertThat(asReader(false).code()).isEmpty();
            assertThatThrownBy(() -> asReader(true))
                    .hasMessage(
                            "The view " + name + ".a_short cannot be compared: the user of the connection may use it,"
                                    + " but not read its text. Grant SHOW VIEW on the database, or compare as the user who made"
                                    + " it.");

            database.execute("grant show view" + on);
            assertThat(asReader(false).code().keySet()).allMatch(key -> key.kind() == CodeObject.Kind.VIEW);
            assertThatThrownBy(() -> asReader(true))
                    .hasMessage("The procedure " + name + ".no thing cannot be compared: the user of the connection may"
                            + " use it, but not read its text. Grant SHOW CREATE ROUTINE on the database (MariaDB 11.3"
                            + " and later) or SELECT on mysql.proc, or compare as the user who made it.");

            database.execute("grant show create routine, trigger" + on);
            assertThat(asReader(true)).isEqualTo(database.reflect());
        } finally {
            database.execute("drop user reader@'127.0.0.1'");
        }
    }

    private static Schema asReader(boolean complete) throws SQLException {
        String url = database.connection().getMetaData().getURL().replaceFirst("[?].*", "")
                + database.connection().getCatalog();
        try (Connection connection = DriverManager.getConnection(url, "reader", "secret")) {
            return database.dialect()
                    .reflect(connection, Reflection.everything().withComplete(complete));
        }
    }

    @Test
    void readsAViewOfATableThatIsCalledAsItsDatabaseIs() throws SQLException {
        String name = database.connection().getCatalog();
        database.execute(
                "create table " + name + " (id int)",
                "create view whole as select id, (select count(*) from " + name + ") n from " + name,
                "create view aliased as select " + name + ".id from books as " + name);

        Schema schema = database.reflect();
        database.execute("drop view whole, aliased");
        database.apply(diff(database.reflect(), schema));

        assertThat(database.reflect()).isEqualTo(schema);
        assertThat(database.query("select n from whole")).isEmpty();
    }

    @Test
    void keepsTheCharacterSetsOfTextsAndTheParametersAsTheyWereWritten() {
        database.execute(
                "create view texts as select concat(_latin1'a', _utf8'ä', _binary'b') as a from books"
                        + " where id > 1 with local check option",
                "create function `odd(`(a INT /* :) */, b enum('(','c') -- (\n) returns int return 1");
        String shown = database.query("select concat(a, 'x') from texts").toString();

        Schema schema = database.reflect();
        database.execute("drop view texts", "drop function `odd(`");
        database.apply(diff(database.reflect(), schema));

        assertThat(database.reflect()).isEqualTo(schema);
        assertThat(schema.code().values())
                .extracting(CodeObject::definition)
                .contains(
                        "as select concat(_latin1'a',_utf8mb3'ä',_binary'b') AS a from books where books.id > 1"
                                + " with local check option",
                        "create function `odd(`(a INT /* :) */, b enum('(','c') -- (\n) returns int\nreturn 1");
        assertThat(database.query("select concat(a, 'x') from texts")).hasToString(shown);
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
        database.execute("insert into books (id, title) values (7, 'a')");
        assertThat(database.query("select concat(title, pages) from books")).containsExactly("x;y1");
    }

    @Test
    void changesEachAndGoesBack() {
        Schema before = database.reflect();
        database.execute(
                "alter table books add column author int",
                "create or replace view titles as select id, title, author from books",
                "create or replace function slug(t text) returns text return t",
                "create or replace trigger `a first` before insert on books for each row precedes second_one"
                        + " set new.pages = 2",
                "create or replace procedure tidy() begin select 1; select 2; end",
                "drop procedure `no thing`");
        Schema after = database.reflect();

        database.apply(diff(after, before));
        assertThat(diff(database.reflect(), before)).isEmpty();

        List<Operation> operations = diff(before, after);
        database.apply(operations);
        assertThat(diff(database.reflect(), after)).isEmpty();
        database.apply(Operation.reverseAll(operations));
        assertThat(diff(database.reflect(), before)).isEmpty();
    }

    @Test
    void replacesInPlace() {
        database.migrate(op -> {
            op.replaceView("titles", "sql security invoker as select id, title, pages from books");
            op.replaceProcedure("tidy", "create procedure tidy() begin select 1; end");
            op.replaceTrigger(
                    "books",
                    "a first",
                    "create or replace trigger `a first` before insert on books for each row precedes second_one"
                            + " set new.title = 'z'");
        });

        assertThat(database.reflect().code().values())
                .extracting(CodeObject::definition)
                .contains(
                        "sql security invoker as select books.id AS id,books.title AS title,books.pages AS pages from books",
                        "create procedure tidy()\nbegin select 1; end",
                        "create trigger `a first` before insert on books for each row precedes second_one\n"
                                + "set new.title = 'z'");
    }

    private static List<Operation> diff(Schema from, Schema to) {
        return Differ.diff(from, to, MariadbTestDatabase.DIALECT.diffRules());
    }
}
