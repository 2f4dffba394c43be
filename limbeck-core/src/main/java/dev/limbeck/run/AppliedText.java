// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.run;

import dev.limbeck.error.MigrationException;
import dev.limbeck.history.RecordedDowngrade;
import dev.limbeck.history.RunLog;
import dev.limbeck.revision.Direction;
import dev.limbeck.revision.Step;
import dev.limbeck.script.Language;
import dev.limbeck.script.LoadedRevision;
import dev.limbeck.script.RevisionScript;

/** What of a revision is kept in the log: of an upgrade its text, and its way back where the text alone is none. */
final class AppliedText {
    private AppliedText() {}

    static RunLog.Applied of(Step step, LoadedRevision revision) {
        RevisionScript script = revision.script();
        if (step.direction() != Direction.UPGRADE) {
            return checksumOf(revision);
        }
        // An SQL file says its way back itself, and arguments that may be secret are not filled in there.
        RecordedDowngrade downgrade = script.language() == Language.SQL ? null : recorded(revision);
        return new RunLog.Applied(script.checksum(), script.node().path(), script.source(), downgrade);
    }

    /** The same without what is only of use once the revision is there. */
    static RunLog.Applied checksumOf(LoadedRevision revision) {
        return new RunLog.Applied(
                revision.script().checksum(), revision.script().node().path(), null, null);
    }

    private static RecordedDowngrade recorded(LoadedRevision revision) {
        try {
            return RecordedDowngrade.of(revision.downgradeForLater().stream()
                    .map(operation -> new RecordedDowngrade.RecordedStep(
                            operation.operation(), operation.location().line(), operation.transactional()))
                    .toList());
        } catch (MigrationException unknown) {
            return RecordedDowngrade.unknown(String.valueOf(unknown.getMessage()));
        }
    }
}
