// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.models;

import static dev.limbeck.operation.Definitions.bigint;
import static dev.limbeck.operation.Definitions.column;
import static dev.limbeck.operation.Definitions.columns;
import static dev.limbeck.operation.Definitions.primaryKey;
import static dev.limbeck.operation.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.SchemaModel;
import dev.limbeck.command.Against;
import dev.limbeck.command.Check;
import dev.limbeck.command.Choices;
import dev.limbeck.command.Workspace;
import dev.limbeck.config.Settings;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.operation.Operations;
import dev.limbeck.run.Listener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What sources other than JPA take, and what they say of what they do not take. */
class ModelSourcesTest {
    @TempDir
    Path directory;

    @BeforeEach
    void emptyHistory() throws IOException {
        Files.createDirectories(directory.resolve("migrations"));
    }

    /** A schema in Java. */
    static final class Library implements SchemaModel {
        @Override
        public void define(Operations op) {
            op.createTable("shelf", column("id", bigint()), column("place", varchar(40)), primaryKey(columns("id")));
            op.execute("create view places as select place from shelf");
        }
    }

    static final class Thrower implements SchemaModel {
        @Override
        public void define(Operations op) {
            throw new IllegalStateException("not today");
        }
    }

    static final class Asker implements SchemaModel {
        @Override
        public void define(Operations op) {
            op.query("select 1");
        }
    }

    static final class Faulty implements SchemaModel {
        @Override
        public void define(Operations op) {
            op.execute("create tabel shelf (id integer)");
        }
    }

    static final class Nothing implements SchemaModel {
        @Override
        public void define(Operations op) {}
    }

    record NoModel() {}

    @Test
    void takesAClass() {
        assertThat(check(java(Library.class))).containsExactly("added table 'shelf'", "added view 'places'");
    }

    @Test
    void tellsWhatIsWrongWithAClass() {
        assertFails(java(Thrower.class), ErrorCode.MODELS_REJECTED, "ModelSourcesTest.java:", "not today");
        assertFails(java(Asker.class), ErrorCode.MODELS_REJECTED, "there is no database to ask");
        assertFails(
                java(Faulty.class), ErrorCode.STATEMENT_FAILED, "dev/limbeck/models/ModelSourcesTest.java:", "tabel");
        assertFails(java(Nothing.class), ErrorCode.MODELS_EMPTY, "defines nothing");
        assertFails(java(NoModel.class), ErrorCode.MODELS_EMPTY, "does not implement dev.limbeck.SchemaModel");
        assertFails("java:shop.Missing", ErrorCode.MODELS_EMPTY, "shop.Missing is not on the class path");
    }

    @Test
    void takesFoldersInFoldersInTheOrderOfTheirNames() throws IOException {
        file("schema/1-tables/shelf.sql", "create table shelf (id integer primary key);");
        file("schema/2-views/all.sql", "create view shelves as select id from shelf;");
        file("schema/2-views/notes.txt", "not sql");

        assertThat(check("sql:schema")).containsExactly("added table 'shelf'", "added view 'shelves'");
    }

    @Test
    void tellsFileAndLine() throws IOException {
        file("schema/shelf.sql", "create table shelf (id integer);\n\n-- a view\ncreate veiw x as select 1;\n");
        assertFails("sql:schema", ErrorCode.MODELS_REJECTED, "shelf.sql:4: ", "create veiw x");
        file("dump.sql", "create table shelf (id integer);\n.mode list\ncreate table book (id integer);");
        assertFails("sql:dump.sql", ErrorCode.MODELS_REJECTED, "dump.sql:2: ");
        assertFails("sql:none.sql", ErrorCode.MODELS_EMPTY, "none.sql");
    }

    @Test
    void addsOneSourceToAnother() throws IOException {
        file("more.sql", "create index ix_place on shelf (place) where place is not null;");

        assertThat(check(java(Library.class) + "; sql:more.sql"))
                .containsExactly(
                        "added table 'shelf'", "added index 'ix_place' on 'shelf (place)'", "added view 'places'");
    }

    @Test
    void namesBothSourcesOfOneThing() throws IOException {
        file("more.sql", "create table book (id integer);\ncreate table \"shelf\" (id integer);");
        assertFails(
                java(Library.class) + "; sql:more.sql",
                ErrorCode.MODELS_REJECTED,
                "more.sql:2",
                "\"" + java(Library.class) + "\" has made it already");
        assertFails(
                "sql:more.sql; " + java(Library.class),
                ErrorCode.MODELS_REJECTED,
                "ModelSourcesTest.java:",
                "\"sql:more.sql\" has made it already");
    }

    private static String java(Class<?> type) {
        return "java:" + type.getName();
    }

    private void file(String name, String content) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private void assertFails(String models, ErrorCode code, String... texts) {
        assertThatThrownBy(() -> check(models))
                .isInstanceOfSatisfying(
                        MigrationException.class,
                        failure -> assertThat(failure.code()).isEqualTo(code))
                .message()
                .contains(texts);
    }

    private List<String> check(String models) {
        Settings settings =
                Settings.of(Map.of("limbeck.url", "jdbc:sqlite:shop.db", "limbeck.models", models), directory);
        try (Workspace workspace = Workspace.open(settings, Listener.SILENT)) {
            return new Check(workspace).run(Against.HISTORY, Choices.NONE).differences();
        }
    }
}
