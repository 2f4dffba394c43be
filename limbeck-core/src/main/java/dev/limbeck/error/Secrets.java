// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.error;

import java.util.regex.Pattern;

/** Masks passwords, so that no message, log line or report can carry one. */
public final class Secrets {
    private static final Pattern PARAMETER =
            Pattern.compile("(?i)([?&;](?:[a-z]*password|pwd|secret|token)=)[^&;\\s]*");
    private static final Pattern AUTHORITY = Pattern.compile("(//[^:/@\\s]+:)[^/\\s]*@");

    private Secrets() {}

    /** The text with every password of a JDBC or plain URL in it replaced by {@code ***}. */
    public static String mask(String text) {
        return AUTHORITY.matcher(PARAMETER.matcher(text).replaceAll("$1***")).replaceAll("$1***@");
    }
}
