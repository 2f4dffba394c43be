// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.diff;

import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The queries that count the rows which are in the way of a change, and what must be so in words. */
record RowCounts(DiffRules rules) {

    Operation.Require repeated(Name table, List<String> columns, boolean nullsToo) {
        return repeated(
                table,
                columns.stream().map(rules::quote).toList(),
                nullsToo ? List.of() : notNull(columns),
                String.join(", ", columns));
    }

    Operation.Require repeated(Name table, Index index) {
        List<String> terms = new ArrayList<>();
        List<String> conditions = new ArrayList<>();
        for (Index.Part part : index.parts()) {
            String term = part.expression() ? part.text() : rules.quote(part.text());
            terms.add(term);
            if (!index.nullsNotDistinct()) {
                conditions.add((part.expression() ? "(" + term + ")" : term) + " is not null");
            }
        }
        if (index.where() != null) {
            conditions.add("(" + index.where() + ")");
        }
        String words = index.parts().stream().map(Index.Part::text).collect(Collectors.joining(", "));
        return repeated(table, terms, conditions, words);
    }

    private Operation.Require repeated(Name table, List<String> terms, List<String> conditions, String words) {
        return new Operation.Require(
                "no two rows of " + table + " have the same " + words,
                "select count(*) from (select count(*) as times from " + sql(table) + where(conditions) + " group by "
                        + String.join(", ", terms) + " having count(*) > 1) as repeated");
    }

    Operation.Require dangling(Name table, List<String> columns, Name target, List<String> referenced) {
        String same = IntStream.range(0, columns.size())
                .mapToObj(i -> "parent." + rules.quote(referenced.get(i)) + " = child." + rules.quote(columns.get(i)))
                .collect(Collectors.joining(" and "));
        List<String> conditions = columns.stream()
                .map(column -> "child." + rules.quote(column) + " is not null")
                .collect(Collectors.toCollection(ArrayList::new));
        conditions.add("not exists (select 1 from " + sql(target) + " parent where " + same + ")");
        return new Operation.Require(
                "each " + table + " (" + String.join(", ", columns) + ") is one of " + target + " ("
                        + String.join(", ", referenced) + ")",
                "select count(*) from " + sql(table) + " child" + where(conditions));
    }

    Operation.Require failing(Name table, String expression) {
        return new Operation.Require(
                "each row of " + table + " meets the check " + expression.replaceAll("\\s+", " "),
                count(table, "not (" + expression + ")"));
    }

    Operation.Require holding(Name table, Column column, List<String> values) {
        String quoted = rules.quote(column.name());
        String condition = column.type().arrayDimensions() > 0
                ? values.stream()
                        .map(value -> rules.literal(value) + " = any (" + quoted + ")")
                        .collect(Collectors.joining(" or "))
                : quoted + " in (" + values.stream().map(rules::literal).collect(Collectors.joining(", ")) + ")";
        return new Operation.Require(
                "no " + table + "." + column.name() + " is " + String.join(" or ", values), count(table, condition));
    }

    /** Those whose value is none of another type; empty where every value is one, or nobody can tell. */
    Optional<Operation.Require> misfits(Name table, Column before, Column after) {
        Optional<List<String>> removed = ValueList.of(before)
                .flatMap(list -> ValueList.of(after)
                        .map(now -> list.values().stream()
                                .filter(value -> !now.values().contains(value))
                                .toList()));
        if (removed.isPresent()) {
            return removed.filter(values -> !values.isEmpty()).map(values -> holding(table, before, values));
        }
        return Narrowing.misfit(before, after, rules)
                .map(condition -> new Operation.Require(
                        "each " + table + "." + before.name() + " fits into " + after.type(), count(table, condition)));
    }

    private String count(Name table, String condition) {
        return "select count(*) from " + sql(table) + " where " + condition;
    }

    private List<String> notNull(List<String> columns) {
        return columns.stream()
                .map(column -> rules.quote(column) + " is not null")
                .toList();
    }

    private static String where(List<String> conditions) {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    private String sql(Name table) {
        return table.inSql(rules::quote);
    }
}
