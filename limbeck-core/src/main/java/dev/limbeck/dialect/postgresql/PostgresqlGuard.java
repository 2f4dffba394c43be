// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.postgresql;

import dev.limbeck.dialect.ScriptGuard;
import dev.limbeck.dialect.Statement;
import java.util.List;

/** Statements behind a condition: a block whose every statement is executed as a text, so that it may be a query, too. */
final class PostgresqlGuard {
    private PostgresqlGuard() {}

    static String of(String step, String condition, List<Statement> statements) {
        StringBuilder body = new StringBuilder("begin\n  if ").append(condition).append(" then\n");
        for (Statement statement : statements) {
            if (!statement.transactional()) {
                throw ScriptGuard.refuse(
                        statement.sql(),
                        "PostgreSQL runs this outside of a transaction only, and a condition stands in one");
            }
            body.append("    execute ").append(quoted(statement.sql())).append(";\n");
        }
        body.append("  else\n    raise notice '%', ")
                .append(PostgresqlDialect.literalOf("skipped, as it is not its turn: " + step))
                .append(";\n");
        return "do " + quoted(body.append("  end if;\nend\n").toString());
    }

    /** The text between dollars, with a tag that does not occur in it. */
    private static String quoted(String text) {
        String tag = "$limbeck$";
        for (int number = 1; (text + "$").contains(tag); number++) {
            tag = "$limbeck" + number + "$";
        }
        return tag + text + tag;
    }
}
