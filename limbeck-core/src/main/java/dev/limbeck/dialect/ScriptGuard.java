// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/**
 * Puts statements behind a condition where a script knows no other flow of control: the condition is kept in a variable,
 * and each statement is prepared from a text that is another one where it does not hold.
 */
public final class ScriptGuard {
    private static final Set<SqlSplitter.Option> QUOTES =
            Set.of(SqlSplitter.Option.DOLLAR_QUOTES, SqlSplitter.Option.BACKTICK_QUOTES);

    private ScriptGuard() {}

    /**
     * The variable {@code @limbeck_runs} is set first, to 1 or 0.
     *
     * @param prepared what runs a statement where the variable is 1
     */
    public static List<String> of(
            String condition, List<Statement> statements, Function<String, List<String>> prepared) {
        List<String> guarded = new ArrayList<>();
        guarded.add("set @limbeck_runs = (select case when " + condition + " then 1 else 0 end)");
        statements.forEach(statement -> guarded.addAll(prepared.apply(statement.sql())));
        return guarded;
    }

    /** The first word of a statement, in lower case, comments in front of it apart. */
    public static String firstWord(String sql) {
        SqlLexer lexer = new SqlLexer(sql, QUOTES, ";");
        for (int at = 0; at < sql.length(); ) {
            SqlLexer.Token token = lexer.next(at);
            if (!token.isSpace()) {
                return sql.substring(token.start(), token.end()).toLowerCase(Locale.ROOT);
            }
            at = token.end();
        }
        return "";
    }

    /** Refuses with the statement, the reason and the way out. */
    public static MigrationException refuse(String sql, String reason) {
        return new MigrationException(
                ErrorCode.UNSUPPORTED_CHANGE,
                reason + ":\n" + sql.indent(2)
                        + "Run the migrations with limbeck upgrade, which knows what ran, or write the script without"
                        + " --idempotent, from the revision where the database is: limbeck upgrade START:END --sql.");
    }
}
