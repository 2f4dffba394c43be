// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.git;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The git repository around a folder, read only. */
public final class Repository {
    private static final String FILE_MODE = "100";

    private final Git git;
    private final Path root;

    private Repository(Git git, Path root) {
        this.git = git;
        this.root = root;
    }

    /**
     * Who changed a file, and when.
     *
     * @param date such as {@code 2026-11-20}; empty for what is not committed
     */
    public record Change(String author, String date) {
        static final Change NOT_COMMITTED = new Change("you (not committed)", "");
    }

    /**
     * The repository whose checkout the folder is in.
     *
     * @throws MigrationException with code GIT_FAILED if git is not there, or the folder is in no checkout
     */
    public static Repository around(Path folder) {
        return around(folder, new Git("git", folder, Map.of(), Git.PATIENCE), System.getenv());
    }

    static Repository around(Path folder, Git program, Map<String, String> environment) {
        try {
            Path real = existing(folder).toRealPath();
            Git git =
                    program.withHook(environment, Path.of("").toAbsolutePath()).in(real);
            Git.Output top = git.run("rev-parse", "--show-toplevel");
            if (!top.succeeded() || top.text().isBlank()) {
                throw failed("git knows no checkout around " + real + ": "
                        + (top.error().isEmpty() ? "it is a repository without files" : top.error()));
            }
            Path root = Path.of(withoutLineEnd(top.text())).toRealPath();
            return new Repository(git.in(root), root);
        } catch (IOException | Git.NoAnswerException none) {
            throw failed(String.valueOf(none.getMessage()));
        }
    }

    /** A folder that has not been made yet is in the checkout that the folder above it is in. */
    private static Path existing(Path folder) {
        Path place = folder.toAbsolutePath().normalize();
        while (!Files.isDirectory(place) && place.getParent() != null) {
            place = place.getParent();
        }
        return place;
    }

    /** The name of the branch that others build on: where {@code origin/HEAD} points to, or the first usual name. */
    public Optional<String> baseBranch() {
        try {
            return BaseBranch.find(git);
        } catch (Git.NoAnswerException none) {
            throw failed(String.valueOf(none.getMessage()));
        }
    }

    /** The commit that a branch, tag or commit names; empty if this clone has none of that name. */
    public Optional<String> commit(String ref) {
        if (ref.isBlank() || ref.startsWith("-")) {
            return Optional.empty();
        }
        return line(run(List.of(), "rev-parse", "--verify", "--quiet", ref + "^{commit}"));
    }

    /** The commit at which the checkout left another line; empty if this clone does not reach back so far. */
    public Optional<String> forkPoint(String commit) {
        return commit("HEAD").flatMap(head -> line(run(List.of(), "merge-base", head, commit)));
    }

    /** Whether this clone has only the newest commits. */
    public boolean isShallow() {
        return line(run(List.of(), "rev-parse", "--is-shallow-repository")).equals(Optional.of("true"));
    }

    /** The files that lie right in these folders at a commit, by their path in the checkout, with their contents' ids. */
    public Map<Path, String> files(String commit, Collection<Path> folders) {
        Map<Path, String> files = new TreeMap<>();
        for (Path folder : folders) {
            inside(folder).ifPresent(place -> {
                Git.Output tree = place.isEmpty()
                        ? run(List.of(), "ls-tree", "-z", "--full-tree", commit)
                        : run(List.of(), "ls-tree", "-z", "--full-tree", commit, place + "/");
                for (String entry : tree.succeeded() ? tree.text().split("\0", -1) : new String[0]) {
                    add(entry, folder, files);
                }
            });
        }
        return files;
    }

    private void add(String entry, Path folder, Map<Path, String> files) {
        int tab = entry.indexOf('\t');
        if (tab > 0 && entry.startsWith(FILE_MODE)) {
            String[] words = entry.substring(0, tab).split(" ", -1);
            String path = entry.substring(tab + 1);
            files.put(folder.resolve(path.substring(path.lastIndexOf('/') + 1)), words[2]);
        }
    }

    /** The contents by their ids, all of them with one process; without those that are not in this clone. */
    public Map<String, String> contents(Collection<String> ids) {
        Map<String, String> contents = new LinkedHashMap<>();
        if (ids.isEmpty()) {
            return contents;
        }
        String bytes =
                run(ids.stream().distinct().toList(), "cat-file", "--batch").bytes();
        int at = 0;
        while (at < bytes.length()) {
            int end = bytes.indexOf('\n', at);
            String[] head = bytes.substring(at, end).split(" ", -1);
            at = end + 1;
            if (head.length == 3) {
                int size = Integer.parseInt(head[2]);
                contents.put(head[0], Git.decode(bytes.substring(at, at + size)));
                at += size + 1;
            }
        }
        return contents;
    }

    /** Who made a file. */
    public Change origin(Path file) {
        Optional<String> place = inside(file);
        if (place.isEmpty()) {
            return Change.NOT_COMMITTED;
        }
        Git.Output log = run(
                List.of(),
                "log",
                "--no-show-signature",
                "--no-color",
                "--date=short",
                "--format=%ad %an",
                "--",
                ":(top,literal)" + place.get());
        List<String> commits = log.succeeded() ? log.text().lines().toList() : List.of();
        if (commits.isEmpty()) {
            return Change.NOT_COMMITTED;
        }
        String[] first = commits.get(commits.size() - 1).split(" ", 2);
        return new Change(first.length > 1 ? first[1] : "", first[0]);
    }

    /** The path of a file as git writes it; empty for one outside of the checkout. */
    public Optional<String> inside(Path file) {
        try {
            Path absolute = file.toAbsolutePath().normalize();
            Path place = existing(absolute);
            Path real = place.toRealPath().resolve(place.relativize(absolute));
            return real.startsWith(root)
                    ? Optional.of(root.relativize(real).toString().replace('\\', '/'))
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private Git.Output run(List<String> input, String... arguments) {
        try {
            return git.run(input, List.of(arguments));
        } catch (Git.NoAnswerException none) {
            throw failed(String.valueOf(none.getMessage()));
        }
    }

    private static Optional<String> line(Git.Output output) {
        return output.succeeded()
                ? Optional.of(output.text().strip()).filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    private static String withoutLineEnd(String text) {
        return text.replaceFirst("\\R$", "");
    }

    private static MigrationException failed(String why) {
        return new MigrationException(
                ErrorCode.GIT_FAILED,
                "git could not be asked: " + why + ". Run it in a checkout, with git on the PATH.");
    }
}
