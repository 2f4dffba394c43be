// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.error.MigrationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepositoryTest {
    @TempDir
    Path temporary;

    private Path root;

    @BeforeEach
    void realPath() throws IOException {
        root = Files.createDirectories(temporary.toRealPath().resolve("checkout"));
    }

    @Test
    void saysThatAFolderIsInNoCheckout() {
        assertThatThrownBy(() -> around(root, Map.of()))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("git knows no checkout around " + root);
    }

    @Test
    void saysThatGitIsNotInstalled() {
        Git missing = new Git("no-such-program", root, Map.of(), Git.PATIENCE);

        assertThatThrownBy(() -> Repository.around(root, missing, Map.of()))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("with git on the PATH");
    }

    @Test
    void doesNotWaitForEverForAGitThatHangs() throws IOException {
        Path hanging = Files.writeString(root.resolve("hanging"), "#!/bin/sh\nexec sleep 30\n");
        assertThat(hanging.toFile().setExecutable(true)).isTrue();
        Git git = new Git(hanging.toString(), root, Map.of(), Duration.ofMillis(200));

        assertThatThrownBy(() -> Repository.around(root, git, Map.of()))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("did not end");
    }

    @Test
    void findsTheBaseBranchThatOriginPointsToBeforeAUsualName() throws Exception {
        commit("a.sql", "one");
        assertThat(around(root, Map.of()).baseBranch()).contains("main");

        git("update-ref", "refs/remotes/origin/master", "HEAD");
        assertThat(around(root, Map.of()).baseBranch()).contains("origin/master");

        git("update-ref", "refs/remotes/origin/develop", "HEAD");
        git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/develop");
        assertThat(around(root, Map.of()).baseBranch()).contains("origin/develop");
    }

    @Test
    void anUnbornBranchHasNothing() throws Exception {
        git("init", "-q", "-b", "main");
        Path file = Files.writeString(root.resolve("a.sql"), "one");
        Repository repository = around(root, Map.of());

        assertThat(repository.baseBranch()).isEmpty();
        assertThat(repository.commit("HEAD")).isEmpty();
        assertThat(repository.forkPoint("HEAD")).isEmpty();
        assertThat(repository.origin(file)).isEqualTo(Repository.Change.NOT_COMMITTED);
    }

    @Test
    void readsTheFilesOfAFolderAtACommitWhateverTheirNames() throws Exception {
        Path folder = Files.createDirectories(root.resolve("große Änderungen"));
        commit("große Änderungen/0001 größer.sql", "eins\r\nzwei\n");
        commit("große Änderungen/leer.sql", "");
        commit("große Änderungen/unter/tief.sql", "deep");
        Files.writeString(folder.resolve("0001 größer.sql"), "changed since");
        Repository repository = around(folder, Map.of());

        Map<Path, String> files = repository.files(repository.commit("main").orElseThrow(), List.of(folder));

        assertThat(files).containsOnlyKeys(folder.resolve("0001 größer.sql"), folder.resolve("leer.sql"));
        Map<String, String> contents = repository.contents(files.values());
        assertThat(files.values().stream().map(contents::get)).containsExactly("eins\r\nzwei\n", "");
        assertThat(repository.contents(List.of("0".repeat(40)))).isEmpty();
    }

    @Test
    void readsFilesAtTheTopOfTheCheckout() throws Exception {
        commit("a.sql", "one");

        assertThat(around(root, Map.of()).files("HEAD", List.of(root))).containsOnlyKeys(root.resolve("a.sql"));
    }

    @Test
    void readsThousandsOfFilesWithOneProcess() throws Exception {
        Files.createDirectories(root.resolve("m"));
        for (int i = 0; i < 3000; i++) {
            Files.writeString(root.resolve("m/" + i + ".sql"), "-- " + i + "\n".repeat(100));
        }
        commit("m/last.sql", "last");
        Repository repository = around(root, Map.of());
        Map<Path, String> files = repository.files("HEAD", List.of(root.resolve("m")));

        assertThat(repository.contents(files.values())).hasSize(3001);
    }

    @Test
    void namesWhoMadeAFileAndNotWhoChangedItLast() throws Exception {
        commit("a.sql", "one");
        Files.writeString(root.resolve("a.sql"), "two");
        git("commit", "-q", "-a", "-m", "change", "--author=Zoë <zoe@example.com>");
        Repository repository = around(root, Map.of());

        assertThat(repository.origin(root.resolve("a.sql"))).isEqualTo(new Repository.Change("Ann", "2026-11-20"));
        assertThat(repository.origin(root.resolve("new.sql"))).isEqualTo(Repository.Change.NOT_COMMITTED);
        assertThat(repository.origin(Path.of("/elsewhere.sql"))).isEqualTo(Repository.Change.NOT_COMMITTED);
    }

    @Test
    void findsWhereTheCheckoutLeftTheBaseBranch() throws Exception {
        commit("a.sql", "one");
        String fork = around(root, Map.of()).commit("HEAD").orElseThrow();
        git("checkout", "-q", "-b", "mine");
        commit("b.sql", "two");
        git("checkout", "-q", "--detach");
        Repository repository = around(root, Map.of());

        assertThat(repository.forkPoint("main")).contains(fork);
        assertThat(repository.commit("no-such-branch")).isEmpty();
        assertThat(repository.commit("--all")).isEmpty();
        assertThat(repository.isShallow()).isFalse();
    }

    @Test
    void aShallowCloneSaysSoAndHasNoBaseBranch() throws Exception {
        commit("a.sql", "one");
        commit("b.sql", "two");
        git("branch", "mine");
        Path clone = root.resolveSibling("clone");
        git("clone", "-q", "--depth=1", "--branch=mine", "file://" + root, clone.toString());
        Repository repository = around(clone, Map.of());

        assertThat(repository.isShallow()).isTrue();
        assertThat(repository.commit("origin/main")).isEmpty();
    }

    @Test
    void knowsALinkedWorktreeAndAProjectBelowTheTop() throws Exception {
        commit("shop/migrations/a.sql", "one");
        Path linked = root.resolveSibling("linked");
        git("worktree", "add", "-q", linked.toString(), "-b", "mine");
        Path folder = linked.resolve("shop/migrations");

        assertThat(around(folder, Map.of()).files("main", List.of(folder))).containsOnlyKeys(folder.resolve("a.sql"));
    }

    @Test
    void asksTheRepositoryOfAFolderThatIsASubmodule() throws Exception {
        commit("a.sql", "one");
        Path outer = Files.createDirectories(root.resolveSibling("outer"));
        run(outer, "init", "-q", "-b", "main");
        run(outer, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", root.toString(), "migrations");
        Path folder = outer.resolve("migrations");

        assertThat(around(folder, Map.of()).files("HEAD", List.of(folder))).containsOnlyKeys(folder.resolve("a.sql"));
    }

    @Test
    void withinAHookItIsTheRepositoryThatGitNames() throws Exception {
        commit("shop/a.sql", "one");
        Path moved = root.resolveSibling("elsewhere.git");
        Files.move(root.resolve(".git"), moved);

        Map<String, String> hook = Map.of("GIT_DIR", moved.toString(), "GIT_WORK_TREE", root.toString());

        assertThatThrownBy(() -> around(root, Map.of())).isInstanceOf(MigrationException.class);
        assertThat(around(root.resolve("shop"), hook).files("HEAD", List.of(root.resolve("shop"))))
                .containsOnlyKeys(root.resolve("shop/a.sql"));
    }

    @Test
    void aFolderThatIsNotThereYetIsInTheCheckoutAboveIt() throws Exception {
        commit("a.sql", "one");
        Path folder = root.resolve("not/yet");

        assertThat(around(folder, Map.of()).files("HEAD", List.of(folder))).isEmpty();
    }

    @Test
    void writesNothing() throws Exception {
        commit("a.sql", "one");
        byte[] index = Files.readAllBytes(root.resolve(".git/index"));
        Repository repository = around(root, Map.of());
        repository.baseBranch();
        repository.origin(root.resolve("a.sql"));

        assertThat(Files.readAllBytes(root.resolve(".git/index"))).isEqualTo(index);
        assertThat(root.resolve(".git/index.lock")).doesNotExist();
    }

    private static Repository around(Path folder, Map<String, String> environment) {
        return Repository.around(folder, new Git("git", folder, Map.of(), Git.PATIENCE), environment);
    }

    private void commit(String file, String text) throws Exception {
        if (!Files.exists(root.resolve(".git"))) {
            git("init", "-q", "-b", "main");
        }
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), text);
        git("add", ".");
        git("commit", "-q", "-m", "add " + file);
    }

    private void git(String... arguments) throws Exception {
        run(root, arguments);
    }

    private static void run(Path folder, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "GIT_CONFIG_GLOBAL", "/dev/null",
                        "GIT_AUTHOR_NAME", "Ann",
                        "GIT_AUTHOR_EMAIL", "ann@example.com",
                        "GIT_AUTHOR_DATE", "2026-11-20T10:00:00Z",
                        "GIT_COMMITTER_NAME", "Ann",
                        "GIT_COMMITTER_EMAIL", "ann@example.com"));
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
