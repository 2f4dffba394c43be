// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import dev.limbeck.error.Secrets;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stream on which no secret is printed: neither what looks like one, nor what is known to be one. */
final class MaskedStream extends PrintStream {
    private static final String PASSWORD_FLAG = "(?i)-{1,2}(D?)(limbeck\\.)?[a-z-]*(password|passwd|secret|token)";

    private final List<String> known = new ArrayList<>();

    MaskedStream(PrintStream stream) {
        super(stream, true);
    }

    /** Takes values as secrets from now on. */
    void learn(List<String> secrets) {
        known.addAll(secrets);
    }

    /** Takes as secrets what stands behind a flag that names one, whether or not there is such a flag. */
    void learnFrom(String... arguments) {
        for (int i = 0; i < arguments.length; i++) {
            String argument = arguments[i];
            int equals = argument.indexOf('=');
            if (equals > 0
                    && argument.substring(0, equals).matches("(" + PASSWORD_FLAG + ")|(limbeck\\.)?[a-z-]*password")) {
                known.add(argument.substring(equals + 1));
            } else if (argument.matches(PASSWORD_FLAG) && i + 1 < arguments.length) {
                known.add(arguments[i + 1]);
            }
        }
    }

    @Override
    public void print(@Nullable String text) {
        super.print(masked(text));
    }

    @Override
    public void println(@Nullable String text) {
        super.println(masked(text));
    }

    private String masked(@Nullable String text) {
        return Secrets.mask(String.valueOf(text), known);
    }
}
