// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import picocli.CommandLine.Command;

/** What is said of the command as a whole. */
@Command(
        name = "limbeck",
        description = "Schema migrations for Java: change an entity, get a migration, prove it, apply it, undo it.",
        customSynopsis = "limbeck [OPTIONS] COMMAND [OPTIONS OF THE COMMAND]",
        versionProvider = Version.class,
        sortOptions = false)
final class RootCommand {}
