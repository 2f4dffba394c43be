// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.conformance;

import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operations;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * One thing that a migration may say, and what has to be there before it.
 *
 * @param word the method of the operations that is tried
 * @param option what is said with it; cases of one word and option share a row of the table
 * @param variant what tells cases of one row apart; empty where there is one
 * @param probe a query that gives something else after the change, for databases that do not read the object back; empty
 *     where all do
 */
record Case(String topic, String word, String option, String variant, Change start, Change change, String probe) {

    /** What is tried, in the words of one database where that is needed. */
    @FunctionalInterface
    interface Change {
        void say(Operations op, String dialect);
    }

    List<Operation> startOperations(String dialect) {
        return operations(op -> start.say(op, dialect));
    }

    List<Operation> operations(String dialect) {
        return operations(op -> change.say(op, dialect));
    }

    private static List<Operation> operations(Consumer<Operations> migration) {
        List<Operation> operations = new ArrayList<>();
        Operations sink = operations::add;
        migration.accept(sink);
        return operations;
    }

    String row() {
        return option.isEmpty() ? word : word + ", " + option;
    }

    @Override
    public String toString() {
        return variant.isEmpty() ? row() : row() + ": " + variant;
    }
}
