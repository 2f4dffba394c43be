// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The items of a {@code create table} with the blanks and comments around them, which are put together anew after some
 * were changed, left out and added.
 *
 * <p>A comment belongs to the item on whose line it ends, before it or behind its comma, and to the next one otherwise.
 */
final class SqlitePieces {

    /** An item; {@code lead} stands in front of it, {@code tail} before its comma, {@code trail} behind that. */
    record Piece(String lead, String body, String tail, String trail) {
        Piece withBody(String newBody) {
            return new Piece(lead, newBody, tail, trail);
        }
    }

    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?(?:\\*/|\\z)|--[^\\n]*");
    /** Blanks and comments up to the end of the line. */
    private static final Pattern LINE = Pattern.compile("(?s)(?:[^\\S\\n]|/\\*.*?(?:\\*/|\\z)|--[^\\n]*)*+");

    private final String opening;
    private final List<Piece> pieces = new ArrayList<>();
    private final String closing;

    private SqlitePieces(String opening, String closing) {
        this.opening = opening;
        this.closing = closing;
    }

    /** The pieces in the order of the layout's items. */
    static SqlitePieces of(SqliteLayout layout) {
        String sql = layout.sql();
        List<SqliteLayout.Item> items = layout.items();
        int last = items.size() - 1;
        String tail = sql.substring(items.get(last).range().end(), layout.close());
        String closing = tail.substring(endOfLine(tail));
        String first = sql.substring(layout.open() + 1, items.get(0).range().start());
        SqlitePieces pieces = new SqlitePieces(sameLine(first), closing);
        String lead = first.substring(pieces.opening.length());
        for (int i = 0; i <= last; i++) {
            SqliteLayout.Item item = items.get(i);
            String between = i == last
                    ? ""
                    : sql.substring(item.next() + 1, items.get(i + 1).range().start());
            String behindComma = sameLine(between);
            pieces.pieces.add(new Piece(
                    lead,
                    sql.substring(item.range().start(), item.range().end()),
                    i == last
                            ? tail.substring(0, tail.length() - closing.length())
                            : sql.substring(item.range().end(), item.next()),
                    behindComma));
            lead = between.substring(behindComma.length());
        }
        return pieces;
    }

    /** The comments that the line goes on with; empty if the next item stands on it, too. */
    private static String sameLine(String between) {
        int end = endOfLine(between);
        return end == between.length() || between.substring(0, end).isBlank() ? "" : between.substring(0, end);
    }

    private static int endOfLine(String blanks) {
        Matcher line = LINE.matcher(blanks);
        return line.lookingAt() ? line.end() : 0;
    }

    Piece get(int place) {
        return pieces.get(place);
    }

    /** An item that was not there, set off as those are that were. */
    Piece added(String body) {
        String like = pieces.get(pieces.size() - 1).lead();
        return new Piece(like.isBlank() && !like.isEmpty() ? like : like.contains("\n") ? "\n    " : " ", body, "", "");
    }

    /** The pieces within the table's parentheses. */
    String join(List<Piece> wanted) {
        StringBuilder text = new StringBuilder("(").append(opening);
        String before = opening;
        for (int i = 0; i < wanted.size(); i++) {
            Piece piece = wanted.get(i);
            boolean blank = i == 0 && piece.lead().isBlank() && !piece.lead().contains("\n");
            String comma = i < wanted.size() - 1 ? "," : "";
            text.append(behind(before, blank ? "" : piece.lead())).append(piece.body());
            text.append(isOpen(piece.tail()) ? comma + piece.tail() : piece.tail() + comma)
                    .append(behind(piece.tail(), piece.trail()));
            before = piece.tail() + piece.trail();
        }
        return text.append(behind(before, closing + ")")).toString();
    }

    /** What must not fall into a comment before it that reaches to the end of the line. */
    private static String behind(String comments, String text) {
        return isOpen(comments) && !text.isEmpty() && !text.startsWith("\n") ? "\n" + text : text;
    }

    private static boolean isOpen(String comments) {
        boolean open = false;
        Matcher comment = COMMENT.matcher(comments);
        while (comment.find()) {
            open = comment.group().startsWith("--") && comment.end() == comments.length();
        }
        return open;
    }
}
