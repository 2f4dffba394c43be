// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.conformance;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Views, routines, triggers and events, each in the words of its database. */
final class CodeCases {
    private static final String ONE = "select id, email from users where points > 5";
    private static final String OTHER = "select id, email, nick from users where points > 5";
    private static final String SQL_BODY = " returns int deterministic return ";

    /** The whole create statement of a function that gives a number, but for the number. */
    private static final Map<String, String> FUNCTIONS = Map.of(
            "postgresql", "create function answer() returns integer language sql as $$ select %d $$",
            "mariadb", "create function answer()" + SQL_BODY + "%d",
            "mysql", "create function answer()" + SQL_BODY + "%d");

    private static final Map<String, String> PROCEDURES = Map.of(
            "postgresql", "create procedure tidy() language sql as $$ delete from users where id = %d $$",
            "mariadb", "create procedure tidy() delete from users where id = %d",
            "mysql", "create procedure tidy() delete from users where id = %d");

    private static final Map<String, String> TRIGGERS = Map.of(
            "sqlite",
                    "create trigger touched after update on users begin"
                            + " update teams set name = 'touched %d' where id = new.team_id; end",
            "postgresql",
                    "create trigger touched before update on users for each row when (new.points > %d)"
                            + " execute function suppress_redundant_updates_trigger()",
            "mariadb", "create trigger touched before update on users for each row set new.points = new.points + %d",
            "mysql", "create trigger touched before update on users for each row set new.points = new.points + %d",
            "h2",
                    "create trigger touched before update on users for each row call"
                            + " 'dev.limbeck.it.conformance.Untouched'");

    /** On H2 another class would be needed; another moment does. */
    private static final Map<String, String> OTHER_TRIGGERS = TRIGGERS.entrySet().stream()
            .collect(Collectors.toMap(
                    Map.Entry::getKey,
                    text -> text.getKey().equals("h2") ? text.getValue().replace("before", "after") : text.getValue()));

    private static final String EVENT =
            "create event cleanup on schedule every %d day do\ndelete from users where id = 0";

    private CodeCases() {}

    static List<Case> all() {
        Cases cases = new Cases("Views, routines and triggers");
        views(cases);
        materializedViews(cases);
        routines(cases);
        triggers(cases);
        events(cases);
        others(cases);
        return cases.all();
    }

    private static void views(Cases cases) {
        String probe = "select * from busy where id = 0";
        cases.given(Starts::users).addProbed("createView", "", probe, (op, dialect) -> op.createView("busy", ONE));
        cases.given(op -> {
                    Starts.users(op);
                    op.createView("busy", ONE);
                })
                .addProbed("replaceView", "", "select nick from busy", (op, dialect) -> op.replaceView("busy", OTHER))
                .addProbed("dropView", "", probe, (op, dialect) -> op.dropView("busy"));
    }

    private static void materializedViews(Cases cases) {
        cases.given(Starts::users).add("createMaterializedView", "", op -> op.createMaterializedView("busy", ONE));
        cases.given(op -> {
                    Starts.users(op);
                    op.createMaterializedView("busy", ONE);
                })
                .add("replaceMaterializedView", "", op -> op.replaceMaterializedView("busy", OTHER))
                .add("dropMaterializedView", "", op -> op.dropMaterializedView("busy"));
    }

    private static void routines(Cases cases) {
        String function = "select answer()";
        String procedure = "select routine_definition from information_schema.routines where routine_name = 'tidy'";
        cases.given(Starts::users)
                .addProbed(
                        "createFunction",
                        "",
                        function,
                        (op, dialect) -> op.createFunction("answer()", text(FUNCTIONS, dialect, 42)))
                .addProbed(
                        "createProcedure",
                        "",
                        procedure,
                        (op, dialect) -> op.createProcedure("tidy()", text(PROCEDURES, dialect, 7)));
        cases.givenEach((op, dialect) -> {
                    Starts.users(op);
                    op.createFunction("answer()", text(FUNCTIONS, dialect, 42));
                    op.createProcedure("tidy()", text(PROCEDURES, dialect, 7));
                })
                .addProbed(
                        "replaceFunction",
                        "",
                        function,
                        (op, dialect) -> op.replaceFunction("answer()", text(FUNCTIONS, dialect, 43)))
                .addProbed("dropFunction", "", function, (op, dialect) -> op.dropFunction("answer()"))
                .addProbed(
                        "replaceProcedure",
                        "",
                        procedure,
                        (op, dialect) -> op.replaceProcedure("tidy()", text(PROCEDURES, dialect, 8)))
                .addProbed("dropProcedure", "", procedure, (op, dialect) -> op.dropProcedure("tidy()"));
    }

    private static void triggers(Cases cases) {
        String probe = "select * from information_schema.triggers where lower(trigger_name) = 'touched'";
        cases.given(Starts::users)
                .addProbed(
                        "createTrigger",
                        "",
                        probe,
                        (op, dialect) -> op.createTrigger("users", "touched", text(TRIGGERS, dialect, 1)));
        cases.givenEach((op, dialect) -> {
                    Starts.users(op);
                    op.createTrigger("users", "touched", text(TRIGGERS, dialect, 1));
                })
                .addProbed(
                        "replaceTrigger",
                        "",
                        probe,
                        (op, dialect) -> op.replaceTrigger("users", "touched", text(OTHER_TRIGGERS, dialect, 2)))
                .addProbed("dropTrigger", "", probe, (op, dialect) -> op.dropTrigger("users", "touched"));
    }

    private static void events(Cases cases) {
        String probe = "select interval_value from information_schema.events where event_name = 'cleanup'";
        cases.given(Starts::users)
                .addProbed(
                        "createEvent", "", probe, (op, dialect) -> op.createEvent("cleanup", EVENT.replace("%d", "1")));
        cases.given(op -> {
                    Starts.users(op);
                    op.createEvent("cleanup", EVENT.replace("%d", "1"));
                })
                .addProbed(
                        "replaceEvent",
                        "",
                        probe,
                        (op, dialect) -> op.replaceEvent("cleanup", EVENT.replace("%d", "2")))
                .addProbed("dropEvent", "", probe, (op, dialect) -> op.dropEvent("cleanup"));
    }

    private static void others(Cases cases) {
        String policy = "create policy few on users using (points > 1)";
        String address = "create type address as (street text)";
        cases.given(Starts::users)
                .add("createPolicy", "", op -> op.createPolicy("users", "few", policy))
                .add("createComment", "", op -> op.createComment("constraint users_pkey on users", "its key"))
                .add("createObject", "", op -> op.createObject("type", "address", address));
        cases.given(op -> {
                    Starts.users(op);
                    op.createPolicy("users", "few", policy);
                    op.createComment("constraint users_pkey on users", "its key");
                    op.createObject("type", "address", address);
                })
                .add(
                        "replacePolicy",
                        "",
                        op -> op.replacePolicy("users", "few", policy.replace("1", "2") + " with check (true)"))
                .add("dropPolicy", "", op -> op.dropPolicy("users", "few"))
                .add("replaceComment", "", op -> op.replaceComment("constraint users_pkey on users", "the key"))
                .add("dropComment", "", op -> op.dropComment("constraint users_pkey on users"))
                .add(
                        "replaceObject",
                        "",
                        op -> op.replaceObject("type", "address", "create type address as (street text, city text)"))
                .add("dropObject", "", op -> op.dropObject("type", "address"));
    }

    private static String text(Map<String, String> texts, String dialect, int number) {
        return texts.getOrDefault(dialect, "create nothing").formatted(number);
    }
}
