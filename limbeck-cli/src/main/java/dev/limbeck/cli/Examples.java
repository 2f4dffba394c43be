// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import java.util.List;
import java.util.Map;

/** What the help of each command shows to be typed; what stands behind a # is said about it. */
final class Examples {
    private static final Map<String, List<String>> LINES = Map.ofEntries(
            Map.entry(
                    "init", List.of("limbeck init", "limbeck init --url jdbc:sqlite:shop.db --revision-language sql")),
            Map.entry(
                    "revision",
                    List.of(
                            "limbeck revision --autogenerate -m 'add subtitle'",
                            "limbeck revision -m 'fill slugs' --lang sql     # an empty one",
                            "limbeck revision --autogenerate -m 'add state' \\",
                            "      --default \"orders.state='new'\"             # for existing rows",
                            "limbeck revision -m 'shop only' --head 27c6 --splice --branch-label shop")),
            Map.entry(
                    "baseline",
                    List.of(
                            "limbeck baseline -m 'as it was found'",
                            "limbeck baseline --lang sql --dry-run     # shows it, and changes nothing")),
            Map.entry("merge", List.of("limbeck merge heads -m 'join shop and billing'")),
            Map.entry(
                    "rebase",
                    List.of(
                            "limbeck rebase                     # asks before it changes anything",
                            "limbeck rebase --onto origin/main --yes",
                            "limbeck rebase --onto 27c6 --dry-run")),
            Map.entry("edit", List.of("limbeck edit head")),
            Map.entry("list-templates", List.of("limbeck list-templates")),
            Map.entry(
                    "ensure-version",
                    List.of("limbeck ensure-version", "limbeck ensure-version --sql    # for a DBA to run")),
            Map.entry(
                    "check",
                    List.of(
                            "limbeck check                    # in continuous integration",
                            "limbeck check --against live     # the database instead of the history",
                            "limbeck check --database         # revisions that were edited after they ran")),
            Map.entry(
                    "diff",
                    List.of(
                            "limbeck diff                             # drift: what nobody wrote a revision for",
                            "limbeck diff --lang sql                  # the same as a script",
                            "limbeck diff database history@current    # what would take it back",
                            "limbeck diff history models              # what autogenerate would write",
                            "limbeck diff 27c6 head --lang sql        # between two revisions",
                            "limbeck diff database jdbc:postgresql://staging/shop --jdbc-user shop",
                            "limbeck diff sql:before.sql sql:after.sql --output json")),
            Map.entry(
                    "upgrade",
                    List.of(
                            "limbeck upgrade head             # all that is missing",
                            "limbeck upgrade heads            # the same where the history has branched",
                            "limbeck upgrade +1               # the next revision",
                            "limbeck upgrade 27c6             # the revision whose id begins so",
                            "limbeck upgrade shop@head        # the head of a branch",
                            "limbeck upgrade head --plan      # only tells what would run",
                            "limbeck upgrade 1975:head --sql  # a script to run elsewhere")),
            Map.entry(
                    "downgrade",
                    List.of(
                            "limbeck downgrade -1             # the last revision",
                            "limbeck downgrade 1975           # back to the revision whose id begins so",
                            "limbeck downgrade shop@-1        # the last revision of a branch",
                            "limbeck downgrade base           # everything",
                            "limbeck downgrade -1 --plan      # only tells what would be undone",
                            "limbeck downgrade 1975 --from-log    # where newer code has upgraded the database",
                            "limbeck downgrade 27c6:1975 --sql")),
            Map.entry("stamp", List.of("limbeck stamp head", "limbeck stamp --purge 1975   # whatever it said before")),
            Map.entry(
                    "resolve",
                    List.of(
                            "limbeck resolve 27c6 --rolled-back    # what it did was undone by hand",
                            "limbeck resolve 27c6 --applied        # what was left of it was done by hand",
                            "limbeck resolve 27c6 --skip           # the statement that had begun is done")),
            Map.entry("status", List.of("limbeck status", "limbeck status --output json")),
            Map.entry(
                    "log",
                    List.of(
                            "limbeck log",
                            "limbeck log -n 20 -v",
                            "limbeck log 27c6                 # what became of one revision")),
            Map.entry(
                    "reset",
                    List.of(
                            "limbeck reset                     # asks before it throws anything away",
                            "limbeck reset --yes")),
            Map.entry(
                    "protect",
                    List.of(
                            "limbeck protect                           # on the production database, once",
                            "limbeck protect --off --yes-i-mean shop   # shop is its name")),
            Map.entry("current", List.of("limbeck current", "limbeck current --check-heads    # before a deployment")),
            Map.entry(
                    "history",
                    List.of(
                            "limbeck history --graph",
                            "limbeck history -r 1975:head     # from one revision to another",
                            "limbeck history -r -3: -i        # the last three, and where the database is")),
            Map.entry(
                    "heads",
                    List.of(
                            "limbeck heads",
                            "limbeck heads --check            # in continuous integration",
                            "limbeck heads --output json")),
            Map.entry("branches", List.of("limbeck branches -v")),
            Map.entry("show", List.of("limbeck show head", "limbeck show current", "limbeck show 27c6")),
            Map.entry("help", List.of("limbeck help upgrade", "limbeck help settings")),
            Map.entry(
                    "completion",
                    List.of(
                            "source <(limbeck completion bash)    # in ~/.bashrc",
                            "source <(limbeck completion zsh)     # in ~/.zshrc, after compinit")));

    private Examples() {}

    /** The lines for a command; a line that begins with a blank goes on with the one above. */
    static List<String> of(String command) {
        return LINES.getOrDefault(command, List.of());
    }
}
