// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.git.Repository;
import dev.limbeck.script.Language;
import dev.limbeck.script.RevisionScript;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The revisions that the branch has on which everybody builds, beside those of the working tree.
 *
 * @param name of the branch
 * @param tip its files now
 * @param fork its files where the working tree's branch left it
 * @param forkCommit that place; the branch itself if this clone does not reach back so far
 * @param here the files of the working tree
 */
record BaseHistory(
        String name,
        Map<Path, RevisionScript> tip,
        Map<Path, RevisionScript> fork,
        String forkCommit,
        List<RevisionScript> here) {

    /** The history of a branch, tag or commit; empty if this clone has none of that name. */
    static Optional<BaseHistory> of(Repository repository, String name, Workspace workspace) {
        return repository.commit(name).map(commit -> read(repository, name, commit, workspace));
    }

    private static BaseHistory read(Repository repository, String name, String commit, Workspace workspace) {
        String forkCommit = repository.forkPoint(commit).orElse(commit);
        Map<Path, String> tip = sources(repository.files(commit, workspace.locations()));
        Map<Path, String> fork = sources(repository.files(forkCommit, workspace.locations()));
        Map<String, String> contents = repository.contents(
                Stream.concat(tip.values().stream(), fork.values().stream()).toList());
        return new BaseHistory(
                name,
                scripts(tip, contents),
                scripts(fork, contents),
                forkCommit.equals(commit) ? name : forkCommit.substring(0, 12),
                workspace.scripts().scripts());
    }

    private static Map<Path, String> sources(Map<Path, String> files) {
        files.keySet()
                .removeIf(file -> Stream.of(Language.values())
                        .noneMatch(language -> file.toString().endsWith(language.extension())));
        return files;
    }

    private static Map<Path, RevisionScript> scripts(Map<Path, String> files, Map<String, String> contents) {
        Map<Path, RevisionScript> scripts = new TreeMap<>();
        files.forEach((path, id) -> Optional.ofNullable(contents.get(id))
                .flatMap(text -> RevisionScript.read(path, text))
                .ifPresent(script -> scripts.put(path, script)));
        return scripts;
    }

    /** Whether the branch never had it: neither its file, nor its id in a file that is gone. */
    boolean isMine(RevisionScript script) {
        return !tip.containsKey(script.path())
                && !fork.containsKey(script.path())
                && gone(fork.values()).stream().noneMatch(merged -> hasSameId(merged, script));
    }

    /** What the branch has and the working tree has not, under whatever name. */
    List<RevisionScript> absent() {
        List<RevisionScript> merged =
                here.stream().filter(script -> !isMine(script)).toList();
        return gone(tip.values()).stream()
                .filter(script -> merged.stream().noneMatch(other -> hasSameId(other, script)))
                .toList();
    }

    /** Whether it was there when the working tree's branch began, so that it is this branch that took it away. */
    boolean wasThere(RevisionScript script) {
        return fork.containsKey(script.path());
    }

    private List<RevisionScript> gone(Collection<RevisionScript> scripts) {
        Set<Path> paths = here.stream().map(RevisionScript::path).collect(Collectors.toSet());
        List<RevisionScript> gone = new ArrayList<>(scripts);
        gone.removeIf(script -> paths.contains(script.path()));
        return gone;
    }

    private static boolean hasSameId(RevisionScript one, RevisionScript other) {
        return one.node().id().equals(other.node().id());
    }
}
