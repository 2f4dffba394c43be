// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HooksTest {
    @TempDir
    private Path folder;

    @Test
    void keepsTogetherWhatStandsInQuotesAndThePath() throws IOException {
        Files.writeString(folder.resolve("words.sh"), "for word in \"$@\"; do echo \"<$word>\"; done");

        assertThat(run("sh words.sh --x='a b' \"\" \"it's\" {file}").output())
                .isEqualTo("<--x=a b>\n<>\n<it's>\n<" + file() + ">\n");
    }

    @Test
    void runsInTheProjectsFolderWithNothingToRead() throws IOException {
        assertThat(run("sh -c 'pwd; cat' {file}").output()).isEqualTo(folder.toRealPath() + "\n");
    }

    @Test
    void saysWhatFailed() {
        assertThat(run("sh -c 'echo no >&2; exit 3' {file}"))
                .isEqualTo(new HookRun(
                        "one",
                        "no\n",
                        "Post write hook 'one' ended with status 3. The file " + file()
                                + " was kept, and no later hook was"
                                + " run. Correct limbeck.hook.one or what it complains of, and run it on the file yourself:"
                                + " sh -c 'echo no >&2; exit 3' " + file()));
    }

    @Test
    void refusesACommandLineWithoutTheFile() {
        assertThatThrownBy(() -> run("echo"))
                .hasMessage("limbeck.hook.one has no {file}; write it where the path of the new"
                        + " file goes. No file was written.");
    }

    private HookRun run(String command) {
        Settings settings = Settings.of(Map.of("limbeck.hooks", "one", "limbeck.hook.one", command), folder);
        List<HookRun> runs = Hooks.of(settings).run(file());
        assertThat(runs).hasSize(1);
        return runs.get(0);
    }

    private Path file() {
        return folder.resolve("a file.sql");
    }
}
