// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import dev.limbeck.error.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A text file as it was read, without a byte order mark. */
record SourceFile(Path path, String text) {
    static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final long LARGEST = 500L << 20;

    /** Reads a file that is text in UTF-8, and of a size that a revision may have. */
    static SourceFile read(Path path) throws IOException {
        long size = Files.size(path);
        if (size > LARGEST) {
            throw new IOException("it has " + (size >> 20) + " MB, and a revision is read as a whole, up to "
                    + (LARGEST >> 20) + " MB; load so many rows by other means");
        }
        String text = Files.readString(path);
        int zero = text.indexOf('\0');
        if (zero >= 0) {
            throw new IOException("it holds a zero byte in line "
                    + text.substring(0, zero).lines().count()
                    + ", so it is UTF-16 or no text; save it as UTF-8, or put it somewhere else");
        }
        return of(path, text);
    }

    static SourceFile of(Path path, String text) {
        return new SourceFile(path, text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
    }

    /** The path as messages name it: relative to the working directory where it is below it. */
    String shownPath() {
        Path here = Path.of("").toAbsolutePath();
        Path absolute = path.toAbsolutePath().normalize();
        return absolute.startsWith(here) ? here.relativize(absolute).toString() : absolute.toString();
    }

    Location at(int line) {
        return new Location(shownPath(), line);
    }

    /** The text without what an editor or a checkout may change: line ends, and blanks at the end of a line. */
    String normalised() {
        return String.join("\n", text.lines().map(String::stripTrailing).toList())
                .stripTrailing();
    }
}
