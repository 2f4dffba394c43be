// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.DataType;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked about and what is not, as a table of examples; a column is written as {@code name type}. */
class LikelyRenamesTest {
    private static final Name ORDERS = Name.of("orders");

    @ParameterizedTest
    @CsvSource({
        // The name speaks for it.
        "state varchar(20), status varchar(20)",
        "name varchar(255), full_name varchar(255)",
        "email varchar(100), email_address varchar(200)",
        "created timestamp, created_at timestamptz",
        "qty integer, quantity bigint",
        "descr text, description text",
        "fname varchar(255), first_name varchar(255)",
        "firstName varchar(255), first_name varchar(255)",
        "price numeric(10), unit_price numeric(12)",
        "note varchar(255), notes text",
        "colour varchar(255), color varchar(255)",
        "date_of_birth date, birth_date date",
        "name_first varchar(10), first_name varchar(10)"
    })
    void asksAboutColumns(String dropped, String added) {
        Table before = table("id bigint", dropped, "other date", "legacy boolean");
        Table after = table("id bigint", "other date", added, "extra uuid");

        assertThat(columns(before, after))
                .containsExactly(Rename.column(ORDERS, dropped.split(" ", -1)[0], added.split(" ", -1)[0]));
    }

    /** A key whose one column becomes another of its type has mostly got a better name. */
    @Test
    void asksAboutAColumnOfThePrimaryKey() {
        Table before = table("node bigint", "key varchar(10)", "was text").plus(key("node", "key"));
        Table after = table("name varchar(10)", "node bigint", "now uuid").plus(key("name", "node"));
        Table another = table("name varchar(10)", "node bigint").plus(key("name"));

        assertThat(columns(before, after)).containsExactly(Rename.column(ORDERS, "key", "name"));
        assertThat(columns(before, another)).isEmpty();
    }

    private static Constraint key(String... columns) {
        return new Constraint.PrimaryKey(null, List.of(columns));
    }

    @ParameterizedTest
    @CsvSource({
        "fax varchar(20), email varchar(255)",
        "legacy boolean, created_at timestamp",
        "deleted boolean, deleted_at timestamp",
        "total numeric(10), currency varchar(3)",
        "customer_name varchar(255), customer_email varchar(255)",
        "first varchar(255), last varchar(255)",
        "start_date date, end_date date",
        "address1 varchar(255), address2 varchar(255)",
        "min_price integer, max_price integer",
        "title varchar(255), author varchar(255)",
        "user_id bigint, id_card bigint",
        "state varchar(20), state boolean_kind",
        "tags text[], tag text"
    })
    void doesNotAskAboutColumns(String dropped, String added) {
        Table before = table("id bigint", dropped, "other date", "legacy_2 inet");
        Table after = table("id bigint", "other date", added, "extra uuid");

        assertThat(columns(before, after)).isEmpty();
    }

    @Test
    void asksAboutAnythingThatTakesTheVeryPlaceOfAnother() {
        assertThat(columns(
                        table("id bigint", "kind varchar(20)", "total integer"),
                        table("id bigint", "type varchar(20)", "total integer")))
                .containsExactly(Rename.column(ORDERS, "kind", "type"));
    }

    @Test
    void doesNotTakeThePlaceForAReasonWhereSeveralChange() {
        assertThat(columns(
                        table("id bigint", "kind varchar(20)", "size varchar(20)", "total integer"),
                        table("id bigint", "shade varchar(20)", "form varchar(20)", "total integer")))
                .isEmpty();
    }

    @Test
    void asksWhereBothReferToTheSameTable() {
        Table before = table("id bigint", "customer_id bigint", "x date").plus(reference("customer_id", "people"));
        Table after = table("id bigint", "x date", "buyer_id bigint", "y uuid").plus(reference("buyer_id", "people"));

        assertThat(columns(before, after)).containsExactly(Rename.column(ORDERS, "customer_id", "buyer_id"));
    }

    @Test
    void doesNotAskWhereOnlyOneRefers() {
        Table before = table("id bigint", "status bigint", "x date");
        Table after = table("id bigint", "x date", "status_id bigint").plus(reference("status_id", "statuses"));

        assertThat(columns(before, after)).isEmpty();
    }

