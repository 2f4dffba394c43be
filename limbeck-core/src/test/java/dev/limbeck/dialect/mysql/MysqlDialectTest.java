// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.dialect.Dialect.ConnectFailure;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.dialect.ScriptStatement;
import dev.limbeck.error.MigrationException;
import dev.limbeck.schema.ColumnValue;
import dev.limbeck.schema.DataType;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MysqlDialectTest {
    private final MysqlDialect dialect = new MysqlDialect();

    @Test
    void isChosenByTheUrlAndNotByTheServer() {
        assertThat(Dialects.forUrl("jdbc:mysql://localhost/shop").name()).isEqualTo("mysql");
        assertThat(Dialects.forUrl("jdbc:mariadb://localhost/shop").name()).isEqualTo("mariadb");
    }

    @Test
    void quotesWhatWouldBeReadAsSomethingElse() {
        assertThat(dialect.quote("title")).isEqualTo("title");
        assertThat(dialect.quote("Title")).isEqualTo("Title");
        assertThat(dialect.quote("order")).isEqualTo("`order`");
        assertThat(dialect.quote("Rank")).isEqualTo("`Rank`");
        assertThat(dialect.quote("two words")).isEqualTo("`two words`");
        assertThat(dialect.quote("tick`s")).isEqualTo("`tick``s`");
        assertThat(dialect.quote("1st")).isEqualTo("`1st`");
    }

    @Test
    void writesLiteralsThatReadTheSame() {
        assertThat(dialect.literal(null)).isEqualTo("null");
        assertThat(dialect.literal(true)).isEqualTo("true");
        assertThat(dialect.literal(new BigDecimal("1E+3"))).isEqualTo("1000");
        assertThat(dialect.literal("it's a \\ and a \"quote\"")).isEqualTo("'it''s a \\\\ and a \"quote\"'");
    }

    @Test
    void splitsScriptsAsTheClientDoes() {
        assertThat(dialect.split("""
                        # a comment; of the client
                        insert into t values ('it\\'s; one');
                        /*!40101 set names utf8mb4 */;
                        delimiter //
                        create trigger r before insert on t for each row begin set new.a = 1; end//
                        delimiter ;
                        create procedure p() begin select `a;b`; end;
                        """))
                .containsExactly(
                        new ScriptStatement("insert into t values ('it\\'s; one')", 2),
                        new ScriptStatement("/*!40101 set names utf8mb4 */", 3),
                        new ScriptStatement(
                                "create trigger r before insert on t for each row begin set new.a = 1; end", 5),
                        new ScriptStatement("create procedure p() begin select `a;b`; end", 7));
    }

    @Test
    void tellsAnUnreachableServerFromARefusedLogin() {
        assertThat(dialect.classify(new SQLException("", "08S01"))).isEqualTo(ConnectFailure.UNREACHABLE);
        assertThat(dialect.classify(new SQLException("", "28000"))).isEqualTo(ConnectFailure.LOGIN_REFUSED);
        assertThat(dialect.classify(new SQLException("", "42000"))).isEqualTo(ConnectFailure.OTHER);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    (`role` in (_utf8mb4\\'USER\\',_utf8mb4\\'it\\\\\\'s\\'))   | role in ('USER','it''s')
                    (`order` > 0)                                               | `order` > 0
                    (lower(`name`) <> _latin1\\'x_utf8mb4\\')                   | lower(name) <> 'x_utf8mb4'
                    """)
    void readsExpressionsAsMysqlKeepsThem(String kept, String expected) {
        assertThat(new MysqlReading().expression(kept)).isEqualTo(expected);
    }

    @Test
    void readsMysqlsConstantsByTheTypeOfTheirColumn() {
        assertThat(MysqlExpressions.ofText("5", DataType.of("varchar", 9))).isEqualTo(new ColumnValue.Literal("5"));
        assertThat(MysqlExpressions.ofText("5", DataType.of("integer"))).isEqualTo(new ColumnValue.Literal(5));
        assertThat(MysqlExpressions.ofText("1", MysqlTypes.BOOLEAN)).isEqualTo(new ColumnValue.Literal(true));
        assertThat(MysqlExpressions.ofText("0.00", DataType.of("numeric", 10, 2)))
                .isEqualTo(new ColumnValue.Literal(0));
    }

    @Test
    void refusesTypesThatTheServerDoesNotHave() {
        assertThatThrownBy(() -> MysqlTypes.sql(DataType.of("text").array(), "uuid"))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("text[]");
        assertThatThrownBy(() -> MysqlTypes.sql(DataType.of("varchar"), "uuid"))
                .hasMessageContaining("length of a varchar");
        assertThat(MysqlTypes.sql(DataType.of("numeric unsigned", 10, 2), "uuid"))
                .isEqualTo("decimal(10,2) unsigned");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop table shop.books",
                "create table `Shop`.books (a int)",
                "insert into x select * from shop . books",
                "use shop",
                "alter table t add foreign key (a) references shop.books (id)"
            })
    void keepsOtherDatabasesSafeFromTheScratchDatabase(String sql) {
        assertThatThrownBy(() -> MysqlScratchGuard.refuseOthers(sql, Set.of("shop")))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("limbeck.scratch");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop table books",
                "select shop.id from shop where shop.id > 1",
                "insert into t values ('shop.books') -- shop.books",
                "select my_shop.a, b.shop from my_shop join b"
            })
    void takesNoOtherWordForADatabase(String sql) {
        assertThatNoException().isThrownBy(() -> MysqlScratchGuard.refuseOthers(sql, Set.of("shop")));
    }
}
