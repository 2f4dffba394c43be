// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    select id from Users where true   | users      | true
                    select id from users_old          | users      | false
                    select 1 from "the ""big"" table" | the "big" table | true
                    select a$b from t                 | b          | false
                    select f(x), x.y from s.t;        | y          | true
                    select 1 from über                | über       | true
                    """)
    void aNameIsMentionedWhereItIsAWordOfItsOwn(String text, String name, boolean expected) {
        assertThat(Words.of(text).mention(Name.of(name))).isEqualTo(expected);
    }
}
