// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.sqlite;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Table;
import java.util.Set;

/** What a table must be to become strict, or to be so no longer, by {@code https://sqlite.org/stricttables.html}. */
final class SqliteStrict {
    private static final Set<String> TYPES = Set.of("int", "integer", "real", "text", "blob", "any");

    private SqliteStrict() {}

    static void refuse(Table before, Table after) {
        boolean strict = after.options().containsKey(SqliteTableSql.STRICT);
        boolean wasStrict = before.options().containsKey(SqliteTableSql.STRICT);
        for (Column column : after.columns()) {
            String type = column.type().toString();
            if (strict && !TYPES.contains(type)) {
                throw refused(
                        after,
                        "a strict table knows the types int, integer, real, text, blob and any, and its column "
                                + column.name() + " is of type " + type
                                + "; alter the type in the same batchAlterTable");
            }
            if (wasStrict && !strict && type.equals("any")) {
                throw refused(
                        after,
                        "without strict, its column " + column.name()
                                + " of type any would make numbers of texts such as '007';"
                                + " alter the type in the same batchAlterTable, to blob for one that changes no value");
            }
        }
    }

    private static MigrationException refused(Table table, String reason) {
        return new MigrationException(
                ErrorCode.UNSUPPORTED_CHANGE, "Table " + table.name() + " cannot be rebuilt: " + reason + ".");
    }
}
