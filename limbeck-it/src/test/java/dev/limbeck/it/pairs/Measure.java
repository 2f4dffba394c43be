// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.pairs;

import dev.limbeck.dialect.EmbeddedServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Tries pairs and prints how many pass, by source, and of each that does not, where and why. */
final class Measure {
    private Measure() {}

    /**
     * Arguments: a part of the ids or a dialect, or {@code random:DIALECT:SEED:COUNT}; the start, the language, a folder for
     * the report.
     */
    public static void main(String[] arguments) throws IOException, SQLException {
        String part = arguments[0];
        Trial.Start start = Trial.Start.valueOf(arguments[1].toUpperCase(Locale.ROOT));
        String language = arguments[2];
        Path report = Files.createDirectories(Path.of(arguments[3]));
        Path work = Files.createTempDirectory("pairs");
        Map<String, Peer> peers = new TreeMap<>();
        Iterator<Pair> pairs = part.startsWith("random:")
                ? random(part.split(":", -1), dialect -> peers.computeIfAbsent(dialect, each -> peer(each, work)))
                : chosen(part).iterator();
        Map<String, int[]> counts = new TreeMap<>();
        StringBuilder failures = new StringBuilder();
        String suffix = Long.toString(ProcessHandle.current().pid());
        int done = 0;
        while (pairs.hasNext()) {
            Pair pair = pairs.next();
            Peer peer = peers.computeIfAbsent(pair.dialect(), dialect -> peer(dialect, work));
            Trial.Verdict verdict;
            try {
                verdict = Trial.run(pair, peer, start, language, work, suffix);
            } catch (RuntimeException | IOException | SQLException broken) {
                StringWriter trace = new StringWriter();
                broken.printStackTrace(new PrintWriter(trace));
                verdict = new Trial.Verdict(pair, "broken", trace.toString());
            }
            int[] count = counts.computeIfAbsent(pair.source(), source -> new int[3]);
            count[verdict.passed() ? 0 : verdict.loads() ? 1 : 2]++;
            if (!verdict.passed()) {
                failures.append("##### ")
                        .append(pair.id())
                        .append(' ')
                        .append(pair.kinds())
                        .append(" @ ")
                        .append(verdict.phase())
                        .append('\n')
                        .append(verdict.reason())
                        .append("\n--- old\n")
                        .append(pair.beforeText())
                        .append("\n--- new\n")
                        .append(pair.afterText())
                        .append("\n\n");
                Files.writeString(report.resolve("failures.txt"), failures.toString());
                System.out.println(pair.id() + " " + pair.kinds() + " @ " + verdict.phase() + ": "
                        + verdict.reason()
                                .lines()
                                .filter(line -> !line.startsWith("INFO"))
                                .limit(3)
                                .collect(Collectors.joining(" / ")));
            }
            if (++done % 50 == 0) {
                System.out.println("... " + done);
            }
        }
        counts.forEach((source, count) -> System.out.println(
                source + ": " + count[0] + " passed, " + count[1] + " failed, " + count[2] + " do not load"));
    }

    private static List<Pair> chosen(String part) throws IOException {
        return Pair.readAll(SharedData.require("pairs")).stream()
                .filter(pair -> pair.dialect().equals(part)
                        || pair.id().contains(part)
                        || pair.kinds().toString().contains(part))
                .toList();
    }

    private static Iterator<Pair> random(String[] words, Function<String, Peer> peers) throws IOException {
        RandomPairs random = new RandomPairs(words[1], peers.apply(words[1]));
        long from = Long.parseLong(words[2]);
        return LongStream.range(from, from + Long.parseLong(words[3]))
                .mapToObj(random::pair)
                .iterator();
    }

    /** The server on which schemas of a kind of database are tried. */
    static Peer peer(String dialect, Path work) {
        return switch (dialect) {
            case "postgresql" -> new PostgresqlPeer("127.0.0.1", Integer.getInteger("pairs.port", 5432), "postgres");
            case "mysql" ->
                new MariadbPeer(EmbeddedServer.find("mariadb").orElseThrow().start());
            case "sqlite" -> new SqlitePeer(work);
            default -> throw new IllegalArgumentException(dialect);
        };
    }
}
