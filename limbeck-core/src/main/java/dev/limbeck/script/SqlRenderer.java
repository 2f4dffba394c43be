// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Statement;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Name;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Operations as the statements of an SQL migration, in the SQL of one dialect. */
final class SqlRenderer {
    private final Dialect dialect;

    SqlRenderer(Dialect dialect) {
        this.dialect = dialect;
    }

    /**
     * The text of a section: statements with their semicolons, apart by a blank line where another table's begin.
     *
     * @param losses what operations take away for good, in words
     */
    String render(List<Operation> operations, Stage stage, Map<Operation, String> losses) {
        StringBuilder out = new StringBuilder();
        Name table = null;
        for (Operation operation : operations) {
            String marker = "";
            List<Statement> statements;
            if (operation instanceof Operation.Require required) {
                marker = "-- limbeck: " + SqlSections.REQUIRE + " " + required.what() + "\n";
                statements = List.of(Statement.of(required.sql()));
            } else {
                statements = dialect.compile(operation, stage.current());
            }
            if (!out.isEmpty() && !(operation.table() != null && Objects.equals(table, operation.table()))) {
                out.append('\n');
            }
            if (!statements.isEmpty()) {
                parts(operation)
                        .map(losses::get)
                        .filter(Objects::nonNull)
                        .forEach(loss -> out.append("-- Loses data: ")
                                .append(loss.replaceAll("\\s+", " "))
                                .append(".\n"));
            }
            out.append(marker);
            statements.forEach(statement -> out.append(text(statement)));
            table = operation.table();
            stage.apply(operation);
        }
        return out.toString();
    }

    private static Stream<Operation> parts(Operation operation) {
        return operation instanceof Operation.AlterTable batch ? batch.operations().stream() : Stream.of(operation);
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
        return Stream.of(sql + ";", sql + "\n;")
                .filter(text -> dialect.split(text + "\nx").size() == 2)
                .findFirst()
                .orElseGet(() -> dialect.terminated(sql));
    }
}
