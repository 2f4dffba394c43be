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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AutogenerateTest {
    private static final String SHELF = """
            create table shelf (id integer, place varchar(40) not null, primary key (id));
            create table counter (next_val bigint);
            insert into counter values (1);
            """;
    private static final String SHELF_AND_BOOK = """
            create table shelf (id integer, place varchar(80) not null, floor integer not null, primary key (id),
                check (floor < 10));
            create table book (id integer, shelf_id integer, title varchar(80), primary key (id),
                constraint fk_book_shelf foreign key (shelf_id) references shelf (id));
            create index ix_book_title on book (title);
            create table counter (next_val bigint);
            insert into counter values (1);
            """;

    @TempDir
    Path directory;

    private final Map<String, String> settings = new HashMap<>(Map.of(
            "limbeck.url", "jdbc:sqlite:shop.db",
            "limbeck.models", "sql:schema.sql"));

    @ParameterizedTest
    @ValueSource(strings = {"java", "sql"})
    void writesWhatSeparatesTheModelsFromTheHistoryAndThenFindsNothingMore(String language) throws IOException {
        settings.put("limbeck.revision-language", language);
        model(SHELF);
        generate("baseline");
        upgrade("head");
        assertThat(check()).isEmpty();

        model(SHELF_AND_BOOK);
        assertThat(check())
                .containsExactly(
                        "added table 'book'",
                        "added index 'ix_book_title' on 'book (title)'",
                        "added column 'shelf.floor'",
                        "type change from varchar(40) to varchar(80) on 'shelf.place'",
                        "added check constraint (floor < 10) on table 'shelf'");
        Path books = generate("books").file().orElseThrow();
        upgrade("head");
        assertThat(check()).isEmpty();
        assertThat(with(workspace -> new Check(workspace).run(Against.LIVE, Choices.NONE))
                        .differences())
                .isEmpty();

        downgrade("-1");
        model(SHELF);
        Files.delete(books);
        assertThat(with(workspace -> new Check(workspace).run(Against.LIVE, Choices.NONE))
                        .differences())
                .isEmpty();
        downgrade("base");
    }

    @Test
    void writesNoFileWhereThereIsNoDifference() throws IOException {
        model(SHELF);
        generate("baseline");

        assertThat(generate("again").file()).isEmpty();
    }

    @Test
    void refusesALiveDatabaseThatIsNotAtHead() throws IOException {
        model(SHELF);
        generate("baseline");

        assertThatThrownBy(() -> with(workspace -> new Check(workspace).run(Against.LIVE, Choices.NONE)))
                .isInstanceOf(MigrationException.class)
                .hasMessageStartingWith("Target database is not up to date.");
    }

    @Test
    void refusesAScratchDatabaseThatIsNotEmptyAndLeavesAnEmptyOneEmpty() throws IOException {
        model(SHELF);
        settings.put("limbeck.scratch", "jdbc:sqlite:scratch.db");
        generate("baseline");
        assertThat(check()).isEmpty();
        settings.put("limbeck.url", "jdbc:sqlite:scratch.db");
        upgrade("head");

        assertThatThrownBy(this::check)
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("is not empty; it holds table counter, table limbeck_journal, table limbeck_log");
    }

    private void model(String sql) throws IOException {
        Files.writeString(directory.resolve("schema.sql"), sql);
    }

    private CreateRevision.Result generate(String message) {
        return with(workspace -> new CreateRevision(workspace)
                .run(new CreateRevision.Request(
                        message,
                        null,
                        null,
                        CreateRevision.Placing.AFTER_HEAD,
                        new CreateRevision.Generation(Against.HISTORY, Choices.NONE, false))));
    }

    private List<String> check() {
        return with(workspace -> new Check(workspace).run(Against.HISTORY, Choices.NONE))
                .differences();
    }

    private void upgrade(String target) {
        with(workspace -> new Upgrade(workspace).run(target));
    }

    private void downgrade(String target) {
        with(workspace -> new Downgrade(workspace).run(target));
    }

    private <T> T with(Function<Workspace, T> command) {
        try (Workspace workspace = Workspace.open(Settings.of(settings, directory), Listener.SILENT)) {
            return command.apply(workspace);
        }
    }
}
