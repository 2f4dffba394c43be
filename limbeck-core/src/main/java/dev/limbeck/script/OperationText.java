// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.operation.Operation;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Operations as a revision says them, without the file around them. */
public final class OperationText {
    private OperationText() {}

    /**
     * The statements, each on lines of its own.
     *
     * @param stage that stands where the first operation finds the database; used only for SQL
     */
    public static String of(List<Operation> operations, Language language, Dialect dialect, Stage stage) {
        return language == Language.SQL
                ? new SqlRenderer(dialect).render(operations, stage, Map.of())
                : inJava(operations);
    }

    /** The statements as a Java revision says them. */
    public static String inJava(List<Operation> operations) {
        return JavaSource.statements(JavaRenderer.render(operations, Map.of()), 0).stream()
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }
}
