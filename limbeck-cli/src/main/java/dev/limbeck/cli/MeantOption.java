// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import picocli.CommandLine.Option;

/** How a protected database is named by whoever means it. */
final class MeantOption {
    @Option(
            names = "--yes-i-mean",
            paramLabel = "DATABASE",
            description = "Does it to a protected database, whose name this is, although something is lost by it.")
    private String database = "";

    /** The name; empty if nobody gave one. */
    String database() {
        return database;
    }
}
