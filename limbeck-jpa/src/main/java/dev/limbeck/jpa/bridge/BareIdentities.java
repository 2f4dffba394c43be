// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.jpa.bridge;

import java.sql.Types;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.boot.Metadata;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;

/**
 * Gives identity columns back the words that Hibernate takes from them. It leaves those words out where the statement
 * has them already, meaning in the column's own definition, but looks at all columns before it too. SQLite's only word is
 * {@code integer}: after any other integer column the key is declared without a type, is then not the rowid, and numbers
 * nothing.
 */
final class BareIdentities {
    private BareIdentities() {}

    static List<String> complete(List<String> statements, Metadata metadata) {
        Dialect dialect = metadata.getDatabase().getDialect();
        if (dialect.getIdentityColumnSupport().hasDataTypeInIdentityColumn()) {
            return statements;
        }
        List<Table> tables = MetadataKeys.tables(metadata)
                .filter(table -> table.hasPrimaryKey()
                        && table.getPrimaryKey().getColumns().size() == 1)
                .toList();
        return statements.stream()
                .map(statement -> complete(statement, tables, dialect))
                .toList();
    }

    private static String complete(String statement, List<Table> tables, Dialect dialect) {
        for (Table table : tables) {
            Column key = table.getPrimaryKey().getColumns().get(0);
            int end = endOfBareKey(statement, table.getQuotedName(dialect), key.getQuotedName(dialect));
            if (end > 0) {
                Integer type = key.getSqlTypeCode();
                String words =
                        dialect.getIdentityColumnSupport().getIdentityColumnString(type == null ? Types.BIGINT : type);
                return statement.substring(0, end) + " " + words + statement.substring(end);
            }
        }
        return statement;
    }

    /** Where the key's definition ends in the statement if that creates the table and the key is a name only, else 0. */
    private static int endOfBareKey(String statement, String table, String key) {
        Matcher definition = Pattern.compile("create table (?:\\S+\\.)?" + Pattern.quote(table) + " \\((?:.*?, )??"
                        + Pattern.quote(key) + "(?=, .*primary key \\()")
                .matcher(statement);
        return definition.lookingAt() ? definition.end() : 0;
    }
}
