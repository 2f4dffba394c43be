// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect;

import static dev.limbeck.operation.Definitions.CASCADE;
import static dev.limbeck.operation.Definitions.SET_NULL;
import static dev.limbeck.operation.Definitions.bigint;
import static dev.limbeck.operation.Definitions.bool;
import static dev.limbeck.operation.Definitions.by;
import static dev.limbeck.operation.Definitions.byExpression;
import static dev.limbeck.operation.Definitions.check;
import static dev.limbeck.operation.Definitions.column;
import static dev.limbeck.operation.Definitions.comment;
import static dev.limbeck.operation.Definitions.exclude;
import static dev.limbeck.operation.Definitions.foreignKey;
import static dev.limbeck.operation.Definitions.index;
import static dev.limbeck.operation.Definitions.integer;
import static dev.limbeck.operation.Definitions.numeric;
import static dev.limbeck.operation.Definitions.option;
import static dev.limbeck.operation.Definitions.primaryKey;
import static dev.limbeck.operation.Definitions.row;
import static dev.limbeck.operation.Definitions.text;
import static dev.limbeck.operation.Definitions.timestamptz;
import static dev.limbeck.operation.Definitions.type;
import static dev.limbeck.operation.Definitions.unique;
import static dev.limbeck.operation.Definitions.varchar;

import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operations;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.SequenceOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A schema and what is done to it; the name is the feature and the case. */
record DdlScenario(String name, Schema before, List<Operation> operations) {
    private static final Name MOOD = Name.of("mood");

