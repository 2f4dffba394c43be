// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import dev.limbeck.operation.Operation;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A revision that is to be written to a file.
 *
 * @param message what it is for; may be empty, or of several paragraphs
 * @param downRevisions the ids it follows; none makes it a base
 * @param dependsOn ids or labels of other branches that must have run before it
 * @param labels the branch labels that it declares
 * @param createdAt the moment, in the time zone in which files tell it
 * @param javaPackage the package that goes with the folder of new files; empty for the unnamed one
 * @param losses what operations of the upgrade take away for good, in words
 * @param remarks what a person should look at before running it, one sentence each
 */
public record NewRevision(
        String id,
        String message,
        List<String> downRevisions,
        List<String> dependsOn,
        List<String> labels,
        ZonedDateTime createdAt,
        String javaPackage,
        Language language,
        List<Operation> upgrade,
        List<Operation> downgrade,
        Map<Operation, String> losses,
        List<String> remarks) {

    /** One whose upgrade takes nothing away. */
    public NewRevision(
            String id,
            String message,
            List<String> downRevisions,
            List<String> dependsOn,
            List<String> labels,
            ZonedDateTime createdAt,
            String javaPackage,
            Language language,
            List<Operation> upgrade,
            List<Operation> downgrade,
            List<String> remarks) {
        this(
                id,
                message,
                downRevisions,
                dependsOn,
                labels,
                createdAt,
                javaPackage,
                language,
                upgrade,
                downgrade,
                Map.of(),
                remarks);
    }

    public NewRevision {
        downRevisions = List.copyOf(downRevisions);
        dependsOn = List.copyOf(dependsOn);
        labels = List.copyOf(labels);
        upgrade = List.copyOf(upgrade);
        downgrade = List.copyOf(downgrade);
        losses = Map.copyOf(losses);
        remarks = List.copyOf(remarks);
    }

    /** The moment to the second with its offset, as in {@code 2026-11-20T09:42:11+01:00}; the offset 0 is Z. */
    String created() {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME
                .withLocale(Locale.ROOT)
                .format(createdAt.truncatedTo(ChronoUnit.SECONDS));
    }
}
