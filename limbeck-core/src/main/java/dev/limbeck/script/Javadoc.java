// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text in a Javadoc comment: written so that no compiler trips over it, and read back as it was. */
final class Javadoc {
    private static final int WIDTH = 116;
    private static final Pattern STAR = Pattern.compile("^\\s*\\*? ?");
    private static final Pattern BLOCK_TAG = Pattern.compile("@[a-z].*");
    private static final Pattern INLINE_TAG = Pattern.compile("\\{@(?:code|literal|link|linkplain)\\s++([^}]*+)}");

    private Javadoc() {}

    /** The plain text of a comment's inside, up to its first block tag; one period at the end of it is left off. */
    static String read(String inside) {
        List<String> lines = new ArrayList<>();
        for (String raw : inside.lines().toList()) {
            String line = STAR.matcher(raw).replaceFirst("").strip();
            if (BLOCK_TAG.matcher(line).matches()) {
                break;
            }
            lines.add(line.startsWith("<p>") ? line.substring("<p>".length()).strip() : line);
        }
        return withoutPeriod(unescape(INLINE_TAG
                .matcher(String.join("\n", lines).strip())
                .replaceAll(match -> Matcher.quoteReplacement(match.group(1)))));
    }

    /** The message of a revision as the comment of its class, with a line end; nothing for no message. */
    static String write(String message) {
        String text = message.strip();
        if (text.isEmpty()) {
            return "";
        }
        List<String> paragraphs = new ArrayList<>();
        for (String paragraph : text.split("\\R\\s*\\R", -1)) {
            paragraphs.add(escape(String.join(" ", paragraph.strip().split("\\s+", -1))));
        }
        String first = withPeriod(paragraphs.get(0));
        if (paragraphs.size() == 1 && first.length() + "/**  */".length() <= WIDTH + " * ".length()) {
            return "/** " + first + " */\n";
        }
        StringBuilder comment = new StringBuilder("/**\n");
        append(comment, first);
        for (String paragraph : paragraphs.subList(1, paragraphs.size())) {
            comment.append(" *\n");
            append(comment, "<p>" + paragraph);
        }
        return comment.append(" */\n").toString();
    }

    private static void append(StringBuilder comment, String paragraph) {
        for (String line : Lines.wrap(paragraph, WIDTH)) {
            comment.append(" * ").append(line).append('\n');
        }
    }

    private static String withPeriod(String sentence) {
        return sentence.matches("(?s).*[.!?…:;]") ? sentence : sentence + ".";
    }

    private static String withoutPeriod(String text) {
        String[] paragraphs = text.split("(?=\\n\\s*\\n)", 2);
        String first = paragraphs[0];
        if (first.endsWith(".") && !first.endsWith("..")) {
            first = first.substring(0, first.length() - 1);
        }
        return paragraphs.length == 1 ? first : first + paragraphs[1];
    }

    /** A backslash is escaped because a unicode escape is one even in a comment; an at sign, because it makes a tag;
     * a star, because it may begin or end a line. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\\", "&#92;")
                .replace("@", "&#64;")
                .replace("*", "&#42;");
    }

    private static String unescape(String text) {
        return text.replace("&#42;", "*")
                .replace("&#64;", "@")
                .replace("&#92;", "\\")
                .replace("&gt;", ">")
                .replace("&lt;", "<")
                .replace("&amp;", "&");
    }
}
