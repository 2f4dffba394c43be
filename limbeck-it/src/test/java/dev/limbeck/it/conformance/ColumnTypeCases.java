// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.conformance;

import static dev.limbeck.operation.Definitions.bigint;
import static dev.limbeck.operation.Definitions.blob;
import static dev.limbeck.operation.Definitions.bool;
import static dev.limbeck.operation.Definitions.bytea;
import static dev.limbeck.operation.Definitions.character;
import static dev.limbeck.operation.Definitions.clob;
import static dev.limbeck.operation.Definitions.column;
import static dev.limbeck.operation.Definitions.date;
import static dev.limbeck.operation.Definitions.doublePrecision;
import static dev.limbeck.operation.Definitions.integer;
import static dev.limbeck.operation.Definitions.json;
import static dev.limbeck.operation.Definitions.jsonb;
import static dev.limbeck.operation.Definitions.numeric;
import static dev.limbeck.operation.Definitions.primaryKey;
import static dev.limbeck.operation.Definitions.real;
import static dev.limbeck.operation.Definitions.row;
import static dev.limbeck.operation.Definitions.smallint;
import static dev.limbeck.operation.Definitions.text;
import static dev.limbeck.operation.Definitions.time;
import static dev.limbeck.operation.Definitions.timestamp;
import static dev.limbeck.operation.Definitions.timestamptz;
import static dev.limbeck.operation.Definitions.timetz;
import static dev.limbeck.operation.Definitions.type;
import static dev.limbeck.operation.Definitions.uuid;
import static dev.limbeck.operation.Definitions.varchar;

import dev.limbeck.operation.ColumnSpec;
import dev.limbeck.operation.Operations;
import dev.limbeck.schema.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Each type in a table that is created, in a column that is added, changed and dropped; and from type to type. */
final class ColumnTypeCases {

    /** A type and a value of it; without one where no literal fits all databases. */
    private record Example(DataType type, @Nullable Object value) {}

    private static final List<Example> TYPES = List.of(
            new Example(smallint(), 12),
            new Example(integer(), 1234),
            new Example(bigint(), 123456),
            new Example(numeric(), 17),
            new Example(numeric(12), 1234),
            new Example(numeric(10, 2), 12.25),
            new Example(real(), 1.5),
            new Example(doublePrecision(), 2.25),
            new Example(bool(), true),
            new Example(varchar(), "a text"),
            new Example(varchar(80), "it's"),
            new Example(character(8), "abcdefgh"),
            new Example(text(), "long"),
            new Example(bytea(), null),
            new Example(blob(), null),
            new Example(clob(), "longer"),
            new Example(date(), "2026-11-20"),
            new Example(time(), "10:11:12"),
            new Example(time(3), "10:11:12.5"),
            new Example(timetz(), null),
            new Example(timetz(3), null),
            new Example(timestamp(), "2026-11-20 10:11:12"),
            new Example(timestamp(3), "2026-11-20 10:11:12.5"),
            new Example(timestamptz(), "2026-11-20 10:11:12"),
            new Example(timestamptz(3), "2026-11-20 10:11:12.5"),
            new Example(uuid(), "0d9f1f0a-9f3c-4a58-9d0d-0c1b2a394857"),
            new Example(json(), null),
            new Example(jsonb(), null),
            new Example(integer().array(), null),
            new Example(varchar(20).array(), null));

    /** Types, and others to which a column of theirs is changed with its rows, without a word on how. */
    private static final List<List<DataType>> CONVERSIONS = List.of(
            List.of(smallint(), integer(), bigint(), numeric(10, 2), doublePrecision(), varchar(40), text()),
            List.of(integer(), smallint(), bigint(), numeric(12), real(), varchar(40), text()),
            List.of(bigint(), integer(), numeric(20), varchar(40)),
            List.of(numeric(10, 2), numeric(12, 2), numeric(12, 4), doublePrecision(), varchar(40)),
            List.of(real(), doublePrecision(), numeric(10, 2)),
            List.of(doublePrecision(), real(), numeric(10, 2), varchar(40)),
            List.of(varchar(80), varchar(200), varchar(300), varchar(20), character(80), text(), clob()),
            List.of(character(8), varchar(8), varchar(80), character(16), text()),
            List.of(text(), varchar(80), clob()),
            List.of(date(), timestamp(), varchar(40)),
            List.of(timestamp(), timestamp(3), timestamptz(), date(), varchar(60)),
            List.of(timestamp(3), timestamp(), timestamptz(3)),
            List.of(timestamptz(), timestamp(), timestamptz(3)),
            List.of(time(), time(3), varchar(20)),
            List.of(uuid(), varchar(40), text()),
            List.of(bool(), varchar(10)),
            List.of(bytea(), blob()));

