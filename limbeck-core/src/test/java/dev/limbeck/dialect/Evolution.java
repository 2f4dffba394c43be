// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect;

import static dev.limbeck.operation.Definitions.CASCADE;
import static dev.limbeck.operation.Definitions.SET_NULL;
import static dev.limbeck.operation.Definitions.bigint;
import static dev.limbeck.operation.Definitions.bool;
import static dev.limbeck.operation.Definitions.byExpression;
import static dev.limbeck.operation.Definitions.check;
import static dev.limbeck.operation.Definitions.column;
import static dev.limbeck.operation.Definitions.comment;
import static dev.limbeck.operation.Definitions.foreignKey;
import static dev.limbeck.operation.Definitions.index;
import static dev.limbeck.operation.Definitions.integer;
import static dev.limbeck.operation.Definitions.numeric;
import static dev.limbeck.operation.Definitions.primaryKey;
import static dev.limbeck.operation.Definitions.row;
import static dev.limbeck.operation.Definitions.text;
import static dev.limbeck.operation.Definitions.timestamptz;
import static dev.limbeck.operation.Definitions.type;
import static dev.limbeck.operation.Definitions.unique;
import static dev.limbeck.operation.Definitions.varchar;

import dev.limbeck.operation.ColumnChange;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operations;
import dev.limbeck.schema.CodeObject;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/** One shop as a team would change it, revision by revision; what a revision drops it knows, as a generated one does. */
record Evolution(String name, BiConsumer<Operations, Schema> upgrade) {
    private static final String OPEN = "select id, customer_id from purchases where status = 'OPEN'";
    private static final String OPEN_WITH_TOTAL = "select id, customer_id, total from purchases where status = 'OPEN'";

    static List<Evolution> all() {
        return List.of(
                new Evolution("01_customers_and_products", Evolution::customersAndProducts),
                new Evolution("02_orders", Evolution::orders),
                new Evolution("03_indexes_for_searches", Evolution::indexes),
                new Evolution("04_countries_and_their_rows", Evolution::countries),
                new Evolution("05_more_of_a_customer", Evolution::moreOfACustomer),
                new Evolution("06_longer_names_and_dearer_things", Evolution::wider),
                new Evolution("07_orders_are_purchases", Evolution::renames),
                new Evolution("08_status_as_an_enum", Evolution::status),
                new Evolution("09_stricter", Evolution::stricter),
                new Evolution("10_view_of_what_is_open", (op, before) -> op.createView("open_purchases", OPEN)),
                new Evolution("11_numbers_for_bills", Evolution::numbers),
                new Evolution("12_every_customer_has_a_country", Evolution::notNull),
                new Evolution("13_computed_and_found_by_it", Evolution::computed),
                new Evolution("14_another_status_and_view", Evolution::another),
                new Evolution("15_what_nobody_needs", Evolution::drops));
    }

    /** What the revision does to the schema. */
    List<Operation> operations(Schema before) {
        List<Operation> operations = new ArrayList<>();
        Operations sink = operations::add;
        upgrade.accept(sink, before);
        return operations;
    }

    private static void customersAndProducts(Operations op, Schema before) {
        op.createTable(
                "customers",
                comment("who buys"),
                column("id", integer()).identity(),
                column("email", varchar(120)).notNull().comment("lower case"),
                column("name", varchar(40)),
                column("active", bool()).notNull().defaultValue(true),
                primaryKey("customers_pkey", "id"),
                unique("uq_customers_email", "email"));
        op.createTable(
                "products",
                column("sku", varchar(20)).notNull(),
                column("title", varchar(80)).notNull(),
                column("price", numeric(8, 2)).notNull(),
                column("legacy_code", integer()),
                primaryKey("products_pkey", "sku"),
                check("ck_products_price", "price >= 0"),
                index("ix_products_legacy", "legacy_code"));
    }

    private static void orders(Operations op, Schema before) {
        op.createTable(
                "orders",
                column("id", integer()).identity(),
                column("customer_id", integer()).notNull(),
                column("status", varchar(10)).notNull().defaultValue("OPEN"),
                column("total", numeric(10, 2)),
                column("created_at", timestamptz()).notNull().defaultExpression("current_timestamp"),
                primaryKey("orders_pkey", "id"),
                foreignKey("fk_orders_customer", "customer_id").references("customers", "id"));
        op.createTable(
                "order_lines",
                column("order_id", integer()).notNull(),
                column("line", integer()).notNull(),
                column("sku", varchar(20)).notNull(),
                column("quantity", integer()).notNull().defaultValue(1),
                primaryKey("order_lines_pkey", "order_id", "line"),
                foreignKey("fk_order_lines_order", "order_id")
                        .references("orders", "id")
                        .onDelete(CASCADE),
                foreignKey("fk_order_lines_product", "sku").references("products", "sku"));
    }

