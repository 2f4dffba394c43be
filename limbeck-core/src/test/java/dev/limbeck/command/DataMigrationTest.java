// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.config.Settings;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.run.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Migrations that ask the database, commit in between, or are interrupted; on SQLite, whose driver is at hand here. */
class DataMigrationTest {
    @TempDir
    private Path directory;

    private final List<Event> events = new ArrayList<>();
    private final Map<String, String> more = new HashMap<>();

    @BeforeEach
    void writeFirstRevision() throws IOException {
        revision("1111", "", """
                op.createTable("users",
                        column("id", integer()).notNull(), column("first", varchar(80)), column("full_name", varchar(80)),
                        primaryKey("users_pkey", "id"));
                op.bulkInsert("users", List.of("id", "first"), row(1, "Ann"), row(2, "Bob"), row(3, null));
                """);
    }

    @Test
    void aQuerySeesWhatWasSaidBeforeItAndTheRestFollowsIt() throws IOException, SQLException {
        revision("2222", "1111", """
                op.addColumn("users", column("nick", varchar(10)));
                for (ResultRow row : op.query("select ID, first, nick from users where id < ? order by id", 3)) {
                    op.execute("update users set nick = ? where id = ?",
                            row.getString("FIRST") + row.getLong("id") + row.isNull(3), row.getInt(1));
                }
                """);

        upgrade("head");

        assertThat(query("select nick from users order by id")).containsExactly("Ann1true", "Bob2true", null);
    }

    @Test
    void whatRanBeforeAQueryIsRolledBackWhenTheMigrationFailsBehindIt() throws IOException, SQLException {
        upgrade("head");
        revision("2222", "1111", """
                op.createTable("pets", column("id", integer()));
                if (op.query("select id from users").size() == 3) throw new IllegalStateException("three");
                """);

        assertThatThrownBy(() -> upgrade("head"))
                .hasMessageContaining("R2222.java:14: java.lang.IllegalStateException: three")
                .hasMessageNotContaining("nothing of it was run")
                .hasMessageContaining("Everything this revision did was rolled back; the database is at 1111.");
        assertThat(query("select name from sqlite_schema where name = 'pets'")).isEmpty();
    }

    @Test
    void aMigrationThatCatchesAFailureOfItsOperationsDoesNotGoOn() throws IOException, SQLException {
        upgrade("head");
        revision("2222", "1111", """
                op.execute("insert into nowhere values (1)");
                try {
                    op.query("select 1");
                } catch (RuntimeException swallowed) {
                    op.execute("delete from users");
                }
                """);

        assertThatThrownBy(() -> upgrade("head"))
                .hasMessageContaining("R2222.java:13")
                .hasMessageContaining("no such table: nowhere");
        assertThat(query("select count(*) from users")).containsExactly("3");
    }

    @Test
    void aQueryThatFailsSaysWhereItStands() throws IOException {
        revision("2222", "1111", """
                op.query("select nothing from users");
                """);

        assertThatThrownBy(() -> upgrade("head")).isInstanceOfSatisfying(MigrationException.class, failure -> {
            assertThat(failure.code()).isEqualTo(ErrorCode.STATEMENT_FAILED);
            assertThat(failure)
                    .hasMessageContaining("R2222.java:13, in its query")
                    .hasMessageContaining("nothing");
        });
    }

    @Test
    void theConnectionIsInTheTransactionAndCannotEndIt() throws IOException, SQLException {
        revision("2222", "1111", """
                java.sql.Connection connection = op.connection();
                op.execute("update users set full_name = 'x'");
                try (java.sql.Statement statement = connection.createStatement()) {
                    statement.executeUpdate("update users set full_name = full_name || 'y'");
                } catch (java.sql.SQLException failure) {
                    throw new IllegalStateException(failure);
                }
                """);
        upgrade("head");
        assertThat(query("select distinct full_name from users")).containsExactly("xy");

        for (String call : List.of(
                "commit()",
                "rollback()",
                "close()",
                "setAutoCommit(true)",
                "createStatement().getConnection().commit()",
                "prepareStatement(\"select 1\").getConnection().commit()",
                "prepareStatement(\"select 1\").executeQuery().getStatement().getConnection().commit()",
                "getMetaData().getConnection().commit()",
                "getMetaData().getTables(null, null, null, null).getStatement().getConnection().commit()",
                "unwrap(java.sql.Connection.class).commit()")) {
            revision("3333", "2222", """
                    op.execute("delete from users");
                    try {
                        op.connection().%s;
                    } catch (java.sql.SQLException failure) {
                        throw new IllegalStateException(failure);
                    }
                    """.formatted(call));
            assertThatThrownBy(() -> upgrade("head"))
                    .as(call)
                    .hasMessageContaining("a migration cannot call "
                            + call.substring(call.lastIndexOf('.') + 1).replace("true", ""))
                    .hasMessageContaining("R3333.java:15");
            assertThat(query("select count(*) from users")).containsExactly("3");
        }
    }

