package dev.limbeck.examples.bookshop.migrations.mariadb;

import static dev.limbeck.operation.Definitions.*;

import dev.limbeck.Migration;
import dev.limbeck.Revision;
import dev.limbeck.operation.Operations;
import java.util.List;

/** baseline. */
@Revision(id = "4164fbcd7f2d", createdAt = "2026-11-21T13:10:38Z")
public class R4164fbcd7f2d_baseline implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createSequence("author_seq", options -> options.withStart(1000).withIncrement(20).withCache(0));
        op.createSequence("orders_SEQ", options -> options.withIncrement(50).withCache(0));
        op.createSequence("payments_SEQ", options -> options.withIncrement(50).withCache(0));
        op.createSequence("products_SEQ", options -> options.withIncrement(50).withCache(0));
        op.createTable("authors",
                column("born_on", date()),
                column("id", bigint()),
                column("first_name", varchar(80)),
                column("last_name", varchar(80)).notNull(),
                column("biography", type("longtext")),
                primaryKey(columns("id")),
                index("ix_authors_name", "last_name", "first_name"));
        op.createTable("author_pen_names",
                column("author_id", bigint()),
                column("pen_name", varchar(160)),
                primaryKey(columns("author_id", "pen_name")),
                foreignKey("FKh8pijvdsv9sf07m2qt4srf9vv", "author_id").references("authors", "id"));
        op.createTable("categories",
                column("id", bigint()),
                column("parent_id", bigint()),
                column("name", varchar(60)).notNull(),
                primaryKey(columns("id")),
                unique("uq_categories_parent_name", "parent_id", "name"),
                foreignKey("FKsaok720gsu4u2wrgbk10b5n8d", "parent_id").references("categories", "id"));
        op.createTable("customers",
                column("registered_at", type("datetime", 6)).notNull(),
                column("id", uuid()),
                column("email", varchar(255)).notNull(),
                column("preferences", json()),
                primaryKey(columns("id")),
                unique("UKrfbvkrffamfql7cjmen8v976v", "email"));
        op.createTable("customer_addresses",
                column("country", varchar(2)).notNull(),
                column("position", integer()),
                column("postal_code", varchar(12)).notNull(),
                column("customer_id", uuid()),
                column("city", varchar(80)).notNull(),
                column("street", varchar(255)).notNull(),
                primaryKey(columns("position", "customer_id")),
                foreignKey("FKrvr6wl9gll7u98cda18smugp4", "customer_id").references("customers", "id"),
                check("position >= 0"));
        op.createTable("id_blocks",
                column("next_id", bigint()),
                column("block", varchar(255)),
                primaryKey(columns("block")));
        op.createTable("orders",
                column("version", integer()).notNull(),
                column("id", bigint()),
                column("placed_at", type("datetime", 6)).notNull().defaultExpression("current_timestamp(6)"),
                column("customer_id", uuid()).notNull(),
                column("status", varchar(20)).notNull(),
                primaryKey(columns("id")),
                foreignKey("FKpxtb8awmi0dk6smoh2vp1litg", "customer_id").references("customers", "id"),
                check("status in ('PLACED','PAID','SHIPPED','RETURNED')"),
                index("ix_orders_customer", by("customer_id"), by("placed_at").desc()));
        op.createTable("payments",
                column("amount", numeric(10, 2)).notNull(),
                column("last_digits", varchar(4)),
                column("id", bigint()),
                column("order_id", bigint()).notNull(),
                column("received_at", type("datetime", 6)),
                column("method", varchar(20)).notNull(),
                column("iban", varchar(34)),
                column("reference", varchar(140)),
                primaryKey(columns("id")),
                unique("UK8vo36cen604as7etdfwmyjsxt", "order_id"),
                foreignKey("FK81gagumt0r8y3rmudcgpbk42l", "order_id").references("orders", "id"),
                check("method in ('TRANSFER','CARD')"));
        op.createTable("products",
                column("discount_percent", integer()).notNull().defaultValue(0),
                column("price", numeric(10, 2)).notNull().comment("net, in euros"),
                column("selling_price", numeric(10, 2)).generatedStored("price * (100 - discount_percent) / 100"),
                column("version", integer()).notNull(),
                column("id", bigint()),
                column("kind", varchar(20)).notNull(),
                column("title", varchar(255)).notNull(),
                primaryKey(columns("id")),
                check("kind in ('book','gift card')"),
                check("ck_products_price", "price >= 0"),
                comment("everything the shop sells, one row each"));
        op.createTable("gift_cards",
                column("valid_until", date()),
                column("id", bigint()),
                column("code", uuid()).notNull(),
                primaryKey(columns("id")),
                unique("UKn2dnvfrs1we40ixtvdtcwnlpu", "code"),
                foreignKey("FKscjwm60340x26kc8yk0x4eh3t", "id").references("products", "id"));
        op.createTable("order_lines",
                column("quantity", integer()).notNull(),
                column("order_id", bigint()),
                column("product_id", bigint()),
                primaryKey(columns("order_id", "product_id")),
                foreignKey("FK1smc0s578t2oih21yn9hw6usr", "order_id").references("orders", "id").onDelete(CASCADE),
                foreignKey("FK5v1oeejtgtf2n3toppm3tkuhh", "product_id").references("products", "id"),
                check("ck_order_lines_quantity", "quantity > 0"));
        op.createTable("product_categories",
                column("category_id", bigint()),
                column("product_id", bigint()),
                primaryKey(columns("category_id", "product_id")),
                foreignKey("FKd112rx0alycddsms029iifrih", "category_id").references("categories", "id"),
                foreignKey("FKlda9rad6s180ha3dl1ncsp8n7", "product_id").references("products", "id"));
        op.createTable("publishers",
                column("seat_country", varchar(2)),
                column("id", bigint()).identity(),
                column("seat_postal_code", varchar(12)),
                column("seat_city", varchar(80)),
                column("name", varchar(120)).notNull(),
                column("seat_street", varchar(255)),
                primaryKey(columns("id")),
                unique("UKan1ucpx8sw2qm194mlok8e5us", "name"));
        op.createTable("books",
                column("pages", integer()),
                column("id", bigint()),
                column("publisher_id", bigint()).notNull(),
                column("isbn", varchar(13)).notNull(),
                column("binding", type("enum", "'EBOOK'", "'HARDCOVER'", "'PAPERBACK'")).notNull(),
                column("cover", type("longblob")),
                column("languages", json()),
                primaryKey(columns("id")),
                unique("ix_books_isbn", "isbn"),
                foreignKey("FK9j4uiqn386hsddr160lym0sok", "id").references("products", "id"),
                foreignKey("FKayy5edfrqnegqj3882nce6qo8", "publisher_id").references("publishers", "id"));
        op.createTable("book_authors",
                column("author_id", bigint()),
                column("book_id", bigint()),
                primaryKey(columns("author_id", "book_id")),
                foreignKey("FKbhqtkv2cndf10uhtknaqbyo0a", "book_id").references("books", "id"),
                foreignKey("FKo86065vktj3hy1m7syr9cn7va", "author_id").references("authors", "id"));
        op.createTable("reviews",
                column("stars", smallint()).notNull(),
                column("visibility", smallint()).notNull(),
                column("book_id", bigint()).notNull(),
                column("id", bigint()).identity(),
                column("written_at", type("datetime", 6)).notNull(),
                column("customer_id", uuid()).notNull(),
                column("text", varchar(4000)),
                primaryKey(columns("id")),
                unique("uq_reviews_once", "book_id", "customer_id"),
                foreignKey("FK4sm0k8kw740iyuex3vwwv1etu", "customer_id").references("customers", "id"),
                foreignKey("FK6a9k6xvev80se5rreqvuqr7f9", "book_id").references("books", "id"),
                check("stars between 1 and 5"),
                check("visibility between 0 and 2"));
        op.createTable("stock",
                column("counted_at", time()),
                column("delivery_time", numeric(21, 0)),
                column("order_more", type("bit", 1)).notNull().defaultExpression("b'1'"),
                column("pieces", integer()).notNull().defaultValue(0),
                column("weight", doublePrecision()),
                column("product_id", bigint()),
                column("place", varchar(40)).notNull().defaultValue("main store"),
                primaryKey(columns("product_id")),
                foreignKey("FKeuiihog7wq4cu7nvqu7jx57d2", "product_id").references("products", "id"));
        op.bulkInsert("id_blocks", List.of("next_id", "block"), row(0, "category"));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("stock");
        op.dropTable("reviews");
        op.dropTable("book_authors");
        op.dropTable("books");
        op.dropTable("publishers");
        op.dropTable("product_categories");
        op.dropTable("order_lines");
        op.dropTable("gift_cards");
        op.dropTable("products");
        op.dropTable("payments");
        op.dropTable("orders");
        op.dropTable("id_blocks");
        op.dropTable("customer_addresses");
        op.dropTable("customers");
        op.dropTable("categories");
        op.dropTable("author_pen_names");
        op.dropTable("authors");
        op.dropSequence("products_SEQ");
        op.dropSequence("payments_SEQ");
        op.dropSequence("orders_SEQ");
        op.dropSequence("author_seq");
    }
}
