// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.h2;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** H2's URLs: {@code jdbc:h2:PLACE;SETTING=VALUE;…}. */
final class H2Url {
    static final String PREFIX = "jdbc:h2:";

    private static final String FILE = "file:";

    /** A place with a word and a colon before it, such as {@code mem:} or {@code tcp:}; one letter is a Windows drive. */
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z]\\w+:.*", Pattern.DOTALL);

    /** Settings of the place and of the access to it; the others change what SQL means there. */
    private static final Set<String> ABOUT_ACCESS = Set.of(
            "USER",
            "PASSWORD",
            "PASSWORD_HASH",
            "CIPHER",
            "IFEXISTS",
            "FORBID_CREATION",
            "INIT",
            "SCHEMA",
            "ACCESS_MODE_DATA",
            "AUTO_SERVER",
            "AUTO_SERVER_PORT",
            "AUTO_RECONNECT",
            "OPEN_NEW",
            "FILE_LOCK",
            "FILE_LOCK_METHOD",
            "DB_CLOSE_DELAY",
            "DB_CLOSE_ON_EXIT",
            "PAGE_SIZE",
            "RECOVER",
            "RECOVER_TEST",
            "LOCK_TIMEOUT",
            "NETWORK_TIMEOUT",
            "AUTHREALM",
            "AUTHZPWD",
            "JMX");

    private H2Url() {}

    /** The URL with a relative file made absolute; {@code ~/} is the home folder and stays. */
    static String resolve(String url, Path directory) {
        String place = place(url);
        boolean said = place.startsWith(FILE);
        String file = said ? place.substring(FILE.length()) : place;
        boolean isRelative = (said || !SCHEME.matcher(place).matches())
                && !file.startsWith("~")
                && !Path.of(file).isAbsolute();
        return isRelative
                ? PREFIX + FILE + directory.resolve(file).normalize() + url.substring(PREFIX.length() + place.length())
                : url;
    }

    /**
     * The file that a connection would make if it is not there; empty for a database at a server or in memory, and for
     * one that the URL forbids to be made.
     */
    static Optional<Path> createdFile(String url) {
        String place = place(url);
        boolean said = place.startsWith(FILE);
        boolean isForbidden =
                settings(url).stream().anyMatch(setting -> setting.strip().equalsIgnoreCase("IFEXISTS=TRUE"));
        if ((!said && SCHEME.matcher(place).matches()) || isForbidden) {
            return Optional.empty();
        }
        String file = said ? place.substring(FILE.length()) : place;
        String home = file.startsWith("~") ? System.getProperty("user.home") + file.substring(1) : file;
        return Optional.of(Path.of(home + ".mv.db"));
    }

    static boolean isInMemory(String url) {
        return place(url).startsWith("mem:");
    }

    /** A private database in memory that understands SQL as the one of the URL does. */
    static String scratch(String url) {
        return PREFIX + "mem:"
                + settings(url).stream()
                        .filter(setting -> !isAboutAccess(setting))
                        .map(setting -> ";" + setting)
                        .collect(Collectors.joining());
    }

    private static boolean isAboutAccess(String setting) {
        String name = setting.split("=", 2)[0].strip().toUpperCase(Locale.ROOT);
        return ABOUT_ACCESS.contains(name) || name.startsWith("TRACE_");
    }

    private static String place(String url) {
        return url.substring(PREFIX.length()).split(";", 2)[0];
    }

    /** A semicolon within a setting stands behind a backslash. */
    private static List<String> settings(String url) {
        return Stream.of(url.split("(?<!\\\\);"))
                .skip(1)
                .filter(setting -> !setting.isBlank())
                .toList();
    }
}
