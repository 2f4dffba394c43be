// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import java.io.PrintStream;
import java.io.Writer;

/** Writes characters to a stream in the encoding that the stream has. */
final class StreamWriter extends Writer {
    private final PrintStream stream;

    StreamWriter(PrintStream stream) {
        this.stream = stream;
    }

    @Override
    public void write(char[] characters, int offset, int length) {
        stream.print(new String(characters, offset, length));
    }

    @Override
    public void flush() {
        stream.flush();
    }

    @Override
    public void close() {
        stream.flush();
    }
}
