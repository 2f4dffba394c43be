// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.config.Settings;
import dev.limbeck.error.MigrationException;
import dev.limbeck.run.Event;
import dev.limbeck.run.Listener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a database that commits at each change of the schema, a run that died is gone on with statement by statement. */
class ResumeTest {
    private static final String REVISION = """
            package migrations;

            import static dev.limbeck.operation.Definitions.*;

            import dev.limbeck.Migration;
            import dev.limbeck.Revision;
            import dev.limbeck.operation.Operations;
            import dev.limbeck.operation.Row;
            import java.util.List;

            /** All sorts. */
            @Revision(id = "2222", downRevision = "1111")
            public class R2222_all_sorts implements Migration {

                @Override
                public void upgrade(Operations op) {
                    op.createTable("orders",
                            column("id", integer()).notNull(),
                            column("state", varchar(10)).comment("where it is"),
                            primaryKey("pk_orders", "id"));
                    op.createIndex("orders", index("ix_orders_state", "state"));
                    op.bulkInsert("orders", List.of("id", "state"), row(1, "new"), row(2, "old"));
                    op.alterColumn("orders", "state", c -> c.type(varchar(40)).notNull().rename("place"));
                    op.execute("update orders set place = place || '!'");
                    op.execute("alter table book add column pages integer default 7");
                    op.renameTable("orders", "purchase");
                    op.execute("insert into purchase (id, place) values (3, 'third')");
                    op.dropColumn("book", "title");
                }

                @Override
                public void downgrade(Operations op) {
                    op.addColumn("book", column("title", varchar(80)));
                    op.execute("delete from purchase where id = 3");
                    op.renameTable("purchase", "orders");
                    op.dropColumn("book", "pages");
                    op.dropTable("orders");
                }
            }
            """;

    @TempDir
    private Path directory;

    private final List<Event> events = new ArrayList<>();
    private String database = "";
    private Connection open;
    private int databases;

    /** Ends a run as {@code kill} would: nobody cleans up behind it. */
    private static final class Killed extends Error {}

    @BeforeEach
    void writeHistory() throws IOException, SQLException {
        Path migrations = Files.createDirectories(directory.resolve("migrations"));
        Files.writeString(migrations.resolve("1111_book.sql"), """
                -- Create book
                --
                -- Revision ID: 1111
                -- Revises:

                -- limbeck: upgrade
                create table book (id integer primary key, title varchar(80));

                -- limbeck: downgrade
                drop table book;
                """);
        Files.writeString(migrations.resolve("R2222_all_sorts.java"), REVISION);
        newDatabase();
    }

    @AfterEach
    void close() throws SQLException {
        open.close();
    }

    @Test
    void goesOnBehindWhicheverStatementItDied() throws SQLException {
        upgrade("head", events::add);
        List<String> undisturbed = content();
        int statements = statements();
        assertThat(statements).isGreaterThan(10);

        for (int last = 1; last <= statements; last++) {
            newDatabase();
            int dying = last;
            assertThatThrownBy(() -> upgrade("head", dyingAt(dying))).isInstanceOf(Killed.class);

            upgrade("head", events::add);

            assertThat(content()).as("killed behind statement %d", last).isEqualTo(undisturbed);
            assertThat(query("select revision from limbeck_journal")).isEmpty();
            assertThat(query("select count(*) from limbeck_log where outcome = 'died'"))
                    .containsExactly("1");
            assertThat(query("select revision from limbeck_log where outcome = 'done' order by seq"))
                    .containsExactly("1111", "2222");
        }
    }

    @Test
    void goesOnWithADowngrade() throws SQLException {
        upgrade("head", Listener.SILENT);
        downgrade("1111", events::add);
        List<String> undisturbed = content();
        int statements = statements();

        for (int last = 1; last <= statements; last++) {
            newDatabase();
            upgrade("head", Listener.SILENT);
            int dying = last;
            assertThatThrownBy(() -> downgrade("1111", dyingAt(dying))).isInstanceOf(Killed.class);

            downgrade("1111", events::add);

            assertThat(content()).as("killed behind statement %d", last).isEqualTo(undisturbed);
        }
    }

    @Test
    void findsOutThatAStatementTookEffect() throws SQLException {
        upgrade("1111", Listener.SILENT);
        assertThatThrownBy(() -> upgrade("head", dyingAt(1))).isInstanceOf(Killed.class);

        upgrade("head", events::add);

        assertThat(notes())
                .contains(
                        "The earlier run ended within statement 1 of operation 1 (migrations/R2222_all_sorts.java:17); the"
                                + " database shows that it took effect, so it is not run again.");
    }

    @Test
    void refusesAnOperationThatIsAnotherNowAndOfWhichAPartIsDone() throws SQLException, IOException {
        upgrade("1111", Listener.SILENT);
        assertThatThrownBy(() -> upgrade("head", dyingAt(1))).isInstanceOf(Killed.class);
        Path file = directory.resolve("migrations/R2222_all_sorts.java");
        Files.writeString(file, REVISION.replace("column(\"state\", varchar(10))", "column(\"state\", varchar(12))"));

        assertThatThrownBy(() -> upgrade("head", Listener.SILENT))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("R2222_all_sorts.java:17), of which 1 of 2 statement(s) are done")
                .hasMessageContaining("limbeck resolve 2222 --rolled-back");

        Files.writeString(file, REVISION);
        assertThat(upgrade("head", Listener.SILENT).to()).containsExactly("2222");
    }

