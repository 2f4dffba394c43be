// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.config.Settings;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.run.Event;
import dev.limbeck.script.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffTest {
    @TempDir
    Path directory;

    private final List<Event> events = new ArrayList<>();
    private final Map<String, String> settings = new HashMap<>(Map.of(
            "limbeck.url", "jdbc:sqlite:shop.db",
            "limbeck.locations", "migrations",
            "limbeck.models", "sql:schema.sql"));

    @BeforeEach
    void history() throws IOException {
        Files.createDirectories(directory.resolve("migrations"));
        revision("a1", "", "create table book (id integer primary key);", "drop table book;");
        revision("b2", "a1", "alter table book add column title text;", "alter table book drop column title;");
        Files.writeString(
                directory.resolve("schema.sql"),
                "create table book (id integer primary key, title text); create table shelf (id integer primary key);");
    }

    @Test
    void byDefaultIsWhatTheDatabaseHasBeyondTheRevisionsThatRanInIt() throws SQLException {
        upgrade("a1");
        assertThat(drift().differences()).isEmpty();

        run("shop.db", "create table audit (id integer primary key)", "alter table book add column note text");

        assertThat(drift())
                .isEqualTo(new Diff.Result(
                        "history@current",
                        "database",
                        List.of("added table 'audit'", "added column 'book.note'"),
                        List.of(
                                new Diff.Change("create-table", Optional.of("audit"), List.of("added table 'audit'")),
                                new Diff.Change(
                                        "add-column", Optional.of("book"), List.of("added column 'book.note'"))),
                        Optional.empty()));
        assertThat(diff("database", "history@current").differences())
                .containsExactly("removed column 'book.note'", "removed table 'audit'");
    }

    @Test
    void comparesRevisions() {
        assertThat(diff("history@a1", "history").differences()).containsExactly("added column 'book.title'");
        assertThat(diff("b2", "a1").differences()).containsExactly("removed column 'book.title'");
        assertThat(diff("head", "-1").to()).isEqualTo("history@-1");
        assertThat(diff("base", "a1").differences()).containsExactly("added table 'book'");
        assertThat(directory.resolve("shop.db")).doesNotExist();
    }

    @Test
    void agreesWithCheck() {
        List<String> checked = with(workspace -> new Check(workspace).run(Against.HISTORY, Choices.NONE))
                .differences();

        assertThat(checked).containsExactly("added table 'shelf'");
        assertThat(diff("history", "models").differences()).isEqualTo(checked);
        assertThat(diff("models", "history").differences()).containsExactly("removed table 'shelf'");
        upgrade("head");
        assertThat(diff("database", "models").differences()).isEqualTo(checked);
    }

    @Test
    void comparesModelSourcesThatNoSettingNames() throws IOException {
        Files.writeString(directory.resolve("after.sql"), "create table shelf (id integer primary key, floor integer)");

        assertThat(diff("sql:schema.sql", "sql:after.sql").differences())
                .containsExactly("added column 'shelf.floor'", "removed table 'book'");
        assertThat(diff("models", "sql:schema.sql").differences()).isEmpty();
    }

    @Test
    void comparesOtherDatabasesAndMakesNone() throws SQLException {
        upgrade("head");
        run("other.db", "create table book (id integer primary key, title text not null)");

        assertThat(diff("database", "jdbc:sqlite:other.db").differences())
                .containsExactly("NOT NULL on column 'book.title'");
        assertThat(diff("jdbc:sqlite:other.db", "models").differences())
                .containsExactly("added table 'shelf'", "NULL on column 'book.title'");
        assertThatThrownBy(() -> diff("database", "jdbc:sqlite:none.db"))
                .isInstanceOfSatisfying(
                        MigrationException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.DATABASE_UNREACHABLE))
                .hasMessageContaining("There is no database at jdbc:sqlite:");
        assertThat(directory.resolve("none.db")).doesNotExist();
        assertThatThrownBy(() -> diff("database", "jdbc:h2:mem:x")).hasMessageContaining("databases of one kind");
    }

    @Test
    void saysWhatLeadsFromOneSideToTheOther() throws SQLException {
        upgrade("head");
        run("shop.db", "create table audit (id integer primary key)");

        String sql = script("database", "models", Language.SQL);
        assertThat(script("database", "models", Language.JAVA)).isEqualTo("""
                op.createTable("shelf",
                        column("id", integer()),
                        primaryKey(columns("id")));
                op.dropTable("audit");
                """);
        run("shop.db", sql.split(";"));

        assertThat(diff("database", "models").differences()).isEmpty();
        assertThat(script("database", "models", Language.SQL)).isEmpty();
    }

    /** A rebuild on SQLite needs the table's own text, which only a database has. */
    @Test
    void writesSqlForChangesThatHangOnWhatIsThere() throws SQLException, IOException {
        Files.writeString(
                directory.resolve("schema.sql"),
                "create table book (id integer primary key, title varchar(20) not null check (title <> ''))");
        upgrade("head");

        for (String from : List.of("database", "history")) {
            assertThat(script(from, "models", Language.SQL))
                    .as(from)
                    .contains("title varchar(20) not null", "insert into");
        }
        assertThat(script("models", "history", Language.SQL)).contains("title text");
    }

    @Test
    void takesRowsOfTheModelsBothWays() throws IOException {
        Files.writeString(
                directory.resolve("schema.sql"),
                "create table book (id integer primary key, title text); insert into book values (1, 'x');");

        assertThat(diff("history", "models").differences()).containsExactly("added 1 row(s) of table 'book'");
        assertThat(diff("models", "history").differences()).containsExactly("removed 1 row(s) of table 'book'");
    }

    @Test
    void refusesWhatIsNoSide() throws SQLException {
        assertThatThrownBy(() -> diff("nonsense", "database")).hasMessageContaining("nonsense");
        assertThatThrownBy(() -> diff("database", "xml:schema.xml")).hasMessageContaining("sql:");
        upgrade("head");
        run("shop.db", "update limbeck_version set version_num = 'c3'");
        assertThatThrownBy(this::drift).hasMessageContaining("c3");
    }

    @Test
    void masksPasswords() {
        assertThat(Side.parse("jdbc:postgresql://ann:secret@host/shop?password=secret"))
                .hasToString("jdbc:postgresql://ann:***@host/shop?password=***");
        assertThat(Side.parse("live")).isEqualTo(Side.DATABASE).hasToString("database");
    }

    private void revision(String id, String parent, String up, String down) throws IOException {
        Files.writeString(
                directory.resolve("migrations").resolve(id + "_step.sql"),
                "-- step\n--\n-- Revision ID: %s\n-- Revises: %s\n\n-- limbeck: upgrade\n%s\n-- limbeck: downgrade\n%s\n"
                        .formatted(id, parent, up, down));
    }

    private Diff.Result drift() {
        return with(workspace -> new Diff(workspace).run(Diff.Request.DRIFT));
    }

    private Diff.Result diff(String from, String to) {
        return with(workspace -> new Diff(workspace).run(new Diff.Request(from, to, Choices.NONE, null)));
    }

    private String script(String from, String to, Language language) {
        return with(workspace -> new Diff(workspace).run(new Diff.Request(from, to, Choices.NONE, language)))
                .script()
                .orElseThrow();
    }

    private void upgrade(String target) {
        with(workspace -> new Upgrade(workspace).run(target));
    }

    private void run(String file, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve(file));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        }
    }

    private <T> T with(Function<Workspace, T> command) {
        try (Workspace workspace = Workspace.open(Settings.of(settings, directory), events::add)) {
            return command.apply(workspace);
        }
    }
}
