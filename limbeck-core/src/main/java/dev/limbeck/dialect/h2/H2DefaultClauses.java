// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.h2;

import dev.limbeck.schema.ColumnValue;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What H2 lets follow a default: {@code default 5 on update 6 default on null}. A schema has no place for it but the text
 * of the default, where it stands as in {@code create table}.
 *
 * @param sql the default itself; null if there is none
 * @param onUpdate what the column gets in an update that does not name it
 */
record H2DefaultClauses(
        @Nullable String sql, boolean onNull, @Nullable String onUpdate) {
    private static final Pattern CLAUSES = Pattern.compile(
            "(?<sql>.*?)( on update (?<update>.*?))?(?<null> default on null)?",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    static @Nullable ColumnValue with(@Nullable ColumnValue value, boolean onNull, @Nullable String onUpdate) {
        if (!onNull && onUpdate == null) {
            return value;
        }
        String sql = value instanceof ColumnValue.Literal literal
                ? H2Dialect.literalOf(literal.value())
                : value instanceof ColumnValue.Expression expression ? expression.sql() : "null";
        return new ColumnValue.Expression(
                sql + (onUpdate == null ? "" : " on update " + onUpdate) + (onNull ? " default on null" : ""));
    }

    static H2DefaultClauses of(String written) {
        Matcher matcher = CLAUSES.matcher(written);
        if (!matcher.matches()) {
            throw new AssertionError(written);
        }
        boolean onNull = matcher.group("null") != null;
        String onUpdate = matcher.group("update");
        boolean none = (onNull || onUpdate != null) && matcher.group("sql").equalsIgnoreCase("null");
        return new H2DefaultClauses(none ? null : matcher.group("sql"), onNull, onUpdate);
    }

    /** The changes that make a column without a default one with these clauses, each behind {@code alter column}. */
    List<String> changes() {
        List<String> changes = new ArrayList<>();
        if (sql != null) {
            changes.add("set default " + sql);
        }
        if (onNull) {
            changes.add("set default on null");
        }
        if (onUpdate != null) {
            changes.add("set on update " + onUpdate);
        }
        return changes;
    }

    /** The changes that take the clauses behind the default away. */
    List<String> releases() {
        List<String> changes = new ArrayList<>();
        if (onNull) {
            changes.add("drop default on null");
        }
        if (onUpdate != null) {
            changes.add("drop on update");
        }
        return changes;
    }
}
