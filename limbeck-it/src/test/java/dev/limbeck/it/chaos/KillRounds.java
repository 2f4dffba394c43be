// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.chaos;

import dev.limbeck.it.Limbeck;
import dev.limbeck.it.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Kills a process that moves a database at a random moment of its run, and has another run end what it began:
 * {@code KillRounds KIND ROUNDS SEED}.
 */
public final class KillRounds {
    private final TestDatabase.Kind kind;
    private final Path folder;
    private final Random random;
    private final List<String> faults = new ArrayList<>();
    private Project.State atHead;
    private Project.State atBase;
    private long span;
    private int killed;

    KillRounds(TestDatabase.Kind kind, Path folder, long seed) {
        this.kind = kind;
        this.folder = folder;
        this.random = new Random(seed);
    }

    public static void main(String[] arguments) throws IOException, SQLException, InterruptedException {
        Path folder = Files.createTempDirectory("limbeck-kill");
        KillRounds rounds =
                new KillRounds(TestDatabase.Kind.valueOf(arguments[0]), folder, Long.parseLong(arguments[2]));
        rounds.run(Integer.parseInt(arguments[1]));
        System.out.println(rounds.summary());
        rounds.faults.forEach(System.out::println);
    }

    /** A process that is ready to run a command as soon as it is told to. */
    public static final class Runner {
        private Runner() {}

        public static void main(String[] arguments) throws IOException {
            Path folder = Path.of(arguments[0]);
            Limbeck.run(folder, List.of("history"));
            System.out.println("ready");
            System.in.read();
            Limbeck.Outcome outcome = Limbeck.run(folder, List.of(arguments[1], arguments[2]));
            System.out.println("ended " + outcome.exitCode());
        }
    }

    String summary() {
        return kind + ": " + killed + " killed on their way, " + faults.size() + " faults, a run takes "
                + span / 1_000_000 + " ms";
    }

    List<String> faults() {
        return faults;
    }

    /** Forth and back so many times; the first time nothing is killed. */
    void run(int rounds) throws IOException, SQLException, InterruptedException {
        Path compiled = folder.resolve("compiled");
        for (int round = 0; round <= rounds; round++) {
            Path own = Files.createDirectories(folder.resolve("round" + round));
            try (TestDatabase database = kind.open(own)) {
                Project project = Project.create(own, database, compiled);
                if (round == 0) {
                    measure(project);
                    Project.copy(own.resolve(".limbeck/cache/classes"), compiled);
                } else {
                    disturbed(project, round, atHead, "upgrade", "head");
                    disturbed(project, round, atBase, "downgrade", "base");
                }
            }
        }
    }

    private void measure(Project project) throws IOException, SQLException, InterruptedException {
        Limbeck.run(project.folder(), List.of("upgrade", "head"));
        Limbeck.run(project.folder(), List.of("downgrade", "base"));
        project.database().run("delete from limbeck_log");
        Process runner = start(project, "upgrade", "head");
        long start = System.nanoTime();
        go(runner);
        runner.waitFor();
        span = System.nanoTime() - start;
        atHead = project.state();
        Limbeck.run(project.folder(), List.of("downgrade", "base"));
        atBase = project.state();
    }

    private void disturbed(Project project, int round, Project.State expected, String... arguments)
            throws IOException, SQLException, InterruptedException {
        long moment = (long) (random.nextDouble() * span);
        Process runner = start(project, arguments);
        go(runner);
        LockSupport.parkNanos(moment);
        killed += runner.isAlive() ? 1 : 0;
        runner.destroyForcibly().waitFor(1, TimeUnit.MINUTES);
        Limbeck.Outcome outcome = Limbeck.run(project.folder(), List.of(arguments));
        String what = "round " + round + ", " + arguments[0] + " killed after " + moment / 1_000_000 + " ms: ";
        if (outcome.exitCode() != 0) {
            faults.add(what + outcome.err());
        } else if (!project.state().equals(expected)) {
            faults.add(what + project.state() + "\n  instead of " + expected);
        } else if (!project.journal().isEmpty()) {
            faults.add(what + project.journal());
        }
        try {
            project.database().checkInvariants();
        } catch (AssertionError left) {
            faults.add(what + left.getMessage());
        }
    }

    private static Process start(Project project, String... arguments) throws IOException {
        Process runner = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Runner.class.getName(),
                        project.folder().toString(),
                        arguments[0],
                        arguments[1])
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(runner.getInputStream(), StandardCharsets.UTF_8));
        String line = output.readLine();
        if (!"ready".equals(line)) {
            throw new IOException("the process is not ready: " + line);
        }
        return runner;
    }

    private static void go(Process runner) throws IOException {
        runner.getOutputStream().write('\n');
        runner.getOutputStream().flush();
    }
}