    @Test
    void tellsWhatIsDoneAndTakesAPersonsWord() throws SQLException {
        upgrade("1111", Listener.SILENT);
        assertThatThrownBy(() -> upgrade("head", dyingAt(4))).isInstanceOf(Killed.class);

        Status.Result status = status();

        assertThat(status.current()).containsExactly("1111");
        Status.UnderWay underWay = status.underWay().get(0);
        assertThat(underWay.revision()).isEqualTo("2222");
        assertThat(underWay.operations().stream().map(Status.Part::state))
                .startsWith(Status.State.DONE)
                .endsWith(Status.State.LEFT);

        execute("drop table orders");
        assertThat(resolve(Resolve.Word.ROLLED_BACK).to()).containsExactly("1111");
        assertThat(status().underWay()).isEmpty();
        assertThat(upgrade("head", Listener.SILENT).to()).containsExactly("2222");
        assertThat(query("select direction || ' ' || outcome from limbeck_log where revision = '2222' order by seq"))
                .containsExactly("resolve done", "upgrade done");
    }

    @Test
    void takesARevisionThatAPersonBroughtToItsEndAsApplied() throws SQLException {
        upgrade("1111", Listener.SILENT);
        assertThatThrownBy(() -> upgrade("head", dyingAt(4))).isInstanceOf(Killed.class);

        assertThat(resolve(Resolve.Word.APPLIED).to()).containsExactly("2222");
        assertThat(upgrade("head", Listener.SILENT).ran()).isEmpty();
    }

    @Test
    void asksAPersonWhereNothingShowsWhetherAStatementTookEffect() throws SQLException, IOException {
        execute("create alias note for \"java.lang.System.nanoTime\"");
        Files.writeString(directory.resolve("migrations/3333_call.sql"), """
                -- Call
                --
                -- Revision ID: 3333
                -- Revises: 1111

                -- limbeck: upgrade
                call note();
                create table t (id integer);
                """);
        upgrade("1111", Listener.SILENT);
        assertThatThrownBy(() -> upgrade("3333", dyingAt(1))).isInstanceOf(Killed.class);

        assertThatThrownBy(() -> upgrade("3333", Listener.SILENT))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("nothing shows whether it took effect")
                .hasMessageContaining("call note()")
                .hasMessageContaining("limbeck resolve 3333 --skip")
                .hasMessageContaining("limbeck resolve 3333 --retry");

        try (Workspace workspace = workspace(Listener.SILENT)) {
            new Resolve(workspace).run("3333", Resolve.Word.SKIP);
        }
        upgrade("3333", events::add);
        assertThat(statements()).isEqualTo(1);
    }

    @Test
    void refusesTheWordOnWhatIsNotUnderWay() {
        upgrade("1111", Listener.SILENT);

        assertThatThrownBy(() -> resolve(Resolve.Word.APPLIED))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("No revision 2222 is under way");
    }

    private Listener dyingAt(int statement) {
        int[] seen = {0};
        return event -> {
            if (event instanceof Event.StatementExecuted && ++seen[0] == statement) {
                throw new Killed();
            }
        };
    }

    private int statements() {
        return (int) events.stream()
                .filter(Event.StatementExecuted.class::isInstance)
                .count();
    }

    private List<String> notes() {
        return events.stream()
                .filter(Event.Note.class::isInstance)
                .map(event -> ((Event.Note) event).text().replace(directory + "/", ""))
                .toList();
    }

    private MoveResult upgrade(String target, Listener listener) {
        try (Workspace workspace = workspace(listener)) {
            return new Upgrade(workspace).run(target);
        }
    }

    private MoveResult downgrade(String target, Listener listener) {
        try (Workspace workspace = workspace(listener)) {
            return new Downgrade(workspace).run(target);
        }
    }

    private Status.Result status() {
        try (Workspace workspace = workspace(Listener.SILENT)) {
            return new Status(workspace).run();
        }
    }

    private Resolve.Result resolve(Resolve.Word word) {
        try (Workspace workspace = workspace(Listener.SILENT)) {
            return new Resolve(workspace).run("2222", word);
        }
    }

    private Workspace workspace(Listener listener) {
        return Workspace.open(Settings.of(Map.of("limbeck.url", database), directory), listener);
    }

    /** An empty one, which lives as long as a connection to it. */
    private void newDatabase() throws SQLException {
        if (open != null) {
            open.close();
        }
        database = "jdbc:h2:mem:resume" + ++databases + "_" + directory.getFileName();
        open = DriverManager.getConnection(database);
        events.clear();
    }

    /** The schema but for Limbeck's own tables, and the rows. */
    private List<String> content() throws SQLException {
        List<String> content = new ArrayList<>(query("script nodata nosettings noversion"));
        content.removeIf(line -> line.contains("LIMBECK_") || line.contains("row(s)") || line.contains("CREATE USER"));
        content.replaceAll(line -> line.replaceAll("SYSTEM_SEQUENCE_\\w+", "SEQUENCE"));
        content.addAll(query("select * from book order by 1"));
        if (!query("select 1 from information_schema.tables where table_name = 'PURCHASE'")
                .isEmpty()) {
            content.addAll(query("select id || ' ' || place from purchase order by 1"));
        }
        return content;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = open.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> query(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = open.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                values.add(result.getString(1));
            }
        }
        return values;
    }
}
