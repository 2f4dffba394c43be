// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.error.MigrationException;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.DataType;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RenameWishTest {
    private static final Name ORDERS = Name.of("orders");
    private static final Name VISITS = new Name("stats", "visits");
    private static final Schema SCHEMA = Schema.of(
                    Table.of(ORDERS, List.of(Column.of("state", DataType.of("text"))))
                            .plus(new Constraint.Check("ck", "state in ('NEW', 'PAID')"))
                            .plus(Index.of("state", List.of(Index.Part.column("state")))),
                    Table.of(VISITS, List.of(Column.of("at", DataType.of("date")))))
            .with(EnumType.of(Name.of("mood"), List.of("sad", "so so")));

    @Test
    void meansTables() {
        assertThat(RenameWish.parse("orders=purchases").ofTable(SCHEMA)).contains(Rename.table(ORDERS, "purchases"));
        assertThat(RenameWish.parse("stats.visits=hits").ofTable(SCHEMA)).contains(Rename.table(VISITS, "hits"));
        assertThat(RenameWish.parse("stats.visits=stats.hits").ofTable(SCHEMA)).contains(Rename.table(VISITS, "hits"));
        assertThat(RenameWish.parse("orders.state=status").ofTable(SCHEMA)).isEmpty();
    }

    @Test
    void meansColumnsFirstAndOthersByKind() {
        assertThat(part("orders.state=status")).isEqualTo(Rename.column(ORDERS, "state", "status"));
        assertThat(part("orders.state=orders.status")).isEqualTo(Rename.column(ORDERS, "state", "status"));
        assertThat(part("index:orders.state=ix_state")).isEqualTo(Rename.index(ORDERS, "state", "ix_state"));
        assertThat(part("orders.ck=ck_state")).isEqualTo(Rename.constraint(ORDERS, "ck", "ck_state"));
        assertThat(part("stats.visits.at=moment")).isEqualTo(Rename.column(VISITS, "at", "moment"));
    }

    @Test
    void meansValuesOfTypesAndOfListedColumns() {
        assertThat(part("mood.so so=fair")).isEqualTo(Rename.enumValue(Name.of("mood"), "so so", "fair"));
        assertThat(part("orders.state.NEW=OPEN"))
                .isEqualTo(Rename.enumValue(new Name("orders", "state"), "NEW", "OPEN"));
    }

    @Test
    void takesATableByItsOldName() {
        Schema renamed = Schema.of(SCHEMA.table(ORDERS).orElseThrow().withName(Name.of("purchases")));

        assertThat(RenameWish.parse("orders.state=status").ofPart(renamed, Map.of(ORDERS, Name.of("purchases"))))
                .contains(Rename.column(Name.of("purchases"), "state", "status"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders", "orders=", "=orders", " = "})
    void refusesWhatNamesOneSideOnly(String text) {
        assertThatThrownBy(() -> RenameWish.parse(text))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("--rename " + text + " does not say both names");
    }

    private static Rename part(String text) {
        return RenameWish.parse(text).ofPart(SCHEMA, Map.of()).orElseThrow();
    }
}