    private static void indexes(Operations op, Schema before) {
        op.createIndex("orders", index("ix_orders_customer", "customer_id", "created_at"));
        op.createIndex("orders", index("ix_orders_open", "created_at").where("status = 'OPEN'"));
        op.createIndex("products", index("ix_products_title", "title").concurrently());
    }

    private static void countries(Operations op, Schema before) {
        op.createTable(
                "countries",
                column("code", varchar(2)).notNull(),
                column("name", text()),
                primaryKey("countries_pkey", "code"));
        op.bulkInsert("countries", List.of("code", "name"), row("CH", "Switzerland"), row("CI", "Côte d'Ivoire"));
    }

    private static void moreOfACustomer(Operations op, Schema before) {
        op.batchAlterTable("customers", customers -> {
            customers.addColumn(column("country", varchar(2)).comment("where to send to"));
            customers.addColumn(column("points", integer()).notNull().defaultValue(0));
            customers.addConstraint(foreignKey("fk_customers_country", "country")
                    .references("countries", "code")
                    .onDelete(SET_NULL));
        });
    }

    private static void wider(Operations op, Schema before) {
        alter(op, before, "customers", "name", c -> c.type(varchar(200)));
        alter(op, before, "products", "price", c -> c.type(numeric(12, 2)));
    }

    private static void renames(Operations op, Schema before) {
        op.renameTable("orders", "purchases");
        op.invoke(new Operation.AlterColumn(
                Name.of("order_lines"),
                "line",
                ColumnChange.NONE.rename("position"),
                ColumnChange.NONE.rename("line")));
    }

    private static void status(Operations op, Schema before) {
        op.createEnum("purchase_status", "OPEN", "PAID");
        op.addColumn(
                "purchases", column("state", type("purchase_status")).notNull().defaultValue("OPEN"));
    }

    private static void stricter(Operations op, Schema before) {
        op.addConstraint("order_lines", check("ck_order_lines_quantity", "quantity > 0"));
        op.addConstraint("products", unique("uq_products_title", "title"));
        op.addConstraint("purchases", check("ck_purchases_total", "total >= 0").notValid());
        op.validateConstraint("purchases", "ck_purchases_total");
    }

    private static void numbers(Operations op, Schema before) {
        op.createSequence("bill_numbers", o -> o.withStart(1000).withIncrement(10));
        op.addColumn("purchases", column("bill_number", bigint()));
    }

    private static void notNull(Operations op, Schema before) {
        op.execute("update customers set country = ? where country is null", "CH");
        alter(op, before, "customers", "country", c -> c.notNull().defaultValue("CH"));
    }

    private static void computed(Operations op, Schema before) {
        op.addColumn("order_lines", column("dozens", integer()).generatedStored("quantity / 12"));
        op.createIndex("customers", index("ix_customers_email", byExpression("lower(email)")));
    }

    private static void another(Operations op, Schema before) {
        op.invoke(new Operation.AlterEnum(
                Name.of("purchase_status"), List.of("OPEN", "PAID", "SENT"), List.of("OPEN", "PAID")));
        CodeObject view = CodeObject.view(CodeObject.Kind.VIEW, "open_purchases", OPEN_WITH_TOTAL);
        op.invoke(new Operation.ReplaceCode(view, CodeObject.view(CodeObject.Kind.VIEW, "open_purchases", OPEN)));
    }

    private static void drops(Operations op, Schema before) {
        Table products = before.table(Name.of("products")).orElseThrow();
        op.invoke(new Operation.DropIndex(
                products.name(),
                "ix_products_legacy",
                products.index("ix_products_legacy").orElseThrow()));
        op.invoke(new Operation.DropColumn(
                products.name(), "legacy_code", products.column("legacy_code").orElseThrow()));
        op.invoke(new Operation.DropConstraint(
                products.name(),
                "uq_products_title",
                products.constraint("uq_products_title").orElseThrow()));
    }

    private static void alter(
            Operations op, Schema before, String table, String column, UnaryOperator<ColumnChange> change) {
        ColumnChange after = change.apply(ColumnChange.NONE);
        Column old = before.table(Name.of(table)).flatMap(t -> t.column(column)).orElseThrow();
        op.invoke(
                new Operation.AlterColumn(Name.of(table), column, after, ColumnChange.between(after.apply(old), old)));
    }
}
