// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.error;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Masks passwords, so that no message, log line or report can carry one. */
public final class Secrets {
    private static final Pattern PARAMETER =
            Pattern.compile("(?i)([?&;](?:[a-z]*password|pwd|secret|token)=)[^&;\\s]*");
    /** H2's password of an encrypted file: that of the file, a space, and that of the user. */
    private static final Pattern TWO_PASSWORDS = Pattern.compile("(?i)(;password=)[^;\\s]* [^;\\s]*(?=.*;cipher=)");

    private static final Pattern TWO_PASSWORDS_BEHIND =
            Pattern.compile("(?i)(;cipher=[^\\s]*;password=)[^;\\s]* [^;\\s]*");

    private static final Pattern PARAMETER_VALUE =
            Pattern.compile("(?i)[?&;](?:[a-z]*password|pwd|secret|token)=([^&;\\s]*)");

    private static final Pattern AUTHORITY_VALUE = Pattern.compile("//[^:/@\\s]+:([^/\\s]*)@");

    private static final Pattern AUTHORITY = Pattern.compile("(//[^:/@\\s]+:)[^/\\s]*@");

    /** How SQL says the password of a user. */
    private static final Pattern IN_SQL = Pattern.compile(
            "(?i)(\\b(?:password|(?:user|grant)\\b[^;']{0,120}(?:'[^']{0,120}'[^;']{0,120}){0,3}\\bidentified\\s+(?:via\\s+\\w+\\s+using|with\\s+\\S+\\s+by|by(?:\\s+password)?))"
                    + "(?:\\s*[=(]\\s*|\\s+))'(?:[^']|'')*+'");

    /** One that is shorter would take half of a message with it. */
    private static final int SHORTEST_KNOWN = 5;

    /** What looks like a word of a message, and may be one. */
    private static final Pattern WORD = Pattern.compile("[a-z]+");

    private static final Set<String> OF_MESSAGES = Set.of("limbeck", "password");

    private Secrets() {}

    /** The text with every password of a JDBC or plain URL, and of a user that SQL makes, replaced by {@code ***}. */
    public static String mask(String text) {
        String pairs = TWO_PASSWORDS_BEHIND
                .matcher(TWO_PASSWORDS.matcher(text).replaceAll("$1***"))
                .replaceAll("$1***");
        String urls =
                AUTHORITY.matcher(PARAMETER.matcher(pairs).replaceAll("$1***")).replaceAll("$1***@");
        return IN_SQL.matcher(urls).replaceAll("$1'***'");
    }

    /** The same, and each of the values that are known to be secrets, wherever it stands; a mere word not within others. */
    public static String mask(String text, Collection<String> known) {
        String masked = mask(text);
        for (String secret : known) {
            boolean word = WORD.matcher(secret).matches();
            if (secret.length() >= SHORTEST_KNOWN && !OF_MESSAGES.contains(secret)) {
                masked = masked.replaceAll(
                        (word ? "(?<![\\p{L}\\p{N}_])" : "")
                                + Pattern.quote(secret)
                                + (word ? "(?![\\p{L}\\p{N}_])" : ""),
                        "***");
            }
        }
        return masked;
    }

    /** The passwords that a URL carries. */
    public static List<String> in(String url) {
        return Stream.of(PARAMETER_VALUE, AUTHORITY_VALUE)
                .flatMap(pattern -> pattern.matcher(url).results())
                .map(found -> found.group(1))
                .filter(secret -> !secret.isEmpty())
                .toList();
    }
}
