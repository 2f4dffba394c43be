// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.limbeck.command.DatabaseCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What {@code limbeck check --database} found, for people. */
final class DatabaseFindings {
    private static final int CONTEXT = 3;

    private DatabaseFindings() {}

    static String text(DatabaseCheck.Result result, Palette palette) {
        if (result.isClean()) {
            return "The database has run these revision files as they are.\n";
        }
        return result.edited().stream()
                .map(edited -> difference(edited, palette))
                .collect(Collectors.joining());
    }

    static String summary(DatabaseCheck.Result result) {
        List<String> lines = new ArrayList<>();
        result.edited()
                .forEach(edited -> lines.add("Revision " + edited.revision() + " was edited after it ran on "
                        + edited.appliedAt() + " (by " + edited.appliedBy()
                        + "); the database has not seen the change. Put the file back as it was, and write a new revision"
                        + " for what is to change."));
        result.unknown()
                .forEach(id -> lines.add("The database is at " + id
                        + ", which no revision file has; limbeck current tells what to do."));
        result.underWay()
                .forEach(id -> lines.add(
                        "Revision " + id + " is under way; limbeck status tells what is done and what is left."));
        return String.join("\n", lines);
    }

    private static String difference(DatabaseCheck.Edited edited, Palette palette) {
        String ran = edited.applied();
        if (ran == null) {
            return edited.path() + ": differs from what ran, of which only the checksum was kept\n";
        }
        List<String> before = lines(ran);
        List<String> lines = UnifiedDiffUtils.generateUnifiedDiff(
                "what ran on " + edited.appliedAt(),
                edited.path(),
                before,
                DiffUtils.diff(before, lines(edited.now())),
                CONTEXT);
        return lines.stream().map(line -> palette.difference(line) + "\n").collect(Collectors.joining());
    }

    /** What neither line ends nor blanks at their ends make a difference to, as the checksum is taken. */
    private static List<String> lines(String text) {
        return text.stripTrailing().lines().map(String::stripTrailing).toList();
    }
}
