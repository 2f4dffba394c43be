// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values as they stand in Java source. */
final class JavaLiteral {
    private static final Map<Integer, String> SHORT_ESCAPES =
            Map.of((int) '\\', "\\\\", (int) '\n', "\\n", (int) '\t', "\\t", (int) '\r', "\\r");

    private static final Pattern THREE_QUOTES = Pattern.compile("\"{3,}");

    private JavaLiteral() {}

    /** Null, a String, a Boolean or a Number, of exactly the type it has. */
    static JavaCode of(@Nullable Object value) {
        if (value == null || value instanceof Boolean || value instanceof Integer) {
            return new JavaCode.Word(String.valueOf(value));
        }
        if (value instanceof String text) {
            return text(text);
        }
        if (value instanceof Long) {
            return new JavaCode.Word(value + "L");
        }
        if (value instanceof Short) {
            return new JavaCode.Word("(short) " + value);
        }
        if (value instanceof Byte) {
            return new JavaCode.Word("(byte) " + value);
        }
        if (value instanceof BigDecimal || value instanceof BigInteger) {
            return JavaCode.Call.of("new " + value.getClass().getSimpleName(), new JavaCode.Text(value.toString()));
        }
        if (value instanceof Double number) {
            return Double.isFinite(number)
                    ? new JavaCode.Word(number.toString())
                    : JavaCode.Call.of("Double.valueOf", new JavaCode.Text(number.toString()));
        }
        if (value instanceof Float number) {
            return Float.isFinite(number)
                    ? new JavaCode.Word(number + "f")
                    : JavaCode.Call.of("Float.valueOf", new JavaCode.Text(number.toString()));
        }
        throw new IllegalArgumentException("a value of " + value.getClass() + " cannot be written as Java source");
    }

    /** A whole number for a parameter of type long. */
    static JavaCode number(long value) {
        return new JavaCode.Word(value == (int) value ? String.valueOf(value) : value + "L");
    }

    /** A text; one of several lines is a text block. */
    static JavaCode text(String value) {
        return value.indexOf('\n') >= 0 && value.chars().allMatch(JavaLiteral::isPlainInBlock)
                ? new JavaCode.TextBlock(value)
                : new JavaCode.Text(value);
    }

    /** Other blanks than these would be stripped from the end of a line, with no escape that prevents it. */
    private static boolean isPlainInBlock(int character) {
        return character == '\n' || character == '\t' || isPlain(character);
    }

    private static boolean isPlain(int character) {
        if (character == ' ') {
            return true;
        }
        int type = Character.getType(character);
        return !Character.isISOControl(character)
                && !Character.isWhitespace(character)
                && !Character.isSpaceChar(character)
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.UNASSIGNED;
    }

    static String quoted(String value) {
        StringBuilder out = new StringBuilder("\"");
        value.codePoints().forEach(character -> out.append(escape(character, "\"")));
        return out.append('"').toString();
    }

    private static String escape(int character, String quotes) {
        String known = SHORT_ESCAPES.get(character);
        if (known != null) {
            return known;
        }
        if (quotes.indexOf(character) >= 0) {
            return "\\" + (char) character;
        }
        if (isPlain(character)) {
            return Character.toString(character);
        }
        if (character < 0x20) {
            // An octal escape, because a unicode escape of a line end would end the line of the source.
            return String.format(Locale.ROOT, "\\%03o", character);
        }
        StringBuilder escaped = new StringBuilder();
        for (char unit : Character.toChars(character)) {
            escaped.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
        }
        return escaped.toString();
    }

    /**
     * The lines of a text block, from behind its opening quotes to its closing ones, without indentation. Where every
     * line is indented, the closing quotes stand on a line of their own and so say where the indentation begins.
     */
    static List<String> blockLines(String value) {
        List<String> lines = new ArrayList<>();
        for (String line : value.split("\n", -1)) {
            lines.add(blockLine(line));
        }
        int last = lines.size() - 1;
        if (lines.get(last).isEmpty()) {
            lines.set(last, "\"\"\"");
        } else if (lines.stream().anyMatch(line -> !line.isEmpty() && line.charAt(0) != ' ')) {
            String line = lines.get(last);
            boolean quote = line.endsWith("\"");
            lines.set(last, (quote ? line.substring(0, line.length() - 1) + "\\\"" : line) + "\"\"\"");
        } else {
            lines.set(last, lines.get(last) + "\\");
            lines.add("\"\"\"");
        }
        return lines;
    }

    /** Three quotes in a row would close the block; a blank at the end would be stripped. */
    private static String blockLine(String line) {
        StringBuilder out = new StringBuilder();
        line.codePoints().forEach(character -> out.append(escape(character, "")));
        String escaped = THREE_QUOTES
                .matcher(out)
                .replaceAll(quotes -> "\\\\\"".repeat(quotes.group().length()));
        return escaped.endsWith(" ") ? escaped.substring(0, escaped.length() - 1) + "\\s" : escaped;
    }
}
