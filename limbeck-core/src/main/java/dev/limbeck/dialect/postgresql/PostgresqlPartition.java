// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.postgresql;

import dev.limbeck.schema.Name;
import dev.limbeck.schema.Table;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The table that a partition belongs to, and which rows it takes.
 *
 * @param bound from {@code for values} on, or {@code default}
 */
record PostgresqlPartition(Name of, String bound) {
    private static final Pattern TEXT = Pattern.compile(
            "\\s*(?<table>.+?)\\s+(?<bound>for\\s+values\\s.*|default)\\s*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Reads the option of a table; none where it is not a partition. */
    static Optional<PostgresqlPartition> of(Table table) {
        return Optional.ofNullable(table.options().get(PostgresqlTableSql.PARTITION_OF))
                .flatMap(PostgresqlPartition::parse);
    }

    /** Reads {@code events for values from (1) to (2)}; none where it is something else. */
    static Optional<PostgresqlPartition> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new PostgresqlPartition(Name.parse(matcher.group("table")), matcher.group("bound")))
                : Optional.empty();
    }
}