    @Test
    void aScriptCannotAskAndSaysWhatToDo() throws IOException {
        revision("2222", "1111", """
                if (!op.isOffline() || op.tag().isPresent()) {
                    op.query("select 1");
                }
                op.execute("update users set first = 'offline'");
                """);

        assertThat(script("1111:2222")).contains("update users set first = 'offline';");
        more.put("limbeck.tag", "ask");
        assertThatThrownBy(() -> script("1111:2222")).isInstanceOfSatisfying(MigrationException.class, failure -> {
            assertThat(failure.code()).isEqualTo(ErrorCode.NO_DATABASE_TO_ASK);
            assertThat(failure).hasMessageContaining("R2222.java:14").hasMessageContaining("if (op.isOffline())");
        });
    }

    @Test
    void aBlockOutsideTheTransactionStaysAndIsNotRunAgain() throws IOException, SQLException {
        revision("2222", "1111", """
                op.execute("update users set first = first || '!'");
                op.outsideTransaction(() -> op.execute("update users set first = first || '?'"));
                op.execute("update users set first = first || ';'");
                op.execute("insert into nowhere values (1)");
                """);

        assertThatThrownBy(() -> upgrade("head"))
                .hasMessageContaining("first 2 operation(s) are done and stay done")
                .hasMessageContaining("limbeck resolve 2222 --rolled-back");
        assertThat(query("select first from users where id = 1")).containsExactly("Ann!?");

        edit("2222", "insert into nowhere values (1)", "update users set full_name = 'f'");
        upgrade("head");

        assertThat(events)
                .contains(new Event.Note("Goes on with revision 2222 at operation 3; an earlier run got that far."));
        assertThat(query("select first || full_name from users where id = 1")).containsExactly("Ann!?;f");
        assertThat(query("select count(*) from limbeck_journal")).containsExactly("0");
    }

    @Test
    void anInterruptedRevisionDoesNotGoOnWhenWhatWasDoneHasChanged() throws IOException, SQLException {
        revision("2222", "1111", """
                op.execute("update users set first = first || '!'");
                op.outsideTransaction(() -> op.execute("update users set first = first || '?'"));
                op.execute("insert into nowhere values (1)");
                """);
        assertThatThrownBy(() -> upgrade("head")).hasMessageContaining("nowhere");

        edit("2222", "|| '!'", "|| '!!'");

        assertThatThrownBy(() -> upgrade("head")).isInstanceOfSatisfying(MigrationException.class, failure -> {
            assertThat(failure.code()).isEqualTo(ErrorCode.RESUME_REFUSED);
            assertThat(failure)
                    .hasMessageContaining("its first 2 operation(s) were done")
                    .hasMessageContaining("another one now at operation 1 (")
                    .hasMessageContaining("R2222.java:13");
        });
        edit("2222", "op.execute(\"insert into nowhere values (1)\");", "");
        edit("2222", "op.outsideTransaction(() -> op.execute(\"update users set first = first || '?'\"));", "");
        edit("2222", "|| '!!'", "|| '!'");
        assertThatThrownBy(() -> upgrade("head"))
                .hasMessageContaining("has only")
                .hasMessageContaining("2 operation(s)");
        assertThatThrownBy(() -> downgrade("base"))
                .hasMessageContaining("the upgrade of 2222 was interrupted behind operation 2");
        assertThat(query("select first from users where id = 1")).containsExactly("Ann!?");

        try (Workspace workspace = workspace()) {
            new Stamp(workspace).run(List.of("2222"), false);
        }
        assertThat(downgrade("1111").ran()).containsExactly("2222");
    }

