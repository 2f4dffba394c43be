// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of the page are what the commands print, one after the other, on one project. */
class JsonReferenceTest {
    private static final Path PAGE = Path.of("../docs/reference/json.md");
    private static final Pattern EXAMPLE =
            Pattern.compile("`limbeck ([^`]*)`( ends with 1)?:\n\n```json\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path folder;

    @BeforeEach
    void project() throws IOException, SQLException {
        Files.createDirectories(folder.resolve("migrations"));
        Files.createDirectories(folder.resolve("other"));
        Files.writeString(folder.resolve("limbeck.properties"), """
                limbeck.url=jdbc:sqlite:shop.db
                limbeck.models=sql:models.sql
                limbeck.revision-language=sql
                """);
        revision("1975ea83b712", "", "create account table", "", "create table account (id integer primary key)");
        revision(
                "27c6a30d7c24",
                "1975ea83b712",
                "add shopping cart table\n--\n-- One cart for each account.",
                "-- Branch Labels: shop\n",
                "create table cart (id integer primary key)");
        revision("ae1027a6acf1", "1975ea83b712", "add name", "", "alter table account add column name text");
        String models = """
                create table account (id integer primary key, name text);
                create table cart (id integer primary key);
                """;
        Files.writeString(folder.resolve("models.sql"), models);
        Files.writeString(folder.resolve("wanted.sql"), models + "create table address (street text);\n");
        try (Connection old = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("old.db"));
                Statement statement = old.createStatement()) {
            statement.execute("create table guest (id integer primary key)");
        }
        try (Connection half = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("half.db"));
                Statement statement = half.createStatement()) {
            statement.execute("create table limbeck_journal (revision, direction, operations, hash, operation_hashes,"
                    + " backfill_position, written_at)");
            statement.execute("insert into limbeck_journal values ('1975ea83b712', 'upgrade', 1, 'sha256:0', '0', null,"
                    + " '2026-11-20T08:42:11Z')");
        }
    }

    @Test
    void showsWhatTheCommandsPrint() throws IOException {
        String page = Files.readString(PAGE);
        List<String> printed = new ArrayList<>();
        for (MatchResult example : EXAMPLE.matcher(page).results().toList()) {
            CommandRun run = CommandRun.of(folder, example.group(1).split(" "));
            assertThat(run.exitCode())
                    .as(example.group(1) + "\n" + run.err())
                    .isEqualTo(example.group(2) == null ? 0 : 1);
            printed.add(alike(run.out().replace(folder.toString(), "/home/me/shop")));
        }
        int[] next = {0};
        String expected = EXAMPLE.matcher(page)
                .replaceAll(example -> Matcher.quoteReplacement(
                        page.substring(example.start(), example.start(3)) + printed.get(next[0]++) + "```"));

        if (System.getProperty("golden.update") != null) {
            Files.writeString(PAGE, expected);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(expected);
    }

    /** What is another at each run. */
    private static String alike(String json) {
        return json.replaceAll("(\"at\" : )\"\\d{4}-.*\"", "$1\"2026-11-20T08:42:11.123456Z\"")
                .replaceAll("(\"milliseconds\" : )\\d+", "$1" + 12)
                .replaceAll("(\"by\" : )\".+\"", "$1\"shop\"")
                .replaceAll("(\"from\" : )\".*#\\d+\"", "$1\"shop-api-7d9f8#17\"")
                .replaceAll("(\"run\" : )\".*\"", "$1\"4a40e417-f509-47d5-82da-0ab93cc08dfa\"");
    }

    @Test
    void hasAnExampleOfEveryReport() throws IOException {
        Set<String> shown = new TreeSet<>();
        EXAMPLE.matcher(Files.readString(PAGE))
                .results()
                .forEach(example -> shown.add(example.group(1).split(" ", 2)[0]));

        Set<String> reporting = new TreeSet<>();
        Grammar.create().getSubcommands().forEach((name, command) -> {
            if (command.getCommandSpec().optionsMap().containsKey("--output")) {
                reporting.add(name);
            }
        });
        assertThat(shown).isEqualTo(reporting);
    }

    @Test
    void printsNothingWhenACommandFails() {
        CommandRun run = CommandRun.of(folder, "show", "zz", "--output", "json");

        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("FAILED: ");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    private void revision(String id, String parent, String message, String label, String sql) throws IOException {
        String text = "-- " + message + "\n--\n-- Revision ID: " + id + "\n-- Revises: " + parent
                + "\n-- Create Date: 2026-11-20T08:42:11Z\n" + label + "\n-- limbeck: upgrade\n" + sql
                + ";\n\n-- limbeck: downgrade\nselect 1;\n";
        Files.writeString(folder.resolve("migrations").resolve(id + ".sql"), text);
    }
}
