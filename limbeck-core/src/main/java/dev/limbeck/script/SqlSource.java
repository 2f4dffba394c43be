// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.operation.Operation;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The text of an SQL revision. */
final class SqlSource {
    private static final int WIDTH = 116;

    private final NewRevision revision;
    private final SqlRenderer renderer;
    private final StringBuilder out = new StringBuilder();

    private SqlSource(NewRevision revision, Dialect dialect) {
        this.revision = revision;
        this.renderer = new SqlRenderer(dialect);
    }

    static String of(NewRevision revision, Dialect dialect, Stage stage) {
        return new SqlSource(revision, dialect).write(stage);
    }

    private String write(Stage stage) {
        header();
        out.append("\n-- limbeck: ").append(SqlSections.UPGRADE).append('\n');
        comment(revision.remarks());
        section(revision.upgrade(), stage);
        out.append('\n');
        Optional<Operation.Irreversible> refusal = refusal();
        if (refusal.isPresent()) {
            comment(List.of("There is no way back, and so no section for it: "
                    + refusal.get().reason()));
        } else {
            out.append("-- limbeck: ").append(SqlSections.DOWNGRADE).append('\n');
            section(revision.downgrade(), stage);
        }
        return out.toString();
    }

    private void header() {
        String message = revision.message().strip();
        if (!message.isEmpty()) {
            message.lines()
                    .forEach(line -> out.append(("-- " + line.strip()).strip()).append('\n'));
            out.append("--\n");
        }
        field(SqlHeader.ID, revision.id());
        field(SqlHeader.PARENTS, String.join(", ", revision.downRevisions()));
        field(
                SqlHeader.CREATED,
                revision.createdAt().truncatedTo(ChronoUnit.SECONDS).toString());
        if (!revision.labels().isEmpty()) {
            field(SqlHeader.LABELS, String.join(", ", revision.labels()));
        }
        if (!revision.dependsOn().isEmpty()) {
            field(SqlHeader.DEPENDS, String.join(", ", revision.dependsOn()));
        }
    }

    private void field(String name, String value) {
        out.append(("-- " + name + ": " + value).strip()).append('\n');
    }

    private void comment(List<String> sentences) {
        for (String sentence : sentences) {
            Lines.wrap(sentence, WIDTH)
                    .forEach(line -> out.append("-- ").append(line).append('\n'));
        }
    }

    private void section(List<Operation> operations, Stage stage) {
        out.append(operations.isEmpty() ? "-- nothing to do\n" : renderer.render(operations, stage));
    }

    /** A downgrade that refuses is said by leaving its section out. */
    private Optional<Operation.Irreversible> refusal() {
        return revision.downgrade().stream()
                .filter(Operation.Irreversible.class::isInstance)
                .map(Operation.Irreversible.class::cast)
                .findFirst();
    }
}