    static List<DdlScenario> all() {
        return List.of(
                new DdlScenario("table/create", Schema.EMPTY, operations(op -> {
                    createTeams(op);
                    createUsers(op);
                })),
                onUsers("table/rename-comment-drop", op -> {
                    op.commentOnTable("users", "people's accounts");
                    op.dropTableComment("users");
                    op.renameTable("users", "order");
                    op.dropTable("order");
                }),
                onBookings("table/options", op -> op.setTableOption("bookings", "without rowid", "")),
                new DdlScenario("table/postgresql-options", Schema.EMPTY, operations(op -> {
                    op.createTable(
                            "events",
                            column("id", bigint()),
                            column("at", timestamptz()).notNull(),
                            primaryKey("events_pkey", "id", "at"),
                            option("partition by", "range (at)"));
                    op.createTable(
                            "events_2024",
                            option("partition of", "events for values from ('2024-01-01') to ('2025-01-01')"),
                            option("fillfactor", "90"),
                            option("unlogged", ""),
                            check("ck_events_2024", "id > 0"));
                    op.createTable(
                            "log",
                            column("line", text()),
                            option("fillfactor", "70"),
                            option("toast.autovacuum_enabled", "off"),
                            option("tablespace", "fast"));
                    op.createTable("old_log", column("why", text()), option("inherits", "log"));
                    op.setTableOption("log", "autovacuum_enabled", "off");
                    op.dropTableOption("log", "fillfactor");
                    op.dropTableOption("log", "tablespace");
                    op.setTableOption("log", "unlogged", "");
                    op.dropTableOption("log", "unlogged");
                    op.dropTableOption("old_log", "inherits");
                    op.dropTableOption("events_2024", "partition of");
                    op.setTableOption("events_2024", "partition of", "events default");
                    op.setTableOption("log", "partition by", "list (line)");
                })),
                new DdlScenario(
                        "table/keys-over-the-same-columns",
                        Schema.EMPTY,
                        operations(op -> op.createTable(
                                "t", column("id", integer()), primaryKey("t_pkey", "id"), unique("t_id_key", "id")))),
                onUsers("column/add", op -> {
                    op.addColumn("users", column("nick", varchar(30)).comment("what friends say"));
                    op.addColumn(
                            "users", column("points", numeric(10, 2)).notNull().defaultValue(0));
                    op.addColumn("users", column("shout", text()).generatedStored("upper(email)"));
                }),
                onUsers("column/drop", op -> op.dropColumn("users", "role")),
                onUsers("column/rename", op -> op.alterColumn("users", "role", c -> c.rename("duty"))),
                onUsers("column/type", op -> {
                    op.alterColumn("users", "email", c -> c.type(varchar(300)));
                    op.alterColumn("users", "role", c -> c.type(integer()).using("length(role)"));
                }),
                onUsers("column/null-and-default", op -> {
                    op.alterColumn("users", "role", c -> c.nullable().noDefault());
                    op.alterColumn("users", "role", c -> c.notNull().defaultValue("it's"));
                    op.alterColumn("users", "created_at", c -> c.defaultExpression("now()"));
                }),
                onUsers(
                        "column/everything-at-once",
                        op -> op.alterColumn(
                                "users",
                                "role",
                                c -> c.rename("level")
                                        .type(bigint())
                                        .using("1")
                                        .nullable()
                                        .defaultValue(5)
                                        .comment("a number"))),
                onUsers("column/identity", op -> {
                    op.alterColumn("users", "team_id", c -> c.notNull().identity());
                    op.alterColumn("users", "team_id", c -> c.noIdentity().nullable());
                }),
                onUsers("constraint/add-and-drop", op -> {
                    op.addConstraint(
                            "users", unique("uq_users_role", "role", "team_id").nullsNotDistinct());
                    op.dropConstraint("users", "uq_users_role");
                    op.dropConstraint("users", "fk_users_team");
                    op.addConstraint(
                            "users",
                            foreignKey("fk_users_team", "team_id")
                                    .references("teams", "id")
                                    .onDelete(SET_NULL)
                                    .onUpdate(CASCADE)
                                    .initiallyDeferred());
                }),
                onBookings("code/views", op -> {
                    op.createView("busy", "select id, room from bookings where not cancelled");
                    op.replaceView("busy", "select id, room, cancelled from bookings where not cancelled");
                    op.dropView("busy");
                }),
                onBookings("code/materialized-views", op -> {
                    op.createMaterializedView("per_room", "select room, count(*) from bookings group by room");
                    op.replaceMaterializedView("per_room", "select room, count(*) as n from bookings group by room");
                    op.dropMaterializedView("per_room");
                }),
                onBookings("code/routines-and-triggers", op -> {
                    op.createFunction(
                            "touch()",
                            "create function touch() returns trigger language plpgsql as $$ begin return new; end $$");
                    op.replaceFunction(
                            "touch()",
                            "create function touch() returns trigger language plpgsql as $$ begin return old; end $$");
                    op.createTrigger(
                            "bookings",
                            "touched",
                            "create trigger touched before update on bookings for each row execute function touch()");
                    op.dropTrigger("bookings", "touched");
                    op.dropFunction("touch()");
                    op.createProcedure("tidy(integer)", "create procedure tidy(days integer) language sql as $$ $$");
                    op.dropProcedure("tidy(integer)");
                }),
                onBookings("constraint/not-valid", op -> {
                    op.addConstraint(
                            "bookings", check("ck_bookings_room", "room > 0").notValid());
                    op.addConstraint(
                            "bookings",
                            foreignKey("fk_bookings_room", "room")
                                    .references("rooms", "id")
                                    .notValid());
                    op.validateConstraint("bookings", "ck_bookings_room");
                }),
                onBookings("constraint/exclusion", op -> {
                    op.addConstraint(
                            "bookings",
                            exclude("ex_bookings", "using gist (room with =) where (not cancelled)")
                                    .deferrable());
                    op.dropConstraint("bookings", "ex_bookings");
                }),
                onUsers("constraint/options", op -> {
                    op.addConstraint(
                            "users", unique("uq_role", "role").include("email").initiallyDeferred());
                    op.addConstraint("users", check("ck_role", "role <> ''").noInherit());
                    op.dropConstraint("users", "users_pkey");
                    op.addConstraint(
                            "users",
                            primaryKey("users_pkey", "id").include("email").deferrable());
                    op.addConstraint(
                            "users",
                            foreignKey("fk_team", "id", "team_id")
                                    .references("members", "user_id", "team_id")
                                    .onDelete(SET_NULL, "team_id"));
                }),
                onUsers("constraint/using-index", op -> {
                    op.createIndex("users", index("ix_role", "role").unique().concurrently());
                    op.addConstraint("users", unique("uq_role", "role").usingIndex("ix_role"));
                }),
                onUsers(
                        "constraint/using-index-of-other-columns",
                        op -> op.addConstraint(
                                "users", unique("uq_role", "role").usingIndex("ix_users_active"))),
                onUsers(
                        "index/options",
                        op -> op.createIndex(
                                "users",
                                index("ix_role", by("role").operatorClass("gist_trgm_ops(siglen='32')"))
                                        .method("gist")
                                        .option("fillfactor", "70")
                                        .option("tablespace", "fast")
                                        .where("active"))),
                onUsers("index/concurrently", op -> {
                    op.createIndex("users", index("ix_role", "role").unique().concurrently());
                    op.dropIndexConcurrently("users", "ix_role");
                }),
                onUsers("name/too-long", op -> op.addColumn("users", column("n".repeat(64), text()))),
                onUsers("index/create-and-drop", op -> {
                    op.createIndex("users", index("ix_role", "role"));
                    op.createIndex(
                            "users",
                            index("ix_order", by("role").desc().nullsLast(), byExpression("lower(email)"))
                                    .unique()
                                    .where("active")
                                    .include("team_id"));
                    op.createIndex(
                            "users",
                            index("ix_gin", by("email").operatorClass("gin_trgm_ops"))
                                    .method("gin"));
                    op.dropIndex("users", "ix_role");
                }),
                new DdlScenario("sequence/create-alter-drop", Schema.EMPTY, operations(DdlScenario::sequences)),
                new DdlScenario("enum/create-drop", Schema.EMPTY, operations(op -> {
                    op.invoke(new Operation.CreateEnum(
                            new EnumType(MOOD, List.of("sad", "it's ok"), false, "of people")));
                    op.invoke(new Operation.DropEnum(MOOD, null));
                })),
                new DdlScenario(
                        "enum/varchar-casts", Schema.EMPTY.with(EnumType.of(MOOD, List.of("sad"))), operations(op -> {
                            op.createVarcharCasts("mood");
                            op.dropVarcharCasts("mood");
                        })),
                new DdlScenario("type/schemas", Schema.EMPTY, operations(op -> {
                    op.createSchema("archive");
                    op.renameSchema("archive", "order");
                    op.dropSchema("order");
                })),
                new DdlScenario("type/extensions", Schema.EMPTY, operations(op -> {
                    op.createExtension("uuid-ossp");
                    op.createExtension("pg_trgm", "public", "1.6");
                    op.updateExtension("pg_trgm");
                    op.updateExtension("pg_trgm", "1.7");
                    op.dropExtension("uuid-ossp");
                })),
                new DdlScenario("type/domains", Schema.EMPTY, operations(op -> {
                    op.createDomain(
                            "email",
                            varchar(200),
                            d -> d.notNull()
                                    .defaultValue("nobody@example.com")
                                    .check("email_has_at", "value like '%@%'")
                                    .check("email_is_lower", "value = lower(value)")
                                    .collation("C")
                                    .comment("where letters go"));
                    op.alterDomain(
                            "email",
                            d -> d.dropCheck("email_is_lower")
                                    .check("email_is_long", "length(value) > 5")
                                    .noDefault()
                                    .nullable()
                                    .noComment());
                    op.dropDomain("email");
                })),
                new DdlScenario(
                        "enum/rename-value",
                        Schema.EMPTY.with(EnumType.of(MOOD, List.of("sad"))),
                        operations(op -> op.renameEnumValue("mood", "sad", "it's sad"))),
                onMoods("enum/add-values", List.of("worst", "sad", "so-so", "happy", "best")),
                onMoods("enum/rebuild", List.of("happy", "sad")),
                onUsers("rows/insert-and-delete", op -> {
                    op.bulkInsert("teams", List.of("id", "name"), row(1, "it's"), row(2, null));
                    op.invoke(new Operation.DeleteRows(
                            Name.of("teams"), List.of("id", "name"), List.of(row(1, "it's"), row(2, null))));
                }),
                onUsers("execute/statement", op -> {
                    op.execute("update users set role = 'X'");
                    op.execute("create index concurrently i on users (role)");
                }));
    }

