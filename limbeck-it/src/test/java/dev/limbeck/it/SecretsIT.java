// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A password is where somebody put it and nowhere else: not on the screen, in no file, in no table. */
class SecretsIT {
    private static final String SECRET = "tr0ub4dor-3";

    /** What a migration tells the database, which has a file of its own for failed statements. */
    private static final String IN_SQL = "an0ther-one";

    private static final List<List<String>> COMMANDS = List.of(
            List.of("upgrade", "head", "--output", "json"),
            List.of("current", "--verbose"),
            List.of("current", "--output", "json"),
            List.of("history", "-i", "--verbose"),
            List.of("upgrade", "head", "--plan", "--output", "json"),
            List.of("upgrade", "head", "--sql"),
            List.of("show", "head"),
            List.of("heads", "--output", "json"),
            List.of("check"),
            List.of("diff"),
            List.of("revision", "--autogenerate", "-m", "more"),
            List.of("stamp", "head"),
            List.of("ensure-version"),
            List.of("protect", "--output", "json"),
            List.of("protect", "--off", "--yes-i-mean", "another"),
            List.of("protect", "--off", "--yes-i-mean", "shop"),
            List.of("baseline", "-m", "b"),
            List.of("downgrade", "-1"),
            List.of("reset"),
            List.of("reset", "--yes"));

    @TempDir
    private Path folder;

    /** A place for the secret: what is in the configuration, in the environment and on the command line. */
    private record Place(
            String name, String url, List<String> settings, Map<String, String> environment, List<String> flags) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Stream<Place> places() {
        String h2 = "jdbc:h2:./shop";
        return Stream.of(
                new Place("URL", h2 + ";USER=sa;PASSWORD=" + SECRET, List.of(), Map.of(), List.of()),
                new Place("setting", h2, List.of("limbeck.user=sa", "limbeck.password=" + SECRET), Map.of(), List.of()),
                new Place("environment", h2, List.of("limbeck.user=sa"), Map.of("LIMBECK_PASSWORD", SECRET), List.of()),
                new Place(
                        "placeholder",
                        h2,
                        List.of("limbeck.user=sa", "limbeck.password=${DB_PASSWORD}"),
                        Map.of("DB_PASSWORD", SECRET),
                        List.of()),
                new Place(
                        "file",
                        h2,
                        List.of("limbeck.user=sa", "limbeck.password=${file:secret.txt}"),
                        Map.of(),
                        List.of()),
                new Place("-D", h2, List.of("limbeck.user=sa"), Map.of(), List.of("-D", "password=" + SECRET)),
                new Place(
                        "-x",
                        h2,
                        List.of("limbeck.user=sa", "limbeck.password=${x:pw}"),
                        Map.of(),
                        List.of("-x", "pw=" + SECRET)));
    }

    @ParameterizedTest
    @MethodSource("places")
    void staysWhereItWasPut(Place place) throws IOException, SQLException {
        writeProject(place.url(), place.settings());
        List<String> seen = new ArrayList<>();
        for (List<String> command : COMMANDS) {
            List<String> arguments = new ArrayList<>(place.flags());
            arguments.addAll(command);
            arguments.add("--raiseerr");
            Limbeck.Outcome outcome = Limbeck.run(folder, place.environment(), arguments);
            seen.add(command + "\n" + outcome.out() + outcome.err());
            assertThat(outcome.exitCode()).as(seen.get(seen.size() - 1)).isNotEqualTo(2);
        }
        LimbeckProcess.revision(folder, "b2", "a1", "create user guest password '" + IN_SQL + "' and more;\n");
        List<String> failing = new ArrayList<>(place.flags());
        failing.addAll(List.of("upgrade", "heads", "--raiseerr"));
        Limbeck.Outcome failed = Limbeck.run(folder, place.environment(), failing);
        Files.delete(folder.resolve("migrations/b2_r.sql"));

        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.err()).contains("password '***'");
        seen.add(failed.out() + failed.err());
        assertThat(seen).allSatisfy(text -> assertThat(text).doesNotContain(SECRET, IN_SQL));
        assertThat(String.join("", seen)).contains("LIMBECK-");
        assertThat(log()).isNotEmpty().allSatisfy(row -> assertThat(row).doesNotContain(SECRET, IN_SQL));
        assertNoFileHasIt();
        assertThat(String.join("", seen).contains("every user of this machine can read it"))
                .isEqualTo(place.name().equals("-D"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://localhost:1/shop?user=u&password=" + SECRET,
                "jdbc:postgresql://u:" + SECRET + "@localhost:1/shop",
                "jdbc:mariadb://u:" + SECRET + "@localhost:1/shop",
                "jdbc:mariadb://localhost:1/shop?user=u&password=" + SECRET,
                "jdbc:h2:tcp://localhost:1/shop;USER=u;PASSWORD=" + SECRET,
                "jdbc:sqlite:/nowhere/at/all/shop.db?password=" + SECRET,
                "jdbc:oracle:thin:u/x@//localhost/shop?password=" + SECRET
            })
    void isNotInWhatADriverSays(String url) throws IOException {
        for (String where : List.of("url", "scratch", "models", "flag")) {
            boolean flag = where.equals("flag");
            writeProject(
                    where.equals("url") ? url : "jdbc:h2:./shop",
                    where.equals("scratch")
                            ? List.of("limbeck.scratch=" + url)
                            : where.equals("models") ? List.of("limbeck.models=jdbc:" + url) : List.of());
            for (List<String> command :
                    List.of(List.of("upgrade", "head"), List.of("check"), List.of("diff", "database", url))) {
                List<String> arguments = new ArrayList<>(flag ? List.of("--url", url) : List.of());
                arguments.addAll(command);
                arguments.add("--raiseerr");
                Limbeck.Outcome outcome = Limbeck.run(folder, arguments);

                assertThat(outcome.out() + outcome.err())
                        .as(where + " " + command)
                        .doesNotContain(SECRET);
            }
        }
    }

