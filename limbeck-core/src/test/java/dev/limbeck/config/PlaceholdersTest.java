// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceholdersTest {
    private static final Map<String, String> ENVIRONMENT = Map.of("HOST", "db.example", "TRICKY", "a${HOST}$1\\b");
    private static final Map<String, String> SYSTEM = Map.of("user.name", "ada");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    plain                         | plain
                    ${HOST}                       | db.example
                    jdbc:x://${HOST}:5432/${HOST} | jdbc:x://db.example:5432/db.example
                    ${PORT:5432}                  | 5432
                    ${HOST:localhost}             | db.example
                    ${PORT:}                      | ""
                    ${NOTHING:${HOST}}            | db.example
                    ${NOTHING:a:b}                | a:b
                    ${sys:user.name}              | ada
                    ${sys:nothing:bob}            | bob
                    ${x:tenant}                   | acme
                    ${x:other:none}               | none
                    $${HOST}                      | ${HOST}
                    ${TRICKY}                     | a${HOST}$1\\b
                    a$b                           | a$b
                    """)
    void fillsIn(String text, String expected) throws Exception {
        assertThat(placeholders().resolve(text)).isEqualTo(expected);
    }

    @Test
    void readsAFileNextToTheConfigurationWithoutItsLastLineBreak() throws Exception {
        Files.writeString(folder.resolve("secret"), " two words \r\n");

        assertThat(placeholders().resolve("${file:secret}")).isEqualTo(" two words ");
    }

    @Test
    void asksForTheMissingOnlyWhenTheValueIsWanted() throws IOException {
        Settings settings = load("limbeck.user=ada\nlimbeck.password=${SHOP_PASSWORD}");

        assertThat(settings.get(Options.USER)).isEqualTo("ada");
        assertThatThrownBy(() -> settings.find(Options.PASSWORD))
                .isInstanceOfSatisfying(
                        MigrationException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.CONFIG_BAD_VALUE))
                .hasMessage("limbeck.password in " + folder.resolve("limbeck.properties")
                        + ":2 has no value: the environment variable SHOP_PASSWORD is not set. Supply it, or set the key"
                        + " elsewhere, as LIMBECK_PASSWORD for example.");
    }

    @Test
    void namesTheFileThatCannotBeRead() throws IOException {
        assertThatThrownBy(() -> load("limbeck.password=${file:/no/such/file}").find(Options.PASSWORD))
                .hasMessageContaining("has no value: there is no file /no/such/file.");
    }

    @Test
    void refusesAPlaceholderWithoutAnEnd() {
        assertThatThrownBy(() -> load("limbeck.password=${file:secret"))
                .hasMessage("limbeck.password in " + folder.resolve("limbeck.properties")
                        + ":1: a placeholder ${ has no closing }.");
    }

    @Test
    void takesValuesFromOtherSourcesLiterally() {
        Sources sources = new Sources(Map.of(), Map.of(), Map.of(), Map.of("LIMBECK_PASSWORD", "a${b"), null, folder);

        assertThat(Settings.load(sources).get(Options.PASSWORD)).isEqualTo("a${b");
    }

    private Settings load(String text) throws IOException {
        Files.writeString(folder.resolve("limbeck.properties"), text);
        return Settings.load(new Sources(Map.of(), Map.of(), Map.of(), Map.of(), null, folder));
    }

    private Placeholders placeholders() {
        return new Placeholders(
                new Sources(Map.of(), Map.of("tenant", "acme"), SYSTEM, ENVIRONMENT, null, folder), folder);
    }
}
