// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.diff;

import dev.limbeck.schema.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A name of several parts with dots between them, such as {@code schema.table.column}; a part may stand in quotes. */
record NamedPart(List<String> parts) {
    NamedPart {
        parts = List.copyOf(parts);
    }

    static NamedPart parse(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                boolean doubled = quoted && text.startsWith("\"\"", i);
                if (doubled) {
                    part.append('"');
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == '.' && !quoted) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString());
        return new NamedPart(parts);
    }

    /** The whole as the name of a table or type. */
    Optional<Name> whole() {
        return name(parts);
    }

    /** All but the last part as the name of what that belongs to. */
    Optional<Name> owner() {
        return name(parts.subList(0, parts.size() - 1));
    }

    String last() {
        return parts.get(parts.size() - 1);
    }

    private static Optional<Name> name(List<String> parts) {
        if (parts.stream().anyMatch(String::isEmpty)) {
            return Optional.empty();
        }
        return switch (parts.size()) {
            case 1 -> Optional.of(Name.of(parts.get(0)));
            case 2 -> Optional.of(new Name(parts.get(0), parts.get(1)));
            default -> Optional.empty();
        };
    }
}
