// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.cli.Main;
import dev.limbeck.dialect.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The command line in a process of its own, which signals can be sent to. */
final class LimbeckProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final Path output;

    private LimbeckProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static LimbeckProcess start(Path folder, List<String> properties, String... arguments) throws IOException {
        Path output = Files.createTempFile(folder, "output", ".txt");
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(properties);
        command.add(Main.class.getName());
        command.addAll(List.of(arguments));
        return new LimbeckProcess(
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start(),
                output);
    }

    /** Whether processes of this one do not hear of Ctrl-C, as those that a shell starts in its background; a guess where Linux does not tell. */
    static boolean ignoresCtrlC() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .anyMatch(line ->
                                (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
    }

    /** The settings of a project on a database. */
    static void configure(Path folder, Database database, String... more) throws IOException {
        List<String> settings =
                new ArrayList<>(List.of("limbeck.url=" + database.url(), "limbeck.locations=migrations"));
        if (database.user() != null) {
            settings.add("limbeck.user=" + database.user());
        }
        if (database.password() != null) {
            settings.add("limbeck.password=" + database.password());
        }
        settings.addAll(List.of(more));
        Files.write(folder.resolve("limbeck.properties"), settings);
        Files.createDirectories(folder.resolve("migrations"));
    }

    /** Writes a revision in SQL that follows another one, or none. */
    static void revision(Path folder, String id, String revises, String upgrade) throws IOException {
        Files.writeString(
                folder.resolve("migrations").resolve(id + "_r.sql"),
                "-- r\n--\n-- Revision ID: " + id + "\n-- Revises: " + revises + "\n\n-- limbeck: upgrade\n" + upgrade);
    }

    String output() throws IOException {
        return Files.readString(output);
    }

    void await(String text) throws IOException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!output().contains(text)) {
            assertThat(process.isAlive()).as(output()).isTrue();
            assertThat(Instant.now()).as(output()).isBefore(end);
            LockSupport.parkNanos(20_000_000);
        }
    }

    /** Sends a signal by its short name, and gives the exit code. */
    int end(String signal) throws IOException, InterruptedException {
        signal(signal);
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as(output())
                .isTrue();
        return process.exitValue();
    }

    void signal(String signal) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
