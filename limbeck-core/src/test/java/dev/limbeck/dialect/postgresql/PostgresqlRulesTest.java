// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.postgresql;

import static dev.limbeck.operation.Definitions.bigint;
import static dev.limbeck.operation.Definitions.bool;
import static dev.limbeck.operation.Definitions.date;
import static dev.limbeck.operation.Definitions.integer;
import static dev.limbeck.operation.Definitions.jsonb;
import static dev.limbeck.operation.Definitions.numeric;
import static dev.limbeck.operation.Definitions.text;
import static dev.limbeck.operation.Definitions.timestamptz;
import static dev.limbeck.operation.Definitions.type;
import static dev.limbeck.operation.Definitions.uuid;
import static dev.limbeck.operation.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.DataType;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PostgresqlRulesTest {
    private final PostgresqlRules rules = new PostgresqlRules();

    private Optional<String> conversion(DataType from, DataType to) {
        return rules.conversion(Column.of("c", from), Column.of("renamed", to));
    }

    private Optional<String> obviousValue(DataType type) {
        return rules.obviousValue(Column.of("c", type));
    }

    @Test
    void saysNothingWhereTheServerConvertsByItself() {
        assertThat(conversion(varchar(20), varchar(30))).isEmpty();
        assertThat(conversion(varchar(20), text())).isEmpty();
        assertThat(conversion(bigint(), numeric(10, 2))).isEmpty();
        assertThat(conversion(uuid(), varchar(36))).isEmpty();
        assertThat(conversion(type("mood"), varchar(20))).isEmpty();
        assertThat(conversion(date(), timestamptz(6))).isEmpty();
    }

    @Test
    void saysTheCastWhereTheServerWantsIt() {
        assertThat(conversion(varchar(20), integer())).hasValue("c::integer");
        assertThat(conversion(text(), type("mood"))).hasValue("c::mood");
        assertThat(conversion(type("mood"), type("shop.feeling"))).hasValue("c::text::shop.feeling");
        assertThat(conversion(integer(), uuid()))
                .as("no cast: the first row says so")
                .hasValue("c::text::uuid");
        assertThat(conversion(varchar(36), uuid())).hasValue("c::uuid");
        assertThat(conversion(integer(), type("amount"))).as("maybe a domain").hasValue("c::amount");
        assertThat(conversion(bigint(), jsonb())).hasValue("c::text::jsonb");
        assertThat(conversion(jsonb(), bigint())).hasValue("c::bigint");
        assertThat(conversion(date(), bigint())).hasValue("c::text::bigint");
        assertThat(conversion(date(), type("interval"))).hasValue("c::text::interval");
        assertThat(conversion(type("money"), integer())).hasValue("c::numeric::integer");
        assertThat(conversion(type("money"), numeric(10, 2))).hasValue("c::numeric(10,2)");
        assertThat(conversion(type("circle"), type("point"))).hasValue("c::point");
        assertThat(conversion(bool(), bigint())).hasValue("c::integer::bigint");
        assertThat(conversion(text(), text().array())).hasValue("array[c]");
        assertThat(conversion(text(), timestamptz(6))).hasValue("c::timestamp(6) with time zone");
    }

    @Test
    void knowsTheValuesThatAnyoneWouldTake() {
        assertThat(obviousValue(bigint())).hasValue("0");
        assertThat(obviousValue(varchar(5))).hasValue("''");
        assertThat(obviousValue(bool())).hasValue("false");
        assertThat(obviousValue(timestamptz())).hasValue("now()");
        assertThat(obviousValue(date())).hasValue("current_date");
        assertThat(obviousValue(text().array())).hasValue("'{}'");
        assertThat(obviousValue(uuid())).isEmpty();
        assertThat(obviousValue(type("mood"))).isEmpty();
    }
}