    @Test
    void isNotRepeatedWhenTheCommandLineIsWrong() throws IOException {
        writeProject("jdbc:h2:./shop", List.of());
        for (List<String> arguments : List.of(
                List.of("upgrade", "head", "--password", SECRET),
                List.of("upgrade", "head", "--password=" + SECRET),
                List.of("upgrade", "head", "-Dlimbeck.passwort=" + SECRET))) {
            Limbeck.Outcome outcome = Limbeck.run(folder, arguments);

            assertThat(outcome.exitCode()).isNotZero();
            assertThat(outcome.out() + outcome.err()).doesNotContain(SECRET);
        }
    }

    @Test
    void aFileThatCannotBeReadIsNamed() throws IOException {
        writeProject("jdbc:h2:./shop", List.of("limbeck.password=${file:nowhere.txt}"));

        assertThat(Limbeck.run(folder, List.of("upgrade", "head")).err())
                .contains("limbeck.password in ")
                .contains("there is no file " + folder.resolve("nowhere.txt"));

        Files.write(folder.resolve("nowhere.txt"), new byte[] {'s', 'e', 'c', (byte) 0xff, (byte) 0xfe});

        assertThat(Limbeck.run(folder, List.of("upgrade", "head")).err()).contains("is not text in UTF-8");
    }

    @Test
    void nobodyIsAskedWhereThereIsNoTerminal() throws IOException {
        writeProject("jdbc:h2:./shop", List.of());

        Limbeck.Outcome outcome = Limbeck.run(folder, List.of("upgrade", "head", "--ask-password"));

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err())
                .contains("--ask-password finds no terminal to ask at")
                .contains("LIMBECK_PASSWORD");
    }

    private void writeProject(String url, List<String> settings) throws IOException {
        Files.createDirectories(folder.resolve("migrations"));
        Files.writeString(folder.resolve("secret.txt"), SECRET + "\n");
        Files.writeString(folder.resolve("wanted.sql"), "create table t (id integer not null primary key);\n");
        List<String> lines = new ArrayList<>(List.of("limbeck.url=" + url, "limbeck.revision-language=sql"));
        if (settings.stream().noneMatch(setting -> setting.startsWith("limbeck.models"))) {
            lines.add("limbeck.models=sql:wanted.sql");
        }
        lines.addAll(settings);
        Files.write(folder.resolve("limbeck.properties"), lines);
        Files.writeString(folder.resolve("migrations/a1_r.sql"), """
                -- r
                --
                -- Revision ID: a1
                -- Revises:

                -- limbeck: upgrade
                create table t (id integer not null primary key);

                -- limbeck: downgrade
                drop table t;
                """);
    }

    private List<String> log() throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:h2:" + folder.resolve("shop"), "sa", SECRET);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select * from limbeck_log")) {
            while (result.next()) {
                StringBuilder row = new StringBuilder();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.append(result.getString(i)).append(" | ");
                }
                rows.add(row.toString());
            }
        }
        return rows;
    }

    private void assertNoFileHasIt() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (!name.equals("limbeck.properties") && !name.equals("secret.txt")) {
                    assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                            .as(file.toString())
                            .doesNotContain(SECRET);
                }
            }
        }
    }
}
