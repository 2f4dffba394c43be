// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.conformance;

import static dev.limbeck.operation.Definitions.check;
import static dev.limbeck.operation.Definitions.column;
import static dev.limbeck.operation.Definitions.integer;
import static dev.limbeck.operation.Definitions.primaryKey;
import static dev.limbeck.operation.Definitions.row;
import static dev.limbeck.operation.Definitions.text;
import static dev.limbeck.operation.Definitions.type;
import static dev.limbeck.operation.Definitions.varchar;

import dev.limbeck.operation.DomainChange;
import dev.limbeck.operation.Operations;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Schemas, extensions and domains. */
final class TypeCases {
    private static final String VERSION = "select extversion from pg_extension where extname = 'pg_trgm'";
    private static final String SCHEMAS =
            "select schema_name from information_schema.schemata where schema_name like '%archive'";

    private TypeCases() {}

    static List<Case> all() {
        Cases cases = new Cases("Schemas, extensions and domains");
        schemas(cases);
        extensions(cases);
        domains(cases);
        return cases.all();
    }

    private static void schemas(Cases cases) {
        cases.given(Starts::users).addProbed("createSchema", "", SCHEMAS, (op, dialect) -> op.createSchema("archive"));
        cases.given(op -> op.createSchema("archive"))
                .addProbed("dropSchema", "", SCHEMAS, (op, dialect) -> op.dropSchema("archive"))
                .addProbed("renameSchema", "", SCHEMAS, (op, dialect) -> op.renameSchema("archive", "old_archive"));
        cases.given(op -> {
                    op.createSchema("archive");
                    op.createTable("archive.t", column("id", integer()), primaryKey("t_pkey", "id"));
                    op.bulkInsert("archive.t", List.of("id"), row(1));
                })
                .add("renameTable", "in another schema", op -> op.renameTable("archive.t", "u"))
                .add("addColumn", "to a table in another schema", op -> op.addColumn("archive.t", column("c", text())));
    }

    private static void extensions(Cases cases) {
        cases.given(Starts::users)
                .add("createExtension", "", op -> op.createExtension("pg_trgm"))
                .add("createExtension", "in a schema", op -> op.createExtension("pg_trgm", "public"))
                .addProbed(
                        "createExtension",
                        "of a version",
                        VERSION,
                        (op, dialect) -> op.createExtension("pg_trgm", "public", "1.5"));
        cases.given(op -> op.createExtension("pg_trgm", "public", "1.5"))
                .addProbed("updateExtension", "", VERSION, (op, dialect) -> op.updateExtension("pg_trgm"))
                .addProbed(
                        "updateExtension",
                        "to a version",
                        VERSION,
                        (op, dialect) -> op.updateExtension("pg_trgm", "1.6"))
                .add("dropExtension", "", op -> op.dropExtension("pg_trgm"));
    }

    private static void domains(Cases cases) {
        cases.given(Starts::users).add("createDomain", "", op -> op.createDomain("email", varchar(200)));
        definitions()
                .forEach((name, definition) ->
                        cases.add("createDomain", name, op -> op.createDomain("email", varchar(200), definition)));
        cases.add("createDomain", "collation", op -> op.createDomain("email", varchar(200), d -> d.collation("C")));
        cases.given(TypeCases::contacts);
        definitions().forEach((name, definition) -> altered(cases, name, definition));
        cases.given(op -> contacts(
                op,
                d -> d.notNull()
                        .defaultValue("x@example.com")
                        .check("email_at", "value like '%@%'")
                        .comment("before")));
        altered(cases, "nullable", d -> d.nullable());
        altered(cases, "defaultValue instead of another", d -> d.defaultValue("y@example.com"));
        altered(cases, "noDefault", d -> d.noDefault());
        altered(cases, "dropCheck", d -> d.dropCheck("email_at"));
        altered(
                cases,
                "check instead of another",
                d -> d.dropCheck("email_at").check("email_long", "length(value) > 3"));
        altered(cases, "comment instead of another", d -> d.comment("after"));
        altered(cases, "noComment", d -> d.noComment());
        altered(cases, "type", d -> d.type(varchar(300)));
        altered(cases, "notValidCheck", d -> d.notValidCheck("email_short", "length(value) < 100"));
        altered(cases, "collation", d -> d.collation("C"));
        Cases collated = cases.given(op -> contacts(op, d -> d.collation("C")));
        altered(collated, "noCollation", d -> d.noCollation());
        cases.given(op -> op.createDomain("email", text(), d -> d.check("email_at", "value like '%@%'")))
                .add("dropDomain", "", op -> op.dropDomain("email"));
        cases.given(Starts.usersWith(check("ck_users_points", "points >= 0")))
                .add("createDomain", "and a column of it", op -> {
                    op.createDomain("score", integer(), d -> d.check("score_positive", "value >= 0"));
                    op.addColumn("users", column("score", type("score")).defaultValue(1));
                });
    }

    private static Map<String, UnaryOperator<DomainChange>> definitions() {
        Map<String, UnaryOperator<DomainChange>> definitions = new LinkedHashMap<>();
        definitions.put("notNull", d -> d.notNull());
        definitions.put("defaultValue", d -> d.defaultValue("it's"));
        definitions.put("defaultExpression", d -> d.defaultExpression("lower('X')"));
        definitions.put("check", d -> d.check("email_at", "value like '%@%'"));
        definitions.put(
                "two checks", d -> d.check("email_at", "value like '%@%'").check("email_long", "length(value) > 3"));
        definitions.put("comment", d -> d.comment("it's an address"));
        definitions.put(
                "everything",
                d -> d.notNull()
                        .defaultValue("x@example.com")
                        .check("email_at", "value like '%@%'")
                        .comment("an address"));
        return definitions;
    }

    private static void altered(Cases cases, String option, UnaryOperator<DomainChange> change) {
        cases.add("alterDomain", option, op -> op.alterDomain("email", change));
    }

    private static void contacts(Operations op) {
        contacts(op, domain -> domain);
    }

    private static void contacts(Operations op, UnaryOperator<DomainChange> definition) {
        op.createDomain("email", varchar(200), definition);
        op.createTable("contacts", column("id", integer()), column("address", type("email")));
        op.bulkInsert("contacts", List.of("id", "address"), row(1, "ann@example.com"));
    }
}
