// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.operation.Operation;
import dev.limbeck.revision.Direction;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlRevisionTest {
    private static final Path FILE = Path.of("migrations/a1_x.sql");
    private static final String HEADER = "-- Revision ID: a1\n-- Revises:\n\n";

    private static final String SECTIONS = HEADER + """
            -- limbeck: upgrade postgresql
            create index concurrently ix on t (a);
            -- limbeck: upgrade mariadb, mysql
            create index ix on t (a) lock = none;
            -- limbeck: upgrade
            create index ix on t (a);
            -- limbeck: downgrade sqlite,h2
            drop index ix;
            """;

    @ParameterizedTest
    @CsvSource({
        "postgresql, create index concurrently ix on t (a), 5",
        "mariadb, create index ix on t (a) lock = none, 7",
        "mysql, create index ix on t (a) lock = none, 7",
        "sqlite, create index ix on t (a), 9",
        "h2, create index ix on t (a), 9"
    })
    void runsTheSectionThatNamesTheDatabaseAndElseTheOneThatNamesNone(String dialect, String sql, int line)
            throws BadHeaderException {
        LocatedOperation only = revision(SECTIONS, dialect).upgrade().get(0);

        assertThat(((Operation.Execute) only.operation()).sql()).isEqualTo(sql);
        assertThat(only.location().line()).isEqualTo(line);
    }

    @Test
    void aSectionSaysHowLongItsStatementsWaitAndRun() throws BadHeaderException {
        SqlRevision revision = revision(
                HEADER
                        + "-- limbeck: upgrade\n-- limbeck: lock-timeout 500ms\nselect 1;\n-- limbeck: statement-timeout off\n"
                        + "-- limbeck: downgrade\nselect 2;\n",
                "h2");

        assertThat(revision.limits(Direction.UPGRADE)).isEqualTo(TimeLimits.of("500ms", "off"));
        assertThat(revision.limits(Direction.DOWNGRADE)).isEqualTo(TimeLimits.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-- limbeck: upgrade@-- limbeck: lock-timeout 5 | 5 | a duration is a number with its unit, such as 30s or 5m, or off",
                "-- limbeck: upgrade@-- limbeck: lock-timeout | 5 | a duration is a number with its unit",
                "-- limbeck: lock-timeout 5s@-- limbeck: upgrade | 4 | stands outside of a section",
                "-- limbeck: upgrade@-- limbeck: lock-timeout 5s@-- limbeck: lock-timeout 6s | 6 | is said twice of a section"
            })
    void refusesALimitThatMakesNoSense(String sections, int line, String message) {
        assertThatThrownBy(() -> SqlSections.read(HEADER + sections.replace('@', '\n') + "\n", 3))
                .isInstanceOfSatisfying(
                        BadHeaderException.class, bad -> assertThat(bad.line()).isEqualTo(line))
                .hasMessageContaining(message);
    }

    @Test
    void saysThatThereIsNoSectionForTheDatabase() throws BadHeaderException {
        SqlRevision revision = revision(HEADER + "-- limbeck: upgrade h2, postgresql\nselect 1;\n", "sqlite");

        assertThatThrownBy(revision::upgrade)
                .hasMessage(
                        FILE + " has no section for SQLite: its section \"-- limbeck: upgrade\" is for h2, postgresql"
                                + " only; write \"-- limbeck: upgrade sqlite\", or one without a name for every other database"
                                + " (an empty one if there is nothing to do).");
    }

    @Test
    void hasNoWayBackWhereTheDowngradeIsForOtherDatabases() throws BadHeaderException {
        assertThat(revision(SECTIONS, "sqlite").downgrade())
                .extracting(LocatedOperation::operation)
                .containsExactly(new Operation.Execute("drop index ix", List.of()));
        assertThat(revision(SECTIONS, "postgresql").downgrade().get(0).operation())
                .isInstanceOfSatisfying(
                        Operation.Irreversible.class,
                        refusal -> assertThat(refusal.reason())
                                .contains("has no way back on PostgreSQL")
                                .contains("is for h2, sqlite only"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-- limbeck: upgrade oracle | 4 | names the unknown database oracle; there are h2, mariadb, mysql,"
                        + " postgresql, sqlite, with a comma between several",
                "-- limbeck: upgrade h2, | 4 | names no database",
                "-- limbeck: upgrade h2 mysql | 4 | names the unknown database h2 mysql",
                "-- limbeck: upgrade h2;-- limbeck: upgrade sqlite, h2 | 5 | has a second section upgrade sqlite, h2",
                "-- limbeck: upgrade;-- limbeck: upgrade | 5 | has a second section upgrade; join the two",
                "-- limbeck: downgrade | 0 | has no line \"-- limbeck: upgrade\"",
                "-- limbeck: variable a b | 4 | declares nothing; write \"-- limbeck: variable NAME = VALUE\"",
                "-- limbeck: variable a = 1;-- limbeck: variable a = 2 | 5 | the variable a is declared twice",
                "-- limbeck: variable tag = 1 | 4 | a variable cannot be called tag",
                "-- limbeck: upgrade;-- limbeck: variable a = 1 | 5 | stands in a section",
                "-- limbeck: arguments please | 4 | nothing may follow",
                "-- limbeck: upgrade;-- limbeck: no-transaction now | 5 | nothing may follow",
                "-- limbeck: upgrades | 4 | unknown marker \"-- limbeck: upgrades\"",
            })
    void refusesAMarkerThatItCannotRead(String markers, int line, String message) {
        String text = HEADER + markers.replace(';', '\n') + "\n";

        assertThatThrownBy(() -> revision(text, "sqlite"))
                .isInstanceOfSatisfying(
                        BadHeaderException.class, bad -> assertThat(bad.line()).isEqualTo(line))
                .hasMessageContaining(message);
    }

    @Test
    void putsVariablesIntoStatementsAsTheyAre() throws BadHeaderException {
        assertThat(
                        upgrade(
                                "-- limbeck: variable schema = app\n-- limbeck: variable size.big=10 + 1\n",
                                "select '${schema}' from ${schema}.t where a = ${size.big}; select \\${schema}, $1, ${x:a}, ${ a };"))
                .containsExactly("select 'app' from app.t where a = 10 + 1", "select ${schema}, $1, ${x:a}, ${ a }");
    }

    @Test
    void fillsArgumentsIntoVariablesAndNothingIntoWhatAnArgumentBrings() throws BadHeaderException {
        String declared = "-- limbeck: arguments\n-- limbeck: variable schema = ${x:schema:app}\n";

        assertThat(upgrade(declared, "select ${schema}.a, '${x:text}';", Map.of("text", "${schema} \\${schema}")))
                .containsExactly("select app.a, '${schema} \\${schema}'");
        assertThat(upgrade(declared, "select ${schema}.a;", Map.of("schema", "other")))
                .containsExactly("select other.a");
    }

    @Test
    void leavesEveryDollarAloneInAFileThatDeclaresNothing() throws BadHeaderException {
        assertThat(upgrade("", "select '\\${a} ${b} ${x:c} ${tag}';"))
                .containsExactly("select '\\${a} ${b} ${x:c} ${tag}'");
    }

    @Test
    void refusesAVariableThatIsNotDeclaredWithItsLine() {
        assertThatThrownBy(() -> upgrade("-- limbeck: variable schema = app\n", "select 1;\nselect\n  ${schem}.a;"))
                .hasMessage(FILE + ":8: the statement names the variable ${schem}, and the file declares schema."
                        + " Correct the name, declare it before the first section with"
                        + " \"-- limbeck: variable NAME = VALUE\", or write \\${schem} for a text that is none.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "postgresql | copy t (a) from stdin; | copy from stdin or to stdout",
                "postgresql | COPY t FROM /* rows */ STDIN WITH (format csv); | copy from stdin or to stdout",
                "postgresql | \\copy t from 'x.csv' | \"\\copy\" is a command of psql, not SQL",
                "postgresql | \\i other.sql | for \\i put the statements into this file",
                "postgresql | select 1 \\gexec | \"\\gexec\" is a command of psql",
                "postgresql | \\set schema app | \"\\set\" is a command of psql",
                "sqlite | .read other.sql | \".read other.sql\" is a command of the sqlite3 shell",
            })
    void refusesWhatOnlyTheDatabasesOwnClientRuns(String dialect, String statement, String message) {
        String text = HEADER + "-- limbeck: upgrade\nselect 1;\n" + statement + "\n";

        assertThatThrownBy(() -> revision(text, dialect).upgrade())
                .hasMessageStartingWith(FILE + ":6: ")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "select 'a \\i b', E'\\'\\i', \"\\i\", $$ \\i $$, $t$ \\copy $t$ -- \\i",
                "copy t from '/srv/rows.csv'",
                "comment on table t is 'copy t from stdin'",
            })
    void letsSqlThroughThatOnlyLooksLikeIt(String statement) throws BadHeaderException {
        assertThat(revision(HEADER + "-- limbeck: upgrade\n" + statement + "\n;\n", "postgresql")
                        .upgrade())
                .hasSize(1);
    }

    private static List<String> upgrade(String declared, String statements) throws BadHeaderException {
        return upgrade(declared, statements, Map.of());
    }

    private static List<String> upgrade(String declared, String statements, Map<String, String> arguments)
            throws BadHeaderException {
        String text = HEADER + declared + "-- limbeck: upgrade\n" + statements + "\n";
        return revision(text, "h2", new Arguments(arguments, null)).upgrade().stream()
                .map(located -> ((Operation.Execute) located.operation()).sql())
                .toList();
    }

    private static SqlRevision revision(String text, String dialect) throws BadHeaderException {
        return revision(text, dialect, Arguments.NONE);
    }

    private static SqlRevision revision(String text, String dialect, Arguments arguments) throws BadHeaderException {
        Dialect found = Dialects.all().stream()
                .filter(each -> each.name().equals(dialect))
                .findFirst()
                .orElseThrow();
        RevisionScript script =
                RevisionScript.parse(SourceFile.of(FILE, text), List.of()).orElseThrow();
        return SqlRevision.of(script, found, arguments);
    }
}
