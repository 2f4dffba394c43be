// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.config.Settings;
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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MoveTest {
    @TempDir
    Path directory;

    private final List<Event> events = new ArrayList<>();

    @BeforeEach
    void writeHistory() throws IOException {
        write("R1111_create_book.java", """
                import static dev.limbeck.operation.Definitions.*;

                import dev.limbeck.Migration;
                import dev.limbeck.Revision;
                import dev.limbeck.operation.Operations;

                /** Create book. */
                @Revision(id = "1111")
                public class R1111_create_book implements Migration {

                    @Override
                    public void upgrade(Operations op) {
                        op.createTable("book", column("id", integer()).notNull(), column("title", varchar(80)));
                    }

                    @Override
                    public void downgrade(Operations op) {
                        op.dropTable("book");
                    }
                }
                """);
        write("2222_add_pages.sql", """
                -- Add pages
                --
                -- Revision ID: 2222
                -- Revises: 1111

                -- limbeck: upgrade
                alter table book add column pages integer;
                insert into book (id, title, pages) values (1, 'Emma; or', 400);

                -- limbeck: downgrade
                delete from book;
                alter table book drop column pages;
                """);
    }

    @Test
    void runsBothLanguagesForthAndBack() throws SQLException {
        assertThat(upgrade("head").ran()).containsExactly("1111", "2222");
        assertThat(query("select title from book")).containsExactly("Emma; or");
        assertThat(query("select version_num from limbeck_version")).containsExactly("2222");

        assertThat(upgrade("head").ran()).isEmpty();
        assertThat(downgrade("-1").to()).containsExactly("1111");
        assertThat(downgrade("base").to()).isEmpty();

        assertThat(query("select name from sqlite_schema where type = 'table' order by name"))
                .containsExactly("limbeck_journal", "limbeck_log", "limbeck_version");
        assertThat(query("select direction || ' ' || revision || ' ' || outcome from limbeck_log order by started_at"))
                .containsExactly(
                        "upgrade 1111 done", "upgrade 2222 done", "downgrade 2222 done", "downgrade 1111 done");
    }

    @Test
    void rollsARevisionBackThatFailsHalfWayAndSaysWhere() throws IOException, SQLException {
        write("3333_half.sql", """
                -- Half
                --
                -- Revision ID: 3333
                -- Revises: 2222

                -- limbeck: upgrade
                create table shelf (id integer);
                insert into nowhere values (1);

                -- limbeck: downgrade
                drop table shelf;
                """);

        assertThatThrownBy(() -> upgrade("head"))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("3333 (Half)")
                .hasMessageContaining("3333_half.sql:8")
                .hasMessageContaining("insert into nowhere values (1)")
                .hasMessageContaining("no such table: nowhere")
                .hasMessageContaining("the database is at 2222");

        assertThat(query("select name from sqlite_schema where name = 'shelf'")).isEmpty();
        assertThat(query("select version_num from limbeck_version")).containsExactly("2222");
        assertThat(query("select outcome from limbeck_log where revision = '3333'"))
                .containsExactly("failed");
    }

    @Test
    void readingCreatesNothing() throws SQLException {
        Current.Result current;
        try (Workspace workspace = workspace()) {
            current = new Current(workspace).run();
        }

        assertThat(current.revisions()).isEmpty();
        assertThat(query("select name from sqlite_schema")).isEmpty();
    }

    @Test
    void writesTheWayAsSql() {
        try (Workspace workspace = workspace()) {
            assertThat(new Upgrade(workspace).script("1111:2222")).isEqualTo("""
                    .bail on

                    PRAGMA foreign_keys = off;

                    CREATE TEMP TABLE IF NOT EXISTS limbeck_foreign_keys (
                        violations integer NOT NULL
                            CONSTRAINT "rows violate a foreign key; PRAGMA foreign_key_check lists them" CHECK (violations = 0)
                    );

                    BEGIN;

                    -- Running upgrade 1111 -> 2222

                    alter table book add column pages integer;

                    insert into book (id, title, pages) values (1, 'Emma; or', 400);

                    update limbeck_version set version_num = '2222' where version_num = '1111';

                    INSERT INTO temp.limbeck_foreign_keys SELECT count(*) FROM pragma_foreign_key_check;

                    COMMIT;

                    """);
        }
    }

    @Test
    void stampsWithoutRunning() throws SQLException {
        try (Workspace workspace = workspace()) {
            new Stamp(workspace).run(List.of("head"), false);
        }

        assertThat(query("select version_num from limbeck_version")).containsExactly("2222");
        assertThat(query("select name from sqlite_schema where name = 'book'")).isEmpty();
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

    private Workspace workspace() {
        Map<String, String> values = Map.of("limbeck.url", "jdbc:sqlite:shop.db");
        return Workspace.open(Settings.of(values, directory), events::add);
    }

    private List<String> query(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("shop.db"));
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                values.add(result.getString(1));
            }
        }
        return values;
    }

    private void write(String name, String text) throws IOException {
        Path migrations = Files.createDirectories(directory.resolve("migrations"));
        Files.writeString(migrations.resolve(name), text);
    }
}
