// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.sqlite;

import static dev.limbeck.operation.Definitions.columns;
import static dev.limbeck.operation.Definitions.index;
import static dev.limbeck.operation.Definitions.integer;
import static dev.limbeck.operation.Definitions.unique;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Row;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqliteArrangementTest {
    private static final Name A = Name.of("a");
    private static final Name B = Name.of("b");
    private static final Table TABLE_A = Table.of(A, List.of(Column.of("id", integer())));
    private static final Table TABLE_B = Table.of(B, List.of(Column.of("id", integer())));
    private static final Operation CREATE_A = new Operation.CreateTable(TABLE_A);
    private static final Operation DROP_B = new Operation.DropTable(B, TABLE_B);
    private static final Operation ADD_COLUMN = new Operation.AddColumn(A, Column.of("c", integer()));
    private static final Constraint UNIQUE = unique(columns("id")).constraint();
    private static final Operation ADD_UNIQUE_A = new Operation.AddConstraint(A, UNIQUE);
    private static final Operation ADD_UNIQUE_B = new Operation.AddConstraint(B, UNIQUE);
    private static final Operation INDEX_A =
            new Operation.CreateIndex(A, index("ix", "id").index());
    private static final Operation EXECUTE = new Operation.Execute("update a set id = 1", List.of());

    @Test
    void putsTheChangesOfATableTogether() {
        assertThat(arrange(ADD_UNIQUE_B, ADD_COLUMN, INDEX_A, ADD_UNIQUE_A))
                .containsExactly(
                        new Operation.AlterTable(B, List.of(ADD_UNIQUE_B)),
                        new Operation.AlterTable(A, List.of(ADD_COLUMN, INDEX_A, ADD_UNIQUE_A)));
    }

    @Test
    void leavesFlatWhatNeedsNoRebuild() {
        assertThat(arrange(ADD_COLUMN, INDEX_A)).containsExactly(ADD_COLUMN, INDEX_A);
    }

    @Test
    void createsFirstAndDropsLast() {
        assertThat(arrange(DROP_B, ADD_COLUMN, new Operation.CreateTable(TABLE_B.withName(Name.of("c")))))
                .containsExactly(new Operation.CreateTable(TABLE_B.withName(Name.of("c"))), ADD_COLUMN, DROP_B);
    }

    @Test
    void passesNoSqlOfTheUsers() {
        assertThat(arrange(ADD_COLUMN, EXECUTE, ADD_UNIQUE_A))
                .containsExactly(ADD_COLUMN, EXECUTE, new Operation.AlterTable(A, List.of(ADD_UNIQUE_A)));
    }

    @Test
    void keepsRowsAmongTheChangesOfTheirTable() {
        Operation rows = new Operation.InsertRows(A, List.of("id"), List.of(Row.of(1)));

        assertThat(arrange(ADD_COLUMN, ADD_UNIQUE_B, rows, ADD_UNIQUE_A))
                .containsExactly(
                        ADD_COLUMN,
                        rows,
                        new Operation.AlterTable(A, List.of(ADD_UNIQUE_A)),
                        new Operation.AlterTable(B, List.of(ADD_UNIQUE_B)));
    }

    @Test
    void createsATableWithTheConstraintsItGetsLater() {
        assertThat(arrange(CREATE_A, INDEX_A, ADD_UNIQUE_A))
                .containsExactly(new Operation.CreateTable(TABLE_A.plus(UNIQUE)), INDEX_A);
    }

    @Test
    void dropsATableWithTheConstraintsItLosesBefore() {
        assertThat(arrange(new Operation.DropConstraint(B, null, UNIQUE), DROP_B))
                .containsExactly(new Operation.DropTable(B, TABLE_B.plus(UNIQUE)));
    }

    @Test
    void keepsTheOrderWhereANameIsGivenUpForAnother() {
        Operation dropIndex = new Operation.DropIndex(B, "ix", null);
        Operation createB = new Operation.CreateTable(TABLE_B);

        assertThat(arrange(ADD_COLUMN, dropIndex, INDEX_A)).containsExactly(ADD_COLUMN, dropIndex, INDEX_A);
        assertThat(arrange(DROP_B, createB)).containsExactly(DROP_B, createB);
    }

    @Test
    void replacesAColumnInOneRebuild() {
        Operation drop = new Operation.DropColumn(A, "c", Column.of("c", integer()));

        assertThat(arrange(drop, ADD_COLUMN)).containsExactly(new Operation.AlterTable(A, List.of(drop, ADD_COLUMN)));
    }

    private static List<Operation> arrange(Operation... operations) {
        return SqliteFixture.DIALECT.arrange(List.of(operations));
    }
}
