// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.error;

/** The stable number of each kind of failure; {@code docs/reference/errors.md} has one heading for each. */
public enum ErrorCode {
    CONFIG_MISSING(1001, Category.USER),
    CONFIG_UNKNOWN_KEY(1002, Category.USER),
    CONFIG_BAD_VALUE(1003, Category.USER),
    CONFIG_EXISTS(1004, Category.USER),
    MODELS_EMPTY(1101, Category.USER),
    MODELS_REJECTED(1102, Category.USER),
    CLASSPATH_FAILED(1103, Category.ENVIRONMENT),
    SCRIPT_UNREADABLE(1201, Category.USER),
    SCRIPT_DOES_NOT_COMPILE(1202, Category.USER),
    SCRIPT_FAILED(1203, Category.USER),
    SCRIPT_EXISTS(1204, Category.USER),
    NO_DATABASE_TO_ASK(1205, Category.USER),
    GRAPH_BROKEN(1301, Category.USER),
    REVISION_NOT_FOUND(1302, Category.USER),
    REVISION_AMBIGUOUS(1303, Category.USER),
    REVISION_NOT_REACHABLE(1304, Category.USER),
    MULTIPLE_HEADS(1305, Category.USER),
    DATABASE_REVISION_UNKNOWN(1306, Category.USER),
    BAD_TARGET(1307, Category.USER),
    NOT_AT_HEAD(1308, Category.USER),
    REVISIONS_OVERLAP(1309, Category.USER),
    HISTORY_NOT_LINEAR(1320, Category.USER),
    REBASE_REFUSED(1321, Category.USER),
    BASELINE_REFUSED(1322, Category.USER),
    REVISION_EDITED(1323, Category.USER),
    DOWNGRADE_NOT_KEPT(1324, Category.USER),
    DRIVER_MISSING(1401, Category.ENVIRONMENT),
    DATABASE_UNREACHABLE(1402, Category.ENVIRONMENT),
    DATABASE_LOGIN_REFUSED(1403, Category.ENVIRONMENT),
    DATABASE_NOT_SUPPORTED(1404, Category.ENVIRONMENT),
    DATABASE_FAILED(1405, Category.DATABASE),
    SCRATCH_NOT_EMPTY(1406, Category.USER),
    SCRATCH_UNAVAILABLE(1407, Category.ENVIRONMENT),
    DATABASE_LOCKED(1408, Category.ENVIRONMENT),
    LOCK_LOST(1415, Category.DATABASE),
    STATEMENT_FAILED(1501, Category.DATABASE),
    UNSUPPORTED_CHANGE(1502, Category.USER),
    IRREVERSIBLE(1503, Category.USER),
    RESUME_REFUSED(1504, Category.USER),
    TRANSACTION_REFUSED(1505, Category.USER),
    REQUIREMENT_UNMET(1506, Category.USER),
    NOTHING_TO_RESOLVE(1507, Category.USER),
    SCHEMA_MISMATCH(1510, Category.USER),
    LOCK_NOT_HAD(1540, Category.ENVIRONMENT),
    INTERRUPTED(1541, Category.USER),
    DATABASE_PROTECTED(1542, Category.USER),
    PENDING_CHANGES(1601, Category.USER),
    QUESTION_OPEN(1602, Category.USER),
    FILE_FAILED(1701, Category.ENVIRONMENT),
    GIT_FAILED(1720, Category.ENVIRONMENT),
    BUG(1999, Category.BUG);

    /** Who can mend it, which decides whether a stack trace helps. */
    public enum Category {
        USER,
        ENVIRONMENT,
        DATABASE,
        BUG
    }

    private final int number;
    private final Category category;

    ErrorCode(int number, Category category) {
        this.number = number;
        this.category = category;
    }

    /** The id as printed and documented, such as {@code LIMBECK-1302}. */
    public String id() {
        return "LIMBECK-" + number;
    }

    public Category category() {
        return category;
    }
}
