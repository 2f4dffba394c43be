// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.config.Settings;
import dev.limbeck.error.MigrationException;
import dev.limbeck.run.Listener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdempotentScriptTest {
    @TempDir
    Path directory;

    @BeforeEach
    void writeHistory() throws IOException {
        write("a1", "", "create table t (id integer);", "drop table t;");
        write("b2", "a1", "insert into t values (1);", "delete from t;");
    }

    @Test
    void everyRevisionOfPostgresqlIsABlock() {
        assertThat(script("jdbc:postgresql://localhost/x", "a1:b2")).isEqualTo("""
                BEGIN;

                -- Running upgrade a1 -> b2; skipped where the version table says that it is not its turn

                do $limbeck1$begin
                  if exists (select 1 from limbeck_version where version_num = 'a1') and not exists (select 1 from limbeck_version where version_num in ('b2')) then
                    execute $limbeck$insert into t values (1)$limbeck$;
                    execute $limbeck$update limbeck_version set version_num = 'b2' where version_num = 'a1'$limbeck$;
                  else
                    raise notice '%', 'skipped, as it is not its turn: upgrade a1 -> b2';
                  end if;
                end
                $limbeck1$;

                COMMIT;

                """);
    }

    @Test
    void aStatementOutsideOfTransactionsCannotBeSkipped() throws IOException {
        write("c3", "b2", "create index concurrently i on t (id);", "");

        assertThatThrownBy(() -> script("jdbc:postgresql://localhost/x", "b2:c3"))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining(
                        "PostgreSQL runs this outside of a transaction only, and a condition stands in one")
                .hasMessageContaining("  create index concurrently i on t (id)")
                .hasMessageContaining("limbeck upgrade START:END --sql");
    }

    @Test
    void everyStatementOfMysqlIsPrepared() {
        assertThat(script("jdbc:mysql://localhost/x", "a1:b2"))
                .contains(
                        "set @limbeck_runs = (select case when exists (select 1 from limbeck_version where version_num ="
                                + " 'a1') and not exists (select 1 from limbeck_version where version_num in ('b2')) then 1 else 0"
                                + " end);")
                .contains("""
                        set @limbeck_statement = if(@limbeck_runs = 1, 'insert into t values (1)', 'do 0');

                        prepare limbeck_statement from @limbeck_statement;

                        execute limbeck_statement;

                        deallocate prepare limbeck_statement;
                        """);
    }

    @Test
    void mysqlCannotSkipARoutine() throws IOException {
        write("c3", "b2", "create trigger tr before insert on t for each row set new.id = 1;", "");
        write("d4", "b2", "create table trigger_log (id integer);", "");

        assertThatThrownBy(() -> script("jdbc:mysql://localhost/x", "b2:c3"))
                .hasMessageContaining("MySQL prepares no statement about a routine or trigger");
        assertThat(script("jdbc:mysql://localhost/x", "b2:d4")).contains("create table trigger_log");
    }

    @Test
    void sqliteCannotSkipAnything() {
        assertThatThrownBy(() -> script("jdbc:sqlite:x.db", "a1:b2"))
                .hasMessageContaining("SQLite cannot skip a part of a script");
    }

    private String script(String url, String range) {
        Settings settings = Settings.of(Map.of("limbeck.url", url, "limbeck.locations", "migrations"), directory);
        try (Workspace workspace = Workspace.open(settings, Listener.SILENT)) {
            return new Upgrade(workspace).script(range, true);
        }
    }

    private void write(String id, String parent, String up, String down) throws IOException {
        Path file = directory.resolve("migrations").resolve(id + ".sql");
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                -- %1$s
                --
                -- Revision ID: %1$s
                -- Revises: %2$s

                -- limbeck: upgrade
                %3$s

                -- limbeck: downgrade
                %4$s
                """.formatted(id, parent, up, down));
    }
}
