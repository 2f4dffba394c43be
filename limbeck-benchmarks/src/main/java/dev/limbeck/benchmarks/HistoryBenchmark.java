// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.benchmarks;

import dev.limbeck.cli.Main;
import dev.limbeck.cli.Surroundings;
import dev.limbeck.cli.Terminal;
import dev.limbeck.revision.Plan;
import dev.limbeck.revision.Planner;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.revision.RevisionNode;
import dev.limbeck.script.RevisionScript;
import dev.limbeck.script.ScriptDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What a long history costs: reading it, and each command that only looks. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class HistoryBenchmark {
    @Param("10000")
    private int revisions;

    private Path project = Path.of("");
    private List<RevisionNode> nodes = List.of();
    private RevisionGraph graph = RevisionGraph.of(List.of());

    @Setup
    public void write() throws IOException {
        project = Files.createTempDirectory("limbeck-benchmark");
        GeneratedHistory.write(project, revisions);
        nodes = read();
        graph = RevisionGraph.of(nodes);
    }

    @TearDown
    public void delete() throws IOException {
        try (Stream<Path> files = Files.walk(project)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }

    @Benchmark
    public List<RevisionNode> read() {
        return ScriptDirectory.open(List.of(project.resolve("migrations"))).scripts().stream()
                .map(RevisionScript::node)
                .toList();
    }

    @Benchmark
    public RevisionGraph graph() {
        return RevisionGraph.of(nodes);
    }

    @Benchmark
    public Plan planFromBaseToHeads() {
        return Planner.of(graph, List.of()).upgrade("heads");
    }

    @Benchmark
    public Plan planFromHeadsToBase() {
        return Planner.of(
                        graph, graph.realHeads().stream().map(RevisionNode::id).toList())
                .downgrade("base");
    }

    @Benchmark
    public int heads() {
        return limbeck("heads");
    }

    @Benchmark
    public int history() {
        return limbeck("history");
    }

    @Benchmark
    public int historyGraph() {
        return limbeck("history", "--graph");
    }

    @Benchmark
    public int current() {
        return limbeck("current");
    }

    @Benchmark
    public int upgradePlan() {
        return limbeck("upgrade", "heads", "--plan");
    }

    private int limbeck(String... arguments) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Surroundings surroundings = new Surroundings(
                InputStream.nullInputStream(), nowhere, nowhere, Map.of(), Map.of(), project, Terminal.NONE);
        int exitCode = new Main(surroundings).run(arguments);
        if (exitCode != 0) {
            throw new IllegalStateException(List.of(arguments) + " ended with " + exitCode);
        }
        return exitCode;
    }
}
