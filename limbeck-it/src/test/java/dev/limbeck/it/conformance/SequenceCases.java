// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.conformance;

import dev.limbeck.schema.SequenceOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Sequences and how they count. */
final class SequenceCases {
    private SequenceCases() {}

    static List<Case> all() {
        Cases cases = new Cases("Sequences");
        cases.given(Starts::users).add("createSequence", "", op -> op.createSequence("numbers"));
        options()
                .forEach((name, option) ->
                        cases.add("createSequence", name, op -> op.createSequence("numbers", option)));
        cases.given(op -> op.createSequence("numbers"));
        options()
                .forEach((name, option) -> cases.add("alterSequence", name, op -> op.alterSequence("numbers", option)));
        cases.given(op -> op.createSequence(
                        "numbers",
                        o -> o.withStart(5)
                                .withIncrement(5)
                                .withMinimum(5)
                                .withMaximum(500)
                                .withCycle(true)))
                .add("alterSequence", "back to what is usual", op -> op.alterSequence("numbers", o -> o))
                .add("dropSequence", "", op -> op.dropSequence("numbers"));
        cases.given(op -> {
                    Starts.users(op);
                    op.createSequence("numbers");
                })
                .add("renameSequence", "", op -> op.renameSequence("numbers", "bill_numbers"))
                .add("ownSequence", "", op -> op.ownSequence("numbers", "users", "id"))
                .add("commentOnSequence", "", op -> op.commentOnSequence("numbers", "it's of bills"));
        cases.given(op -> {
                    Starts.users(op);
                    op.createSequence("numbers");
                    op.ownSequence("numbers", "users", "id");
                })
                .add("disownSequence", "", op -> op.disownSequence("numbers", "users", "id"));
        cases.given(op -> {
                    op.createSequence("numbers");
                    op.commentOnSequence("numbers", "before");
                })
                .add("dropSequenceComment", "", op -> op.dropSequenceComment("numbers"));
        return cases.all();
    }

    private static Map<String, UnaryOperator<SequenceOptions>> options() {
        Map<String, UnaryOperator<SequenceOptions>> options = new LinkedHashMap<>();
        options.put("withType", o -> o.withType("integer"));
        options.put("withStart", o -> o.withStart(1000));
        options.put("withIncrement", o -> o.withIncrement(50));
        options.put("withIncrement downwards", o -> o.withIncrement(-1));
        options.put("withMinimum", o -> o.withMinimum(-5));
        options.put("withMaximum", o -> o.withMaximum(5000));
        options.put("withCache", o -> o.withCache(20));
        options.put("withCycle", o -> o.withCycle(true));
        options.put(
                "all of them",
                o -> o.withStart(50)
                        .withIncrement(10)
                        .withMinimum(-10)
                        .withMaximum(5000)
                        .withCache(7)
                        .withCycle(true));
        return options;
    }
}
