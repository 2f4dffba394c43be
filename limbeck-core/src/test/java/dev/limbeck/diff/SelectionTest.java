// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.diff.Selection.Kind;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.DataType;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.Table;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SelectionTest {
    private static final Schema SCHEMA = Schema.of(
                    table(Name.of("orders")), table(Name.of("audit_log")), table(new Name("stats", "visits")))
            .with(Sequence.of(Name.of("orders_seq")));

    @Test
    void leavesEverythingWherePatternsAreMissing() {
        Selection.Selected selected = new Selection(Map.of(), Map.of()).of(SCHEMA);

        assertThat(selected.schema()).isEqualTo(SCHEMA);
        assertThat(selected.ignored()).isEmpty();
    }

    @Test
    void excludesTablesByNameAndSaysBySetting() {
        Selection.Selected selected = excluding(Kind.TABLES, "AUDIT_*").of(SCHEMA);

        assertThat(names(selected)).containsExactly("orders", "stats.visits");
        assertThat(selected.ignored()).containsExactly(Map.entry("table audit_log", "limbeck.exclude.tables=AUDIT_*"));
    }

    @Test
    void includesTablesByNameOrBySchema() {
        assertThat(names(including(Kind.TABLES, "o?ders").of(SCHEMA))).containsExactly("orders");
        assertThat(names(including(Kind.TABLES, "stats.*").of(SCHEMA))).containsExactly("stats.visits");
        assertThat(names(excluding(Kind.SCHEMAS, "stats").of(SCHEMA))).containsExactly("audit_log", "orders");
    }

    @Test
    void takesWhatNamesAnExcludedColumnAlong() {
        Selection.Selected selected = excluding(Kind.COLUMNS, "orders.note").of(SCHEMA);

        Table orders = selected.schema().table(Name.of("orders")).orElseThrow();
        assertThat(orders.column("note")).isEmpty();
        assertThat(orders.indexes()).isEmpty();
        assertThat(orders.constraints()).hasSize(1);
        assertThat(selected.schema().table(Name.of("audit_log")).orElseThrow().column("note"))
                .isPresent();
        assertThat(selected.ignored()).containsOnlyKeys("column orders.note");
    }

    @Test
    void excludesIndexesConstraintsAndSequences() {
        assertThat(excluding(Kind.INDEXES, "ix_*").of(SCHEMA).schema().tables().values())
                .allMatch(table -> table.indexes().isEmpty());
        assertThat(excluding(Kind.CONSTRAINTS, "orders.*").of(SCHEMA).ignored())
                .containsOnlyKeys("unique constraint orders.uq");
        assertThat(excluding(Kind.SEQUENCES, "*_seq").of(SCHEMA).schema().sequences())
                .isEmpty();
    }

    private static List<String> names(Selection.Selected selected) {
        return selected.schema().tables().keySet().stream().map(Name::toString).toList();
    }

    private static Selection including(Kind kind, String pattern) {
        return new Selection(Map.of(kind, List.of(pattern)), Map.of());
    }

    private static Selection excluding(Kind kind, String pattern) {
        return new Selection(Map.of(), Map.of(kind, List.of(pattern)));
    }

    private static Table table(Name name) {
        return Table.of(name, List.of(Column.of("id", DataType.of("bigint")), Column.of("note", DataType.of("text"))))
                .plus(Constraint.Unique.of("uq", List.of("id")))
                .plus(Index.of("ix_note", List.of(Index.Part.column("note"))));
    }
}
