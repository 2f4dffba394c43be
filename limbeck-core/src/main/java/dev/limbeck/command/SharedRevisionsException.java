// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.revision.Overreach;
import dev.limbeck.revision.RevisionNode;
import java.util.stream.Collectors;

/** A downgrade along a branch that would undo more than that branch, and waits for somebody to agree. */
public final class SharedRevisionsException extends MigrationException {
    private static final long serialVersionUID = 1L;

    private final String finding;

    SharedRevisionsException(String target, Overreach overreach) {
        this(
                finding(target, overreach),
                overreach
                                .narrower()
                                .map(narrower -> "To undo the branch only, use " + narrower + ". ")
                                .orElse("")
                        + "To undo these as well, add --yes.");
    }

    private SharedRevisionsException(String finding, String advice) {
        super(ErrorCode.QUESTION_OPEN, finding + "\n" + advice);
        this.finding = finding;
    }

    /** What would be undone, a line for each revision, without the advice. */
    public String finding() {
        return finding;
    }

    static String finding(String target, Overreach overreach) {
        return "The downgrade to " + target + " undoes more than branch '" + overreach.branch() + "':"
                + overreach.revisions().stream()
                        .map(SharedRevisionsException::line)
                        .collect(Collectors.joining());
    }

    private static String line(RevisionNode node) {
        return "\n  " + node.id() + (node.message().isEmpty() ? "" : " (" + node.message() + ")");
    }
}
