// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.conformance;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operations;
import dev.limbeck.schema.Name;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    List<Operation> startOperations(Dialect dialect) {
        return operations(start, dialect);
    }

    List<Operation> operations(Dialect dialect) {
        return operations(change, dialect);
    }

    private static List<Operation> operations(Change migration, Dialect dialect) {
        List<Operation> operations = new ArrayList<>();
        migration.say(
                new Operations() {
                    @Override
                    public void invoke(Operation operation) {
                        operations.add(operation);
                    }

                    @Override
                    public String quote(Name name) {
                        return dialect.quote(name);
                    }

                    @Override
                    public String literal(@Nullable Object value) {
                        return dialect.literal(value);
                    }
                },
                dialect.name());
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
