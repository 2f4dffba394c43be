// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.diff.Differ;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A schema as large as that of a grown application, made anew from what is read of it. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class MariadbLargeSchemaTest {
    private static final int TABLES = 160;

    /** To how many tables before it a table may refer. */
    private static final int NEAR = 3;

    @Test
    void aSchemaOfManyTablesIsMadeAnewAsTheServerShowsIt() {
        try (TestDatabase first = new MariadbTestDatabase();
                TestDatabase second = new MariadbTestDatabase()) {
            Dialect dialect = first.dialect();
            first.apply(Differ.diff(Schema.EMPTY, large(), dialect.diffRules()));
            Schema read = first.reflect();
            List<Operation> baseline = Differ.diff(Schema.EMPTY, read, dialect.diffRules());

            second.apply(dialect.arrange(baseline, Schema.EMPTY));

            assertThat(read.tables()).hasSizeGreaterThanOrEqualTo(TABLES);
            assertThat(shown(second)).isEqualTo(shown(first));
            assertThat(Differ.diff(second.reflect(), read, dialect.diffRules())).isEmpty();

            second.apply(dialect.arrange(Operation.reverseAll(baseline), read));

            assertThat(second.reflect().isEmpty()).isTrue();
        }
    }

    private static Schema large() {
        MariadbSchemas schemas = new MariadbSchemas(42);
        List<Table> tables = new ArrayList<>();
        for (int i = 0; i < TABLES; i++) {
            List<Table> near = tables.subList(Math.max(0, i - NEAR), i);
            tables.add(schemas.table(Schema.of(near.toArray(Table[]::new))));
        }
        return schemas.rich(Schema.of(tables.toArray(Table[]::new)), 1);
    }

    /** What the server shows of each table, its lines in any order, for keys are shown in the order of their making. */
    private static Map<Name, List<String>> shown(TestDatabase database) {
        Map<Name, List<String>> shown = new TreeMap<>();
        for (Name table : database.reflect().tables().keySet()) {
            String create = database.stored(table);
            shown.put(
                    table,
                    create.lines()
                            .map(line -> line.replaceFirst(",$", ""))
                            .sorted()
                            .toList());
        }
        return shown;
    }
}
