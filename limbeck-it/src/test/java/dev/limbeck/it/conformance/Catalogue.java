// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.conformance;

import java.util.List;
import java.util.stream.Stream;

/** All cases, topic by topic; a new topic is a file of its own. */
final class Catalogue {
    private Catalogue() {}

    static List<Case> all() {
        return Stream.of(
                        TableCases.all(),
                        ColumnCases.all(),
                        ColumnTypeCases.all(),
                        ConstraintCases.all(),
                        ForeignKeyCases.all(),
                        IndexCases.all(),
                        SequenceCases.all(),
                        EnumCases.all(),
                        CodeCases.all(),
                        RowCases.all())
                .flatMap(List::stream)
                .toList();
    }
}
