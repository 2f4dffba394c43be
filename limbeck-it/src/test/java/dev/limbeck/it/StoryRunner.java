// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.opentest4j.TestAbortedException;

/**
 * Plays one story on one database. Its words:
 *
 * <pre>
 * limbeck …                      runs the command; ! before it: it fails with exit code 1; !2: wrong usage
 * stdout TEXT, stderr TEXT       the last command printed it; /…/ is a pattern; ! before it: it did not
 * cmp stdout FILE, cmp FILE FILE the two are the same; times in them are $TIME, the story's folder $WORK
 * sql STATEMENT                  runs it; its rows become stdout; ! before it: it fails
 * schema save|same|differs NAME  keeps the database's schema, or compares with a kept one; schema empty: nothing is left
 * file GLOB                      the file is there; ! before it: it is not
 * cp GLOB FILE, rm GLOB          copies, removes
 * edit GLOB BEFORE AFTER         puts a text in the place of another, which occurs once
 * compile                        compiles src into classes
 * only VENDOR,… [COMMAND]        the story, or just this line, is for those databases
 * </pre>
 */
final class StoryRunner {
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");

    private final Story story;
    private final TestDatabase.Kind kind;
    private final TestDatabase database;
    private final Workspace workspace;
    private final Map<String, List<String>> schemas = new HashMap<>();
    private Limbeck.Outcome last = new Limbeck.Outcome(0, "", "");

    private StoryRunner(Story story, TestDatabase.Kind kind, TestDatabase database, Path folder) {
        this.story = story;
        this.kind = kind;
        this.database = database;
        this.workspace = new Workspace(folder);
    }

    static void play(Story story, TestDatabase.Kind kind) throws IOException, SQLException {
        Path folder = Files.createTempDirectory("limbeck-story").toRealPath();
        try (TestDatabase database = kind.open(folder)) {
            new StoryRunner(story, kind, database, folder).play();
            database.checkInvariants();
        } finally {
            Workspace.delete(folder);
        }
    }

    private void play() throws IOException, SQLException {
        if (!story.files().containsKey("limbeck.properties")) {
            workspace.write("limbeck.properties", filled(DEFAULT_SETTINGS));
        }
        for (Map.Entry<String, String> file : story.files().entrySet()) {
            workspace.write(file.getKey(), filled(file.getValue()));
        }
        for (Story.Line line : story.lines()) {
            try {
                step(line.text());
            } catch (AssertionError | RuntimeException | IOException | SQLException failure) {
                if (failure instanceof TestAbortedException) {
                    throw failure;
                }
                throw new AssertionError(
                        story.path() + ":" + line.number() + ": " + line.text() + "\n" + failure.getMessage()
                                + "\n--- stdout\n" + last.out() + "--- stderr\n" + last.err(),
                        failure);
            }
        }
    }

    private static final String DEFAULT_SETTINGS = """
            limbeck.url=$URL
            limbeck.user=$USER
            limbeck.password=$PASSWORD
            limbeck.models=jpa:shop
            limbeck.classpath=classes
            limbeck.locations=migrations
            limbeck.package=migrations
            """;

    private void step(String text) throws IOException, SQLException {
        if (text.startsWith("only ")) {
            only(text.substring("only ".length()).split(" ", 2));
        } else if (text.startsWith("!2 ")) {
            command(text.substring("!2 ".length()), 2);
        } else if (text.startsWith("! ")) {
            command(text.substring("! ".length()), 1);
        } else {
            command(text, 0);
        }
    }

    private void only(String[] vendorAndCommand) throws IOException, SQLException {
        boolean wanted = List.of(vendorAndCommand[0].split(",")).contains(kind.vendor());
        if (vendorAndCommand.length == 2 && wanted) {
            step(vendorAndCommand[1]);
        } else if (vendorAndCommand.length == 1 && !wanted) {
            throw new TestAbortedException("a story for " + vendorAndCommand[0]);
        }
    }

