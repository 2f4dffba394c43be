// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

/** One command of the command line. */
@FunctionalInterface
interface Subcommand {

    /** Runs it and gives the exit code: 0 when done, 1 when it found something. */
    int run(Session session);
}
