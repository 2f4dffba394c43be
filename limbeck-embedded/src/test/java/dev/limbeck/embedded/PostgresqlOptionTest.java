// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.embedded;

import static dev.limbeck.operation.Definitions.index;
import static dev.limbeck.operation.Definitions.primaryKey;
import static dev.limbeck.operation.Definitions.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.error.MigrationException;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operations;
import dev.limbeck.schema.CodeObject;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What PostgreSQL alone knows of keys and indexes. */
class PostgresqlOptionTest {
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
    void readsEveryOptionOfAKey() {
        database.execute(
                "create table parent (tenant integer, id integer, note text,"
                        + " constraint pk primary key (tenant, id) include (note) deferrable initially deferred,"
                        + " constraint uq unique (id, tenant) include (note),"
                        + " constraint ck check (id > 0) no inherit)",
                "create table child (tenant integer, parent integer, constraint fk foreign key (tenant, parent)"
                        + " references parent (id, tenant) on delete set null (parent))");

        assertThat(database.table("parent").constraints())
                .containsExactly(
                        new Constraint.PrimaryKey(
                                "pk", List.of("tenant", "id"), Constraint.Deferral.INITIALLY_DEFERRED, List.of("note")),
                        new Constraint.Unique(
                                "uq",
                                List.of("id", "tenant"),
                                Constraint.Deferral.NOT_DEFERRABLE,
                                false,
                                List.of("note")),
                        new Constraint.Check("ck", "id > 0", true));
        assertThat(database.table("child").foreignKeys())
                .extracting(Constraint.ForeignKey::setColumns)
                .containsExactly(List.of("parent"));
    }

    @Test
    void readsEveryOptionOfAnIndex() {
        database.execute(
                "create extension pg_trgm",
                "create table t (a text, b integer, c int4range, d jsonb)",
                "create index i1 on t (b) with (fillfactor = 70, deduplicate_items = off)",
                "create index i2 on t using gist (a gist_trgm_ops (siglen = 32))",
                "create index i3 on t using gin (d jsonb_path_ops) with (fastupdate = off)",
                "create index i4 on t using brin (b) with (pages_per_range = 64, autosummarize = on)",
                "create index i5 on t using hash (a)",
                "create index i6 on t using spgist (c)");

        assertThat(database.table("t").indexes())
                .extracting(index -> index.name() + " " + index.method() + " "
                        + index.parts().get(0).operatorClass() + " " + index.options())
                .containsExactly(
                        "i1 null null {fillfactor=70, deduplicate_items=off}",
                        "i2 gist gist_trgm_ops(siglen=32) {}",
                        "i3 gin jsonb_path_ops {fastupdate=off}",
                        "i4 brin null {pages_per_range=64, autosummarize=on}",
                        "i5 hash null {}",
                        "i6 spgist null {}");
    }

    @Test
    void namesAnOperatorClassWithItsSchemaWhereThatIsNotSearched() {
        database.execute(
                "create schema trigrams",
                "create extension pg_trgm schema trigrams",
                "create table t (a text)",
                "create index i on t using gin (a trigrams.gin_trgm_ops)");
        Schema after = database.reflect();

        assertThat(database.table("t").indexes())
                .singleElement()
                .extracting(index -> index.parts().get(0).operatorClass())
                .isEqualTo("trigrams.gin_trgm_ops");
        database.execute("drop table t");
        database.go(database.reflect(), after);
    }

    @Test
    void makesOfOneSetOfOptionsAnotherAndGoesBack() {
        database.execute(
                "create extension pg_trgm",
                "create table parent (id integer, tenant integer, note text, primary key (id),"
                        + " constraint uq unique (tenant, id) include (note), constraint ck check (id > 0) no inherit)",
                "create table child (parent integer, tenant integer, constraint fk foreign key (tenant, parent)"
                        + " references parent (tenant, id) on delete set null (parent))",
                "create index trigrams on parent using gist (note gist_trgm_ops (siglen = 32)) with (fillfactor = 80)",
                "create materialized view notes as select note, count(*) as n from parent group by note",
                "create unique index by_note on notes (note)");
        Schema before = database.reflect();
        database.execute(
                "drop materialized view notes",
                "drop index trigrams",
                "alter table child drop constraint fk",
                "alter table parent drop constraint parent_pkey, drop constraint uq, drop constraint ck",
                "alter table parent add primary key (id) include (note) deferrable, add unique (tenant, id),"
                        + " add constraint ck check (id > 0)",
                "alter table child add constraint fk foreign key (tenant, parent)"
                        + " references parent (tenant, id) on delete set default (tenant, parent)",
                "create index trigrams on parent using gist (note gist_trgm_ops (siglen = 64))",
                "create materialized view notes as select note, count(*) as n from parent group by note",
                "create unique index by_note on notes (note) include (n) with (fillfactor = 60)",
                "create index by_number on notes (n desc) where n > 1");
        Schema after = database.reflect();

        database.go(after, before);
        database.go(before, after);
        database.go(after, Schema.EMPTY.withExtensions(after.extensions().values()));
    }

    @Test
    void keepsTheIndexesOfAMaterializedViewThatIsReplaced() {
        database.execute("create table t (a integer, b integer)");
        database.migrate(op -> {
            op.createMaterializedView("v", "select a, b from t");
            op.createIndex("v", index("by_a", "a").unique());
        });
        List<Index> indexes = view().indexes();

        database.migrate(op -> op.replaceMaterializedView("v", "select a, b + 1 as b from t"));

        assertThat(view().definition()).contains("b + 1");
        assertThat(view().indexes()).isEqualTo(indexes).hasSize(1);
        database.migrate(op -> op.dropIndex("v", "by_a"));
        assertThat(view().indexes()).isEmpty();
    }

    private static CodeObject view() {
        return database.reflect().code().values().iterator().next();
    }

    @Test
    void makesKeysOfIndexesThatAreThere() {
        database.execute(
                "create table t (a integer, b integer)",
                "create unique index by_a on t (a)",
                "create unique index by_b on t (b)");
        Schema before = database.reflect();
        List<Operation> operations = new ArrayList<>();
        Operations sink = operations::add;
        sink.addConstraint("t", primaryKey("t_pkey", "a").usingIndex("by_a"));
        sink.addConstraint("t", unique("uq", "b").deferrable().usingIndex("by_b"));

        database.apply(operations);
        Schema after = Operation.applyAll(operations, before);
        assertThat(database.reflect()).isEqualTo(after);

        database.apply(Operation.reverseAll(operations));
        assertThat(database.table("t").constraints()).isEmpty();
        assertThat(database.table("t").indexes())
                .isEqualTo(before.table(Name.of("t")).orElseThrow().indexes());
    }

    @Test
    void refusesToMakeAKeyOfAnIndexOfOtherColumnsOrOfNone() {
        database.execute("create table t (a integer, b integer)", "create unique index by_a on t (a)");

        assertThatThrownBy(() -> database.migrate(
                        op -> op.addConstraint("t", unique("uq", "b").usingIndex("by_a"))))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("on (b) of the index by_a, which is on (a)");
        assertThatThrownBy(() -> database.migrate(
                        op -> op.addConstraint("t", unique("uq", "b").usingIndex("by_b"))))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("the index by_b, which table t does not have");
        assertThat(database.table("t").index("by_a").orElseThrow().options()).isEqualTo(Map.of());
    }
}
