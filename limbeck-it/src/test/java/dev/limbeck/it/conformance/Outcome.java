// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.conformance;

import java.util.List;

/**
 * How a case ended on a database.
 *
 * @param remarks for one that is done: what the database made of it; for one that is refused: why; for a fault: what happened
 */
record Outcome(Kind kind, List<String> remarks) {

    /** The three ways for a case to end. */
    enum Kind {
        DONE,
        REFUSED,
        FAULT
    }

    Outcome {
        remarks = List.copyOf(remarks);
    }

    static Outcome done(List<String> remarks) {
        return new Outcome(Kind.DONE, remarks);
    }

    static Outcome refused(String reason) {
        return new Outcome(Kind.REFUSED, List.of(reason));
    }

    static Outcome fault(String what) {
        return new Outcome(Kind.FAULT, List.of(what));
    }
}
