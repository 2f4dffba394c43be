// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import dev.limbeck.error.ErrorCode;
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

    /** Whether a failure says that the run was interrupted, and where things stand. */
    static boolean isInterrupt(Throwable failure) {
        return failure instanceof MigrationException known && known.code() == ErrorCode.INTERRUPTED;
    }

    /** What came of a run that somebody ended; one that says nothing of it had not begun to change the database. */
    static void printInterrupt(PrintStream err, Palette palette, Throwable failure, boolean trace) {
        String said = isInterrupt(failure)
                ? message(failure, trace)
                : "The command was interrupted, and has changed nothing in the database.";
        err.println(palette.failure("INTERRUPTED:") + " " + said);
        printTrace(err, failure, trace);
    }

    static void print(PrintStream err, Palette palette, Throwable failure, boolean trace) {
        print(err, palette, message(failure, trace));
        printTrace(err, failure, trace);
    }

    private static void printTrace(PrintStream err, Throwable failure, boolean trace) {
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
