// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.run;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Conditions on a key of one or several columns, compared column by column. */
final class KeyRange {
    private KeyRange() {}

    /** Rows whose key comes behind the values. */
    static String behind(Dialect dialect, List<String> key, List<Object> values) {
        return compare(dialect, key, values, ">", ">");
    }

    /** Rows whose key comes before the values, or is equal to them. */
    static String upTo(Dialect dialect, List<String> key, List<Object> values) {
        return compare(dialect, key, values, "<", "<=");
    }

    /**
     * One comparison of rows where the database finds them by an index; spelled out elsewhere, with the first column in
     * front as something that an index serves.
     */
    private static String compare(Dialect dialect, List<String> key, List<Object> values, String sign, String last) {
        List<String> columns = key.stream().map(dialect::quote).toList();
        List<String> literals = values.stream().map(dialect::literal).toList();
        if (columns.size() == 1) {
            return columns.get(0) + " " + last + " " + literals.get(0);
        }
        if (dialect.has(Feature.COMPARES_ROWS)) {
            return "(" + String.join(", ", columns) + ") " + last + " (" + String.join(", ", literals) + ")";
        }
        List<String> cases = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            List<String> equal = new ArrayList<>();
            for (int j = 0; j < i; j++) {
                equal.add(columns.get(j) + " = " + literals.get(j));
            }
            equal.add(columns.get(i) + " " + (i == columns.size() - 1 ? last : sign) + " " + literals.get(i));
            cases.add(equal.stream().collect(Collectors.joining(" and ", "(", ")")));
        }
        return columns.get(0) + " " + sign + "= " + literals.get(0) + " and (" + String.join(" or ", cases) + ")";
    }
}
