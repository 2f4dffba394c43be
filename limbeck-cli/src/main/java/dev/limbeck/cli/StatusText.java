// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import dev.limbeck.command.Status;
import java.util.List;
import java.util.Locale;

/** What {@code limbeck status} says to people. */
record StatusText(Palette palette) {
    private static final int LONGEST = 100;

    String of(Status.Result result) {
        StringBuilder text = new StringBuilder();
        text.append("Database:  ").append(result.url()).append('\n');
        text.append("At:        ").append(result.current().isEmpty() ? "base" : String.join(", ", result.current()));
        text.append(result.unknown().isEmpty() ? "" : " (unknown: " + String.join(", ", result.unknown()) + ")");
        text.append('\n');
        text.append("Pending:   ").append(pending(result.pending())).append('\n');
        if (result.underWay().isEmpty()) {
            return text.append("Under way: nothing\n").toString();
        }
        for (Status.UnderWay revision : result.underWay()) {
            underWay(revision, text);
        }
        return text.toString();
    }

    private String pending(List<Status.Pending> pending) {
        if (pending.isEmpty()) {
            return "nothing";
        }
        StringBuilder text = new StringBuilder(pending.size() + (pending.size() == 1 ? " revision" : " revisions"));
        for (Status.Pending revision : pending) {
            text.append("\n  ")
                    .append(palette.id(revision.revision()))
                    .append("  ")
                    .append(revision.message());
        }
        return text.toString();
    }

    private void underWay(Status.UnderWay revision, StringBuilder text) {
        text.append("Under way: ").append(revision.direction()).append(" of ").append(palette.id(revision.revision()));
        text.append(revision.message().isEmpty() ? "" : " (" + revision.message() + ")");
        text.append(", last heard of at ").append(revision.since());
        text.append(revision.by().isEmpty() ? "" : " from " + revision.by() + " on " + revision.from())
                .append('\n');
        if (revision.operationsDone() == 0 && revision.statements().isEmpty()) {
            text.append(
                    "  nothing of it is there for good: either it runs now, or it died and the next run begins anew\n");
            return;
        }
        List<Status.Part> operations = revision.operations();
        if (operations == null) {
            text.append("  ").append(revision.operationsDone()).append(" operation(s) are done\n");
            revision.statements().forEach(statement -> part(statement, "    ", text));
        } else {
            for (Status.Part operation : operations) {
                part(operation, "  ", text);
                if (operation.state() == Status.State.BEGUN
                        && revision.statements().size() > 1) {
                    revision.statements().forEach(statement -> part(statement, "      ", text));
                }
            }
        }
        text.append("  Go on: limbeck ").append(revision.direction());
        text.append(". Or say what became of it: limbeck resolve ").append(revision.revision());
        text.append(" --applied or --rolled-back\n");
    }

    private void part(Status.Part part, String indent, StringBuilder text) {
        String word = part.state().name().toLowerCase(Locale.ROOT);
        text.append(indent).append(part.state() == Status.State.DONE ? palette.status(word) : word);
        text.append(" ".repeat("begun".length() - word.length())).append("  ");
        text.append(part.at() == null ? "" : part.at() + "  ");
        String line = part.text().strip().replaceAll("\\s+", " ");
        text.append(line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…")
                .append('\n');
    }
}
