// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads nested keys with plain values from YAML, as application settings are written, and passes over all else: lists,
 * blocks of text, anchors, flow maps. Each document is a map of dotted keys.
 */
final class SimpleYaml {
    private final List<Map<String, String>> documents = new ArrayList<>();
    private final Deque<Level> levels = new ArrayDeque<>();
    private Map<String, String> document = new LinkedHashMap<>();

    private SimpleYaml() {}

    private record Level(int indent, String key) {}

    static List<Map<String, String>> documents(String text) {
        SimpleYaml yaml = new SimpleYaml();
        yaml.read(text);
        return yaml.documents;
    }

    private void read(String text) {
        text.lines().forEach(this::line);
        documents.add(document);
    }

    private void line(String line) {
        String content = line.strip();
        if (line.startsWith("---")) {
            documents.add(document);
            document = new LinkedHashMap<>();
            levels.clear();
        } else if (!content.isEmpty() && !content.startsWith("#") && !content.startsWith("-")) {
            int colon = colon(content);
            if (colon > 0) {
                entry(
                        line.indexOf(content),
                        unquote(content.substring(0, colon).strip()),
                        content.substring(colon + 1));
            }
        }
    }

    /** The colon that ends a key is followed by a space or nothing; those of a URL are not. */
    private static int colon(String content) {
        for (int i = 0; i < content.length(); i++) {
            if (content.charAt(i) == ':' && (i + 1 == content.length() || content.charAt(i + 1) == ' ')) {
                return i;
            }
        }
        return -1;
    }

    private void entry(int indent, String key, String rest) {
        while (!levels.isEmpty() && levels.peek().indent() >= indent) {
            levels.pop();
        }
        levels.push(new Level(indent, key));
        String value = value(rest.strip());
        if (!value.isEmpty()) {
            document.put(path(), value);
        }
    }

    private String path() {
        List<String> keys = new ArrayList<>();
        for (Iterator<Level> outermost = levels.descendingIterator(); outermost.hasNext(); ) {
            keys.add(outermost.next().key());
        }
        return String.join(".", keys);
    }

    private static String value(String text) {
        if (text.startsWith("'") || text.startsWith("\"")) {
            return unquote(text);
        }
        int comment = text.startsWith("#") ? 0 : text.indexOf(" #");
        String plain = comment < 0 ? text : text.substring(0, comment).strip();
        boolean block = plain.startsWith("|") || plain.startsWith(">") || plain.startsWith("&");
        return block || plain.startsWith("{") || plain.startsWith("[") ? "" : plain;
    }

    private static String unquote(String text) {
        char quote = text.isEmpty() ? ' ' : text.charAt(0);
        int end = text.lastIndexOf(quote);
        return (quote == '\'' || quote == '"') && end > 0 ? text.substring(1, end) : text;
    }
}
