// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.jpa;

import dev.limbeck.diff.Rename;
import dev.limbeck.schema.Name;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the entities say was called otherwise before, as the bridge read it. */
final class MetadataRenames {
    private final AnswerIdentifiers identifiers;

    MetadataRenames(AnswerIdentifiers identifiers) {
        this.identifiers = identifiers;
    }

    /** In the order in which the entities say them, without those that are none to this database. */
    List<Rename> renames(Map<String, Object> answer) {
        return AnswerIdentifiers.maps(answer.get("renames")).stream()
                .flatMap(this::rename)
                .distinct()
                .toList();
    }

    private Stream<Rename> rename(Map<?, ?> rename) {
        Name table = identifiers.table(rename.get("table"));
        String from = identifiers.name(rename.get("from"));
        String to = identifiers.name(rename.get("to"));
        if (from.equals(to)) {
            return Stream.empty();
        }
        return Stream.of(
                switch (String.valueOf(rename.get("kind"))) {
                    case "table" -> Rename.table(table.withName(from), to);
                    case "column" -> Rename.column(table, from, to);
                    case "value" -> Rename.enumValue(table, from, to);
                    default -> throw new IllegalArgumentException("not a rename: " + rename);
                });
    }
}
