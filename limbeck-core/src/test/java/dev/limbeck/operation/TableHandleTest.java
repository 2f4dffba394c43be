// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.operation;

import static dev.limbeck.operation.Definitions.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.schema.Name;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TableHandleTest {
    private static final UUID ID = UUID.fromString("01234567-89ab-cdef-0123-456789abcdef");

    private final Spoken op = new Spoken();
    private final TableHandle users = op.table(
            "shop.users",
            column("id", bigint()).notNull(),
            column("email", varchar(8)),
            column("order", smallint()),
            column("active", bool()),
            column("score", numeric(5, 2)),
            column("born", date()),
            column("seen", timestamptz()),
            column("token", uuid()),
            column("tags", text().array()));

    @Test
    void insertsRowsInTheOrderOfItsColumns() {
        op.table("roles", column("id", integer()), column("since", timestamp()))
                .insert(row(1, LocalDateTime.of(2026, 1, 2, 3, 4, 5)), row(2, null));

        assertThat(op.operations)
                .containsExactly(new Operation.InsertRows(
                        Name.of("roles"),
                        List.of("id", "since"),
                        List.of(row(1, "2026-01-02 03:04:05"), row(2, null))));
    }

    @Test
    void insertsARowByNames() {
        users.insert(
                set("id", 1),
                set("email", "o'b"),
                set("born", LocalDate.of(2000, 1, 2)),
                set("seen", Instant.EPOCH),
                set("token", ID),
                setExpression("score", "1 + 1"));

        assertThat(op.sql())
                .isEqualTo("insert into <shop>.<users> (<id>, <email>, <born>, <seen>, <token>, <score>) values"
                        + " ('1', 'o''b', '2000-01-02', '1970-01-01 00:00+00:00', '" + ID + "', 1 + 1)");
    }

    @Test
    void changesRowsThatMeetACondition() {
        users.where("id = ?", 5).update(set("order", 7), set("email", null), setExpression("active", "not active"));

        assertThat(op.operations)
                .containsExactly(new Operation.Execute(
                        "update <shop>.<users> set <order> = '7', <email> = null, <active> = not active where id = ?",
                        List.of(5)));
    }

    @Test
    void deletesRows() {
        users.all().delete();

        assertThat(op.sql()).isEqualTo("delete from <shop>.<users>");
    }

    @Test
    void readsTheColumnsThatAreNamedOrAll() {
        users.where("email is null order by id").select("id", "order");
        op.table("t", column("a", integer()), column("b", integer())).all().select();

        assertThat(op.queries)
                .containsExactly(
                        "select <id>, <order> from <shop>.<users> where email is null order by id",
                        "select <a>, <b> from <t>");
    }

    @Test
    void refusesAColumnThatTheRevisionDoesNotKnow() {
        assertThatThrownBy(() -> users.all().update(set("mail", "x")))
                .hasMessageContaining("table shop.users has no column mail in this revision, only [id, email");
        assertThatThrownBy(() -> users.insert(set("mail", "x"))).hasMessageContaining("no column mail");
        assertThatThrownBy(() -> users.all().select("mail")).hasMessageContaining("no column mail");
        assertThat(op.operations).isEmpty();
    }

    @Test
    void refusesAValueThatTheColumnCannotHold() {
        refuses("id", null, "the column is not null");
        refuses("id", "1", "give a whole number");
        refuses("order", 40_000, "outside of -2^15");
        refuses("order", 1.5, "give a whole number");
        refuses("email", "ninechars", "it has 9 characters");
        refuses("email", 5, "give a String");
        refuses("active", 1, "give true or false");
        refuses("score", "1", "give a number");
        refuses("token", "no-uuid", "UUID");
        refuses("tags", List.of("a"), "an array is given as the database writes it");
        refuses("born", List.of(), "give a String, a number");
        assertThat(op.operations).isEmpty();
    }

    private void refuses(String column, @Nullable Object value, String why) {
        assertThatThrownBy(() -> users.all().update(set(column, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("column shop.users." + column)
                .hasMessageContaining(why);
    }

    @Test
    void refusesARowOfAnotherLength() {
        assertThatThrownBy(() -> users.insert(row(1, "a"))).hasMessageContaining("has 2 values for 9 columns");
    }

    @Test
    void aResultIsReadByNameOrPlaceAndConvertsOnlyWhatIsTheSame() {
        ResultRow row = new ResultRow(
                Arrays.asList("ID", "name", "flag", "at", "none"),
                Arrays.asList(5L, "x", 1, java.sql.Timestamp.valueOf("2026-01-02 03:04:05"), null));

        assertThat(row.getLong("id")).isEqualTo(5);
        assertThat(row.getInt(1)).isEqualTo(5);
        assertThat(row.getString("ID")).isEqualTo("5");
        assertThat(row.getBoolean("flag")).isTrue();
        assertThat(row.get("at", LocalDateTime.class)).isEqualTo("2026-01-02T03:04:05");
        assertThat(row.getString("none")).isNull();
        assertThat(row.isNull("none")).isTrue();
        assertThatThrownBy(() -> row.getLong("none")).hasMessageContaining("column none is null in this row");
        assertThatThrownBy(() -> row.getLong("name")).hasMessageContaining("column name holds x");
        assertThatThrownBy(() -> row.getString("nope")).hasMessageContaining("no column nope among [ID, name");
        assertThatThrownBy(() -> row.getString(6)).hasMessageContaining("there is no column 6; the row has 5");
        assertThatThrownBy(() -> new ResultRow(List.of("a", "A"), List.of(1, 2)).getInt("a"))
                .hasMessageContaining("two columns are called a");
        assertThat(new ResultRow(List.of("n"), List.of(1L << 40)).getLong("n")).isEqualTo(1L << 40);
        assertThatThrownBy(() -> new ResultRow(List.of("n"), List.of(1L << 40)).getInt("n"))
                .hasMessageContaining("which is no Integer");
        assertThat(row).hasToString("ResultRow[ID, name, flag, at, none]");
    }

    /** Keeps what is said, in a SQL with unmistakable quotes. */
    private static final class Spoken implements Operations {
        private final List<Operation> operations = new ArrayList<>();
        private final List<String> queries = new ArrayList<>();

        @Override
        public void invoke(Operation operation) {
            operations.add(operation);
        }

        @Override
        public List<ResultRow> query(String sql, @Nullable Object... parameters) {
            queries.add(sql);
            return List.of();
        }

        @Override
        public String quote(Name name) {
            return name.inSql(part -> "<" + part + ">");
        }

        @Override
        public String literal(@Nullable Object value) {
            return value == null ? "null" : "'" + value.toString().replace("'", "''") + "'";
        }

        String sql() {
            assertThat(operations).hasSize(1);
            return ((Operation.Execute) operations.get(0)).sql();
        }
    }
}
