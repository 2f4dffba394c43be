// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect;

/** An ability that one database has and another lacks. */
public enum Feature {
    /** A revision's statements are all undone when one of them fails. */
    TRANSACTIONAL_DDL,
    /** Tables and columns carry comments. */
    COMMENTS,
    /** A database holds several schemas, and a connection has one of its own. */
    SCHEMAS,
    /** Sequences exist on their own. */
    SEQUENCES,
    /** Enum types exist on their own. */
    ENUM_TYPES,
    /** Most changes of a table are made by rebuilding it, for which its whole definition is needed. */
    REBUILDS_TABLES,
    /** A comparison of rows, {@code (a, b) > (1, 2)}, is looked up in an index. */
    COMPARES_ROWS
}
