// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import java.util.TreeMap;

/** Changes of some places of a text; everything between them stays as it is. */
final class TextEdits {
    private final TreeMap<Integer, Edit> edits = new TreeMap<>();

    private record Edit(int end, String replacement) {}

    void replace(int start, int end, String replacement) {
        edits.put(start, new Edit(end, replacement));
    }

    String apply(String text) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (var entry : edits.entrySet()) {
            out.append(text, at, entry.getKey()).append(entry.getValue().replacement());
            at = entry.getValue().end();
        }
        return out.append(text, at, text.length()).toString();
    }
}
