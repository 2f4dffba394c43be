// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.Dialect.ConnectFailure;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.dialect.ScriptStatement;
import java.math.BigDecimal;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresqlDialectTest {
    private final PostgresqlDialect dialect = new PostgresqlDialect();

    @Test
    void isFoundByItsUrl() {
        assertThat(Dialects.forUrl("jdbc:postgresql://localhost/shop")).isInstanceOf(PostgresqlDialect.class);
    }

    @Test
    void quotesOnlyWhatMustBe() {
        assertThat(dialect.quote("user_name2")).isEqualTo("user_name2");
        assertThat(dialect.quote("value")).isEqualTo("value");
        assertThat(dialect.quote("order")).isEqualTo("\"order\"");
        assertThat(dialect.quote("Order")).isEqualTo("\"Order\"");
        assertThat(dialect.quote("a\"b")).isEqualTo("\"a\"\"b\"");
        assertThat(dialect.quote("2fast")).isEqualTo("\"2fast\"");
    }

    @Test
    void writesLiterals() {
        assertThat(dialect.literal(null)).isEqualTo("null");
        assertThat(dialect.literal("it's \\")).isEqualTo("'it''s \\'");
        assertThat(dialect.literal(true)).isEqualTo("true");
        assertThat(dialect.literal(-5L)).isEqualTo("-5");
        assertThat(dialect.literal(1e-10)).isEqualTo("0.00000000010");
        assertThat(dialect.literal(new BigDecimal("1E+3"))).isEqualTo("1000");
        assertThat(dialect.literal(Double.NaN)).isEqualTo("'NaN'");
    }

    @ParameterizedTest
    @CsvSource({
        "08001, UNREACHABLE",
        "08006, UNREACHABLE",
        "57P03, UNREACHABLE",
        "28P01, LOGIN_REFUSED",
        "28000, LOGIN_REFUSED",
        "08004, LOGIN_REFUSED",
        "3D000, OTHER",
        "53300, OTHER"
    })
    void knowsWhatAFailureToConnectMeans(String state, ConnectFailure expected) {
        assertThat(dialect.classify(new SQLException("x", state))).isEqualTo(expected);
    }

    @Test
    void splitsWhatItsQuotesHoldTogether() {
        assertThat(dialect.split(
                        "create function f() returns int as $$ select 1; $$ language sql; select E'\\';'; select 2"))
                .extracting(ScriptStatement::sql)
                .containsExactly(
                        "create function f() returns int as $$ select 1; $$ language sql",
                        "select E'\\';'",
                        "select 2");
    }

    @Test
    void keepsTogetherARoutineWithABodyInStandardSql() {
        assertThat(dialect.split("create function f() returns int begin atomic select 1; select 2; end; select 3"))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://localhost:5432/shop, jdbc:postgresql://localhost:5432/x",
        "jdbc:postgresql://localhost:5432/shop?user=a&ssl=true, jdbc:postgresql://localhost:5432/x?user=a&ssl=true",
        "jdbc:postgresql://localhost, jdbc:postgresql://localhost/x",
        "jdbc:postgresql://localhost/?ssl=true, jdbc:postgresql://localhost/x?ssl=true",
        "jdbc:postgresql://[::1]:5432/shop, jdbc:postgresql://[::1]:5432/x",
        "jdbc:postgresql:shop?user=a, jdbc:postgresql:x?user=a",
        "jdbc:postgresql:, jdbc:postgresql:x",
        "jdbc:postgresql:/, jdbc:postgresql:x"
    })
    void namesAnotherDatabaseOfTheSameServer(String url, String expected) {
        assertThat(PostgresqlScratch.url(url, "x")).isEqualTo(expected);
    }

    @Test
    void namesAnotherDatabaseOfSeveralHosts() {
        assertThat(PostgresqlScratch.url("jdbc:postgresql://one:1,two:2/shop?x=y", "z"))
                .isEqualTo("jdbc:postgresql://one:1,two:2/z?x=y");
    }
}
