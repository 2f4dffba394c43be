// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect;

import static dev.limbeck.operation.Definitions.SET_NULL;
import static dev.limbeck.operation.Definitions.bigint;
import static dev.limbeck.operation.Definitions.bool;
import static dev.limbeck.operation.Definitions.by;
import static dev.limbeck.operation.Definitions.byExpression;
import static dev.limbeck.operation.Definitions.check;
import static dev.limbeck.operation.Definitions.column;
import static dev.limbeck.operation.Definitions.columns;
import static dev.limbeck.operation.Definitions.comment;
import static dev.limbeck.operation.Definitions.foreignKey;
import static dev.limbeck.operation.Definitions.index;
import static dev.limbeck.operation.Definitions.integer;
import static dev.limbeck.operation.Definitions.json;
import static dev.limbeck.operation.Definitions.numeric;
import static dev.limbeck.operation.Definitions.option;
import static dev.limbeck.operation.Definitions.primaryKey;
import static dev.limbeck.operation.Definitions.text;
import static dev.limbeck.operation.Definitions.type;
import static dev.limbeck.operation.Definitions.unique;
import static dev.limbeck.operation.Definitions.uuid;
import static dev.limbeck.operation.Definitions.varchar;

import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operations;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.DataType;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What only MySQL and MariaDB have. */
final class MysqlScenario {
    private static final DataType MOMENT = type("datetime", 6);

    private MysqlScenario() {}

    static List<DdlScenario> all() {
        return List.of(
                new DdlScenario("mysql/create", Schema.EMPTY, operations(MysqlScenario::create)),
                onItems("mysql/modify-keeps-the-rest", op -> {
                    op.alterColumn("items", "changed", c -> c.notNull());
                    op.alterColumn("items", "code", c -> c.comment("as printed"));
                    op.alterColumn("items", "rating", c -> c.notNull().defaultValue(1));
                    op.alterColumn("items", "rating", c -> c.rename("stars").type(integer()));
                }),
                onItems("mysql/constant-defaults", op -> {
                    op.alterColumn("items", "title", c -> c.defaultValue("none"));
                    op.alterColumn("items", "title", c -> c.noDefault());
                    op.alterColumn("items", "code", c -> c.noDefault());
                    op.alterColumn("items", "notes", c -> c.defaultValue("a\\b"));
                }),
                onItems("mysql/what-copies-the-table", op -> {
                    op.alterColumn("items", "code", c -> c.type(varchar(60)));
                    op.alterColumn("items", "code", c -> c.type(varchar(200)));
                    op.alterColumn("items", "kind", c -> c.type(type("enum", "'A'", "'B'", "'C'")));
                    op.alterColumn("items", "kind", c -> c.type(type("enum", "'A'", "'C'")));
                    op.alterColumn("items", "code", c -> c.collation("latin1_bin"));
                    op.alterColumn("items", "shelf_id", c -> c.type(integer()));
                }),
                onItems("mysql/indexes-of-foreign-keys", op -> {
                    op.createIndex("items", index("ix_shelf", "shelf_id", "title"));
                    op.dropIndex("items", "ix_shelf");
                    op.dropConstraint("items", "fk_items_shelf");
                    op.dropConstraint("items", "uq_items_code");
                    op.dropConstraint("items", "ck_items_price");
                    op.invoke(new Operation.DropConstraint(
                            Name.of("items"), null, new Constraint.PrimaryKey(null, List.of("id"))));
                }),
                onItems("mysql/indexes", op -> {
                    op.createIndex("items", index("ix_title", "title(20)", "kind"));
                    op.createIndex("items", index("ix_lower", byExpression("lower(title)")));
                    op.createIndex(
                            "items", index("ix_price", by("price").desc()).unique());
                    op.createIndex("items", index("ft_notes", "notes").method("fulltext"));
                }),
                onItems("mysql/checks-of-a-column", op -> {
                    op.invoke(new Operation.DropConstraint(
                            Name.of("items"), null, new Constraint.Check(null, "rating between 0 and 5")));
                    op.addConstraint("items", check("rating > 0"));
                }));
    }

    private static DdlScenario onItems(String name, Consumer<Operations> migration) {
        return new DdlScenario(
                name, Operation.applyAll(operations(MysqlScenario::create), Schema.EMPTY), operations(migration));
    }

    private static void create(Operations op) {
        op.createTable("shelves", column("id", bigint()).identity(), primaryKey(columns("id")));
        op.createTable(
                "items",
                comment("what is sold"),
                option("engine", "InnoDB"),
                option("row_format", "DYNAMIC"),
                column("id", type("bigint unsigned")).identity(),
                column("code", varchar(40)).notNull().collation("utf8mb4_bin").defaultValue("-"),
                column("title", varchar(200)).notNull(),
                column("kind", type("enum", "'A'", "'B'")).notNull().defaultValue("A"),
                column("tags", type("set", "'x'", "'it''s'")),
                column("price", numeric(10, 2)).defaultValue(0),
                column("gross", numeric(12, 2)).generatedVirtual("price * 1.2"),
                column("rating", type("tinyint")),
                column("sold", bool()).notNull().defaultValue(false),
                column("notes", text()),
                column("extra", json()).defaultExpression("json_object()"),
                column("token", uuid()).defaultExpression("uuid()"),
                column("secret", type("integer invisible")),
                column("seen", type("timestamp")),
                column("changed", MOMENT)
                        .defaultExpression("current_timestamp on update current_timestamp(6)")
                        .comment("by whom it's read"),
                column("shelf_id", bigint()),
                primaryKey(columns("id")),
                unique("uq_items_code", "code"),
                check("ck_items_price", "price >= 0"),
                check("rating between 0 and 5"),
                foreignKey("fk_items_shelf", "shelf_id")
                        .references("shelves", "id")
                        .onDelete(SET_NULL),
                index("ix_items_kind", by("kind"), by("price").desc()));
    }

    private static List<Operation> operations(Consumer<Operations> migration) {
        List<Operation> operations = new ArrayList<>();
        Operations sink = operations::add;
        migration.accept(sink);
        return operations;
    }
}