    /** A type that only this database has, and a value of it. */
    private static final Map<String, Example> OWN = Map.of(
            "sqlite", new Example(type("any words", 3), "x"),
            "postgresql", new Example(type("inet"), "10.0.0.1"),
            "mariadb", new Example(type("enum", "'A'", "'it''s'"), "A"),
            "mysql", new Example(type("enum", "'A'", "'it''s'"), "A"),
            "h2", new Example(type("enum", "'A'", "'B'"), "A"));

    private ColumnTypeCases() {}

    static List<Case> all() {
        Cases cases = new Cases("Types of columns");
        for (Example example : TYPES) {
            create(cases.given(op -> {}), example);
            add(cases.given(Starts::users), example);
            drop(cases, example);
        }
        own(cases);
        for (List<DataType> types : CONVERSIONS) {
            for (DataType to : types.subList(1, types.size())) {
                convert(cases, types.get(0), to);
            }
        }
        return cases.all();
    }

    private static void create(Cases cases, Example example) {
        cases.add("createTable", "column of each type", example.type().toString(), op -> {
            op.createTable(
                    "t",
                    column("id", integer()),
                    column("c", example.type()),
                    column("d", example.type()).notNull(),
                    primaryKey("t_pkey", "id"));
        });
    }

    private static void add(Cases cases, Example example) {
        List<ColumnSpec> columns = new ArrayList<>(
                List.of(column("c", example.type()), column("c", example.type()).comment("of that type")));
        if (example.value() != null) {
            columns.add(column("c", example.type()).defaultValue(example.value()));
            columns.add(column("c", example.type()).notNull().defaultValue(example.value()));
        }
        List<String> options = List.of("", ", comment", ", defaultValue", ", notNull and defaultValue");
        for (int i = 0; i < columns.size(); i++) {
            ColumnSpec column = columns.get(i);
            cases.add(
                    "addColumn",
                    "each type" + options.get(i),
                    example.type().toString(),
                    op -> op.addColumn("users", column));
        }
    }

    private static void drop(Cases cases, Example example) {
        String variant = example.type().toString();
        cases.given(op -> with(op, example))
                .add("dropColumn", "each type", variant, op -> op.dropColumn("t", "c"))
                .add("alterColumn", "rename, each type", variant, op -> op.alterColumn("t", "c", c -> c.rename("e")))
                .add(
                        "alterColumn",
                        "comment, each type",
                        variant,
                        op -> op.alterColumn("t", "c", c -> c.comment("new")));
        if (example.value() != null) {
            cases.add("alterColumn", "notNull, each type", variant, op -> op.alterColumn("t", "c", c -> c.notNull()))
                    .add(
                            "alterColumn",
                            "defaultValue, each type",
                            variant,
                            op -> op.alterColumn("t", "c", c -> c.defaultValue(example.value())));
        }
    }

    private static void own(Cases cases) {
        String option = "type that only the database has";
        cases.given(Starts::users)
                .addEach(
                        "addColumn",
                        option,
                        (op, dialect) -> op.addColumn(
                                "users", column("c", OWN.get(dialect).type())));
        cases.givenEach((op, dialect) -> with(op, OWN.get(dialect)))
                .add("dropColumn", option, op -> op.dropColumn("t", "c"))
                .add("alterColumn", "rename, " + option, op -> op.alterColumn("t", "c", c -> c.rename("e")))
                .add("alterColumn", "notNull, " + option, op -> op.alterColumn("t", "c", c -> c.notNull()));
    }

    private static void with(Operations op, Example example) {
        op.createTable("t", column("id", integer()), column("c", example.type()), primaryKey("t_pkey", "id"));
        if (example.value() != null) {
            op.bulkInsert("t", List.of("id", "c"), row(1, example.value()));
        } else {
            op.bulkInsert("t", List.of("id"), row(1));
        }
    }

    private static void convert(Cases cases, DataType from, DataType to) {
        Example example = TYPES.stream()
                .filter(each -> each.type().equals(from))
                .findFirst()
                .orElseThrow();
        cases.given(op -> with(op, example))
                .add(
                        "alterColumn",
                        "type, from one to another with rows",
                        from + " to " + to,
                        op -> op.alterColumn("t", "c", c -> c.type(to)));
    }
}