    @Test
    void aBackfillGoesThroughAllRowsInBatches() throws IOException, SQLException {
        revision("2222", "1111", """
                op.execute("with recursive n(i) as (select 10 union all select i + 1 from n where i < 1009)"
                        + " insert into users (id, first) select i, 'u' || i from n");
                op.backfill("users", b -> b.set("full_name", "first || '.'").where("first is not null").batch(100));
                op.execute("update users set full_name = full_name || '+' where id = 1009");
                """);

        upgrade("head");

        assertThat(query("select count(*) from users where full_name = first || '.'"))
                .containsExactly("1001");
        assertThat(query("select full_name from users where id = 1009")).containsExactly("u1009.+");
        List<Event.BackfillProgress> progress = events.stream()
                .filter(Event.BackfillProgress.class::isInstance)
                .map(Event.BackfillProgress.class::cast)
                .toList();
        assertThat(progress).hasSize(11);
        assertThat(progress.get(0)).isEqualTo(new Event.BackfillProgress("users", 100, 99, null, "106", false));
        assertThat(progress.get(10)).isEqualTo(new Event.BackfillProgress("users", 1003, 1002, null, "1006", true));
    }

    @Test
    void aBackfillThatFailsKeepsItsBatchesAndGoesOnBehindThem() throws IOException, SQLException {
        revision("2222", "1111", """
                op.createTable("seats", column("row_no", integer()).notNull(), column("place", varchar(5)).notNull(),
                        column("n", integer()), primaryKey("seats_pkey", "row_no", "place"));
                op.execute("with recursive n(i) as (select 0 union all select i + 1 from n where i < 999)"
                        + " insert into seats (row_no, place, n) select i / 100, 'p' || (i % 100), 0 from n");
                op.execute("create trigger stop before update on seats when new.row_no = 6"
                        + " begin select raise(abort, 'the sixth row'); end");
                op.backfill("seats", b -> b.set("n", "n + 1").batch(30));
                op.execute("drop trigger stop");
                """);

        assertThatThrownBy(() -> upgrade("head"))
                .hasMessageContaining("R2222.java:19, in the backfill of table seats")
                .hasMessageContaining("the sixth row")
                .hasMessageContaining("first 3 operation(s) are done and stay done");
        assertThat(query("select sum(n) from seats")).containsExactly("600");
        assertThat(query("select version_num from limbeck_version")).containsExactly("1111");

        edit("2222", ".batch(30)", ".batch(30).key(\"place\", \"row_no\")");
        assertThatThrownBy(() -> upgrade("head"))
                .hasMessageContaining("a backfill by seats (row_no, place), which is one by seats (place, row_no) now");
        edit("2222", ".key(\"place\", \"row_no\")", "");
        execute("drop trigger stop");
        edit("2222", "drop trigger stop", "drop trigger if exists stop");
        events.clear();
        upgrade("head");

        assertThat(query("select distinct n from seats")).containsExactly("1");
        assertThat(events)
                .contains(new Event.Note(
                        "Goes on with revision 2222 at operation 4, within a backfill; an earlier run got"
                                + " that far."))
                .contains(new Event.BackfillProgress("seats", 1000, 1000, null, "9, p9", true));
    }

    @Test
    void aBackfillThatCannotBeCutIsRefusedBeforeItBegins() throws IOException, SQLException {
        upgrade("head");
        execute("create table log (line text, note text)");
        execute("insert into log values (null, 'n'), ('a', 'n')");

        refusedBackfill("log", "b.set(\"note\", \"1\")", "it has no primary key to cut it by");
        refusedBackfill("log", "b.set(\"note\", \"1\").key(\"line\")", "its key (line) is null in some rows");
        refusedBackfill("log", "b.set(\"nope\", \"1\").key(\"line\")", "it has no column \"nope\"");
        refusedBackfill("users", "b.set(\"id\", \"id + 1\")", "it sets \"id\", by which it is cut");
        refusedBackfill("nothing", "b.set(\"id\", \"id + 1\")", "there is no such table");
        refusedBackfill("users", "b", "sets no column");
        refusedBackfill("users", "b.set(\"first\", \"1\").batch(0)", "have 0 rows");
        assertThat(query("select revision from limbeck_journal")).isEmpty();
    }

    private void refusedBackfill(String table, String backfill, String why) throws IOException {
        revision("2222", "1111", "op.backfill(\"" + table + "\", b -> " + backfill + ");");
        assertThatThrownBy(() -> upgrade("head"))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining(why)
                .hasMessageContaining("R2222.java:13");
    }

    @Test
    void aBackfillIsOneStatementInAScript() throws IOException {
        revision("2222", "1111", """
                op.backfill("users", b -> b.set("full_name", "first").set("first", "null").where("id > 1"));
                """);

        assertThat(script("1111:2222")).contains("update users set full_name = first, \"first\" = null where id > 1;");
    }

