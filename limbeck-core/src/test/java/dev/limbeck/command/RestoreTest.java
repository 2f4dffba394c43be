// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.config.Settings;
import dev.limbeck.run.Listener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A downgrade that does not say what a view or trigger was before. */
class RestoreTest {
    @TempDir
    Path directory;

    @BeforeEach
    void createTheFirst() throws IOException {
        write(
                "a1",
                "",
                "op.createTable(\"t\", column(\"id\", integer()), column(\"n\", integer()));",
                "op.dropTable(\"t\");");
        write("b2", "a1", "op.createView(\"v\", \"select 2 as x from t\");", "op.restoreView(\"v\");");
        write("c3", "b2", "op.replaceView(\"v\", \"select 3 as x, 3 as y from t\");", "op.restoreView(\"v\");");
    }

    @Test
    void bringsBackWhatTheLastRevisionBeforeItSaid() throws Exception {
        write("d4", "c3", "op.createTable(\"u\", column(\"id\", integer()));", "op.dropTable(\"u\");");
        write("e5", "d4", "op.dropView(\"v\");", "op.restoreView(\"v\");");

        move("e5", true);
        assertThat(view()).isEmpty();
        move("d4", false);
        assertThat(view()).endsWith("as select 3 as x, 3 as y from t");
        move("b2", false);
        assertThat(view()).endsWith("as select 2 as x from t");
        move("a1", false);
        assertThat(view()).isEmpty();
    }

    @Test
    void saysTheSameInAScript() throws IOException {
        try (Workspace workspace = open()) {
            assertThat(new Downgrade(workspace).script("c3:a1"))
                    .contains("drop view v;\n\ncreate view v as select 2 as x from t;")
                    .contains("-- Running downgrade b2 -> a1\n\ndrop view v;");
        }
    }

    @Test
    void asksOnlyTheRevisionsThatLeadToIt() throws Exception {
        write("d4", "b2", "op.replaceView(\"v\", \"select 4 as x from t\");", "op.restoreView(\"v\");");
        try (Workspace workspace = open()) {
            assertThat(new Downgrade(workspace).script("d4:b2")).contains("create view v as select 2 as x from t;");
        }
    }

    @Test
    void refusesToChooseBetweenBranches() throws Exception {
        write("d4", "b2", "op.replaceView(\"v\", \"select 4 as x from t\");", "");
        write("e5", "c3\", \"d4", "op.replaceView(\"v\", \"select 5 as x from t\");", "op.restoreView(\"v\");");

        assertDowngrade("e5:c3").hasMessageContaining("both change it, on branches of their own");
    }

    @Test
    void refusesToGuessWhatAStatementDid() throws Exception {
        write("d4", "c3", "op.execute(\"drop view v\");\nop.execute(\"create view V as select 9 from t\");", "");
        write("e5", "d4", "op.replaceView(\"v\", \"select 5 as x from t\");", "op.restoreView(\"v\");");

        assertDowngrade("e5:d4")
                .hasMessageContaining("Re5.java:15")
                .hasMessageContaining("what the view v was before cannot be found: the SQL at ")
                .hasMessageContaining("Rd4.java:12 mentions it, and may have changed it")
                .hasMessageContaining("Write its definition here instead, with replaceView.");
    }

    @Test
    void refusesWhatNoRevisionCreates() throws Exception {
        write("d4", "c3", "op.replaceView(\"w\", \"select 5 as x from t\");", "op.restoreView(\"w\");");

        assertDowngrade("d4:c3").hasMessageContaining("no revision before d4 creates it with an operation");
    }

    @Test
    void aTriggerGoesWithItsTable() throws Exception {
        write(
                "d4",
                "c3",
                "op.createTrigger(\"t\", \"tr\", \"create trigger tr after insert on t begin select 1; end\");",
                "");
        write(
                "e5",
                "d4",
                "op.dropTable(\"t\");\nop.createTable(\"t\", column(\"id\", integer()));\nop.createTrigger(\"t\","
                        + " \"tr\", \"create trigger tr after delete on t begin select 2; end\");",
                "op.restoreTrigger(\"t\", \"tr\");");
        write("f6", "e5", "op.dropTrigger(\"t\", \"tr\");", "op.restoreTrigger(\"t\", \"tr\");");

        try (Workspace workspace = open()) {
            assertThat(new Downgrade(workspace).script("f6:d4"))
                    .contains("create trigger tr after delete on t begin select 2; end")
                    .contains("drop trigger tr;\n\ncreate trigger tr after insert on t begin select 1; end");
        }
    }

    @Test
    void anUpgradeHasToSayIt() throws Exception {
        write("d4", "c3", "op.restoreView(\"v\");", "");

        assertThatThrownBy(() -> move("d4", true))
                .hasMessageContaining("an upgrade has to say what the view v becomes");
    }

    private org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> assertDowngrade(String range) {
        return assertThatThrownBy(() -> {
            try (Workspace workspace = open()) {
                new Downgrade(workspace).script(range);
            }
        });
    }

    private void move(String target, boolean up) {
        try (Workspace workspace = open()) {
            if (up) {
                new Upgrade(workspace).run(target);
            } else {
                new Downgrade(workspace).run(target);
            }
        }
    }

    private Workspace open() {
        return Workspace.open(
                Settings.of(Map.of("limbeck.url", url(), "limbeck.locations", "migrations"), directory),
                Listener.SILENT);
    }

    private String url() {
        return "jdbc:sqlite:" + directory.resolve("x.db");
    }

    private String view() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select sql from sqlite_schema where name = 'v'")) {
            return rows.next() ? rows.getString(1) : "";
        }
    }

    private void write(String id, String parents, String up, String down) throws IOException {
        Path file = directory.resolve("migrations").resolve("R" + id + ".java");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file, """
                import static dev.limbeck.operation.Definitions.*;
                import dev.limbeck.Migration;
                import dev.limbeck.Revision;
                import dev.limbeck.operation.Operations;

                /** %1$s. */
                @Revision(id = "%1$s"%2$s)
                public class R%1$s implements Migration {
                    @Override
                    public void upgrade(Operations op) {
                %3$s
                    }
                    @Override
                    public void downgrade(Operations op) {
                %4$s
                    }
                }
                """.formatted(id, parents.isEmpty() ? "" : ", downRevision = {\"" + parents + "\"}", up, down));
    }
}
