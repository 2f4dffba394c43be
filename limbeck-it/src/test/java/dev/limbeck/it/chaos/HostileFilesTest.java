// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.limbeck.it.Limbeck;
import dev.limbeck.it.TestDatabase;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever lies in a location, it is run as it was meant, left alone, or refused by name and with a reason. */
class HostileFilesTest {
    private static final String REVISION = """
            -- Café
            --
            -- Revision ID: b2
            -- Revises: a1

            -- limbeck: upgrade
            insert into t values ('é; x');

            -- limbeck: downgrade
            delete from t;
            """;

    private static final List<List<String>> COMMANDS = List.of(
            List.of("history"),
            List.of("heads"),
            List.of("upgrade", "head", "--sql"),
            List.of("upgrade", "head"),
            List.of("downgrade", "base"));

    @TempDir
    private Path folder;

    private TestDatabase database;

    @BeforeEach
    void writeProject() throws IOException, SQLException {
        database = TestDatabase.Kind.SQLITE.open(folder);
        settings("");
        Files.createDirectories(folder.resolve("migrations"));
        write(
                "a1.sql",
                REVISION.replace("b2", "a1")
                        .replace("Revises: a1", "Revises:")
                        .replaceFirst("insert.*", "create table t (x varchar(40));")
                        .replace("delete from t", "drop table t"));
    }

