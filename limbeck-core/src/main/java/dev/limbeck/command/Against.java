// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

/** What the models are compared with. */
public enum Against {
    /** The revisions, replayed in a scratch database. */
    HISTORY,
    /** The database itself, which must be at head. */
    LIVE
}
