// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.diff;

/**
 * The order in which operations run, so that each finds what it needs: what stands in the way goes first, then what is
 * new is made from the ground up, then what nobody uses any more is dropped: late, so that rows can be taken out of it by
 * a line between. Read backwards it orders the downgrade.
 */
enum Phase {
    ADD_USED_VALUES,
    DROP_DEFAULT_PRIVILEGES,
    DROP_CODE,
    RELEASE_INDEXES,
    DROP_FOREIGN_KEYS,
    DROP_CONSTRAINTS,
    DROP_INDEXES,
    /** Those that come back, behind the indexes that would go with them. */
    DROP_COMPUTED_COLUMNS,
    DISOWN_SEQUENCES,
    RELEASE_COLUMNS,
    DROP_SEQUENCES_IN_THE_WAY,
    DROP_TABLES_IN_THE_WAY,
    CREATE_SCHEMAS,
    CREATE_EXTENSIONS,
    CREATE_ENUMS,
    ALTER_ENUMS,
    CREATE_DOMAINS,
    CREATE_SEQUENCES,
    CREATE_ROUTINES,
    CREATE_TABLES,
    /** Before a table that hands down its columns gets another one, which those that leave it would keep. */
    CHANGE_PARENTS,
    ADD_COLUMNS,
    ALTER_COLUMNS,
    ADD_COMPUTED_COLUMNS,
    DROP_COLUMNS,
    ADD_CONSTRAINTS,
    CREATE_INDEXES,
    MARK_INDEXES,
    ADD_FOREIGN_KEYS,
    ALTER_SEQUENCES,
    CREATE_CODE,
    COMMENTS,
    DROP_TABLES,
    DROP_ROUTINES,
    DROP_SEQUENCES,
    DROP_DOMAINS,
    DROP_ENUMS,
    DROP_EXTENSIONS,
    DROP_SCHEMAS,
    CREATE_DEFAULT_PRIVILEGES,
    TAKE_USED_VALUES
}
