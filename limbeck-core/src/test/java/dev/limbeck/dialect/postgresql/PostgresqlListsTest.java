// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresqlListsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            (status)::text = ANY ((ARRAY['A'::character varying, 'B'::character varying])::text[])     | status IN ('A', 'B')
            status = ANY (ARRAY['A'::text, 'B'::text])                                                 | status IN ('A', 'B')
            (status)::text <> ALL ((ARRAY['A'::character varying])::text[])                            | status NOT IN ('A')
            ("Status")::text = ANY ((ARRAY['it''s, ]) $1 \\'::character varying, ''::character varying])::text[]) | "Status" IN ('it''s, ]) $1 \\', '')
            (pages > 0) OR ((status)::text = ANY ((ARRAY['A'::character varying])::text[]))            | (pages > 0) OR (status IN ('A'))
            """)
    void comeBackAsTheyWereWritten(String printed, String written) {
        assertThat(PostgresqlLists.asWritten(printed)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            code = ANY (ARRAY[1, 2])
            lower(status) = ANY (ARRAY['a'::text, 'b'::text])
            (status)::text = ANY (ARRAY['A'::text, 'B'::text])
            (status)::text = 'A'::text
            (status)::text = ANY (ARRAY[('A'::character varying)::text, ('B'::character varying)::text])
            """)
    void otherExpressionsStayAsTheServerPrintsThem(String printed) {
        assertThat(PostgresqlLists.asWritten(printed)).isEqualTo(printed);
    }

    @Test
    void oneThatCameBackFromADumpMeansTheSame() {
        String restored =
                "(status)::text = ANY (ARRAY[('A'::character varying)::text, ('B'::character varying)::text])";

        assertThat(PostgresqlLists.asFirstWritten(restored)).isEqualTo("status IN ('A', 'B')");
    }

    @Test
    void listsOfManyValuesAreRead() {
        String values = "'value'::character varying, ".repeat(2_000) + "'last'::character varying";

        String written = PostgresqlLists.asWritten("(c)::text = ANY ((ARRAY[" + values + "])::text[])");

        assertThat(written).startsWith("c IN ('value', ").endsWith("'last')");
    }
}
