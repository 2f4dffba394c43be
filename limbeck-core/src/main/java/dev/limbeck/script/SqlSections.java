// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The upgrade and the downgrade of an SQL file, told apart by its {@code -- limbeck:} markers.
 *
 * @param takesArguments whether a marker before the first section says that <code>${x:KEY}</code> is a placeholder
 */
record SqlSections(Optional<Section> upgrade, Optional<Section> downgrade, boolean takesArguments) {
    static final Pattern MARKER = Pattern.compile("\\s*--\\s*limbeck:\\s*(.*?)\\s*");
    static final String UPGRADE = "upgrade";
    static final String DOWNGRADE = "downgrade";
    static final String NO_TRANSACTION = "no-transaction";
    static final String ARGUMENTS = "arguments";

    /**
     * The text of one section.
     *
     * @param firstLine the line of the file on which the text starts
     * @param noTransaction the lines of the file with the marker {@code no-transaction}
     */
    record Section(String text, int firstLine, List<Integer> noTransaction) {}

    /** The sections behind the header, which ends with the given line. */
    static SqlSections read(String text, int headerEnd) throws BadHeaderException {
        return new Reader(text.lines().toList(), headerEnd).read();
    }

    /** Walks over the lines. */
    private static final class Reader {
        private final List<String> lines;
        private final int headerEnd;
        private @Nullable Section upgrade;
        private @Nullable Section downgrade;
        private List<Integer> noTransaction = new ArrayList<>();
        private String open = "";
        private boolean takesArguments;
        private int start;

        private Reader(List<String> lines, int headerEnd) {
            this.lines = lines;
            this.headerEnd = headerEnd;
            this.start = headerEnd;
        }

        private SqlSections read() throws BadHeaderException {
            for (int i = headerEnd; i < lines.size(); i++) {
                Matcher marker = MARKER.matcher(lines.get(i));
                if (marker.matches()) {
                    take(marker.group(1), i);
                }
            }
            close(lines.size());
            if (upgrade == null) {
                throw new BadHeaderException(
                        0, "the file has no line \"-- limbeck: upgrade\"; put one before its statements");
            }
            return new SqlSections(Optional.of(upgrade), Optional.ofNullable(downgrade), takesArguments);
        }

        private void take(String marker, int index) throws BadHeaderException {
            if (marker.equals(NO_TRANSACTION) && !open.isEmpty()) {
                noTransaction.add(index + 1);
            } else if (marker.equals(ARGUMENTS) && open.isEmpty()) {
                takesArguments = true;
            } else if (marker.equals(UPGRADE) || marker.equals(DOWNGRADE)) {
                close(index);
                if (marker.equals(UPGRADE) ? upgrade != null : downgrade != null) {
                    throw new BadHeaderException(
                            index + 1, "the file has a second section " + marker + "; join the two");
                }
                open = marker;
                start = index + 1;
            } else {
                throw new BadHeaderException(index + 1, misplaced(marker));
            }
        }

        private static String misplaced(String marker) {
            return switch (marker) {
                case NO_TRANSACTION ->
                    "\"-- limbeck: no-transaction\" stands outside of a section; put it into the one it is meant for";
                case ARGUMENTS ->
                    "\"-- limbeck: arguments\" stands in a section, and is said of the whole file; put it before the"
                            + " first section";
                default ->
                    "unknown marker \"-- limbeck: " + marker + "\"; there are arguments, upgrade, downgrade and, within"
                            + " a section, no-transaction";
            };
        }

        private void close(int end) throws BadHeaderException {
            String text = String.join("\n", lines.subList(start, end));
            if (open.equals(UPGRADE)) {
                upgrade = new Section(text, start + 1, noTransaction);
            } else if (open.equals(DOWNGRADE)) {
                downgrade = new Section(text, start + 1, noTransaction);
            } else {
                refuseStatements(end);
            }
            noTransaction = new ArrayList<>();
        }

        private void refuseStatements(int end) throws BadHeaderException {
            for (int i = headerEnd; i < end; i++) {
                String line = lines.get(i).strip();
                if (!line.isEmpty() && !line.startsWith("--")) {
                    throw new BadHeaderException(
                            i + 1, "a statement stands in no section; put \"-- limbeck: upgrade\" before it");
                }
            }
        }
    }
}
