// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import java.util.List;
import java.util.Set;

/**
 * One statement of SQL, without its closing semicolon.
 *
 * @param transactional false for one that the database runs outside of a transaction only
 */
public record Statement(String sql, List<Object> parameters, boolean transactional) {

    /** What may be a quote in one database or another, for a text of which the database does not matter. */
    static final Set<SqlSplitter.Option> QUOTES =
            Set.of(SqlSplitter.Option.DOLLAR_QUOTES, SqlSplitter.Option.E_STRINGS, SqlSplitter.Option.BACKTICK_QUOTES);

    public Statement {
        parameters = List.copyOf(parameters);
    }

    public static Statement of(String sql) {
        return new Statement(sql, List.of(), true);
    }

    /** The statement with its parameters written into it, for a file. */
    public String withLiterals(Dialect dialect) {
        if (parameters.isEmpty()) {
            return sql;
        }
        StringBuilder out = new StringBuilder();
        SqlLexer lexer = new SqlLexer(sql, QUOTES, ";");
        int next = 0;
        for (int at = 0; at < sql.length(); ) {
            SqlLexer.Token token = lexer.next(at);
            boolean placeholder = token.kind() == SqlLexer.Kind.SYMBOL && sql.charAt(at) == '?';
            if (placeholder && sql.startsWith("??", at)) {
                // How JDBC writes a question mark that is an operator.
                out.append('?');
                at += 2;
                continue;
            }
            out.append(
                    placeholder && next < parameters.size()
                            ? dialect.literal(parameters.get(next))
                            : sql.substring(at, token.end()));
            next += placeholder ? 1 : 0;
            at = token.end();
        }
        if (next != parameters.size()) {
            throw new MigrationException(
                    ErrorCode.SCRIPT_FAILED,
                    "The statement has " + next + " placeholders but " + parameters.size()
                            + " parameters; give one for each question mark: " + sql);
        }
        return out.toString();
    }

    public Statement outsideTransaction() {
        return new Statement(sql, parameters, false);
    }
}
