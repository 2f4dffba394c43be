// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.config.Options;
import dev.limbeck.error.MigrationException;
import dev.limbeck.git.Repository;
import dev.limbeck.revision.RevisionNode;
import dev.limbeck.script.RevisionScript;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What git knows of a project's revisions; a project without git is a project all the same. */
final class GitView {
    private final @Nullable Repository repository;
    private final @Nullable BaseHistory base;
    private final String unknown;

    private GitView(@Nullable Repository repository, @Nullable BaseHistory base, String unknown) {
        this.repository = repository;
        this.base = base;
        this.unknown = unknown;
    }

    static GitView of(Workspace workspace) {
        Repository repository;
        try {
            repository = Repository.around(workspace.scripts().home());
        } catch (MigrationException none) {
            return new GitView(null, null, String.valueOf(none.getMessage()));
        }
        Optional<String> name = workspace.settings().find(Options.BASE_BRANCH).or(repository::baseBranch);
        Optional<BaseHistory> base = name.flatMap(branch -> BaseHistory.of(repository, branch, workspace));
        return new GitView(repository, base.orElse(null), base.isPresent() ? "" : why(repository, name.orElse("")));
    }

    private static String why(Repository repository, String name) {
        String missing = name.isEmpty()
                ? "This clone has no branch origin/main, origin/master, main or master, so it does not say which"
                        + " revisions others have; name it in limbeck.base-branch"
                : "This clone has no branch " + name + ", so it does not say which revisions others have";
        String branch = name.isEmpty() ? "main" : name.replaceFirst("^origin/", "");
        return missing + (repository.isShallow() ? " (it is shallow: fetch all of it in this CI job)" : "")
                + ", or fetch it: git fetch origin " + branch + ":refs/remotes/origin/" + branch + ".";
    }

    Optional<Repository> repository() {
        return Optional.ofNullable(repository);
    }

    Optional<BaseHistory> base() {
        return Optional.ofNullable(base);
    }

    /** Why there is no base branch; empty if there is one. */
    String unknown() {
        return unknown;
    }

    /** Whether others may not have it yet; where nobody can tell, any may be. */
    boolean isMine(RevisionScript script) {
        return base == null || base.isMine(script);
    }

    /** One line about a revision: its id and message, its file, who made it and when. */
    String line(RevisionNode node, Workspace workspace) {
        String origin = repository == null
                ? ""
                : workspace.scripts().find(node.id()).map(this::origin).orElse("");
        return "  " + node.id() + "  " + node.message() + "  (" + node.path() + origin + ")";
    }

    private String origin(RevisionScript script) {
        if (repository == null) {
            return "";
        }
        Repository.Change change = repository.origin(script.path());
        String branch = base == null || base.isMine(script) ? "" : ", on " + base.name();
        return ", by " + change.author() + (change.date().isEmpty() ? "" : ", " + change.date()) + branch;
    }
}
