// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import dev.limbeck.command.MoveResult;
import dev.limbeck.command.PlanResult;
import dev.limbeck.command.Workspace;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What an upgrade, a downgrade and a stamp are asked alike: to do it, or to print the SQL that does it. */
final class MoveOptions {
    @Option(names = "--sql", description = "Prints the SQL instead of running it; no database is touched.")
    private boolean sql;

    @Mixin
    private final MeantOption meant = new MeantOption();

    @Mixin
    private final OutputFormat output = new OutputFormat();

    /** The protected database that was named; empty if none was. */
    String meant() {
        return meant.database();
    }

    boolean isSql() {
        return sql;
    }

    /** Tells what would run. */
    int plan(Session session, PlanResult result) {
        output.report(session, result, PlanLines::of);
        return ExitCode.DONE;
    }

    int run(Session session, Function<Workspace, String> script, Supplier<MoveResult> move) {
        if (sql) {
            session.print(session.call(script));
        } else {
            output.print(session, move.get(), moved -> "");
        }
        return ExitCode.DONE;
    }
}
