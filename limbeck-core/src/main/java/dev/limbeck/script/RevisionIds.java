// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import java.util.HexFormat;
import java.util.UUID;

/** Identifiers for new revisions. */
public final class RevisionIds {
    private static final int DIGITS = 12;

    private RevisionIds() {}

    /** Twelve hexadecimal digits, at random. */
    public static String random() {
        return HexFormat.of()
                .toHexDigits(UUID.randomUUID().getLeastSignificantBits())
                .substring(16 - DIGITS);
    }
}
