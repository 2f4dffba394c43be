// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.config.Option;
import dev.limbeck.config.Options;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    ""                          | limbeck: Missing command
                    nonsense                    | limbeck: Unmatched argument at index 0: 'nonsense'
                    --nonsense heads            | limbeck: Unknown option: '--nonsense'
                    heads --nonsense            | limbeck heads: Unknown option: '--nonsense'
                    heads now                   | limbeck heads: Unmatched argument at index 1: 'now'
                    upgrade                     | limbeck upgrade: Missing required parameter: 'REV'
                    downgrade --sqll            | limbeck downgrade: Invalid value for positional parameter at index 0 (REV): Unknown option: '--sqll'
                    upgrade head -x             | limbeck upgrade: Missing required parameter for option '-x' (KEY=VALUE)
                    check --against nothing     | limbeck check: Invalid value for option '--against': expected one of [HISTORY, LIVE] (case-insensitive) but was 'nothing'
                    revision --lang cobol       | limbeck revision: Invalid value for option '--lang': expected one of [JAVA, SQL] (case-insensitive) but was 'cobol'
                    heads -D url                | limbeck: Option -D needs KEY=VALUE, not 'url'
                    heads --password secret     | limbeck heads: Unknown options: '--password', '***'
                    """)
    void endsWithTwoOnWrongUsage(String line, String message) {
        CommandRun run = CommandRun.of(folder, line.isEmpty() ? new String[0] : line.split(" "));

        assertThat(run.err()).startsWith(message + "\n").contains("Usage: limbeck", "--help'.");
        assertThat(run.out()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void printsItsVersion() {
        CommandRun run = CommandRun.of(folder, "--version");

        assertThat(run.out()).matches("limbeck \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\n");
        assertThat(run.exitCode()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "downgrade -1",
                "upgrade +1",
                "upgrade ae10",
                "stamp base",
                "show -1",
                "history -r -3:current",
                "revision --rev_id=abc --branch_label x -m some_words",
                "current --check_heads",
                "history --rev_range :",
                "heads --resolve_dependencies",
                "history --indicate_current",
                "revision --branch_label=a --depends_on b -m some_words",
                "merge --rev_id=abc --branch_label x heads",
                "ensure_version",
                "ensure_version --sql",
                "upgrade --tag some_tag head",
                "current -c",
                "current -q --raiseerr"
            })
    void readsWhatAlembicReads(String line) {
        CommandRun run = CommandRun.of(folder, line.split(" "));

        assertThat(run.exitCode()).as(run.err()).isNotEqualTo(2);
    }

    @Test
    void failsWithOneLineWhereThereIsNoConfiguration() {
        CommandRun run = CommandRun.of(folder, "current");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .isEqualTo("FAILED: There is no configuration: limbeck.properties was looked for in " + folder
                        + " and above it. Go to the project's folder, name the file with -c FILE, or run 'limbeck init'"
                        + " to write one.\n");
    }

    @Test
    void printsTheStackTraceOnlyWhenAsked() {
        CommandRun run = CommandRun.of(folder, "--raiseerr", "current");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .startsWith("FAILED: There is no configuration")
                .contains("[LIMBECK-1001]\n", "dev.limbeck.error.MigrationException", "\tat dev.limbeck.config.");
    }

    @Test
    void coloursFailuresOnATerminalOnly() {
        CommandRun run = CommandRun.of(folder, Map.of(), true, "current");

        assertThat(run.err()).startsWith("\u001b[1;31mFAILED:\u001b[0m There is no configuration");
    }

    @Test
    void takesTheFileFromTheFlagBeforeTheEnvironment() {
        Map<String, String> environment = Map.of("LIMBECK_CONFIG", "environment.properties");

        assertThat(CommandRun.of(folder, environment, "heads").err())
                .startsWith("FAILED: There is no file " + folder.resolve("environment.properties"));
        assertThat(CommandRun.of(folder, environment, "-c", "flag.properties", "heads")
                        .err())
                .startsWith("FAILED: There is no file " + folder.resolve("flag.properties"));
        assertThat(CommandRun.of(folder, environment, "heads", "-c", "late.properties")
                        .err())
                .startsWith("FAILED: There is no file " + folder.resolve("late.properties"));
    }

    @Test
    void namesTheNearestKeyForAnUnknownOne() {
        CommandRun run = CommandRun.of(folder, "-D", "ulr=x", "heads");

        assertThat(run.err())
                .isEqualTo("FAILED: Unknown key limbeck.ulr in the command line; did you mean limbeck.url?\n");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void hasAFlagForEachOptionThatIsNoSecret() {
        for (Option<?> option : Options.all()) {
            assertThat(Grammar.create().getCommandSpec().optionsMap().containsKey("--" + option.name()))
                    .as(option.key())
                    .isNotEqualTo(option.secret());
        }
    }

    @Test
    void takesTheFlagNearestToTheEnd() throws IOException {
        CommandRun.of(folder, "--url", "jdbc:sqlite:first.db", "init", "--url", "jdbc:sqlite:second.db");

        assertThat(Files.readString(folder.resolve("limbeck.properties")))
                .contains("limbeck.url=jdbc:sqlite:second.db\n");
    }

    @Test
    void setsAProjectUp() {
        CommandRun run = CommandRun.of(folder, "init", "--models", "sql:schema.sql", "--revision-language", "sql");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .isEqualTo("Creating directory " + folder.resolve("migrations") + " ...  done\nGenerating "
                        + folder.resolve("limbeck.properties") + " ...  done\n");
        assertThat(CommandRun.of(folder, "init").err()).startsWith("FAILED: " + folder.resolve("limbeck.properties"));
        assertThat(CommandRun.of(folder, "init").exitCode()).isEqualTo(1);
    }

    @Test
    void setsAProjectUpQuietlyOrAsJson() throws IOException {
        Path other = Files.createDirectories(folder.resolve("other"));

        assertThat(CommandRun.of(folder, "-q", "init").out()).isEmpty();
        assertThat(CommandRun.of(other, "init", "--output", "json").out())
                .startsWith("{\n  \"file\" : \"" + other.resolve("limbeck.properties") + "\",\n  \"found\" : [ ],")
                .contains("\"deed\" : \"generated\"");
    }
}
