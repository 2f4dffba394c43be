// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.operation.Operation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The text of an SQL revision, made from a template. */
final class SqlSource {
    private static final int WIDTH = 119;
    private static final String UPGRADE = "upgrade";
    private static final String DOWNGRADE = "downgrade";
    private static final String DOWNGRADE_SECTION = "downgrade-section";

    private final NewRevision revision;
    private final SqlRenderer renderer;

    private SqlSource(NewRevision revision, Dialect dialect) {
        this.revision = revision;
        this.renderer = new SqlRenderer(dialect);
    }

    static String of(NewRevision revision, SourceTemplate template, Dialect dialect, Stage stage) {
        SqlSource source = new SqlSource(revision, dialect);
        Set<String> needed = new HashSet<>(Set.of(UPGRADE));
        // A section without statements would be a way back that does nothing.
        needed.add(source.refusal().isPresent() ? DOWNGRADE_SECTION : DOWNGRADE);
        if (!revision.remarks().isEmpty()) {
            needed.add("remarks");
        }
        return template.render(source.fillings(stage), needed);
    }

    private Map<String, SourceTemplate.Filling> fillings(Stage stage) {
        Map<String, SourceTemplate.Filling> fillings = new LinkedHashMap<>();
        // The stage goes along with the operations, so the way up is rendered before the way down.
        List<String> upgrade = section(revision.upgrade(), stage, revision.losses());
        List<String> downgrade = refusal().isPresent() ? List.of() : section(revision.downgrade(), stage, Map.of());
        fillings.put("header", column -> header());
        fillings.put("upgrade-section", column -> List.of(marker(SqlSections.UPGRADE)));
        fillings.put("remarks", column -> wrap(revision.remarks(), column));
        fillings.put(UPGRADE, column -> atStart(UPGRADE, upgrade, column));
        fillings.put(DOWNGRADE_SECTION, column -> downgradeSection());
        fillings.put(DOWNGRADE, column -> atStart(DOWNGRADE, downgrade, column));
        fillings.put("message", column -> message());
        fillings.put("id", column -> List.of(revision.id()));
        fillings.put("parents", column -> List.of(String.join(", ", revision.downRevisions())));
        fillings.put("branch-labels", column -> list(revision.labels()));
        fillings.put("depends-on", column -> list(revision.dependsOn()));
        fillings.put("created-at", column -> List.of(revision.created()));
        return fillings;
    }

    /** What stood before it would go into texts that reach over several lines. */
    private static List<String> atStart(String name, List<String> lines, int column) {
        if (column > 0) {
            throw new MigrationException(
                    ErrorCode.CONFIG_BAD_VALUE,
                    "limbeck.sql-template: ${" + name
                            + "} has something before it on its line. Put it at the line's start."
                            + " No file was written.");
        }
        return lines;
    }

    private static List<String> list(List<String> names) {
        return names.isEmpty() ? List.of() : List.of(String.join(", ", names));
    }

    private List<String> message() {
        String message = revision.message().strip();
        return message.isEmpty()
                ? List.of()
                : message.lines().map(String::strip).toList();
    }

    private List<String> header() {
        List<String> lines = new ArrayList<>();
        message().forEach(line -> lines.add(("-- " + line).strip()));
        if (!lines.isEmpty()) {
            lines.add("--");
        }
        lines.add(field(SqlHeader.ID, revision.id()));
        lines.add(field(SqlHeader.PARENTS, String.join(", ", revision.downRevisions())));
        lines.add(field(SqlHeader.CREATED, revision.created()));
        list(revision.labels()).forEach(labels -> lines.add(field(SqlHeader.LABELS, labels)));
        list(revision.dependsOn()).forEach(ids -> lines.add(field(SqlHeader.DEPENDS, ids)));
        return lines;
    }

    private static String field(String name, String value) {
        return ("-- " + name + ": " + value).strip();
    }

    private static String marker(String section) {
        return "-- limbeck: " + section;
    }

    private static List<String> wrap(List<String> sentences, int column) {
        return sentences.stream()
                .flatMap(sentence -> Lines.wrap(sentence, WIDTH - column).stream())
                .toList();
    }

    private List<String> downgradeSection() {
        return refusal()
                .map(refusal -> "There is no way back, and so no section for it: " + refusal.reason())
                .map(sentence -> wrap(List.of(sentence), "-- ".length()).stream()
                        .map(line -> "-- " + line)
                        .toList())
                .orElseGet(() -> List.of(marker(SqlSections.DOWNGRADE)));
    }

    private List<String> section(List<Operation> operations, Stage stage, Map<Operation, String> losses) {
        String text = operations.isEmpty() ? "-- nothing to do\n" : renderer.render(operations, stage, losses);
        return List.of(text.substring(0, text.length() - 1).split("\n", -1));
    }

    /** A downgrade that refuses is said by leaving its section out. */
    private Optional<Operation.Irreversible> refusal() {
        return revision.downgrade().stream()
                .filter(Operation.Irreversible.class::isInstance)
                .map(Operation.Irreversible.class::cast)
                .findFirst();
    }
}
