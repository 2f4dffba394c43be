// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import java.util.ArrayList;
import java.util.List;

/** Text in lines. */
final class TextLines {
    private TextLines() {}

    /** The words in lines of at most the given width, where no single word is longer. */
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
