// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import dev.limbeck.command.CreateRevision;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What a new revision is called, how it is written, and how it hangs on others. */
final class NewRevisionOptions {
    @Option(
            names = {"-m", "--message"},
            paramLabel = "TEXT",
            defaultValue = "empty message",
            description = "What the revision is for, in a few words.")
    private String message = "";

    @Option(names = "--rev-id", paramLabel = "ID", description = "The revision's id, instead of a random one.")
    private Optional<String> id = Optional.empty();

    @Option(
            names = "--lang",
            paramLabel = "LANGUAGE",
            description = "java or sql, instead of limbeck.revision-language.")
    private Optional<Language> language = Optional.empty();

    @Option(
            names = "--splice",
            description = "Allows a revision that is no head to be followed, which makes a new branch.")
    private boolean splice;

    @Option(
            names = "--branch-label",
            paramLabel = "LABEL",
            description = "A name for the branch that begins here (repeatable).")
    private List<String> branchLabels = List.of();

    @Option(
            names = "--depends-on",
            paramLabel = "REV",
            description = "A revision of another branch that must have run before (repeatable).")
    private List<String> dependsOn = List.of();

    @Option(
            names = "--version-path",
            paramLabel = "FOLDER",
            description = "The location that the file goes to, instead of that of the revision it follows.")
    private Optional<String> folder = Optional.empty();

    /** The languages; picocli reads them without regard to case. */
    enum Language {
        JAVA,
        SQL;

        /** As the configuration spells it. */
        String spelling() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    String message() {
        return message;
    }

    Optional<String> id() {
        return id;
    }

    /** The language as the configuration spells it. */
    Optional<String> language() {
        return language.map(Language::spelling);
    }

    /** Where the revision stands when it follows these. */
    CreateRevision.Placing placing(List<String> heads, Session session) {
        return new CreateRevision.Placing(
                heads,
                splice,
                branchLabels,
                dependsOn,
                folder.map(session::resolve).orElse(null));
    }
}
