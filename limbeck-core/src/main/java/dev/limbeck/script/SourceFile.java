// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import dev.limbeck.error.Location;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A text file as it was read, without a byte order mark. */
record SourceFile(Path path, String text) {
    static final String BYTE_ORDER_MARK = "\uFEFF";

    static SourceFile read(Path path) throws IOException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(Files.readAllBytes(path)))
                .toString();
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
