// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect;

import static dev.limbeck.dialect.SqlSplitter.Option.BACKSLASH_ESCAPES;
import static dev.limbeck.dialect.SqlSplitter.Option.BACKTICK_QUOTES;
import static dev.limbeck.dialect.SqlSplitter.Option.BEGIN_END;
import static dev.limbeck.dialect.SqlSplitter.Option.BRACKET_QUOTES;
import static dev.limbeck.dialect.SqlSplitter.Option.DELIMITER_LINES;
import static dev.limbeck.dialect.SqlSplitter.Option.DOLLAR_QUOTES;
import static dev.limbeck.dialect.SqlSplitter.Option.E_STRINGS;
import static dev.limbeck.dialect.SqlSplitter.Option.HASH_COMMENTS;
import static dev.limbeck.dialect.SqlSplitter.Option.NESTED_COMMENTS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.SqlSplitter.Option;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SqlSplitterTest {
    private static final Set<Option> POSTGRESQL = EnumSet.of(DOLLAR_QUOTES, NESTED_COMMENTS, E_STRINGS, BEGIN_END);
    private static final Set<Option> MYSQL =
            EnumSet.of(BACKSLASH_ESCAPES, BACKTICK_QUOTES, HASH_COMMENTS, BEGIN_END, DELIMITER_LINES);
    private static final Set<Option> SQLITE = EnumSet.of(BACKTICK_QUOTES, BRACKET_QUOTES, BEGIN_END);

    @Test
    void splitsAtSemicolonsAndTellsTheLines() {
        assertThat(SqlSplitter.split("\n  select 1;\n\nselect\n 2 ;select 3", Set.of()))
                .containsExactly(
                        new ScriptStatement("select 1", 2),
                        new ScriptStatement("select\n 2", 4),
                        new ScriptStatement("select 3", 5));
    }

    @Test
    void leavesOutEmptyStatementsAndCommentsBetweenStatements() {
        assertThat(sql(";; -- one;\n /* two; */ select 1; -- three\n ; /* four", Set.of()))
                .containsExactly("select 1");
    }

    @Test
    void keepsCommentsWithinAStatement() {
        assertThat(sql("select /* a;b */ 1 -- c;d\n, 2 -- e\n;", Set.of()))
                .containsExactly("select /* a;b */ 1 -- c;d\n, 2");
    }

    @Test
    void doesNotSplitInQuotesWhereADoubledQuoteIsPartOfTheText() {
        assertThat(sql("select 'a;''b;', \";\"\"--;\"; select 2", Set.of()))
                .containsExactly("select 'a;''b;', \";\"\"--;\"", "select 2");
    }

    @Test
    void takesABackslashForTheCharacterItIsInStandardSql() {
        assertThat(sql("select 'a\\'; select 2", POSTGRESQL)).containsExactly("select 'a\\'", "select 2");
    }

    @Test
    void knowsBackslashEscapesWhereTheDatabaseHasThem() {
        assertThat(sql("select 'a\\';', \"\\\";\"; select 2", MYSQL))
                .containsExactly("select 'a\\';', \"\\\";\"", "select 2");
        assertThat(sql("select E'a\\';''\\';', name'\\'; select 2", POSTGRESQL))
                .containsExactly("select E'a\\';''\\';', name'\\'", "select 2");
    }

    @Test
    void doesNotSplitInDollarQuotes() {
        String function = "create function f() returns int as $body$ begin; $$ ; $$ return 1; end $body$ language sql";
        assertThat(sql(function + "; select $1, a$b; select $$;$$", POSTGRESQL))
                .containsExactly(function, "select $1, a$b", "select $$;$$");
        assertThat(sql("select $$; $$", Set.of())).containsExactly("select $$", "$$");
    }

    @Test
    void closesEachLevelOfNestedComments() {
        assertThat(sql("/* a /* b; */ c; */ select 1", POSTGRESQL)).containsExactly("select 1");
        assertThat(sql("/* a /* b; */ select 1", SQLITE)).containsExactly("select 1");
    }

    @Test
    void knowsQuotedNamesInBackticksAndBrackets() {
        assertThat(sql("select `a;`, [b;]; select 2", SQLITE)).containsExactly("select `a;`, [b;]", "select 2");
        assertThat(sql("select a[1]; select '['; select ']'", POSTGRESQL))
                .containsExactly("select a[1]", "select '['", "select ']'");
    }

    @Test
    void knowsHashCommentsAndDashesThatAreNoComment() {
        assertThat(sql("# one;\nselect 5--3; select 1 -- two;\n; /*!40101 set names utf8 */;", MYSQL))
                .containsExactly("select 5--3", "select 1", "/*!40101 set names utf8 */");
    }

    @Test
    void keepsTheBodyOfATriggerTogether() {
        String trigger = """
                create temp trigger t after insert on a when new.end > case 1 when 1 then 2 end begin
                  update b set x = case when y then 1 else 2 end, z = old.begin;
                  delete from c;
                end""";
        assertThat(sql(trigger + "; select 1;", SQLITE)).containsExactly(trigger, "select 1");
    }

    @Test
    void keepsTheBodyOfARoutineTogether() {
        String procedure = """
                create definer=`root`@`localhost` procedure p()
                begin
                  declare i int;
                  while i < 3 do set i = i + 1; end while;
                  if i then begin select 1; end; end if;
                  case i when 1 then select 2; end case;
                end""";
        assertThat(sql(procedure + "; select 1;", MYSQL)).containsExactly(procedure, "select 1");
        String function = "create or replace function f() returns int begin atomic select 1; select 2; end";
        assertThat(sql(function + "; select 1", POSTGRESQL)).containsExactly(function, "select 1");
    }

    @Test
    void keepsBodiesOfMysqlTogetherHoweverTheyNest() {
        List<String> routines = List.of(
                """
                create procedure p(in n int)
                outer_loop: begin
                  declare continue handler for not found begin set @x = 1; end;
                  inner_loop: loop
                    if n > 3 then leave inner_loop; elseif n = 2 then iterate inner_loop; else if n then set n = 1; end if; end if;
                    repeat set n = repeat('x;', 2); until n > 5 end repeat;
                    case n when 1 then select 1; else begin end; end case;
                    set @a = case when n then if(n, 1, 2) else if(n, 3, 4) end;
                    for i in 1..3 do select i; end for;
                  end loop inner_loop;
                  select `end`, t.end, "end;" from t; # end; it's
                  -- end;
                end outer_loop""",
                "create trigger t before insert on x for each row if new.a is null then set new.a = if(1, 2, 3); end if",
                "create trigger t before insert on x for each row set new.a = if(new.b, 1, 2)",
                "create procedure p(x int) case x when 1 then select 1; else select 2; end case",
                "create procedure if not exists p() comment 'if;' while @x do set @x = 0; end while",
                "create function f(x int) returns int deterministic return case when x then if(x, 1, 2) else 3 end",
                "create function f() returns int deterministic lbl: loop return 1; end loop lbl",
                "create event e on schedule every 1 day do begin delete from t; delete from u; end",
                "begin not atomic declare x int; if x then select 1; end if; end",
                "/*!50003 create*/ /*!50017 definer=`a`@`b`*/ /*!50003 trigger t before insert on x for each row"
                        + " begin select 1; select 2; end */",
                "create or replace definer = current_user sql security invoker view v as select 1");
        for (String routine : routines) {
            assertThat(sql(routine + ";\nselect 1;", MYSQL)).containsExactly(routine, "select 1");
        }
        assertThat(sql(String.join(";\n", routines) + ";", MYSQL)).isEqualTo(routines);
    }

    @Test
    void readsDelimitersAsTheClientDoes() {
        String body = "create procedure p() begin select '//;', `;;`; /* ;; // */ select 1; end";
        assertThat(sql("delimiter ;;\n" + body.replace(";;", "//") + ";;\ndelimiter ;\nselect 1;;", MYSQL))
                .containsExactly(body.replace(";;", "//"), "select 1");
        assertThat(sql("DELIMITER // -- from here on\nselect ';' // select 2//\n  delimiter ;\nselect 3", MYSQL))
                .containsExactly("select ';'", "select 2", "select 3");
        assertThat(sql("select 1;\ndelimiter $$\nselect 'it''s $$', \"\\\"$$\"$$ select 3$$", MYSQL))
                .containsExactly("select 1", "select 'it''s $$', \"\\\"$$\"", "select 3");
    }

    @Test
    void doesNotTakeATransactionOrATablesNameForABlock() {
        assertThat(sql("begin; select 1; end; create table event (a int); begin; commit", SQLITE))
                .containsExactly("begin", "select 1", "end", "create table event (a int)", "begin", "commit");
    }

    @Test
    void keepsStatementsInParenthesesTogether() {
        String rule = "create rule r as on insert to a do also (select 1; select 2)";
        assertThat(sql(rule + "; select 1", POSTGRESQL)).containsExactly(rule, "select 1");
    }

    @Test
    void followsTheDelimiterThatTheScriptChooses() {
        assertThat(SqlSplitter.split(
                        "DELIMITER //\nselect 1; select 2//\nselect 3//\ndelimiter ;\nselect 4; select 5;\n"
                                + "delimiter $$\ncreate procedure p() begin end$$",
                        MYSQL))
                .containsExactly(
                        new ScriptStatement("select 1; select 2", 2),
                        new ScriptStatement("select 3", 3),
                        new ScriptStatement("select 4", 5),
                        new ScriptStatement("select 5", 5),
                        new ScriptStatement("create procedure p() begin end", 7));
    }

    @Test
    void makesTheRestOneStatementWhenAQuoteIsNotClosed() {
        assertThat(sql("select 1; select 'a; select 2;", Set.of())).containsExactly("select 1", "select 'a; select 2;");
    }

    @Test
    void findsTheStatementsThatWereJoinedAndNothingElse() {
        for (long seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            Set<Option> options = List.of(POSTGRESQL, MYSQL, SQLITE).get(random.nextInt(3));
            List<ScriptStatement> expected = new ArrayList<>();
            String script = script(random, options, expected);
            List<ScriptStatement> found = SqlSplitter.split(script, options);
            assertThat(found).as("seed %d: %s", seed, script).isEqualTo(expected);
            String joined = String.join(";\n", sql(script, options));
            assertThat(sql(joined, options)).as("joined, seed %d", seed).isEqualTo(sql(script, options));
        }
    }

    /** Whatever stands between two statements is separators, blanks and comments, and the statements have all the rest. */
    @Test
    void losesNothingOfAnyTextAndInventsNothing() {
        List<String> pieces = List.of(
                "select",
                "create trigger t",
                "create function f()",
                "begin",
                "end",
                "begin atomic",
                "case",
                "end if",
                "as",
                "x",
                "1",
                " ",
                " ",
                "\n",
                ";",
                ";",
                "'",
                "''",
                "\"",
                "`",
                "[",
                "]",
                "(",
                ")",
                "--",
                "-- it's\n",
                "/*",
                "*/",
                "#",
                "$$",
                "$t$",
                "$",
                "E'",
                "U&'",
                "\\",
                "é",
                "{",
                "/*!",
                ",",
                ".");
        for (long seed = 0; seed < 3000; seed++) {
            Random random = new Random(seed);
            Set<Option> options = List.of(POSTGRESQL, MYSQL, SQLITE).get(random.nextInt(3));
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(25); i > 0; i--) {
                text.append(pieces.get(random.nextInt(pieces.size()))).append(random.nextInt(3) == 0 ? "" : " ");
            }
            String script = text.toString();
            int position = 0;
            for (ScriptStatement statement : SqlSplitter.split(script, options)) {
                int start = script.indexOf(statement.sql(), position);
                while (start >= 0 && !isSpace(script.substring(position, start), options)) {
                    start = script.indexOf(statement.sql(), start + 1);
                }
                assertThat(start).as("seed %d: %s", seed, script).isNotNegative();
                assertThat(script.substring(0, start)
                                        .chars()
                                        .filter(c -> c == '\n')
                                        .count()
                                + 1)
                        .as("line, seed %d", seed)
                        .isEqualTo(statement.line());
                position = start + statement.sql().length();
            }
            assertThat(sql(script.substring(position), options))
                    .as("behind, seed %d: %s", seed, script)
                    .isEmpty();
        }
    }

    /** Whether a statement could begin behind this text, and none is in it. */
    private static boolean isSpace(String text, Set<Option> options) {
        return sql(text + "probe", options).equals(List.of("probe"));
    }

    private static String script(Random random, Set<Option> options, List<ScriptStatement> statements) {
        StringBuilder script = new StringBuilder();
        int count = random.nextInt(5);
        for (int i = 0; i < count; i++) {
            script.append(pick(random, "", " ", "\n\n", "-- between; it's\n", "/* it's; */", ";"));
            String sql = statement(random, options);
            statements.add(new ScriptStatement(
                    sql, (int) script.chars().filter(c -> c == '\n').count() + 1));
            script.append(sql).append(pick(random, ";", "\n;", " -- it's the end;\n;", " ;\n"));
        }
        return script.toString();
    }

    private static String statement(Random random, Set<Option> options) {
        List<String> tokens =
                new ArrayList<>(List.of("'a;''b'", "\"c;\"", "/* ; ' */", "-- ; \"\n", "(;)", "x", "\n", "+"));
        if (options.contains(DOLLAR_QUOTES)) {
            tokens.addAll(List.of("$$;'$$", "$t$;$$;$t$", "/* /* ; */ ; */", "E'\\';'"));
        }
        if (options.contains(BACKSLASH_ESCAPES)) {
            tokens.addAll(List.of("'\\';'", "# ; '\n"));
        }
        if (options.contains(BACKTICK_QUOTES)) {
            tokens.add("`;'`");
        }
        StringBuilder statement = new StringBuilder(pick(random, "select", "update", "create view v as", "'q'"));
        int count = random.nextInt(8);
        for (int i = 0; i < count; i++) {
            statement.append(' ').append(tokens.get(random.nextInt(tokens.size())));
        }
        return statement.append(" last").toString();
    }

    private static String pick(Random random, String... values) {
        return values[random.nextInt(values.length)];
    }

    private static List<String> sql(String script, Set<Option> options) {
        return SqlSplitter.split(script, options).stream()
                .map(ScriptStatement::sql)
                .toList();
    }
}
