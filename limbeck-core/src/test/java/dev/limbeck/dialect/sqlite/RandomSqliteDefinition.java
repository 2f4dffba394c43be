// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.sqlite;

import static dev.limbeck.operation.Definitions.check;
import static dev.limbeck.operation.Definitions.column;
import static dev.limbeck.operation.Definitions.index;
import static dev.limbeck.operation.Definitions.text;

import dev.limbeck.operation.TableOperations;
import dev.limbeck.schema.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** Definitions of a table {@code t} as people write them, with columns {@code k}, {@code a}, {@code b} and {@code c}. */
final class RandomSqliteDefinition {
    private static final List<String> GAPS =
            List.of(" ", " ", " ", "\n  ", " /* it's, a ( */ ", " -- don't, (\n ", "\t", "/**/");
    private static final List<String> KEYS = List.of(
            "integer primary key", "text primary key desc", "int not null", "integer primary key autoincrement");
    private static final List<String> TYPES =
            List.of("", "int", "TEXT", "[odd ]", "decimal ( 10 ,2 )", "\"my type\"", "blob");
    private static final List<String> PARTS = List.of(
            "not null on conflict ignore",
            "default -7",
            "default ('x' || '(y')",
            "default 'it''s -- (,'",
            "collate nocase",
            "check (k <> ')')",
            "constraint \"c k\" check (k is not 'x')",
            "unique on conflict replace",
            "references t (k) on delete cascade deferrable initially deferred",
            "constraint nn null");
    private static final List<String> RULES = List.of(
            "unique (k, a collate rtrim)", "constraint r1 check (k <> 'q') check (1)", "foreign key (b) references t");

    private final Random random;

    RandomSqliteDefinition(Random random) {
        this.random = random;
    }

    String sql() {
        List<String> items = new ArrayList<>();
        String key = one(KEYS);
        items.add("k" + gap() + key);
        for (String column : List.of("a", "`b`", "[c]")) {
            StringBuilder item = new StringBuilder(column).append(gap()).append(one(TYPES));
            List<String> parts = new ArrayList<>(PARTS);
            for (int i = random.nextInt(4); i > 0; i--) {
                item.append(gap()).append(parts.remove(random.nextInt(parts.size())));
            }
            items.add(item.toString());
        }
        for (String rule : RULES) {
            if (random.nextBoolean()) {
                items.add(rule.replace(" ", gap()));
            }
        }
        StringBuilder sql = new StringBuilder("create table t").append(gap()).append("(");
        for (int i = 0; i < items.size(); i++) {
            sql.append(i == 0 ? "" : ",").append(gap()).append(items.get(i)).append(gap());
        }
        return sql.append(")").toString();
    }

    /** Changes of which at least one needs a rebuild; column {@code a} may go, {@code k}, {@code b} and {@code c} stay. */
    Consumer<TableOperations> changes() {
        List<Consumer<TableOperations>> all = List.of(
                table -> table.alterColumn("c", c -> c.defaultValue(9)),
                table -> table.alterColumn("c", c -> c.noDefault()),
                table -> table.alterColumn("b", c -> c.collation("rtrim")),
                table -> table.alterColumn("b", c -> c.nullable()),
                table -> table.alterColumn("c", c -> c.type(DataType.of("blob")).using("c")),
                table -> table.addColumn(column("d", text()).defaultValue("d")),
                table -> table.addConstraint(check("ck_more", "c is null or k <> 'never'")),
                table -> table.createIndex(index("ix_more", "b")));
        List<Consumer<TableOperations>> chosen =
                all.stream().filter(change -> random.nextInt(3) == 0).toList();
        return table -> {
            chosen.forEach(change -> change.accept(table));
            table.addConstraint(check("ck_last", "1"));
        };
    }

    private String gap() {
        return one(GAPS);
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
