// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.conformance;

import static dev.limbeck.operation.Definitions.bigint;
import static dev.limbeck.operation.Definitions.column;
import static dev.limbeck.operation.Definitions.columns;
import static dev.limbeck.operation.Definitions.date;
import static dev.limbeck.operation.Definitions.integer;
import static dev.limbeck.operation.Definitions.option;
import static dev.limbeck.operation.Definitions.primaryKey;
import static dev.limbeck.operation.Definitions.row;
import static dev.limbeck.operation.Definitions.text;

import dev.limbeck.operation.Operations;
import java.util.List;

/** What only some databases say of a table: how it is stored, parted, and whose columns it inherits. */
final class TableOptionCases {

    /** An option, and another value of it where it can change. */
    private record Option(String name, String value, String other) {}

    private static final List<Option> OPTIONS = List.of(
            new Option("strict", "", ""),
            new Option("without rowid", "", ""),
            new Option("fillfactor", "70", "90"),
            new Option("toast.autovacuum_enabled", "off", "on"),
            new Option("unlogged", "", ""),
            new Option("engine", "Aria", "MyISAM"),
            new Option("row_format", "COMPRESSED", "REDUNDANT"),
            new Option("stats_persistent", "1", "0"),
            new Option("charset", "latin1", ""),
            new Option("collate", "latin1_bin", "utf8mb4_bin"),
            new Option("system versioning", "", ""));

    private static final String BY_RANGE = "range (id)";
    private static final String BY_HASH = "hash (id) partitions 4";
    private static final String ONE_PART = "range (id) (partition p0 values less than (10))";
    private static final String TWO_PARTS =
            "range (id) (partition p0 values less than (10), partition p1 values less than (maxvalue))";

    private TableOptionCases() {}

    static List<Case> all() {
        Cases cases = new Cases("Options of tables");
        for (Option each : OPTIONS) {
            cases.given(op -> {})
                    .add("createTable", "option " + each.name(), op -> createEmpty(op, each.name(), each.value()));
            cases.given(TableOptionCases::plain)
                    .add("setTableOption", each.name(), op -> op.setTableOption("notes", each.name(), each.value()));
            cases.given(op -> create(op, each.name(), each.value()));
            if (!each.name().equals("charset")) {
                // It is read as a collation, of which the way back of this one does not know.
                cases.add("dropTableOption", each.name(), op -> op.dropTableOption("notes", each.name()));
            }
            if (!each.other().isEmpty()) {
                cases.add(
                        "setTableOption",
                        each.name() + " instead of another",
                        op -> op.setTableOption("notes", each.name(), each.other()));
            }
        }
        inheritance(cases);
        partitions(cases);
        partitionsWithin(cases);
        return cases.all();
    }

    private static void plain(Operations op) {
        op.createTable(
                "notes", column("id", integer()).notNull(), column("note", text()), primaryKey("notes_pkey", "id"));
        op.bulkInsert("notes", List.of("id", "note"), row(1, "it's"));
    }

    private static void createEmpty(Operations op, String name, String value) {
        op.createTable(
                "notes",
                column("id", integer()).notNull(),
                column("note", text()),
                primaryKey("notes_pkey", "id"),
                option(name, value));
    }

    private static void create(Operations op, String name, String value) {
        createEmpty(op, name, value);
        op.bulkInsert("notes", List.of("id", "note"), row(1, "it's"));
    }

    private static void inheritance(Cases cases) {
        cases.given(TableOptionCases::plain)
                .add(
                        "createTable",
                        "option inherits",
                        op -> op.createTable("old", column("why", text()), option("inherits", "notes")));
        cases.given(op -> {
                    plain(op);
                    op.createTable("old", column("id", integer()).notNull(), column("note", text()));
                })
                .add("setTableOption", "inherits", op -> op.setTableOption("old", "inherits", "notes"));
        cases.given(op -> {
                    plain(op);
                    op.createTable("old", column("id", integer()).notNull(), column("note", text()));
                    op.setTableOption("old", "inherits", "notes");
                })
                .add("dropTableOption", "inherits", op -> op.dropTableOption("old", "inherits"));
    }

    /** PostgreSQL's, where each part is a table. */
    private static void partitions(Cases cases) {
        cases.given(op -> {}).addEach("createTable", "option partition by", (op, dialect) -> {
            if (dialect.equals("postgresql")) {
                events(op);
            } else {
                empty(op, ONE_PART);
            }
        });
        cases.givenEach(TableOptionCases::parted)
                .add(
                        "createTable",
                        "option partition of",
                        op -> op.createTable("part", option("partition of", "events for values from (1) to (9)")))
                .add(
                        "createTable",
                        "option partition of, default",
                        op -> op.createTable("part", option("partition of", "events default")))
                .add("addColumn", "to a table with partitions", op -> op.addColumn("events", column("c", text())));
        cases.givenEach((op, dialect) -> {
                    parted(op, dialect);
                    op.createTable("part", column("id", bigint()).notNull(), column("at", date()));
                })
                .add(
                        "setTableOption",
                        "partition of",
                        op -> op.setTableOption("part", "partition of", "events for values from (1) to (9)"));
        cases.givenEach((op, dialect) -> {
                    parted(op, dialect);
                    op.createTable("part", option("partition of", "events for values from (1) to (9)"));
                })
                .add("dropTableOption", "partition of", op -> op.dropTableOption("part", "partition of"));
    }

    /** A table with the parts of PostgreSQL; elsewhere one without any, so that the parts are what is refused. */
    private static void parted(Operations op, String dialect) {
        if (dialect.equals("postgresql")) {
            events(op);
        } else {
            op.createTable("events", column("id", bigint()).notNull(), column("at", date()));
        }
    }

    private static void events(Operations op) {
        op.createTable(
                "events", column("id", bigint()).notNull(), column("at", date()), option("partition by", BY_RANGE));
    }

    /** MariaDB's and MySQL's, where a table knows all its parts. */
    private static void partitionsWithin(Cases cases) {
        cases.given(op -> {
                    op.createTable("visits", column("id", integer()).notNull(), primaryKey(columns("id")));
                    op.bulkInsert("visits", List.of("id"), row(1));
                })
                .add("setTableOption", "partition by", op -> op.setTableOption("visits", "partition by", BY_HASH));
        cases.givenEach(TableOptionCases::visits)
                .add(
                        "setTableOption",
                        "partition by, with one more part",
                        op -> op.setTableOption("visits", "partition by", TWO_PARTS))
                .add(
                        "setTableOption",
                        "partition by, instead of another",
                        op -> op.setTableOption("visits", "partition by", BY_HASH))
                .add("dropTableOption", "partition by", op -> op.dropTableOption("visits", "partition by"));
    }

    private static void visits(Operations op, String dialect) {
        empty(op, dialect.equals("postgresql") ? "hash (id)" : ONE_PART);
        if (dialect.equals("postgresql")) {
            op.createTable("part", option("partition of", "visits for values with (modulus 1, remainder 0)"));
        }
        op.bulkInsert("visits", List.of("id"), row(1));
    }

    private static void empty(Operations op, String parts) {
        op.createTable(
                "visits", column("id", integer()).notNull(), primaryKey(columns("id")), option("partition by", parts));
    }
}
