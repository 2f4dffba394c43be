// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import dev.limbeck.command.PlanResult;
import dev.limbeck.revision.Direction;
import java.util.List;

/** What would run, in the words of the lines that tell what runs. */
final class PlanLines {
    private PlanLines() {}

    static String of(PlanResult plan, Palette palette) {
        if (plan.steps().isEmpty()) {
            return "Nothing to run: the database is at " + place(plan.from()) + " already.\n";
        }
        StringBuilder text = new StringBuilder();
        plan.steps().forEach(step -> text.append(line(step, palette)));
        return text.append("The database would then be at ")
                .append(place(plan.to()))
                .append(".\n")
                .toString();
    }

    private static String line(PlanResult.Step step, Palette palette) {
        String direction = step.direction() == Direction.UPGRADE ? "upgrade" : "downgrade";
        return "Would run "
                + EventLines.move(direction, ids(step.from(), palette), ids(step.to(), palette), step.message())
                + "\n    " + step.path() + "\n";
    }

    private static List<String> ids(List<String> ids, Palette palette) {
        return ids.stream().map(palette::id).toList();
    }

    private static String place(List<String> rows) {
        return rows.isEmpty() ? "base" : String.join(", ", rows);
    }
}
