// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

/** A header that cannot be read; turned into a problem of its file where files are read. */
final class BadHeaderException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;

    BadHeaderException(int line, String message) {
        super(message);
        this.line = line;
    }

    int line() {
        return line;
    }
}
