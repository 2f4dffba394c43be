// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import dev.limbeck.operation.Operation;
import java.time.Instant;
import java.util.List;

/**
 * A revision that is to be written to a file.
 *
 * @param message what it is for; may be empty, or of several paragraphs
 * @param downRevisions the ids it follows; none makes it a base
 * @param dependsOn ids or labels of other branches that must have run before it
 * @param labels the branch labels that it declares
 * @param javaPackage the package of a Java file; empty for the unnamed one
 * @param remarks what a person should look at before running it, one sentence each
 */
public record NewRevision(
        String id,
        String message,
        List<String> downRevisions,
        List<String> dependsOn,
        List<String> labels,
        Instant createdAt,
        String javaPackage,
        Language language,
        List<Operation> upgrade,
        List<Operation> downgrade,
        List<String> remarks) {

    public NewRevision {
        downRevisions = List.copyOf(downRevisions);
        dependsOn = List.copyOf(dependsOn);
        labels = List.copyOf(labels);
        upgrade = List.copyOf(upgrade);
        downgrade = List.copyOf(downgrade);
        remarks = List.copyOf(remarks);
    }
}
