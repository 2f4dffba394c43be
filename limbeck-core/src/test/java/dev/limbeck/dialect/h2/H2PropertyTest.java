// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.h2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.diff.DiffRules;
import dev.limbeck.diff.Differ;
import dev.limbeck.fixtures.HandRename;
import dev.limbeck.fixtures.RandomViews;
import dev.limbeck.fixtures.Seeds;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for any schema, in H2's own mode and in PostgreSQL's. */
class H2PropertyTest {
    private static final DiffRules RULES = H2Fixture.DIALECT.diffRules();

    @ParameterizedTest
    @ValueSource(strings = {H2Fixture.OWN_MODE, H2Fixture.POSTGRESQL_MODE})
    void aSchemaThatWasCreatedReadsAsItself(String url) {
        Seeds.forAll(30, random -> {
            Schema schema = RandomH2Schema.of(random, url);
            try (H2Fixture database = new H2Fixture(url)) {
                database.run(Differ.diff(Schema.EMPTY, schema, RULES));

                assertThat(parts(database.schema())).containsExactlyElementsOf(parts(schema));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {H2Fixture.OWN_MODE, H2Fixture.POSTGRESQL_MODE})
    void eachOperationDoesToTheDatabaseWhatItDoesToASchemaAndItsReverseUndoesIt(String url) {
        Seeds.forAll(30, random -> {
            Schema from = RandomH2Schema.of(random, url);
            List<Operation> there = Differ.diff(from, RandomH2Schema.of(random, url), RULES);
            try (H2Fixture database = new H2Fixture(url)) {
                database.run(Differ.diff(Schema.EMPTY, from, RULES));
                Schema schema = from;
                for (Operation operation : there) {
                    schema = operation.apply(schema);
                    database.run(List.of(operation));

                    assertThat(parts(database.schema()))
                            .as("after %s", operation)
                            .containsExactlyElementsOf(parts(schema));
                }
                database.run(Operation.reverseAll(there));

                assertThat(Differ.diff(database.schema(), from, RULES)).isEmpty();
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {H2Fixture.OWN_MODE, H2Fixture.POSTGRESQL_MODE})
    void aTableThatWasRenamedByHandTakesTheNamesOfTheOldOne(String url) {
        Seeds.forAll(30, random -> {
            Schema from = RandomH2Schema.of(random, url);
            Schema to = HandRename.of(from, random);
            List<Operation> there = Differ.diff(from, to, RULES);
            try (H2Fixture database = new H2Fixture(url)) {
                database.run(Differ.diff(Schema.EMPTY, from, RULES));
                database.run(there);

                assertThat(Differ.diff(database.schema(), to, RULES)).isEmpty();

                database.run(Operation.reverseAll(there));

                assertThat(Differ.diff(database.schema(), from, RULES)).isEmpty();
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {H2Fixture.OWN_MODE, H2Fixture.POSTGRESQL_MODE})
    void viewsOfTablesThatChangeStayOrChange(String url) {
        Seeds.forAll(30, random -> {
            Schema from = read(RandomViews.over(RandomH2Schema.of(random, url), random, H2Fixture.DIALECT::quote), url);
            Schema to = read(RandomViews.over(RandomH2Schema.of(random, url), random, H2Fixture.DIALECT::quote), url);
            List<Operation> there = Differ.diff(from, to, RULES);
            try (H2Fixture database = new H2Fixture(url)) {
                database.run(Differ.diff(Schema.EMPTY, from, RULES));
                database.run(there);

                assertThat(Differ.diff(database.schema(), to, RULES)).isEmpty();

                database.run(Operation.reverseAll(there));

                assertThat(Differ.diff(database.schema(), from, RULES)).isEmpty();
            }
        });
    }

    /** The schema as a database tells it that holds nothing else. */
    private static Schema read(Schema schema, String url) {
        try (H2Fixture database = new H2Fixture(url)) {
            database.run(Differ.diff(Schema.EMPTY, schema, RULES));
            return database.schema();
        }
    }

    /** All that a schema consists of, one by one, so that a failure shows the one that differs. */
    private static List<String> parts(Schema schema) {
        List<String> parts = new ArrayList<>();
        schema.sequences().values().forEach(sequence -> parts.add(sequence.toString()));
        for (Table table : schema.tables().values()) {
            parts.add(table.name() + " " + table.comment() + " " + table.options());
            table.columns().forEach(column -> parts.add(table.name() + " " + column));
            table.constraints().forEach(constraint -> parts.add(table.name() + " " + constraint));
            table.indexes().forEach(index -> parts.add(table.name() + " " + index));
        }
        return parts;
    }
}
