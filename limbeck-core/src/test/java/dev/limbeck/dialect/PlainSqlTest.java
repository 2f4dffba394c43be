// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainSqlTest {
    private static final Dialect DIALECT = Dialects.forUrl("jdbc:postgresql://localhost/x");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into t (a, b) values (1, f(2))",
                "  -- why\n UPDATE t set a = 1",
                "delete from t; update t set a = 2",
                "select setval('s', 5)",
                "select count(*) from t where a in (1, 2)",
                "with x as (select 1) insert into t select * from x",
                "set local lock_timeout = '2s'",
                "comment on table t is 'x'"
            })
    void leavesTheSchemaAsItIs(String sql) {
        assertThat(PlainSql.leavesSchema(DIALECT, sql)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table t (a int)",
                "insert into t values (1); drop table t",
                "select make_tables()",
                "select \"make tables\"()",
                "select * into u from t",
                "select set_config('search_path', 'x', false)",
                "with x as (select make_tables()) select * from x",
                "do $$ begin end $$",
                "call make_tables()",
                "set search_path = x"
            })
    void mayChangeTheSchema(String sql) {
        assertThat(PlainSql.leavesSchema(DIALECT, sql)).isFalse();
    }
}
