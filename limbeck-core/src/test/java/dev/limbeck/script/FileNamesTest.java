// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            {rev}_{slug},                                        add it, 0a1_add_it.sql,              R0a1_add_it.java
            {rev}_{slug},                                        '',     0a1.sql,                     R0a1.java
            {slug}_{rev},                                        '',     0a1.sql,                     R0a1.java
            V{year}_{slug}_{rev},                                '',     V2026_0a1.sql,               V2026_0a1.java
            y{year}/m{month}/{day}{hour}{minute}{second}_{rev},  x,      y2026/m03/04050607_0a1.sql,  y2026/m03/R04050607_0a1.java
            {slug}/{rev}_{epoch},                                '',     0a1_1772597167.sql,          R0a1_1772597167.java
            """)
    void fillsItsTokensIn(String template, String message, String sql, String java) {
        FileNames names = FileNames.parse(template, 40);

        assertThat(names.path(revision(message, Language.SQL))).hasToString(sql);
        assertThat(names.path(revision(message, Language.JAVA))).hasToString(java);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{slug}", "{rev}/{slug}", "{rev}_{author}", "../{rev}", "/{rev}", "a//{rev}", ".{rev}", "{rev}:x"
            })
    void refusesWhatNamesNoFile(String template) {
        assertThatThrownBy(() -> FileNames.parse(template, 40))
                .isInstanceOfSatisfying(
                        MigrationException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.CONFIG_BAD_VALUE))
                .hasMessageStartingWith("limbeck.file-template=" + template);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{year}-{rev}", "{rev}.x", "a b{rev}"})
    void refusesWhatNamesNoClass(String template) {
        FileNames names = FileNames.parse(template, 40);

        assertThat(names.path(revision("x", Language.SQL))).isNotNull();
        assertThatThrownBy(() -> names.path(revision("x", Language.JAVA)))
                .hasMessageContaining("which no Java class can have");
    }

    private static NewRevision revision(String message, Language language) {
        return new NewRevision(
                "0a1",
                message,
                List.of(),
                List.of(),
                List.of(),
                ZonedDateTime.parse("2026-03-04T05:06:07+01:00"),
                "",
                language,
                List.of(),
                List.of(),
                List.of());
    }
}
