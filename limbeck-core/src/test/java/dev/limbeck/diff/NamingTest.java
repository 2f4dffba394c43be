// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.diff.Naming.Kind;
import dev.limbeck.fixtures.PlainRules;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.DataType;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NamingTest {
    private static final Map<Kind, String> PATTERNS = Map.of(
            Kind.PRIMARY_KEY, "pk_{table}",
            Kind.FOREIGN_KEY, "fk_{table}_{columns}_{referred_table}_{referred_columns}",
            Kind.UNIQUE, "uq_{table}_{columns}",
            Kind.CHECK, "ck_{table}_{columns}",
            Kind.INDEX, "ix_{table}_{columns}");

    @Test
    void namesWhatHasNoNameOrHibernates() {
        Table table = named(orders().plus(new Constraint.PrimaryKey(null, List.of("id")))
                .plus(Constraint.Unique.of("UKb2xk3hm6f1c9d8s7a6b5c4d3e", List.of("id", "state")))
                .plus(Constraint.ForeignKey.of(
                        "FKpxtb8awmi0dk6smoh2vp1litg", List.of("user_id"), Name.of("users"), List.of("id")))
                .plus(new Constraint.Check(null, "state in ('id', 'PAID')"))
                .plus(Index.of("IDXb2xk3hm6f1c9d8s7a6b5c4d3e", List.of(Index.Part.column("state")))));

        assertThat(table.constraints())
                .extracting(Constraint::name)
                .containsExactlyInAnyOrder(
                        "pk_orders", "uq_orders_id_state", "fk_orders_user_id_users_id", "ck_orders_state");
        assertThat(table.indexes()).extracting(Index::name).containsExactly("ix_orders_state");
    }

    @Test
    void keepsNamesThatSomebodyGave() {
        Table table = orders().plus(Constraint.Unique.of("my_own", List.of("id")))
                .plus(Index.of("also_mine", List.of(Index.Part.column("state"))));

        assertThat(named(table)).isEqualTo(table);
    }

    @Test
    void cutsLongNamesAndHashesTheWhole() {
        Naming naming = new Naming(Map.of(Kind.UNIQUE, "x".repeat(70) + "_{columns}"), new PlainRules());
        String first = name(naming, "id");
        String second = name(naming, "state");

        assertThat(first).hasSize(63).startsWith("xxxx").isNotEqualTo(second);
        assertThat(name(naming, "id")).isEqualTo(first);
    }

    @Test
    void tellsTwoChecksOfOneColumnApart() {
        Table table = named(orders().plus(new Constraint.Check(null, "state <> 'A'"))
                .plus(new Constraint.Check(null, "state <> 'B'")));

        assertThat(table.constraints())
                .extracting(Constraint::name)
                .doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(name).startsWith("ck_orders_state"));
    }

    @Test
    void knowsItsPlaceholders() {
        assertThat(Naming.unknown("fk_{table}_{columns}_{referred_table}_{referred_columns}"))
                .isEmpty();
        assertThat(Naming.unknown("fk_{column}_{colour}")).containsExactly("column", "colour");
    }

    private static @Nullable String name(Naming naming, String column) {
        Table table = orders().plus(Constraint.Unique.of(null, List.of(column)));
        return naming.apply(Schema.of(table))
                .table(table.name())
                .orElseThrow()
                .constraints()
                .get(0)
                .name();
    }

    private static Table named(Table table) {
        return new Naming(PATTERNS, new PlainRules())
                .apply(Schema.of(table))
                .table(table.name())
                .orElseThrow();
    }

    private static Table orders() {
        return Table.of(
                Name.of("orders"),
                List.of(
                        Column.of("id", DataType.of("bigint")),
                        Column.of("user_id", DataType.of("bigint")),
                        Column.of("state", DataType.of("text"))));
    }
}
