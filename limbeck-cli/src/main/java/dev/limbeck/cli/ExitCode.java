// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

/** What a run ends with. */
final class ExitCode {
    static final int DONE = 0;
    /** The command failed, or a check found something. */
    static final int FAILED = 1;
    /** The command line makes no sense. */
    static final int USAGE = 2;
    /** A signal ended it, or its thread was interrupted; as shells count it for Ctrl-C. */
    static final int INTERRUPTED = 130;

    private ExitCode() {}
}