    private void command(String text, int exitCode) throws IOException, SQLException {
        String verb = text.split(" ", 2)[0];
        String raw = text.substring(verb.length()).strip();
        String rest = filled(raw);
        boolean succeeds = exitCode == 0;
        switch (verb) {
            case "limbeck" -> limbeck(rest, exitCode);
            case "sql" -> sql(rest, succeeds);
            case "stdout" -> says(last.out(), raw, succeeds);
            case "stderr" -> says(last.err(), raw, succeeds);
            case "cmp" -> compare(Words.of(rest));
            case "schema" -> schema(Words.of(rest));
            case "file" ->
                assertThat(!workspace.find(rest).isEmpty())
                        .as(rest + " is there")
                        .isEqualTo(succeeds);
            case "rm" -> workspace.remove(rest);
            case "cp" -> workspace.copy(Words.of(rest).get(0), Words.of(rest).get(1));
            case "edit" -> edit(Words.of(rest));
            case "compile" -> workspace.compile();
            default -> throw new IllegalArgumentException("no such word: " + verb);
        }
    }

    private void limbeck(String arguments, int exitCode) {
        last = Limbeck.run(workspace.folder(), Words.of(arguments)).with(this::emptied);
        assertThat(last.exitCode()).as("exit code").isEqualTo(exitCode);
        if (exitCode != 0) {
            assertThat(last.err()).as("what went wrong").isNotBlank().doesNotContain("\tat ");
        }
    }

    private void sql(String statement, boolean succeeds) throws SQLException {
        try {
            last = new Limbeck.Outcome(0, String.join("\n", database.run(statement)) + "\n", "");
        } catch (SQLException failure) {
            if (succeeds) {
                throw failure;
            }
            last = new Limbeck.Outcome(1, "", failure.getMessage());
        }
        assertThat(last.exitCode() == 0).as("the statement succeeds").isEqualTo(succeeds);
    }

    private static void says(String output, String wanted, boolean expected) {
        boolean isPattern = wanted.startsWith("/") && wanted.endsWith("/");
        boolean found = isPattern
                ? Pattern.compile(wanted.substring(1, wanted.length() - 1), Pattern.MULTILINE)
                        .matcher(output)
                        .find()
                : output.contains(wanted);
        assertThat(found).as("it says %s", wanted).isEqualTo(expected);
    }

    private void compare(List<String> names) throws IOException {
        String actual = names.get(0).equals("stdout") ? last.out() : emptied(workspace.read(names.get(0)));
        String expected = emptied(workspace.read(names.get(1)));
        if (!actual.equals(expected) && Boolean.getBoolean("golden.update")) {
            story.rewrite(names.get(1), actual);
        } else {
            assertThat(actual).isEqualTo(expected);
        }
    }

    private void schema(List<String> words) throws SQLException {
        List<String> now = SchemaLines.inAnyOrder(database.schema());
        switch (words.get(0)) {
            case "save" -> schemas.put(words.get(1), now);
            case "same" -> assertThat(now).isEqualTo(schemas.get(words.get(1)));
            case "differs" -> assertThat(now).isNotEqualTo(schemas.get(words.get(1)));
            case "empty" -> assertThat(now).isEmpty();
            default -> throw new IllegalArgumentException("schema " + words);
        }
    }

    private void edit(List<String> words) throws IOException {
        workspace.edit(words.get(0), words.get(1), words.get(2));
    }

    private String filled(String text) {
        String user = database.database().user();
        String password = database.database().password();
        return text.replace("$WORK", workspace.folder().toString())
                .replace("$URL", database.database().url())
                .replace("$USER", user == null ? "" : user)
                .replace("$PASSWORD", password == null ? "" : password)
                .replace("$VENDOR", kind.vendor());
    }

    private String emptied(String text) {
        return TIME.matcher(text.replace(database.database().url(), "$URL")
                        .replace(workspace.folder().toString(), "$WORK"))
                .replaceAll("\\$TIME");
    }
}
