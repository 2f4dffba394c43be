// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.conformance;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All cases, topic by topic; a new topic is a file of its own. */
final class Catalogue {
    /**
     * Words that a case, which has no history and no revision that runs, cannot say, and the tests that say them instead.
     */
    static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry("query", "limbeck-it/src/test/resources/scripts/data/outside-the-transaction.txt"),
            Map.entry("connection", "limbeck-it/src/test/resources/scripts/data/outside-the-transaction.txt"),
            Map.entry("outsideTransaction", "limbeck-it/src/test/resources/scripts/data/outside-the-transaction.txt"),
            Map.entry("isOffline", "limbeck-it/src/test/resources/scripts/data/rows-in-migrations.txt"),
            Map.entry("argument", "limbeck-it/src/test/resources/scripts/commands/arguments.txt"),
            Map.entry("tag", "limbeck-it/src/test/resources/scripts/commands/arguments.txt"),
            Map.entry("restoreView", "limbeck-it/src/test/resources/scripts/operations/restore.txt"),
            Map.entry("restoreMaterializedView", "limbeck-it/src/test/resources/scripts/operations/restore-code.txt"),
            Map.entry("restoreFunction", "limbeck-it/src/test/resources/scripts/operations/restore-code.txt"),
            Map.entry("restoreProcedure", "limbeck-it/src/test/resources/scripts/operations/restore-code.txt"),
            Map.entry("restoreTrigger", "limbeck-it/src/test/resources/scripts/operations/restore-code.txt"),
            Map.entry("restoreEvent", "limbeck-it/src/test/resources/scripts/operations/restore-event.txt"),
            Map.entry("restoreObject", "limbeck-it/src/test/resources/scripts/operations/restore-code.txt"));

    private Catalogue() {}

    static List<Case> all() {
        return Stream.of(
                        TableCases.all(),
                        TableOptionCases.all(),
                        ColumnCases.all(),
                        ColumnTypeCases.all(),
                        ConstraintCases.all(),
                        ForeignKeyCases.all(),
                        IndexCases.all(),
                        SequenceCases.all(),
                        EnumCases.all(),
                        TypeCases.all(),
                        CodeCases.all(),
                        RowCases.all())
                .flatMap(List::stream)
                .toList();
    }
}
