// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.git;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the branch that others build on, where nobody said which it is. */
final class BaseBranch {
    private static final String DEFAULT_OF_REMOTE = "refs/remotes/origin/HEAD";
    private static final List<String> USUAL =
            List.of("refs/remotes/origin/main", "refs/remotes/origin/master", "refs/heads/main", "refs/heads/master");

    private BaseBranch() {}

    /** The short name, such as {@code origin/main}. */
    static Optional<String> find(Git git) throws Git.NoAnswerException {
        String[] question = Stream.of(
                        Stream.of("for-each-ref", "--format=%(refname) %(symref)", DEFAULT_OF_REMOTE), USUAL.stream())
                .flatMap(part -> part)
                .toArray(String[]::new);
        Map<String, String> found = new HashMap<>();
        git.run(question)
                .text()
                .lines()
                .map(line -> line.split(" ", 2))
                .forEach(line -> found.put(line[0], line.length > 1 ? line[1] : ""));
        String target = found.getOrDefault(DEFAULT_OF_REMOTE, "");
        return target.isEmpty()
                ? USUAL.stream().filter(found::containsKey).findFirst().map(BaseBranch::shortName)
                : Optional.of(shortName(target));
    }

    private static String shortName(String ref) {
        return ref.replaceFirst("^refs/(remotes|heads)/", "");
    }
}
