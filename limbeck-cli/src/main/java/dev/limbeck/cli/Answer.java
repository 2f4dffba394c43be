// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

/** What came of a question whether to go on. */
enum Answer {
    YES,
    NO,
    /** Nobody sits at a terminal to be asked. */
    NOBODY
}
