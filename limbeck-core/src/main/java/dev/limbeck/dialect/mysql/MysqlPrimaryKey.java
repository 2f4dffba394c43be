// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.mysql;

import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Index;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * A primary key as the index that it is here. What the index has and other databases' keys have not is an option of the
 * key: {@code desc(id)} for a column that it sorts downwards, {@code length(name)} for one of which it has the beginning
 * only, {@code using} for its method, and its comment.
 */
final class MysqlPrimaryKey {
    static final String NAME = "PRIMARY";

    private static final String DESCENDING = "desc(";
    private static final String LENGTH = "length(";
    private static final String USING = "using";

    private MysqlPrimaryKey() {}

    static Constraint.PrimaryKey of(Index index) {
        List<String> columns = new ArrayList<>();
        Map<String, String> options = new LinkedHashMap<>();
        for (Index.Part part : index.parts()) {
            Matcher beginning = MysqlIndexSql.PREFIX.matcher(part.text());
            boolean isBeginning = part.expression() && beginning.matches();
            String column = isBeginning ? MysqlDialect.unquoted(beginning.group("column")) : part.text();
            columns.add(column);
            if (isBeginning) {
                options.put(of(LENGTH, column), beginning.group("length"));
            }
            if (part.descending()) {
                options.put(of(DESCENDING, column), MysqlIndexSql.SET);
            }
        }
        if (index.method() != null) {
            options.put(USING, index.method());
        }
        options.putAll(index.options());
        return new Constraint.PrimaryKey(null, columns).withOptions(options);
    }

    static Index index(Constraint.PrimaryKey key) {
        Map<String, String> rest = new LinkedHashMap<>(key.options());
        List<Index.Part> parts = new ArrayList<>();
        for (String column : key.columns()) {
            String length = rest.remove(of(LENGTH, column));
            Index.Part part = length == null ? Index.Part.column(column) : MysqlIndexSql.beginning(column, length);
            parts.add(rest.remove(of(DESCENDING, column)) == null ? part : part.desc());
        }
        String method = rest.remove(USING);
        return Index.of(NAME, parts).withUnique(true).withMethod(method).withOptions(rest);
    }

    /** An option that no primary key has. */
    static Optional<String> unknownOption(Constraint.PrimaryKey key) {
        return index(key).options().keySet().stream()
                .filter(option -> !option.equals(MysqlIndexSql.COMMENT))
                .findFirst();
    }

    private static String of(String option, String column) {
        return option + column + ")";
    }
}