    private static DdlScenario onBookings(String name, Consumer<Operations> change) {
        List<Operation> before = operations(op -> {
            op.createTable("rooms", column("id", integer()), primaryKey("rooms_pkey", "id"));
            op.createTable(
                    "bookings",
                    column("id", integer()),
                    column("room", integer()),
                    column("cancelled", bool()),
                    primaryKey("bookings_pkey", "id"));
        });
        return new DdlScenario(name, Operation.applyAll(before, Schema.EMPTY), operations(change));
    }

    private static DdlScenario onUsers(String name, Consumer<Operations> migration) {
        List<Operation> start = operations(op -> {
            createTeams(op);
            createUsers(op);
        });
        return new DdlScenario(name, Operation.applyAll(start, Schema.EMPTY), operations(migration));
    }

    private static DdlScenario onMoods(String name, List<String> values) {
        EnumType mood = new EnumType(MOOD, List.of("sad", "happy"), false, "of people");
        List<Operation> start = operations(op -> {
            op.invoke(new Operation.CreateEnum(mood));
            op.createTable(
                    "diary",
                    column("day", integer()),
                    column("mood", type("mood")).notNull().defaultValue("sad"),
                    column("others", type("mood").array()),
                    check("ck_diary", "mood <> 'sad'::mood OR day > 1"),
                    index("ix_diary_mood", "mood"),
                    index("ix_diary_happy", "day").where("mood = 'happy'::mood"));
        });
        return new DdlScenario(
                name,
                Operation.applyAll(start, Schema.EMPTY),
                List.of(new Operation.AlterEnum(MOOD, values, mood.values())));
    }

