// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.config.Settings;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
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
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found before a plan runs, on a real database. */
class PrecheckTest {
    private static final String H2 = "jdbc:h2:mem:precheck;DB_CLOSE_DELAY=-1";
    private static final String H2_AS_POSTGRESQL = H2 + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE";

    @TempDir
    Path directory;

    private String url = H2;

    @BeforeEach
    void makeTables() throws SQLException {
        start(H2);
    }

    private void start(String newUrl) throws SQLException {
        url = newUrl;
        try (Connection connection = DriverManager.getConnection(H2);
                Statement statement = connection.createStatement()) {
            statement.execute("drop all objects delete files");
            statement.execute("shutdown");
        }
        sql(
                "create table users (id integer primary key, email varchar(80), name varchar(80))",
                "create index ix_users_name on users (name)",
                "create view people as select id from users",
                "create schema other",
                "create table other.things (id integer)");
    }

    @Test
    void everythingThatIsMissingIsToldAtOnceAndNothingRan() throws Exception {
        migration("a1", "", "op.createTable(\"books\", column(\"id\", integer()));");
        migration("b2", "a1", """
                op.addColumn("user", column("age", integer()));
                op.createIndex("users", index("ix_mail", "emial"));
                op.dropIndex("users", "ix_users_nam");
                op.addConstraint("books", foreignKey("fk", "id").references("authors", "id"));
                op.addColumn("users", column("name", integer()));""");

        assertUpgrade()
                .hasMessage("""
                        The upgrade to b2 (b2) stops at migrations/Rb2.java:11: there is no table user. Did you mean users?
                        The upgrade to b2 (b2) stops at migrations/Rb2.java:12: table users has no column emial. Did you mean email?
                        The upgrade to b2 (b2) stops at migrations/Rb2.java:13: table users has no index ix_users_nam. Did you mean ix_users_name?
                        The upgrade to b2 (b2) stops at migrations/Rb2.java:14: there is no table authors
                        The upgrade to b2 (b2) stops at migrations/Rb2.java:15: column users.name exists already
                        Nothing was run, and the database is as it was. Correct the migration, or bring the database to what it expects, and run the command again.""")
                .extracting(failure -> ((MigrationException) failure).code())
                .isEqualTo(ErrorCode.SCHEMA_MISMATCH);
        assertThat(tables()).containsExactly("PEOPLE", "THINGS", "USERS");
    }

