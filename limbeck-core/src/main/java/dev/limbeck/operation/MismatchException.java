// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.operation;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.schema.Name;
import java.util.List;

/** An operation and a schema that do not fit together: something is not there, or is there already. */
public final class MismatchException extends MigrationException {
    private static final long serialVersionUID = 1L;

    private final transient List<Mismatch> mismatches;

    MismatchException(List<Mismatch> mismatches) {
        super(
                ErrorCode.SCHEMA_MISMATCH,
                String.join("; ", mismatches.stream().map(Mismatch::message).toList()));
        this.mismatches = List.copyOf(mismatches);
    }

    /** Everything that does not fit; at least one thing. */
    public List<Mismatch> mismatches() {
        return mismatches;
    }

    /** The kinds of things that can be missing. */
    public enum Thing {
        TABLE,
        COLUMN,
        CONSTRAINT,
        INDEX,
        SEQUENCE,
        ENUM_TYPE,
        VIEW,
        /** Nothing of the schema's: the operation contradicts itself. */
        DEFINITION
    }

    /**
     * One thing that does not fit.
     *
     * @param owner the table, or the thing itself where it belongs to none
     * @param part the name within the table; empty where there is none
     * @param isThere whether it is there and should not be, rather than the other way round
     */
    public record Mismatch(Thing thing, Name owner, String part, boolean isThere, String message) {
        static Mismatch missing(Thing thing, Name owner, String message) {
            return new Mismatch(thing, owner, "", false, message);
        }

        static Mismatch missing(Thing thing, Name owner, String part, String message) {
            return new Mismatch(thing, owner, part, false, message);
        }

        static Mismatch present(Thing thing, Name owner, String part, String message) {
            return new Mismatch(thing, owner, part, true, message);
        }

        static Mismatch definition(Name owner, String message) {
            return new Mismatch(Thing.DEFINITION, owner, "", true, message);
        }

        MismatchException asException() {
            return new MismatchException(List.of(this));
        }
    }
}
