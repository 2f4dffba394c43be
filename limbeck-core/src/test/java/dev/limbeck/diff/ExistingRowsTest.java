// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.error.MigrationException;
import dev.limbeck.fixtures.PlainRules;
import dev.limbeck.operation.ColumnChange;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.DataType;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExistingRowsTest {
    private static final Name BOOK = Name.of("book");
    private static final Schema BEFORE =
            Schema.of(Table.of(BOOK, List.of(Column.of("title", DataType.of("varchar", 40)))));
    private static final Column PAGES =
            Column.of("pages", DataType.of("integer")).withNullable(false);
    private static final Column CODE = Column.of("code", DataType.of("uuid")).withNullable(false);

    @Test
    void addsANotNullColumnAsNullableThenFillsItThenForbidsNull() {
        ExistingRows.Safe safe = steps(new Operation.AddColumn(BOOK, PAGES), Map.of());

        assertThat(safe.steps())
                .containsExactly(
                        new Operation.AddColumn(BOOK, PAGES.withNullable(true)),
                        new Operation.Execute("update book set pages = 0 where pages is null", List.of()),
                        new Operation.AlterColumn(
                                BOOK, "pages", ColumnChange.NONE.notNull(), ColumnChange.NONE.nullable()));
        assertThat(safe.remarks()).singleElement().asString().contains("book.pages", "existing rows get 0");
    }

    @Test
    void takesTheValueThatWasAskedForWithoutARemark() {
        ExistingRows.Safe safe = steps(new Operation.AddColumn(BOOK, PAGES), Map.of("book.pages", "100"));

        assertThat(safe.steps())
                .contains(new Operation.Execute("update book set pages = 100 where pages is null", List.of()));
        assertThat(safe.remarks()).isEmpty();
    }

    @Test
    void fillsInBatchesWhereThatIsWished() {
        ExistingRows.Safe safe = ExistingRows.steps(
                List.of(new Operation.AddColumn(BOOK, PAGES)),
                BEFORE,
                new ExistingRows.Wishes(Map.of("book.pages", "1"), true, Questions.NOBODY),
                new PlainRules());

        assertThat(safe.steps().get(1)).isInstanceOfSatisfying(Operation.Backfill.class, backfill -> {
            assertThat(backfill.condition()).isEqualTo("pages is null");
            assertThat(backfill.assignments()).singleElement().asString().contains("pages", "1");
        });
    }

    @Test
    void asksWhoeverIsThereAndTakesTheGuessForAnEmptyAnswer() {
        Operation added = new Operation.AddColumn(BOOK, PAGES);

        assertThat(asked(added, "7")).contains("set pages = 7");
        assertThat(asked(added, "")).contains("set pages = 0");
    }

    private static String asked(Operation operation, String answer) {
        Questions somebody = (question, answers) -> {
            assertThat(question).contains("book.pages", "[0]");
            return Optional.of(answer);
        };
        return ExistingRows.steps(
                        List.of(operation),
                        BEFORE,
                        new ExistingRows.Wishes(Map.of(), false, somebody),
                        new PlainRules())
                .steps()
                .toString();
    }

    @Test
    void fillsAColumnThatBecomesNotNull() {
        ColumnChange notNull = ColumnChange.NONE.notNull();
        ExistingRows.Safe safe =
                steps(new Operation.AlterColumn(BOOK, "title", notNull, ColumnChange.NONE.nullable()), Map.of());

        assertThat(safe.steps())
                .first()
                .isEqualTo(new Operation.Execute("update book set title = '' where title is null", List.of()));
    }

    @Test
    void asksWhereNoValueIsObvious() {
        assertThatThrownBy(() -> steps(new Operation.AddColumn(BOOK, CODE), Map.of()))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("book.code")
                .hasMessageContaining("--default book.code=EXPRESSION");
    }

    @Test
    void refusesAValueThatNoColumnNeeds() {
        assertThatThrownBy(() -> steps(new Operation.AddColumn(BOOK, PAGES), Map.of("book.pagse", "1")))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("book.pagse");
    }

    @Test
    void leavesColumnsOfNewTablesAlone() {
        Operation create = new Operation.CreateTable(Table.of(Name.of("shelf"), List.of(PAGES)));

        assertThat(steps(create, Map.of()).steps()).containsExactly(create);
    }

    private static ExistingRows.Safe steps(Operation operation, Map<String, String> values) {
        return ExistingRows.steps(
                List.of(operation), BEFORE, new ExistingRows.Wishes(values, false, Questions.NOBODY), new PlainRules());
    }
}
