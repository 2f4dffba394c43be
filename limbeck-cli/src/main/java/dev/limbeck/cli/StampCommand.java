// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import dev.limbeck.command.Stamp;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code limbeck stamp}. */
@Command(name = "stamp", description = "Records that the database is at a revision, without running any.")
final class StampCommand implements Subcommand {
    private List<String> revisions = List.of();

    @Option(names = "--purge", description = "Forgets first what the database says of its revisions.")
    private boolean purge;

    @Mixin
    private final MoveOptions options = new MoveOptions();

    @Parameters(
            arity = "1..*",
            paramLabel = "REV",
            converter = RevisionArgument.class,
            description = "The revisions, or heads, or base for none; with --sql also START:END.")
    void revisions(List<String> given) {
        revisions = given;
    }

    @Override
    public int run(Session session) {
        if (purge && options.isSql()) {
            session.failed("Can't use --purge with --sql mode: what to delete is not known without the database.");
            return ExitCode.USAGE;
        }
        return options.run(
                session,
                workspace -> new Stamp(workspace).script(revisions),
                () -> session.call(workspace -> new Stamp(workspace).run(revisions, purge, options.meant())));
    }
}
