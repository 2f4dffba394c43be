// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.conformance;

import dev.limbeck.operation.Operations;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The cases of one topic, put down one after the other. */
final class Cases {
    private final String topic;
    private final List<Case> cases = new ArrayList<>();
    private Case.Change start = (op, dialect) -> {};

    Cases(String topic) {
        this.topic = topic;
    }

    /** What is there before each of the cases that follow. */
    Cases given(Consumer<Operations> newStart) {
        return givenEach((op, dialect) -> newStart.accept(op));
    }

    /** As {@link #given}, where each database wants its own words. */
    Cases givenEach(Case.Change newStart) {
        start = newStart;
        return this;
    }

    Cases add(String word, String option, Consumer<Operations> change) {
        return add(word, option, "", change);
    }

    Cases add(String word, String option, String variant, Consumer<Operations> change) {
        return add(word, option, variant, (op, dialect) -> change.accept(op), "");
    }

    /** A case that each database wants in its own words. */
    Cases addEach(String word, String option, Case.Change change) {
        return add(word, option, "", change, "");
    }

    /** A case of an object that not every database reads back. */
    Cases addProbed(String word, String option, String probe, Case.Change change) {
        return add(word, option, "", change, probe);
    }

    private Cases add(String word, String option, String variant, Case.Change change, String probe) {
        cases.add(new Case(topic, word, option, variant, start, change, probe));
        return this;
    }

    List<Case> all() {
        return List.copyOf(cases);
    }
}
