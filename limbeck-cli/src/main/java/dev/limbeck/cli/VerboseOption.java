// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import picocli.CommandLine.Option;

/** Whether a report is a line or a block for each revision. */
final class VerboseOption {
    @Option(
            names = {"-v", "--verbose"},
            description = "Tells all about each revision.")
    private boolean verbose;

    boolean isGiven() {
        return verbose;
    }
}
