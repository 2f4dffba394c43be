// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.diff;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.DataType;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The texts that a column may hold, as a check or the column's own type lists them: what JPA providers make of an enum
 * where the database has no type for it.
 *
 * @param values in the order in which they are listed
 */
record ValueList(String column, List<String> values) {
    private static final Pattern TEXT = Pattern.compile("'((?:[^']|'')*+)'");

    /** The column and the list; what databases put around both, casts and brackets, is gone by then. */
    private static final Pattern LISTED = Pattern.compile(
            "[\"`]?([\\w$]+)[\"`]?\\s*(?:in|=\\s*any)\\s*(.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern CAST = Pattern.compile("::[a-z ]+(?:\\(\\d+\\))?(?:\\[\\])?");

    /** A list that becomes another one. */
    record Change(Name table, ValueList before, ValueList after) {

        /** The column as renames of its values name it. */
        Name where() {
            return new Name(table.toString(), before.column());
        }
    }

    ValueList {
        values = List.copyOf(values);
    }

    static Optional<ValueList> of(Constraint constraint) {
        if (!(constraint instanceof Constraint.Check check)) {
            return Optional.empty();
        }
        List<String> values = new ArrayList<>();
        String rest = TEXT.matcher(check.expression()).replaceAll(text -> {
            values.add(text.group(1).replace("''", "'"));
            return "'";
        });
        String bare = CAST.matcher(rest)
                .replaceAll("")
                .replaceAll("[()\\[\\],\\s]+", " ")
                .strip();
        Matcher listed = LISTED.matcher(bare);
        boolean only =
                listed.matches() && listed.group(2).replaceAll("(?i)array", "").matches("[' ]+");
        return only && !values.isEmpty() ? Optional.of(new ValueList(listed.group(1), values)) : Optional.empty();
    }

    static Optional<ValueList> of(Column column) {
        DataType type = column.type();
        if (!type.name().name().equalsIgnoreCase("enum") || type.arguments().isEmpty()) {
            return Optional.empty();
        }
        List<String> values = new ArrayList<>();
        for (String argument : type.arguments()) {
            Matcher text = TEXT.matcher(argument);
            if (!text.matches()) {
                return Optional.empty();
            }
            values.add(text.group(1).replace("''", "'"));
        }
        return Optional.of(new ValueList(column.name(), values));
    }

    /** The lists of a table, those of its checks before those of its columns. */
    static List<ValueList> of(Table table) {
        List<ValueList> lists = new ArrayList<>();
        table.constraints().forEach(constraint -> of(constraint).ifPresent(lists::add));
        table.columns().forEach(column -> of(column).ifPresent(lists::add));
        return lists;
    }

    /** The lists that become others; a column with several lists is none's to guess about. */
    static List<Change> changes(Schema from, Schema to) {
        List<Change> changes = new ArrayList<>();
        for (Table before : from.tables().values()) {
            to.table(before.name())
                    .ifPresent(after -> of(before)
                            .forEach(old -> of(after).stream()
                                    .filter(now -> now.column().equalsIgnoreCase(old.column()) && !now.equals(old))
                                    .forEach(now -> changes.add(new Change(before.name(), old, now)))));
        }
        return changes;
    }
}
