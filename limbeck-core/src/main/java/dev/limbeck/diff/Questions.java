// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.diff;

import java.util.List;
import java.util.Optional;

/** Somebody who may be asked what two schemas do not tell. */
@FunctionalInterface
public interface Questions {
    /** Nobody is there. */
    Questions NOBODY = (question, answers) -> Optional.empty();

    /**
     * Asks one question.
     *
     * @param answers those to choose from; none where any text is one
     * @return the answer; empty where nobody is there to give it
     */
    Optional<String> ask(String question, List<String> answers);
}
