// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code bin/demo} works, and the README shows what it prints. */
class DemoIT {
    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    @Test
    void printsWhatTheReadmeShows() throws IOException, InterruptedException {
        // The build that this test is part of has just built everything; the start script must not do so again under
        // it.
        Files.writeString(REPOSITORY.resolve("limbeck-cli/target/limbeck.built"), "");
        Process demo = new ProcessBuilder("bin/demo")
                .directory(REPOSITORY.toFile())
                .redirectErrorStream(true)
                .start();
        demo.getOutputStream().close();
        String output = new String(demo.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(demo.waitFor()).as(output).isZero();
        List<String> lines = general(output).lines().toList();
        assertThat(lines).containsSubsequence(shown());
    }

    /** The lines of the README's demo, of which it may leave some out with an ellipsis. */
    private static List<String> shown() throws IOException {
        String readme = Files.readString(REPOSITORY.resolve("README.md"));
        int start = readme.indexOf("$ bin/demo\n");
        assertThat(start).isNotNegative();
        String block = readme.substring(start + "$ bin/demo\n".length(), readme.indexOf("```", start));
        return general(block).lines().filter(line -> !line.strip().equals("…")).toList();
    }

    /** Ids, times and folders differ from one run to the next. */
    private static String general(String text) {
        return text.replaceAll("\\b[0-9a-f]{12}\\b", "<id>")
                .replaceAll("R[0-9a-f]{12}_", "R<id>_")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z", "<time>")
                .replaceAll("\\S*/limbeck-demo\\.\\w+", "<folder>");
    }
}
