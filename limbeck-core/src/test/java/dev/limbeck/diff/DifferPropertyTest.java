// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.fixtures.HandRename;
import dev.limbeck.fixtures.PlainRules;
import dev.limbeck.fixtures.RandomSchema;
import dev.limbeck.fixtures.Seeds;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DifferPropertyTest {
    private static final DiffRules RULES = new PlainRules();

    @Test
    void aSchemaDoesNotDifferFromItself() {
        Seeds.forAll(500, random -> {
            Schema schema = RandomSchema.of(random);

            assertThat(Differ.diff(schema, schema, RULES)).isEmpty();
        });
    }

    @Test
    void theDifferenceAppliedToOneSchemaGivesTheOther() {
        Seeds.forAll(2000, random -> {
            Schema from = RandomSchema.of(random);
            Schema to = RandomSchema.of(random);

            Schema reached = Operation.applyAll(Differ.diff(from, to, RULES), from);

            assertThat(sorted(reached)).isEqualTo(sorted(to));
            assertThat(Differ.diff(reached, to, RULES)).isEmpty();
        });
    }

    @Test
    void theReversedDifferenceLeadsBack() {
        Seeds.forAll(2000, random -> {
            Schema from = RandomSchema.of(random);
            Schema to = RandomSchema.of(random);
            List<Operation> operations = Differ.diff(from, to, RULES);

            Schema back = Operation.applyAll(Operation.reverseAll(operations), Operation.applyAll(operations, from));

            assertThat(sorted(back)).isEqualTo(sorted(from));
        });
    }

    @Test
    void anOperationReversedTwiceIsItself() {
        Seeds.forAll(1000, random -> {
            for (Operation operation : Differ.diff(RandomSchema.of(random), RandomSchema.of(random), RULES)) {
                assertThat(operation.reverse().reverse()).isEqualTo(operation);
            }
        });
    }

    @Test
    void noStepNeedsWhatALaterStepMakes() {
        Seeds.forAll(1000, random -> {
            Schema schema = RandomSchema.of(random);
            List<Operation> operations = Differ.diff(schema, RandomSchema.of(random), RULES);

            assertNoDanglingForeignKey(schema, operations);
            assertNoDanglingForeignKey(Operation.applyAll(operations, schema), Operation.reverseAll(operations));
        });
    }

    @Test
    void noNameIsTakenBeforeItIsGivenUp() {
        Seeds.forAll(1000, random -> {
            Schema schema = RandomSchema.of(random);
            Schema renamed = HandRename.of(schema, random);
            List<Operation> operations = Differ.diff(schema, renamed, RULES);

            assertNoNameTwice(schema, operations);
            assertNoNameTwice(renamed, Operation.reverseAll(operations));
            assertNoDanglingForeignKey(schema, operations);
            assertNoDanglingForeignKey(renamed, Operation.reverseAll(operations));
        });
    }

    private static void assertNoNameTwice(Schema start, List<Operation> operations) {
        Schema schema = start;
        for (Operation operation : operations) {
            schema = operation.apply(schema);
            assertThat(schema.tables().values().stream().flatMap(table -> RULES.namesOfItsOwn(table).stream()))
                    .as("after %s", operation)
                    .doesNotHaveDuplicates();
        }
    }

    private static void assertNoDanglingForeignKey(Schema start, List<Operation> operations) {
        Schema schema = start;
        for (Operation operation : operations) {
            schema = operation.apply(schema);
            for (Table table : schema.tables().values()) {
                for (Constraint.ForeignKey key : table.foreignKeys()) {
                    Set<String> columns = new TreeSet<>();
                    schema.table(key.references())
                            .ifPresent(target -> target.columns().forEach(column -> columns.add(column.name())));
                    assertThat(columns).as("%s after %s", key, operation).containsAll(key.referencedColumns());
                }
            }
        }
    }

    /** Columns are added at the end, so their order is not part of what a diff promises. */
    private static Schema sorted(Schema schema) {
        return schema.mapTables(table -> table.withColumns(table.columns().stream()
                .sorted(Comparator.comparing(Column::name))
                .toList()));
    }
}
