// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.diff.Questions;
import java.util.List;
import java.util.Map;

/**
 * What whoever compares models says of what two schemas alone do not tell.
 *
 * @param defaults SQL for existing rows of columns that become not null, by {@code table.column}
 * @param backfill whether existing rows are given values in batches
 * @param renames what has another name now, as {@link dev.limbeck.diff.RenameWish} reads it
 * @param drops what is really dropped, though something that looks like it is added
 * @param noDrops whether what nobody wants any more is left for later
 * @param showIgnored whether what is left alone is listed, rather than counted
 * @param questions whoever can be asked for the rest
 */
public record Choices(
        Map<String, String> defaults,
        boolean backfill,
        List<String> renames,
        List<String> drops,
        boolean noDrops,
        boolean showIgnored,
        Questions questions) {
    /** Nothing is said, and nobody there. */
    public static final Choices NONE =
            new Choices(Map.of(), false, List.of(), List.of(), false, false, Questions.NOBODY);

    public Choices {
        defaults = Map.copyOf(defaults);
        renames = List.copyOf(renames);
        drops = List.copyOf(drops);
    }
}