    private void settings(String more) throws IOException {
        Files.writeString(
                folder.resolve("limbeck.properties"),
                "limbeck.url=" + database.database().url() + "\nlimbeck.locations=migrations\n" + more);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve("migrations").resolve(name), text);
    }

    private void write(String name, byte[] content) throws IOException {
        Files.write(folder.resolve("migrations").resolve(name), content);
    }

    private Limbeck.Outcome run(List<String> arguments) {
        Limbeck.Outcome outcome = Limbeck.run(folder, arguments);
        assertThat(outcome.exitCode()).isIn(0, 1);
        assertThat(outcome.err()).doesNotContain("\tat ", "Exception", "defect");
        return outcome;
    }

    private void isRefused(String file, String reason) {
        for (List<String> command : COMMANDS) {
            Limbeck.Outcome outcome = run(command);
            assertThat(outcome.exitCode()).as("%s: %s", command, outcome.err()).isEqualTo(1);
            assertThat(outcome.err()).contains(file, reason);
        }
    }

    private void isLeftAlone() {
        for (List<String> command : COMMANDS) {
            Limbeck.Outcome outcome = run(command);
            assertThat(outcome.exitCode()).as("%s: %s", command, outcome.err()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"b2.sql", "Rb2_x.java", "notes.txt"})
    void emptyOnesAreLeftAlone(String name) throws IOException {
        write(name, "");
        isLeftAlone();
    }

    @ParameterizedTest
    @ValueSource(strings = {"b2.sql", "Rb2_x.java"})
    void bytesThatAreNoTextAreRefused(String name) throws IOException {
        byte[] bytes = new byte[1_000_000];
        new Random(6).nextBytes(bytes);
        write(name, bytes);
        isRefused(name, "the file is not UTF-8");
    }

    static Stream<Charset> otherEncodings() {
        return Stream.of(
                StandardCharsets.ISO_8859_1,
                StandardCharsets.UTF_16,
                StandardCharsets.UTF_16LE,
                StandardCharsets.UTF_16BE);
    }

    @ParameterizedTest
    @MethodSource("otherEncodings")
    void otherEncodingsAreRefused(Charset encoding) throws IOException {
        write("b2.sql", REVISION.getBytes(encoding));
        isRefused("b2.sql", "UTF-8");
    }

    /** All of its characters are ASCII, so that it would be text with a zero behind each character, and no revision. */
    @Test
    void utf16WithoutAMarkIsNotTakenForAFileThatIsNoRevision() throws IOException {
        write("b2.sql", REVISION.replace("é", "e").getBytes(StandardCharsets.UTF_16LE));
        isRefused("b2.sql", "it holds a zero byte in line 1, so it is UTF-16 or no text; save it as UTF-8");
    }

    @Test
    void aByteOrderMarkAndWindowsLineEndsChangeNothing() throws IOException, SQLException {
        write("b2.sql", "\uFEFF" + REVISION.replace("\n", "\r\n"));

        assertThat(run(List.of("upgrade", "head")).exitCode()).isZero();

        assertThat(database.run("select x from t")).containsExactly("é; x");
    }

    @Test
    void foldersAndLinksThatLeadNowhereAreLeftAlone() throws IOException {
        Path migrations = folder.resolve("migrations");
        Files.createDirectories(migrations.resolve("b2_folder.sql"));
        Files.createSymbolicLink(migrations.resolve("circle.sql"), migrations.resolve("circle.sql"));
        Files.createSymbolicLink(migrations.resolve("nowhere.sql"), folder.resolve("gone.sql"));
        Files.createSymbolicLink(migrations.resolve("round"), migrations);
        isLeftAlone();
        settings("limbeck.recursive-locations=true\n");
        isLeftAlone();
    }

    /** As a folder of revisions that two projects share is used. */
    @Test
    void aLinkToAFileElsewhereIsThatFile() throws IOException, SQLException {
        Path elsewhere = Files.writeString(folder.resolve("shared.sql"), REVISION);
        Files.createSymbolicLink(folder.resolve("migrations/b2.sql"), elsewhere);

        assertThat(run(List.of("upgrade", "head")).exitCode()).isZero();

        assertThat(database.run("select x from t")).containsExactly("é; x");
    }

    @Test
    void filesThatMayNotBeReadAreRefused() throws IOException {
        write("b2.sql", REVISION);
        Path file = folder.resolve("migrations/b2.sql");
        assertThat(file.toFile().setReadable(false, false)).isTrue();
        assumeTrue(!Files.isReadable(file), "whoever runs this may read everything");
        isRefused("b2.sql", "cannot be read");
    }

    @Test
    void filesLargerThanMemoryAreRefusedBeforeTheyAreRead() throws IOException {
        write("b2.sql", REVISION);
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve("migrations/b2.sql").toFile(), "rw")) {
            file.setLength(3L << 30);
        }
        isRefused("b2.sql", "it has 3072 MB, and a revision is read as a whole, up to 500 MB");
    }

    /** With {@code -Dlarge=100000000} as large as the largest dumps that people hand around. */
    @Test
    void largeFilesAreRun() throws IOException, SQLException {
        String row = "insert into t values ('a row; with a semicolon');\n";
        int rows = Integer.getInteger("large", 2_000_000) / row.length();
        write("b2.sql", REVISION.replaceFirst("insert.*\n", row.repeat(rows)));

        assertThat(run(List.of("upgrade", "head")).exitCode()).isZero();

        assertThat(database.run("select count(*) from t")).containsExactly(String.valueOf(rows));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "b2'; drop table limbeck_version; --",
                "b2\"; drop table t; --",
                "b2`b",
                "b2\\",
                "b2 b3",
                "修订",
                "b2/../a1",
                "${user.home}",
                "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
                "yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy"
            })
    void idsAreStoredAsTheyAreOrRefused(String id) throws IOException, SQLException {
        write("b2.sql", REVISION.replace("ID: b2", "ID: " + id));

        Limbeck.Outcome outcome = run(List.of("upgrade", "head"));

        if (outcome.exitCode() == 0) {
            assertThat(id.length()).isLessThanOrEqualTo(64);
            assertThat(database.run("select version_num from limbeck_version")).containsExactly(id);
            assertThat(run(List.of("downgrade", "base")).exitCode()).isZero();
        } else {
            assertThat(outcome.err()).contains("b2.sql");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x'; drop table t; --",
                "*/ end /*",
                "\\u002a/",
                "\"\"\"",
                "-- limbeck: downgrade",
                "%s %n {0} ${a}",
                "\u202e"
            })
    void messagesAreWords(String message) throws IOException, SQLException {
        for (String language : List.of("sql", "java")) {
            settings("limbeck.revision-language=" + language + "\n");
            Limbeck.Outcome written = run(List.of("revision", "-m", message));
            assertThat(written.exitCode()).as(written.err()).isZero();
        }

        assertThat(run(List.of("upgrade", "head")).exitCode()).isZero();

        assertThat(run(List.of("history")).out()).contains(message);
        assertThat(database.run("select count(*) from t")).containsExactly("0");
    }
}
