// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.revision;

import java.util.List;

/**
 * The steps that lead from where a database stands to where it should be.
 *
 * @param steps in the order in which they run; none where the database is there already
 * @param rowsAfter the rows of the version table when all have run, in the order of their ids
 */
public record Plan(List<Step> steps, List<String> rowsAfter) {

    public Plan {
        steps = List.copyOf(steps);
        rowsAfter = List.copyOf(rowsAfter);
    }
}
