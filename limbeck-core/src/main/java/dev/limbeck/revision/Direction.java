// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.revision;

/** Which way a step goes. */
public enum Direction {
    /** Runs a revision's upgrade. */
    UPGRADE,
    /** Runs a revision's downgrade. */
    DOWNGRADE,
    /** Runs nothing: only the version table changes. */
    STAMP
}
