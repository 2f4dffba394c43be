// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import dev.limbeck.error.MigrationException;
import dev.limbeck.error.Secrets;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;

/** Says what went wrong, in one place for all commands. */
final class Failures {
    private Failures() {}

    static void print(PrintStream err, Palette palette, String message) {
        err.println(palette.failure("FAILED:") + " " + message);
    }

    static void print(PrintStream err, Palette palette, Throwable failure, boolean trace) {
        print(err, palette, message(failure, trace));
        if (trace) {
            err.print(Secrets.mask(trace(failure)));
        }
    }

    private static String trace(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace, true));
        return trace.toString();
    }

    private static String message(Throwable failure, boolean trace) {
        String said = Secrets.mask(String.valueOf(failure.getMessage()));
        if (failure instanceof MigrationException known) {
            return trace ? said + " [" + known.code().id() + "]" : said;
        }
        String advice =
                trace ? "Please report it with the stack trace." : "Run it again with --raiseerr, and report it.";
        return "A defect of Limbeck, not of your project: " + failure.getClass().getName()
                + (failure.getMessage() == null ? "" : ": " + said) + ". " + advice;
    }
}