    private static void createTeams(Operations op) {
        op.createTable("teams", column("id", bigint()), column("name", text()), primaryKey("teams_pkey", "id"));
    }

    private static void createUsers(Operations op) {
        op.createTable(
                "users",
                comment("who may log in"),
                column("id", bigint()).identity(),
                column("email", varchar(200)).notNull().comment("lower case"),
                column("role", varchar(20)).notNull().defaultValue("USER"),
                column("active", bool()).notNull().defaultValue(true),
                column("team_id", bigint()),
                column("created_at", timestamptz(6)).notNull().defaultExpression("current_timestamp"),
                primaryKey("users_pkey", "id"),
                unique("uq_users_email", "email"),
                foreignKey("fk_users_team", "team_id").references("teams", "id").onDelete(CASCADE),
                check("ck_users_role", "role in ('USER', 'ADMIN')"),
                index("ix_users_active", "email").where("active"));
    }

    private static void sequences(Operations op) {
        Sequence plain = Sequence.of(Name.of("numbers"));
        Sequence other = plain.withOptions(new SequenceOptions("integer", 50L, 10L, 0L, 5000L, 20L, true));
        op.invoke(new Operation.CreateSequence(plain));
        op.invoke(new Operation.AlterSequence(other, plain));
        op.invoke(new Operation.AlterSequence(plain, other));
        op.invoke(new Operation.DropSequence(plain.name(), plain));
        op.invoke(new Operation.CreateSequence(other));
    }

    private static List<Operation> operations(Consumer<Operations> migration) {
        List<Operation> operations = new ArrayList<>();
        Operations sink = operations::add;
        migration.accept(sink);
        return operations;
    }
}
