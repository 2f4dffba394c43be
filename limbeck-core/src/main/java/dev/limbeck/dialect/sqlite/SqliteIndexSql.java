// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.sqlite;

import dev.limbeck.schema.Index;
import java.util.Collection;
import java.util.List;

/** Reads {@code create index} by the grammar of {@code https://sqlite.org/lang_createindex.html}. */
final class SqliteIndexSql {
    private SqliteIndexSql() {}

    /** The index that the text defines on a table with the given columns. */
    static Index parse(String name, String sql, Collection<String> columns) {
        SqliteTokens tokens = new SqliteTokens(sql);
        tokens.expect("create");
        boolean unique = tokens.accept("unique");
        tokens.expect("index");
        while (!tokens.accept("on")) {
            tokens.next();
        }
        tokens.name();
        List<Index.Part> parts =
                tokens.items().stream().map(item -> part(item, columns)).toList();
        Index index = Index.of(name, parts).withUnique(unique);
        if (tokens.atEnd()) {
            return index;
        }
        tokens.expect("where");
        return index.withWhere(SqliteToken.join(tokens.rest()));
    }

    private static Index.Part part(List<SqliteToken> item, Collection<String> columns) {
        List<SqliteToken> rest = item;
        boolean descending = last(rest).is("desc");
        if (descending || last(rest).is("asc")) {
            rest = rest.subList(0, rest.size() - 1);
        }
        String collation = null;
        if (rest.size() > 2 && rest.get(rest.size() - 2).is("collate")) {
            collation = last(rest).value();
            rest = rest.subList(0, rest.size() - 2);
        }
        rest = SqliteToken.unwrap(rest);
        String text = SqliteToken.join(rest);
        boolean expression = true;
        if (rest.size() == 1 && rest.get(0).kind() != SqliteToken.Kind.NUMBER) {
            text = SqliteNames.spelled(rest.get(0).value(), columns);
            expression = !columns.contains(text);
        }
        return new Index.Part(
                expression ? SqliteToken.join(rest) : text, expression, descending, null, null, collation);
    }

    private static SqliteToken last(List<SqliteToken> tokens) {
        return tokens.get(tokens.size() - 1);
    }
}