    @Test
    void putsTheLikeliestFirst() {
        Table before = table("id bigint", "mail varchar(100)", "name varchar(50)");
        Table after = table("id bigint", "full_name varchar(50)", "email varchar(100)");

        assertThat(columns(before, after))
                .containsExactlyInAnyOrder(
                        Rename.column(ORDERS, "mail", "email"), Rename.column(ORDERS, "name", "full_name"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "orders | id bigint,state text,total int | purchases | id bigint,state text,total int",
                "order | id bigint,state text | orders | id bigint,status text,total int",
                "user_account | id bigint,email text,name text | account | id bigint,email text",
                "customers | id bigint,email text | clients | id bigint,email text"
            })
    void asksAboutTables(String old, String oldColumns, String now, String nowColumns) {
        assertThat(LikelyRenames.ofTables(schema(old, oldColumns), schema(now, nowColumns)))
                .containsExactly(Rename.table(Name.of(old), now));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "legacy_import | id bigint,line text | invoices | id bigint,number text,total int",
                "colours | id bigint,name text,rgb text | countries | id bigint,name text,iso text,area int",
                "orders | id bigint,state text,total int | audit_log | id bigint,at timestamp,who text",
                "a | id bigint | b | id bigint"
            })
    void doesNotAskAboutTables(String old, String oldColumns, String now, String nowColumns) {
        assertThat(LikelyRenames.ofTables(schema(old, oldColumns), schema(now, nowColumns)))
                .isEmpty();
    }

    @Test
    void asksAboutValuesInPlaceOrOfALikeName() {
        assertThat(values(List.of("NEW", "PAID"), List.of("OPEN", "PAID")))
                .containsExactly(Rename.enumValue(Name.of("mood"), "NEW", "OPEN"));
        assertThat(values(List.of("CANCELED", "PAID"), List.of("PAID", "SENT", "CANCELLED")))
                .containsExactly(Rename.enumValue(Name.of("mood"), "CANCELED", "CANCELLED"));
        assertThat(values(List.of("A", "LOST"), List.of("A"))).isEmpty();
        assertThat(values(List.of("RED", "LOST"), List.of("RED", "BLUE", "GREEN")))
                .isEmpty();
    }

    @Test
    void readsTheValuesOfChecksAsDatabasesTellThem() {
        Map<String, List<String>> expected = Map.of(
                "state in ('A', 'B')", List.of("A", "B"),
                "status IN ('ORDERED', 'ON_SALE')", List.of("ORDERED", "ON_SALE"),
                "`state` in ('it''s','B')", List.of("it's", "B"),
                "\"STATE\" IN('A', 'B')", List.of("A", "B"),
                "(state)::text = ANY ((ARRAY['A'::character varying, 'B'::character varying])::text[])",
                        List.of("A", "B"));
        expected.forEach((text, values) -> assertThat(ValueList.of(new Constraint.Check("ck", text)))
                .as(text)
                .hasValueSatisfying(list -> assertThat(list.values()).isEqualTo(values)));

        assertThat(ValueList.of(new Constraint.Check("ck", "state in ('A') or total > 0")))
                .isEmpty();
        assertThat(ValueList.of(new Constraint.Check("ck", "total > 0"))).isEmpty();
        assertThat(ValueList.of(new Constraint.Check("ck", "state <> 'A'"))).isEmpty();
    }

    private static List<Rename> columns(Table before, Table after) {
        return LikelyRenames.ofColumns(Schema.of(before), Schema.of(after));
    }

    private static List<Rename> values(List<String> before, List<String> after) {
        return LikelyRenames.ofValues(
                Schema.EMPTY.with(EnumType.of(Name.of("mood"), before)),
                Schema.EMPTY.with(EnumType.of(Name.of("mood"), after)));
    }

    private static Schema schema(String table, String columns) {
        return Schema.of(table(columns.split(",")).withName(Name.of(table)));
    }

    private static Table table(String... columns) {
        List<Column> read = new ArrayList<>();
        for (String column : columns) {
            String[] words = column.strip().split(" ", -1);
            String type = words[1].replace("[]", "");
            DataType base = type.contains("(")
                    ? DataType.of(type.substring(0, type.indexOf('(')), type.replaceAll("\\D", ""))
                    : DataType.of(type);
            read.add(Column.of(words[0], words[1].endsWith("[]") ? base.array() : base));
        }
        return Table.of(ORDERS, read);
    }

    private static Constraint reference(String column, String table) {
        return Constraint.ForeignKey.of("fk_" + column, List.of(column), Name.of(table), List.of("id"));
    }
}
