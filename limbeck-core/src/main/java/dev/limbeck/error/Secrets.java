// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.error;

import java.util.regex.Pattern;

/** Masks passwords, so that no message, log line or report can carry one. */
public final class Secrets {
    private static final Pattern PARAMETER =
            Pattern.compile("(?i)([?&;](?:[a-z]*password|pwd|secret|token)=)[^&;\\s]*");
    /** H2's password of an encrypted file: that of the file, a space, and that of the user. */
    private static final Pattern TWO_PASSWORDS = Pattern.compile("(?i)(;password=)[^;\\s]* [^;\\s]*(?=.*;cipher=)");

    private static final Pattern TWO_PASSWORDS_BEHIND =
            Pattern.compile("(?i)(;cipher=[^\\s]*;password=)[^;\\s]* [^;\\s]*");

    private static final Pattern AUTHORITY = Pattern.compile("(//[^:/@\\s]+:)[^/\\s]*@");

    private Secrets() {}

    /** The text with every password of a JDBC or plain URL in it replaced by {@code ***}. */
    public static String mask(String text) {
        String pairs = TWO_PASSWORDS_BEHIND
                .matcher(TWO_PASSWORDS.matcher(text).replaceAll("$1***"))
                .replaceAll("$1***");
        return AUTHORITY.matcher(PARAMETER.matcher(pairs).replaceAll("$1***")).replaceAll("$1***@");
    }
}