    @Test
    void aSingleTransactionIsAllOrNothing() throws IOException, SQLException {
        more.put("limbeck.single-transaction", "true");
        revision("2222", "1111", "op.execute(\"insert into nowhere values (1)\");");

        assertThatThrownBy(() -> upgrade("head"))
                .hasMessageContaining("nowhere")
                .hasMessageContaining("Everything this run did was rolled back; the database is at base.");
        assertThat(query("select version_num from limbeck_version")).isEmpty();
        assertThat(query("select name from sqlite_schema where name = 'users'")).isEmpty();
        assertThat(events).noneMatch(Event.RevisionFinished.class::isInstance);

        revision("2222", "1111", "op.execute(\"update users set first = 'f'\");");
        upgrade("head");
        assertThat(query("select distinct first from users")).containsExactly("f");
        assertThat(script("2222")).containsOnlyOnce("BEGIN;").containsOnlyOnce("COMMIT;");
        downgrade("base");
        assertThat(query("select version_num from limbeck_version")).isEmpty();
    }

    @Test
    void aSingleTransactionRefusesWhatLeavesIt() throws IOException, SQLException {
        more.put("limbeck.single-transaction", "true");
        for (String leaving : List.of(
                "op.outsideTransaction(() -> op.execute(\"delete from users\"))",
                "op.backfill(\"users\", b -> b.set(\"first\", \"1\"))")) {
            revision("2222", "1111", leaving + ";");
            assertThatThrownBy(() -> upgrade("head"))
                    .isInstanceOfSatisfying(
                            MigrationException.class,
                            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.TRANSACTION_REFUSED))
                    .hasMessageContaining("R2222.java:13")
                    .hasMessageContaining("Nothing was run, and the database is as it was.");
            assertThat(query("select name from sqlite_schema where name = 'users'"))
                    .isEmpty();
        }
        revision("2222", "1111", "op.query(\"select 1\"); op.outsideTransaction(() -> op.execute(\"select 1\"));");
        assertThatThrownBy(() -> upgrade("head"))
                .isInstanceOfSatisfying(
                        MigrationException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.TRANSACTION_REFUSED))
                .hasMessageContaining("Everything this run did was rolled back");
        assertThat(query("select name from sqlite_schema where name = 'users'")).isEmpty();
        revision("2222", "1111", "op.outsideTransaction(() -> op.execute(\"delete from users\"));");
        assertThatThrownBy(() -> script("2222")).hasMessageContaining("cannot be part of one transaction");
    }

    private MoveResult upgrade(String target) {
        try (Workspace workspace = workspace()) {
            return new Upgrade(workspace).run(target);
        }
    }

    private MoveResult downgrade(String target) {
        try (Workspace workspace = workspace()) {
            return new Downgrade(workspace).run(target);
        }
    }

    private String script(String range) {
        try (Workspace workspace = workspace()) {
            return new Upgrade(workspace).script(range);
        }
    }

    private Workspace workspace() {
        Map<String, String> settings = new HashMap<>(more);
        settings.put("limbeck.url", "jdbc:sqlite:" + directory.resolve("shop.db"));
        settings.put("limbeck.locations", directory.resolve("migrations").toString());
        return Workspace.open(Settings.of(settings, directory), events::add);
    }

    private List<String> query(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(result.getString(1));
            }
            return rows;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("shop.db"));
    }

    /** Writes a revision whose upgrade has these lines; the first of them is line 13. */
    private void revision(String id, String parent, String upgrade) throws IOException {
        write(id, """
                import static dev.limbeck.operation.Definitions.*;

                import dev.limbeck.Migration;
                import dev.limbeck.Revision;
                import dev.limbeck.operation.*;
                import java.util.List;

                /** R%s. */
                @Revision(id = "%s"%s)
                public class R%s implements Migration {
                    @Override
                    public void upgrade(Operations op) {
                %s
                    }

                    @Override
                    public void downgrade(Operations op) {
                        %s
                    }
                }
                """.formatted(
                        id,
                        id,
                        parent.isEmpty() ? "" : ", downRevision = \"" + parent + "\"",
                        id,
                        upgrade.strip(),
                        parent.isEmpty() ? "op.dropTable(\"users\");" : ""));
    }

    private void edit(String id, String before, String after) throws IOException {
        Path file = directory.resolve("migrations").resolve("R" + id + ".java");
        String text = Files.readString(file);
        assertThat(text).containsOnlyOnce(before);
        Files.writeString(file, text.replace(before, after));
    }

    private void write(String id, String text) throws IOException {
        Files.createDirectories(directory.resolve("migrations"));
        Files.writeString(directory.resolve("migrations").resolve("R" + id + ".java"), text);
    }
}
