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
                onItems(
                        "mysql/what-may-copy-the-table",
                        op -> op.batchAlterTable("items", batch -> {
                            batch.mayCopyTable();
                            batch.commentOnTable("what was sold");
                            batch.alterColumn("code", c -> c.type(varchar(60)));
                            batch.addConstraint(check("ck_items_sold", "sold in (0, 1)"));
                            batch.addConstraint(
                                    foreignKey("fk_items_again", "shelf_id").references("shelves", "id"));
                            batch.createIndex(index("ft_notes", "notes").method("fulltext"));
                            batch.setOption("engine", "MyISAM");
                            batch.setOption("partition by", "key (id) partitions 2");
                            batch.dropOption("partition by");
                        })),
                onItems("mysql/table-options", op -> {
                    op.setTableOption("items", "engine", "MyISAM");
                    op.dropTableOption("items", "engine");
                    op.setTableOption("items", "row_format", "COMPRESSED");
                    op.setTableOption("items", "key_block_size", "8");
                    op.dropTableOption("items", "key_block_size");
                    op.setTableOption("items", "collate", "latin1_bin");
                    op.dropTableOption("items", "collate");
                    op.setTableOption("items", "charset", "latin1");
                    op.setTableOption("items", "auto_increment", "1000");
                    op.setTableOption("items", "stats_persistent", "1");
                    op.setTableOption("items", "partition by", "key (id) partitions 4");
                    op.setTableOption("items", "system versioning", "");
                    op.setTableOption("items", "data directory", "'/tmp'");
                    op.setTableOption("items", "engine", "InnoDB, drop column id");
                    op.createTable(
                            "visits",
                            comment("by day"),
                            option("partition by", "range (id) (partition p0 values less than (10))"),
                            option("charset", "latin1"),
                            column("id", bigint()));
                    op.setTableOption(
                            "visits",
                            "partition by",
                            "range (id) (partition p0 values less than (10), partition p1 values less than (maxvalue))");
                    op.setTableOption(
                            "visits", "partition by", "range (id) (partition p0 values less than (maxvalue))");
                }),
                onItems("mysql/code", op -> {
                    op.createView("titles", "select id, title from items where title <> ';'");
                    op.replaceView(
                            "titles",
                            "algorithm = merge sql security invoker as select id, title from items where id > 1"
                                    + " with cascaded check option");
                    op.dropView("titles");
                    op.createFunction("slug(varchar)", """
                            create function slug(t varchar(40)) returns varchar(40) deterministic no sql
                            begin
                              if t is null then return ';'; end if;
                              return lower(t);
                            end""");
                    op.replaceFunction(
                            "slug(varchar)",
                            "create function slug(t varchar(40)) returns varchar(40) deterministic return t");
                    op.dropFunction("slug(varchar)");
                    op.createProcedure("tidy", """
                            create procedure tidy(in n int, out m int) modifies sql data
                            outer_loop: begin
                              declare continue handler for not found begin set m = 0; end;
                              while n > 0 do
                                case n when 1 then leave outer_loop; else set n = n - 1; end case;
                              end while;
                            end""");
                    op.dropProcedure("tidy");
                    op.createTrigger(
                            "items",
                            "touch",
                            "create trigger touch before insert on items for each row"
                                    + " begin set new.title = 'x;y'; set new.price = 1; end");
                    op.replaceTrigger(
                            "items",
                            "touch",
                            "create trigger touch before insert on items for each row set new.price = 2");
                    op.dropTrigger("items", "touch");
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
