// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import dev.limbeck.dialect.Current;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.ScriptStatement;
import dev.limbeck.dialect.Statement;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Operations as the statements of an SQL migration, in the SQL of one dialect. */
final class SqlRenderer {
    private final Dialect dialect;

    SqlRenderer(Dialect dialect) {
        this.dialect = dialect;
    }

    /**
     * The text of a section: statements with their semicolons, apart by a blank line where another table's begin.
     *
     * @param current what the database holds before the first of the operations
     */
    String render(List<Operation> operations, Current current) {
        Replay replay = new Replay(operations, current);
        StringBuilder out = new StringBuilder();
        Name table = null;
        for (int i = 0; i < operations.size(); i++) {
            Operation operation = operations.get(i);
            int before = i;
            List<Statement> statements = dialect.compile(operation, () -> replay.before(before));
            if (!out.isEmpty() && !(operation.table() != null && Objects.equals(table, operation.table()))) {
                out.append('\n');
            }
            statements.forEach(statement -> out.append(text(statement)));
            table = operation.table();
        }
        return out.toString();
    }

    private String text(Statement statement) {
        String marker = statement.transactional() ? "" : "-- limbeck: " + SqlSections.NO_TRANSACTION + "\n";
        return marker + closed(statement.withLiterals(dialect).strip()) + "\n";
    }

    /** The semicolon goes on a line of its own where it would fall into a comment. */
    private String closed(String sql) {
        if (sql.endsWith(";")) {
            return sql;
        }
        List<ScriptStatement> read = dialect.split(sql + ";\nx");
        return read.size() == 2 ? sql + ";" : sql + "\n;";
    }

    /** The schema before each of some operations, as far as anyone asks. */
    private static final class Replay {
        private final List<Operation> operations;
        private final Current start;
        private @Nullable Schema schema;
        private int applied;

        private Replay(List<Operation> operations, Current start) {
            this.operations = new ArrayList<>(operations);
            this.start = start;
        }

        private Schema before(int index) {
            Schema reached = schema == null ? start.schema() : schema;
            while (applied < index) {
                reached = operations.get(applied).apply(reached);
                applied++;
            }
            schema = reached;
            return reached;
        }
    }
}
