// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import dev.limbeck.command.Downgrade;
import dev.limbeck.command.MoveResult;
import dev.limbeck.command.SharedRevisionsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code limbeck downgrade}. */
@Command(name = "downgrade", description = "Takes the database back to an earlier revision.")
final class DowngradeCommand implements Subcommand {
    private String revision = "";

    @Option(
            names = {"-y", "--yes"},
            description = "Undoes without asking what is not on the branch of LABEL@REV alone.")
    private boolean yes;

    @Option(
            names = "--from-log",
            description =
                    "Goes by what the database kept of its revisions, where their files are not here or are others"
                            + " now.")
    private boolean fromLog;

    @Option(names = "--plan", description = "Tells what would run, and changes nothing.")
    private boolean plan;

    @Option(
            names = "--idempotent",
            description =
                    "With --sql, lets each revision look first whether it was done, so that the script may run twice.")
    private boolean idempotent;

    @Mixin
    private final MoveOptions options = new MoveOptions();

    @Parameters(
            index = "0",
            paramLabel = "REV",
            converter = RevisionArgument.class,
            description = "The revision to go back to: an id or its beginning, base, -N; with --sql START:END.")
    void revision(String given) {
        revision = given;
    }

    @Override
    public int run(Session session) {
        if (idempotent && !options.isSql()) {
            session.failed("--idempotent is about the script of --sql; a run knows by itself what was done.");
            return ExitCode.USAGE;
        }
        if (fromLog && (plan || options.isSql())) {
            session.failed("--from-log runs what the database kept; it goes with neither --plan nor --sql.");
            return ExitCode.USAGE;
        }
        return plan
                ? options.plan(session, session.call(workspace -> new Downgrade(workspace).plan(revision)))
                : options.run(
                        session,
                        workspace -> new Downgrade(workspace).script(revision, idempotent),
                        () -> downgrade(session));
    }

    private MoveResult downgrade(Session session) {
        try {
            return downgrade(session, yes);
        } catch (SharedRevisionsException open) {
            if (session.ask(open.finding() + "\nUndo these as well?") != Answer.YES) {
                throw open;
            }
            return downgrade(session, true);
        }
    }

    private MoveResult downgrade(Session session, boolean agreed) {
        return session.call(workspace -> fromLog
                ? new Downgrade(workspace).runFromLog(revision, agreed, options.meant())
                : new Downgrade(workspace).run(revision, agreed, options.meant()));
    }
}
