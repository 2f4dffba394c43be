// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.Location;
import dev.limbeck.error.MigrationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    @TempDir
    private Path folder;

    @Test
    void takesTheStrongestSource() {
        write("limbeck.url=file\nlimbeck.user=file\nlimbeck.version-table=file\nlimbeck.log-table=file");
        Map<String, String> environment = Map.of(
                "LIMBECK_URL", "environment", "LIMBECK_USER", "environment", "LIMBECK_VERSION_TABLE", "environment");
        Map<String, String> system = Map.of("limbeck.url", "system", "limbeck.user", "system");

        Settings settings = Settings.load(sources(Map.of("limbeck.url", "flag"), system, environment));

        assertThat(settings.get(Options.URL)).isEqualTo("flag");
        assertThat(settings.get(Options.USER)).isEqualTo("system");
        assertThat(settings.get(Options.VERSION_TABLE)).isEqualTo("environment");
        assertThat(settings.get(Options.LOG_TABLE)).isEqualTo("file");
        assertThat(settings.get(Options.REVISION_LANGUAGE)).isEqualTo("java");
    }

    @Test
    void readsEachTypeOfValue() {
        Settings settings = load("limbeck.locations=a, b ,,c\nlimbeck.lock-timeout=90s\nlimbeck.revision-language=sql");

        assertThat(settings.get(Options.LOCATIONS)).containsExactly("a", "b", "c");
        assertThat(settings.get(Options.LOCK_TIMEOUT)).isEqualTo(Duration.ofSeconds(90));
        assertThat(settings.get(Options.REVISION_LANGUAGE)).isEqualTo("sql");
        assertThat(settings.find(Options.PACKAGE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"UTC, UTC", "utc, UTC", "Europe/Berlin, Europe/Berlin", "EUROPE/BERLIN, Europe/Berlin", "+05:30, +05:30"
    })
    void readsTimeZonesInCapitalsOrNot(String text, String zone) {
        assertThat(load("limbeck.timezone=" + text).get(Options.TIMEZONE)).isEqualTo(ZoneId.of(zone));
    }

    @Test
    void takesTheZoneOfTheMachineForLocal() {
        assertThat(load("limbeck.timezone=local").get(Options.TIMEZONE)).isEqualTo(ZoneId.systemDefault());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            limbeck.timezone=Mars/Phobos      | can't locate timezone: Mars/Phobos
            limbeck.slug-length=-1            | it is a number, such as 40
            limbeck.recursive-locations=maybe | it is true or false
            """)
    void saysWhatAValueShouldLookLike(String line, String reason) {
        assertThatThrownBy(() -> load(line)).hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource({"500ms, PT0.5S", "30s, PT30S", "5m, PT5M", "2 h, PT2H", "1d, PT24H", "PT5M, PT5M"})
    void readsDurations(String text, String iso) {
        assertThat(load("limbeck.lock-timeout=" + text).get(Options.LOCK_TIMEOUT))
                .isEqualTo(Duration.parse(iso));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "soon", "-5m", "PT-5M", "5 parsecs"})
    void refusesADurationThatIsNone(String text) {
        assertThatThrownBy(() -> load("limbeck.lock-timeout=" + text))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("limbeck.lock-timeout in " + file() + ":1: a duration is");
    }

    @Test
    void countsABlankValueAsNotSetAndLetsItHideAWeakerOne() {
        write("limbeck.user=somebody\nlimbeck.version-table=");
        Settings settings = Settings.load(sources(Map.of(), Map.of(), Map.of("LIMBECK_USER", "")));

        assertThat(settings.find(Options.USER)).isEmpty();
        assertThat(settings.get(Options.VERSION_TABLE)).isEqualTo("limbeck_version");
    }

    @Test
    void findsTheFileInAFolderAboveAndStartsPathsThere() throws IOException {
        write("limbeck.url=jdbc:sqlite:a.db");
        Path below = Files.createDirectories(folder.resolve("src/main"));

        Settings settings = Settings.load(new Sources(Map.of(), Map.of(), Map.of(), Map.of(), null, below));

        assertThat(settings.file()).contains(file());
        assertThat(settings.directory()).isEqualTo(folder);
    }

    @Test
    void takesTheNamedFileFromTheWorkingDirectory() throws IOException {
        Files.createDirectories(folder.resolve("etc"));
        Files.writeString(folder.resolve("etc/other.properties"), "limbeck.url=other");
        Sources sources = new Sources(Map.of(), Map.of(), Map.of(), Map.of(), Path.of("etc/other.properties"), folder);

        Settings settings = Settings.load(sources);

        assertThat(settings.get(Options.URL)).isEqualTo("other");
        assertThat(settings.directory()).isEqualTo(folder.resolve("etc"));
    }

    @Test
    void saysWhereItLookedWhenThereIsNothing() {
        MigrationException failure = failure(sources(Map.of(), Map.of(), Map.of()));

        assertThat(failure.code()).isEqualTo(ErrorCode.CONFIG_MISSING);
        assertThat(failure)
                .hasMessage("There is no configuration: limbeck.properties was looked for in " + folder
                        + " and above it. Go to the project's folder, name the file with -c FILE, or run 'limbeck init'"
                        + " to write one.");
    }

    @Test
    void saysThatTheNamedFileIsNotThere() {
        MigrationException failure =
                failure(new Sources(Map.of(), Map.of(), Map.of(), Map.of(), Path.of("gone.properties"), folder));

        assertThat(failure.code()).isEqualTo(ErrorCode.CONFIG_MISSING);
        assertThat(failure).hasMessageStartingWith("There is no file " + folder.resolve("gone.properties") + ".");
    }

    @Test
    void needsNoFileWhenAnotherSourceSaysEnough() {
        Settings settings = Settings.load(sources(Map.of(), Map.of(), Map.of("LIMBECK_URL", "jdbc:sqlite:a.db")));

        assertThat(settings.get(Options.URL)).isEqualTo("jdbc:sqlite:a.db");
        assertThat(settings.directory()).isEqualTo(folder);
    }

    @Test
    void saysHowToSetWhatIsRequired() {
        assertThatThrownBy(() -> load("limbeck.user=a").get(Options.URL))
                .hasMessage("limbeck.url is not set. Set it in " + file() + ", as --url or as LIMBECK_URL.");
    }

    @Test
    void namesTheNearestKeyAndTheLineOfEachUnknownOne() {
        write("# a comment\nlimbeck.ulr=x\n\nlimbeck.location=y\nzebra=z");

        MigrationException failure = failure(sources(Map.of("limbeck.scrach", "q"), Map.of(), Map.of()));

        assertThat(failure.code()).isEqualTo(ErrorCode.CONFIG_UNKNOWN_KEY);
        assertThat(failure.location()).contains(new Location(file().toString(), 2));
        assertThat(String.valueOf(failure.getMessage()).lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .isEqualTo("Unknown key limbeck.ulr in " + file() + ":2; did you mean limbeck.url?"),
                        line -> assertThat(line)
                                .isEqualTo("Unknown key limbeck.location in " + file()
                                        + ":4; did you mean limbeck.locations?"),
                        line -> assertThat(line)
                                .startsWith("Unknown key zebra in " + file() + ":5; the keys are limbeck.url, "),
                        line -> assertThat(line)
                                .isEqualTo("Unknown key limbeck.scrach in the command line;"
                                        + " did you mean limbeck.scratch?"));
    }

    @Test
    void refusesAKeyThatIsSetTwice() {
        assertThatThrownBy(() -> load("limbeck.url=a\nlimbeck.url=b"))
                .hasMessage(
                        "limbeck.url is set twice: in " + file() + ":1 and in " + file() + ":2. Remove one of them.");
    }

    @Test
    void leavesVariablesAloneThatAreNoOption() {
        Settings settings = Settings.load(
                sources(Map.of("limbeck.url", "a"), Map.of("java.home", "b"), Map.of("LIMBECK_HOME", "/opt/limbeck")));

        assertThat(settings).hasToString("Settings[limbeck.url]");
    }

    @Test
    void passesAnOpenPrefixThrough() {
        Settings settings = load("limbeck.jpa.spring-naming=true\nlimbeck.jpa.hibernate.default_schema=shop");

        assertThat(settings.properties("jpa"))
                .containsExactly(Map.entry("hibernate.default_schema", "shop"), Map.entry("spring-naming", "true"));
    }

    @Test
    void keepsLineNumbersAcrossContinuedLinesAndComments() {
        assertThatThrownBy(() -> load("# ends in a backslash \\\nlimbeck.locations=a,\\\n  b\nlimbeck.nonsense=1"))
                .hasMessageContaining("Unknown key limbeck.nonsense in " + file() + ":4;");
        assertThat(load("limbeck.locations=a,\\\n  b").get(Options.LOCATIONS)).containsExactly("a", "b");
    }

    @Test
    void readsUtf8WithOrWithoutAMark() {
        assertThat(load("\uFEFFlimbeck.user=J\u00fcrgen").get(Options.USER)).isEqualTo("J\u00fcrgen");
    }

    @Test
    void refusesAFileInAnotherEncoding() throws IOException {
        Files.write(file(), "limbeck.user=J\u00fcrgen".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> Settings.load(sources(Map.of(), Map.of(), Map.of())))
                .hasMessage(file() + " is not text in UTF-8; save it in that encoding.");
    }

    @Test
    void refusesABrokenEscape() {
        assertThatThrownBy(() -> load("limbeck.user=a\nlimbeck.classpath=C:\\users"))
                .hasMessageContaining(file() + ":2: ")
                .hasMessageContaining("A backslash is written twice");
    }

    @Test
    void showsNoValueInAnyText() {
        write("limbeck.password=hunter2");
        Sources sources = sources(Map.of("limbeck.user", "hunter3"), Map.of(), Map.of());

        assertThat(sources.toString()).doesNotContain("hunter");
        assertThat(Settings.load(sources).toString()).doesNotContain("hunter");
    }

    @Test
    void readsWhatAProgramStates() {
        Settings settings = Settings.of(Map.of("limbeck.lock-timeout", "1m"), folder);

        assertThat(settings.get(Options.LOCK_TIMEOUT)).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings.directory()).isEqualTo(folder);
    }

    private Path file() {
        return folder.resolve("limbeck.properties");
    }

    private void write(String text) {
        try {
            Files.writeString(file(), text);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private Settings load(String text) {
        write(text);
        return Settings.load(sources(Map.of(), Map.of(), Map.of()));
    }

    private Sources sources(Map<String, String> flags, Map<String, String> system, Map<String, String> environment) {
        return new Sources(flags, Map.of(), system, environment, null, folder);
    }

    private static MigrationException failure(Sources sources) {
        return catchThrowableOfType(MigrationException.class, () -> Settings.load(sources));
    }
}
