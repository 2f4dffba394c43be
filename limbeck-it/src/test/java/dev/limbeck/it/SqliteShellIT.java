// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code --sql} prints, run by SQLite's own shell without any option: all of a revision, or nothing of it. */
class SqliteShellIT {
    @TempDir
    private Path folder;

    private SqliteFile database;
    private HistoryFolder history;

    @BeforeEach
    void create() throws IOException, SQLException {
        assumeTrue(shell("", "-version").exitCode() == 0, "there is no sqlite3 here");
        database = new SqliteFile(folder);
        history = HistoryFolder.create(folder, database);
        write(
                "a0",
                "",
                "op.execute(\"create table shelf (id integer primary key, name text)\");"
                        + " op.execute(\"create table book (id integer primary key, shelf integer references shelf (id))\");");
        assertThat(history.limbeck("upgrade", "a0").exitCode()).isZero();
        database.run("insert into shelf (id, name) values (1, null), (2, 'poetry')");
        database.run("insert into book (id, shelf) values (7, 1)");
    }

    @Test
    void aCopyThatFailsLeavesTheOldTable() throws IOException, SQLException {
        write("a1", "a0", "op.alterColumn(\"shelf\", \"name\", c -> c.notNull());");
        write("b2", "a1", "op.dropTable(\"book\");");

        Limbeck.Outcome run = shell(script());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("NOT NULL constraint failed");
        assertNothingHappened();
    }

    @Test
    void aForeignKeyThatIsViolatedEndsTheScript() throws IOException, SQLException {
        write("a1", "a0", "op.execute(\"delete from shelf where id = 1\");");
        write("b2", "a1", "op.dropTable(\"book\");");

        Limbeck.Outcome run = shell(script());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("rows violate a foreign key; PRAGMA foreign_key_check lists them");
        assertNothingHappened();
    }

    @Test
    void aScriptThatSucceedsIsDone() throws IOException, SQLException {
        write("a1", "a0", "op.alterColumn(\"shelf\", \"name\", c -> c.rename(\"label\"));");
        write("b2", "a1", "op.alterColumn(\"book\", \"shelf\", c -> c.notNull());");

        Limbeck.Outcome run = shell(script());

        assertThat(run).isEqualTo(new Limbeck.Outcome(0, "", ""));
        assertThat(database.run("select version_num from limbeck_version")).containsExactly("b2");
        assertThat(database.run("select label from shelf where id = 2")).containsExactly("poetry");
    }

    private String script() {
        Limbeck.Outcome script = history.limbeck("upgrade", "a0:head", "--sql");
        assertThat(script.exitCode()).as(script.err()).isZero();
        return script.out();
    }

    private void assertNothingHappened() throws SQLException {
        assertThat(database.run("select count(*) from shelf")).containsExactly("2");
        assertThat(database.run("select shelf from book")).containsExactly("1");
        assertThat(database.run("select version_num from limbeck_version")).containsExactly("a0");
        assertThat(database.run("select name from sqlite_schema where name like 'limbeck_new%'"))
                .isEmpty();
    }

    private void write(String id, String parent, String upgrade) throws IOException {
        Path file = folder.resolve("migrations/R" + id + "_change.java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                import dev.limbeck.Migration;
                import dev.limbeck.Revision;
                import dev.limbeck.operation.Operations;

                /** Change. */
                @Revision(id = "%1$s", downRevision = {%2$s})
                public class R%1$s_change implements Migration {

                    @Override
                    public void upgrade(Operations op) {
                        %3$s
                    }

                    @Override
                    public void downgrade(Operations op) {
                        op.irreversible("not part of the test");
                    }
                }
                """.formatted(id, parent.isEmpty() ? "" : "\"" + parent + "\"", upgrade));
    }

    private Limbeck.Outcome shell(String script, String... options) throws IOException {
        Path input = Files.writeString(folder.resolve("script.sql"), script);
        Path said = folder.resolve("said");
        Path complained = folder.resolve("complained");
        String[] command = options.length == 0
                ? new String[] {"sqlite3", folder.resolve("shop.db").toString()}
                : new String[] {"sqlite3", options[0]};
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectInput(input.toFile())
                    .redirectOutput(said.toFile())
                    .redirectError(complained.toFile())
                    .start();
        } catch (IOException absent) {
            return new Limbeck.Outcome(127, "", absent.getMessage());
        }
        try {
            return new Limbeck.Outcome(
                    process.waitFor(),
                    Files.readString(said, StandardCharsets.UTF_8),
                    Files.readString(complained, StandardCharsets.UTF_8));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }
}
