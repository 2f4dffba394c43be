// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import java.util.function.BiFunction;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** How a command that reports is asked to do so. */
final class OutputFormat {
    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text for people, json for programs (default: ${DEFAULT-VALUE}).")
    private Kind kind = Kind.TEXT;

    /** The formats; picocli reads them without regard to case. */
    enum Kind {
        TEXT,
        JSON
    }

    boolean isJson() {
        return kind == Kind.JSON;
    }

    /** Reports something that may be long, to a person in colours and a screen at a time. */
    <R> void report(Session session, R result, BiFunction<R, Palette, String> text) {
        if (isJson()) {
            session.print(Json.write(result));
        } else {
            session.page(text.apply(result, session.palette()));
        }
    }

    /** Prints a result in the format that was asked for. */
    <R> void print(Session session, R result, Function<R, String> text) {
        session.print(isJson() ? Json.write(result) : text.apply(result));
    }
}
