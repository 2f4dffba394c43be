// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.error;

/** A place in a file a person can open; line 0 means the whole file. */
public record Location(String file, int line) {

    @Override
    public String toString() {
        return line > 0 ? file + ":" + line : file;
    }
}
