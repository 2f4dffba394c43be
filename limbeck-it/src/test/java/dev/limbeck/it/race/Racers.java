// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.race;

import dev.limbeck.dialect.Database;
import dev.limbeck.it.Limbeck;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Those who run a race: all of them start at once, and each tells how it ended. */
interface Racers extends AutoCloseable {
    /** How it ended for each. */
    List<Limbeck.Outcome> run(Database database) throws Exception;

    @Override
    void close();

    /** Processes, which are started once and run in all rounds. */
    static Racers processes(Path folder, int count) throws IOException {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            processes.add(new ProcessBuilder(
                            System.getProperty("java.home") + "/bin/java",
                            "-XX:TieredStopAtLevel=1",
                            "-Xshare:auto",
                            "-Xmx160m",
                            "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Racer.class.getName(),
                            folder.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
        }
        return new Processes(processes);
    }

    /** Threads of this process, each with a project of its own. */
    static Racers threads(Path folder, int count) {
        return new Threads(folder, count);
    }

    /** Each is told the database by a line, and answers with one. */
    final class Processes implements Racers {
        private record Line(Process process, BufferedReader answers, PrintStream orders) {}

        private final List<Line> lines;

        private Processes(List<Process> processes) {
            this.lines = processes.stream()
                    .map(process -> new Line(
                            process,
                            process.inputReader(StandardCharsets.UTF_8),
                            new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8)))
                    .toList();
            lines.forEach(Processes::answer);
        }

        private static String answer(Line line) {
            try {
                String answer = line.answers().readLine();
                if (answer == null) {
                    throw new AssertionError("process " + line.process().pid() + " died");
                }
                return answer;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        @Override
        public List<Limbeck.Outcome> run(Database database) {
            String order = database.url() + "\t" + String.valueOf(database.user());
            lines.forEach(line -> line.orders().println(order));
            return lines.stream().map(Processes::answer).map(Processes::outcome).toList();
        }

        private static Limbeck.Outcome outcome(String answer) {
            String[] words = answer.split("\t", -1);
            String said = new String(Base64.getDecoder().decode(words[1]), StandardCharsets.UTF_8);
            return new Limbeck.Outcome(Integer.parseInt(words[0]), "", said);
        }

        @Override
        public void close() {
            lines.forEach(line -> line.process().destroyForcibly());
        }
    }

    /** All wait at a barrier. */
    final class Threads implements Racers {
        private final Path folder;
        private final int count;
        private final ExecutorService pool;

        private Threads(Path folder, int count) {
            this.folder = folder;
            this.count = count;
            this.pool = Executors.newFixedThreadPool(count);
        }

        @Override
        public List<Limbeck.Outcome> run(Database database) throws Exception {
            CyclicBarrier start = new CyclicBarrier(count);
            List<Future<Limbeck.Outcome>> running = IntStream.range(0, count)
                    .mapToObj(i -> pool.submit(() -> {
                        start.await();
                        return Racer.upgrade(folder, database.url(), String.valueOf(database.user()));
                    }))
                    .toList();
            List<Limbeck.Outcome> outcomes = new ArrayList<>();
            for (Future<Limbeck.Outcome> one : running) {
                outcomes.add(one.get());
            }
            return outcomes;
        }

        @Override
        public void close() {
            pool.shutdownNow();
        }
    }
}