    /** Whatever these do, the database knows better than we do. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "op.execute(\"create table made (id integer)\"); op.addColumn(\"made\", column(\"x\", integer()));",
                "op.execute(\"alter table users add made integer\"); op.dropColumn(\"users\", \"made\");",
                "op.execute(\"insert into users (id) values (5)\"); op.dropColumn(\"users\", \"email\");"
                        + " op.addColumn(\"users\", column(\"email\", integer()));",
                "op.bulkInsert(\"people\", java.util.List.of(\"id\"));",
                "op.bulkInsert(\"other.things\", java.util.List.of(\"id\"), row(1));",
                "op.addColumn(\"other.things\", column(\"x\", integer())); op.dropColumn(\"other.things\", \"x\");",
                "op.addColumn(\"public.users\", column(\"x\", integer())); op.dropColumn(\"users\", \"x\");",
                "op.dropView(\"people\"); op.renameTable(\"users\", \"folk\"); op.dropColumn(\"folk\", \"name\");",
                "op.renameTable(\"users\", \"folk\"); op.createTable(\"users\", column(\"id\", integer()));",
                "op.alterColumn(\"users\", \"name\", c -> c.rename(\"full_name\"));"
                        + " op.createIndex(\"users\", index(\"ix_full\", \"full_name\"));",
                "op.dropColumn(\"users\", \"name\"); op.addColumn(\"users\", column(\"name\", integer()));"
                        + " op.createIndex(\"users\", index(\"ix_users_name\", \"name\"));",
                "op.createTable(\"books\", column(\"id\", integer()), column(\"t\", integer()),"
                        + " primaryKey(\"books_pkey\", \"id\")); op.dropColumn(\"books\", \"id\"); op.addColumn(\"books\", column(\"k\", integer()).notNull());"
                        + " op.addConstraint(\"books\", primaryKey(\"books_pkey\", \"k\"));",
                "op.createTable(\"tree\", column(\"id\", integer()), column(\"up\", integer()), primaryKey(\"p\", \"id\"),"
                        + " foreignKey(\"f\", \"up\").references(\"tree\", \"id\"));",
            })
    void whatRunsIsNeverRefused(String body) throws Exception {
        for (String each : List.of(H2, H2_AS_POSTGRESQL)) {
            start(each);
            migration("a1", "", body);

            assertThatCode(this::upgrade).as(each).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "op.dropTable(\"users\"); op.addColumn(\"users\", column(\"x\", integer()));|there is no table users",
                "op.dropColumn(\"users\", \"email\"); op.dropColumn(\"users\", \"email\");"
                        + "|table users has no column email",
                "op.createTable(\"users\", column(\"x\", integer()));|table users exists already",
                "op.createTable(\"x\", column(\"x\", integer()), column(\"x\", integer()));|has two columns x",
                "op.createTable(\"x\", column(\"x\", integer()), unique(\"u\", \"y\"));|the new table x has no column y",
                "op.alterColumn(\"users\", \"email\", c -> c.rename(\"name\"));|column users.name exists already",
                "op.addConstraint(\"users\", primaryKey(\"k\", \"email\"));|table users has a primary key already",
                "op.bulkInsert(\"users\", java.util.List.of(\"id\", \"nick\"), row(1, 2));|table users has no column nick",
                "op.batchAlterTable(\"users\", t -> t.dropColumn(\"nick\"));|table users has no column nick",
                "op.dropView(\"peple\");|there is no view peple. Did you mean people?",
                "op.dropConstraint(\"users\", \"uq\");|table users has no constraint uq",
                "op.dropSequence(\"counter\");|there is no sequence counter",
                "op.createEnum(\"mood\", \"sad\");|H2 cannot create an enum type that stands on its own (mood)",
                "op.createIndex(\"users\", index(\"i\", \"email\").where(\"id > 1\"));|index a part of a table's rows (i)",
            })
    void whatCannotRunIsRefusedBeforehand(String line) throws Exception {
        String[] parts = line.split("\\|", -1);
        for (String each : List.of(H2, H2_AS_POSTGRESQL)) {
            start(each);
            migration("a1", "", "op.createTable(\"books\", column(\"id\", integer()));\n" + parts[0]);

            assertUpgrade()
                    .as(each)
                    .hasMessageContaining("stops at migrations/Ra1.java:12: ")
                    .hasMessageContaining(parts[1])
                    .hasMessageContaining("Nothing was run");
            assertThat(tables()).hasSize(3);
        }
    }

    @Test
    void aDowngradeThatCannotBeIsRefusedBeforeTheOnesInFrontOfItRan() throws Exception {
        write("a1", "", "", "op.irreversible(\"it merged rows\");");
        write("b2", "a1", "op.createTable(\"books\", column(\"id\", integer()));", "op.dropTable(\"books\");");
        upgrade();

        assertThatThrownBy(() -> {
                    try (var workspace = open()) {
                        new Downgrade(workspace).run("base");
                    }
                })
                .hasMessageContaining(
                        "The downgrade from a1 (a1) stops at " + directory + "/migrations/Ra1.java:16: it merged rows")
                .extracting(failure -> ((MigrationException) failure).code())
                .isEqualTo(ErrorCode.IRREVERSIBLE);
        assertThat(tables()).contains("BOOKS");
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertUpgrade() {
        return assertThatThrownBy(this::upgrade).isInstanceOf(MigrationException.class);
    }

    private void upgrade() {
        try (var workspace = open()) {
            new Upgrade(workspace).run("head");
        } catch (MigrationException failure) {
            String message = String.valueOf(failure.getMessage()).replace(directory + "/", "");
            throw new MigrationException(failure.code(), message, failure);
        }
    }

    private Workspace open() {
        return Workspace.open(
                Settings.of(Map.of("limbeck.url", url, "limbeck.locations", "migrations"), directory), Listener.SILENT);
    }

    private void migration(String id, String parent, String body) throws IOException {
        write(id, parent, body, "");
    }

    private void write(String id, String parent, String up, String down) throws IOException {
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
                """.formatted(id, parent.isEmpty() ? "" : ", downRevision = \"" + parent + "\"", up, down));
    }

    private void sql(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private List<String> tables() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select upper(table_name) from information_schema.tables"
                        + " where lower(table_schema) in ('public', 'other')"
                        + " and lower(table_name) not like 'limbeck%' order by 1")) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }
}
