// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.embedded;

import static dev.limbeck.operation.Definitions.column;
import static dev.limbeck.operation.Definitions.integer;
import static dev.limbeck.operation.Definitions.type;
import static dev.limbeck.operation.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.dialect.Reflection;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.ColumnValue;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.DataType;
import dev.limbeck.schema.Domain;
import dev.limbeck.schema.Extension;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Schemas, extensions and domains: made, read, compared, and brought back. */
class PostgresqlTypeTest {
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
    void readsEveryPartOfADomain() {
        database.execute(
                "create type mood as enum ('sad', 'ok')",
                "create domain email as varchar(200) collate \"C\" default 'a@b' not null"
                        + " constraint email_at check (value like '%@%') constraint b_long check (length(value) > 2)",
                "create domain good as mood default 'ok' check (value <> 'sad')",
                "create domain tags as text[]",
                "create domain work_email as email check (value like '%@example.com')",
                "comment on domain email is 'where letters go'");

        assertThat(database.reflect().domains().values())
                .containsExactly(
                        new Domain(
                                Name.of("email"),
                                varchar(200),
                                new ColumnValue.Literal("a@b"),
                                false,
                                List.of(
                                        new Constraint.Check("b_long", "length((VALUE)::text) > 2"),
                                        new Constraint.Check("email_at", "(VALUE)::text ~~ '%@%'::text")),
                                "C",
                                "where letters go"),
                        new Domain(
                                Name.of("good"),
                                DataType.of("mood"),
                                new ColumnValue.Literal("ok"),
                                true,
                                List.of(new Constraint.Check("good_check", "VALUE <> 'sad'::mood")),
                                null,
                                null),
                        Domain.of(Name.of("tags"), DataType.of("text").array()),
                        new Domain(
                                Name.of("work_email"),
                                DataType.of("email"),
                                new ColumnValue.Expression("'a@b'::character varying"),
                                true,
                                List.of(new Constraint.Check(
                                        "work_email_check", "(VALUE)::text ~~ '%@example.com'::text")),
                                null,
                                null));
    }

    @Test
    void makesOfOneSetOfTypesAnotherAndGoesBack() {
        database.execute(
                "create extension pg_trgm",
                "create type mood as enum ('sad', 'ok')",
                "create domain a_mail as text check (value like '%@%')",
                "create domain z_base as integer default 7 check (value > 5)",
                "create domain b_over as z_base not null",
                "create domain good as mood default 'ok'",
                "create domain retyped as varchar(10)",
                "create table people (mail a_mail, size b_over, mood good)");
        Schema before = database.reflect();
        database.execute(
                "drop table people",
                "drop extension pg_trgm",
                "drop domain good",
                "drop type mood",
                "drop domain retyped",
                "drop domain b_over",
                "create extension citext",
                "create domain retyped as varchar(20) check (value <> 'x')",
                "create domain c_over as a_mail",
                "alter domain a_mail drop constraint a_mail_check",
                "alter domain a_mail add constraint a_mail_new check (length(value) > 3)",
                "alter domain a_mail set default 'x@y.z'",
                "alter domain a_mail set not null",
                "comment on domain a_mail is 'new'",
                "create table people (mail c_over)");
        Schema after = database.reflect();

        database.go(after, before);
        database.go(before, after);
        database.go(after, Schema.EMPTY);
        database.go(Schema.EMPTY, before);
    }

    @Test
    void changesADomainBelowRowsAndRefusesWhatTheyDoNotFulfil() {
        database.migrate(op -> {
            op.createDomain("size", integer(), d -> d.check("size_small", "value < 10"));
            op.createTable("t", column("size", type("size")));
        });
        database.execute("insert into t values (7)");

        database.migrate(
                op -> op.alterDomain("size", d -> d.dropCheck("size_small").check("size_positive", "value > 0")));
        assertThatThrownBy(() -> database.migrate(op -> op.alterDomain("size", d -> d.check("none", "value > 8"))))
                .hasStackTraceContaining("contains values that violate the new constraint");
        database.rollback();

        assertThat(database.reflect().domains().values())
                .extracting(Domain::checks)
                .containsExactly(List.of(new Constraint.Check("size_positive", "VALUE > 0")));
    }

    @Test
    void createsAnExtensionWhereItIsThereAlreadyAndBringsItToAVersion() {
        database.execute("create schema tools");
        database.migrate(op -> {
            op.createExtension("pg_trgm", "tools", "1.5");
            op.createExtension("pg_trgm", "tools");
        });
        assertThat(database.query("select extversion from pg_extension where extname = 'pg_trgm'"))
                .containsExactly("1.5");

        database.migrate(op -> op.updateExtension("pg_trgm", "1.6"));

        assertThat(database.query("select extversion from pg_extension where extname = 'pg_trgm'"))
                .containsExactly("1.6");
        assertThat(database.reflect().extensions().values()).containsExactly(new Extension("pg_trgm", "tools"));
        assertThat(database.reflect().isEmpty()).isTrue();
    }

    @Test
    void seesNothingOfWhatAnExtensionMade() {
        database.execute(
                "create extension pg_trgm", "create extension citext", "create extension earthdistance cascade");

        assertThat(database.reflect().extensions()).containsOnlyKeys("citext", "cube", "earthdistance", "pg_trgm");
        assertThat(database.reflect().isEmpty()).isTrue();
    }

    @Test
    void createsRenamesAndDropsASchemaAndKeepsOneThatHoldsSomething() {
        Reflection both = new Reflection(List.of("public", "store"), Set.of());
        database.migrate(op -> {
            op.createSchema("shop");
            op.createSchema("shop");
            op.createEnum("shop.size", "S", "L");
            op.createDomain("shop.good_size", type("shop.size"));
            op.createTable("shop.items", column("size", type("shop.good_size")));
        });
        Schema shop = database.reflect(new Reflection(List.of("public", "shop"), Set.of()));
        Operation rename = new Operation.RenameSchema("shop", "store");

        database.apply(rename);
        assertThat(database.reflect(both)).isEqualTo(rename.apply(shop));

        assertThatThrownBy(() -> database.migrate(op -> op.dropSchema("store")))
                .hasStackTraceContaining("because other objects depend on it");
        database.rollback();
        assertThat(database.reflect(both)).isEqualTo(rename.apply(shop));

        database.migrate(op -> {
            op.dropTable("store.items");
            op.dropDomain("store.good_size");
            op.dropEnum("store.size");
            op.dropSchema("store");
        });
        assertThat(database.query("select nspname from pg_namespace where nspname in ('shop', 'store')"))
                .isEmpty();
    }
}
