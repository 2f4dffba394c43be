// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.embedded;

import static dev.limbeck.operation.Definitions.bigint;
import static dev.limbeck.operation.Definitions.column;
import static dev.limbeck.operation.Definitions.index;
import static dev.limbeck.operation.Definitions.option;
import static dev.limbeck.operation.Definitions.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.error.MigrationException;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Storage parameters, unlogged tables, inheritance and partitions. */
class PostgresqlTableOptionTest {
    private static final TestDatabase database = new PostgresqlTestDatabase();

    @BeforeEach
    void clean() {
        database.clean();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void readsEveryOption() {
        database.execute(
                "create unlogged table plain (a text) with (fillfactor = 70, autovacuum_enabled = off,"
                        + " toast.autovacuum_enabled = off)",
                "create table \"Child\" (b integer) inherits (plain)",
                "create table parts (id bigint, at date) partition by range (at, (id + 1))",
                "create table part_1 partition of parts for values from ('2024-01-01', 1) to ('2025-01-01', maxvalue)",
                "create table part_rest partition of parts default partition by hash (id)",
                "create table part_rest_0 partition of part_rest for values with (modulus 2, remainder 0)"
                        + " with (fillfactor = 50)");
        Schema schema = database.reflect();

        assertThat(options(schema, "plain"))
                .isEqualTo(Map.of(
                        "fillfactor", "70",
                        "autovacuum_enabled", "off",
                        "toast.autovacuum_enabled", "off",
                        "unlogged", ""));
        assertThat(options(schema, "plain").keySet())
                .as("in the order in which they were given, as the server shows them")
                .containsExactly("fillfactor", "autovacuum_enabled", "toast.autovacuum_enabled", "unlogged");
        assertThat(options(schema, "Child")).isEqualTo(Map.of("inherits", "plain"));
        assertThat(options(schema, "parts")).isEqualTo(Map.of("partition by", "RANGE (at, ((id + 1)))"));
        assertThat(options(schema, "part_1"))
                .isEqualTo(Map.of(
                        "partition of", "parts FOR VALUES FROM ('2024-01-01', '1') TO ('2025-01-01', MAXVALUE)"));
        assertThat(options(schema, "part_rest"))
                .isEqualTo(Map.of("partition of", "parts DEFAULT", "partition by", "HASH (id)"));
        assertThat(options(schema, "part_rest_0"))
                .isEqualTo(Map.of(
                        "partition of", "part_rest FOR VALUES WITH (modulus 2, remainder 0)", "fillfactor", "50"));
        assertThat(database.table("Child").columns()).extracting("name").containsExactly("b");
        assertThat(database.table("part_1").columns()).isEmpty();
    }

    private static Map<String, String> options(Schema schema, String table) {
        return schema.tables().values().stream()
                .filter(each -> each.name().name().equals(table))
                .findFirst()
                .orElseThrow()
                .options();
    }

    /** Names are such that in their order the parts would come first. */
    @Test
    void createsPartsAfterAndDropsThemBeforeWhatTheyBelongTo() {
        database.execute(
                "create table z_parts (id bigint, at date, owner bigint, primary key (id, at), unique (at, owner),"
                        + " check (id > 0)) partition by range (at)",
                "create table b_part partition of z_parts for values from ('2024-01-01') to ('2025-01-01')",
                "create table a_rest partition of z_parts (constraint own check (owner > 5)) default"
                        + " partition by list (at)",
                "create table a_leaf partition of a_rest for values in ('2030-01-01')",
                "create index by_owner on z_parts (owner)",
                "create index own_index on b_part (owner desc)",
                "create table m_refers (id bigint, at date, foreign key (id, at) references z_parts)",
                "alter table z_parts add foreign key (id, at) references z_parts",
                "create table y_base (id bigint check (id > 0) no inherit, note text not null)",
                "create table x_other (extra text)",
                "create table c_child (own integer) inherits (y_base, x_other)");
        Schema schema = database.reflect();

        database.go(schema, Schema.EMPTY);
        database.go(Schema.EMPTY, schema);

        assertThat(schema.table(Name.of("b_part")).orElseThrow().constraints()).isEmpty();
        assertThat(schema.table(Name.of("b_part")).orElseThrow().indexes())
                .extracting("name")
                .containsExactly("own_index");
        assertThat(schema.table(Name.of("a_rest")).orElseThrow().constraints())
                .extracting("name")
                .containsExactly("own");
    }

    @Test
    void indexesThatAPartitionHasFromItsTableKeepTheNamesThatTheyHadBefore() {
        database.execute(
                "create table parts (id bigint not null, day date) partition by range (id)",
                "create table part_1 (id bigint not null, day date, constraint \"First's key\" primary key (id))",
                "create index by_day on part_1 (day)",
                "alter table parts attach partition part_1 for values from (1) to (5)",
                "create table part_2 partition of parts for values from (5) to (9)",
                "alter table parts add primary key (id)",
                "create index ix_day on parts (day)",
                "comment on index by_day is 'sorted'");
        Schema named = database.reflect();
        database.execute("comment on index by_day is null", "alter index by_day rename to part_1_day_idx");
        Schema usual = database.reflect();

        assertThat(options(named, "part_1")).containsEntry("index(parts_pkey)", "First's key");
        assertThat(options(named, "part_2")).containsOnlyKeys("partition of");
        database.go(usual, named);
        database.go(named, usual);
        database.go(usual, Schema.EMPTY);
        database.go(Schema.EMPTY, named);
    }

    @Test
    void makesOfOneSetOfOptionsAnotherAndGoesBack() {
        database.execute(
                "create table plain (a text) with (fillfactor = 70, toast.autovacuum_enabled = off)",
                "create table parts (id bigint primary key) partition by range (id)",
                "create table part_1 partition of parts for values from (1) to (5)",
                "create table base (a integer)",
                "create table other (b integer)",
                "create table heir (a integer, b integer, c integer)",
                "alter table heir inherit base");
        Schema before = database.reflect();
        database.execute(
                "alter table plain set (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.1)",
                "alter table plain reset (toast.autovacuum_enabled)",
                "alter table plain set unlogged",
                "alter table parts detach partition part_1",
                "alter table parts attach partition part_1 for values from (1) to (10)",
                "create index on parts (id)",
                "alter table heir no inherit base",
                "alter table heir inherit other");
        Schema after = database.reflect();

        database.go(after, before);
        database.go(before, after);
    }

    @Test
    void attachesATableWithItsRowsAndDetachesItAgain() {
        database.migrate(op -> {
            op.createTable(
                    "events",
                    column("id", bigint()).notNull(),
                    column("what", text()),
                    index("ix_what", "what"),
                    option("partition by", "list (what)"));
            op.createTable("old", column("id", bigint()).notNull(), column("what", text()));
            op.execute("insert into old values (1, 'x')");
            op.setTableOption("old", "partition of", "events for values in ('x')");
        });
        assertThat(database.query("select id from events")).containsExactly("1");
        assertThat(database.table("old").indexes()).isEmpty();

        database.migrate(op -> op.addColumn("events", column("more", text())));
        assertThat(database.table("old").columns()).isEmpty();

        database.migrate(op -> op.dropTableOption("old", "partition of"));
        assertThat(database.query("select id from events")).isEmpty();
        assertThat(database.query("select id from old")).containsExactly("1");
        assertThat(database.table("old").columns()).extracting("name").containsExactly("id", "what", "more");
    }

    @Test
    void refusesWhatCannotBeSaidOfATable() {
        database.execute("create table t (a integer)");

        assertThatThrownBy(() -> database.migrate(op -> op.setTableOption("t", "partition by", "list (a)")))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("Create another table and move the rows");
        assertThatThrownBy(() -> database.migrate(op -> op.setTableOption("t", "partition of", "u values in (1)")))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("Write the table and then \"for values …\" or \"default\"");
        assertThatThrownBy(() -> database.migrate(op ->
                        op.createTable("p", column("a", bigint()), option("partition of", "t for values in (1)"))))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("it has those of t. Leave the columns out");
        assertThatThrownBy(() -> database.migrate(op -> op.setTableOption("t", "without rowid", "")))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("without rowid");
    }
}
