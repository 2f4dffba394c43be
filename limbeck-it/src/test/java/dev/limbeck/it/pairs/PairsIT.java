// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.Database;
import dev.limbeck.dialect.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Other tools' pairs of schemas on the embedded servers: a sample of them, or with {@code -Dpairs=all} all of them, or with
 * {@code -Dpairs=TEXT} those whose id or kinds contain a text. Prints how many passed, by source. And pairs by chance: a
 * few, or with {@code -Dseeds=N} and {@code -Dseeds.from=M} others.
 */
class PairsIT {
    private static final Path OUT_OF_SCOPE = Path.of("src/test/resources/pairs/out-of-scope.txt");
    private static final int SAMPLE = 28;
    private static final int USUAL_SEEDS = 4;

    private final Map<String, Peer> peers = new HashMap<>();

    @TempDir
    private Path work;

    @Test
    void everyPairIsGeneratedRunUndoneAndRunAgainButForThoseThatAreOutOfScope() throws IOException, SQLException {
        Path folder = SharedData.require("pairs");
        Map<String, String> outOfScope = outOfScope();
        Map<String, int[]> counts = new TreeMap<>();
        List<String> surprises = new ArrayList<>();
        for (Pair pair : chosen(Pair.readAll(folder))) {
            Trial.Verdict verdict = run(pair);
            int[] count = counts.computeIfAbsent(pair.source(), source -> new int[3]);
            count[verdict.passed() ? 0 : verdict.loads() ? 1 : 2]++;
            if (verdict.passed() && outOfScope.containsKey(pair.id())) {
                surprises.add(pair.id() + " passes, and is listed as out of scope: " + outOfScope.get(pair.id()));
            } else if (!verdict.passed() && verdict.loads() && !outOfScope.containsKey(pair.id())) {
                surprises.add(pair.id() + " " + pair.kinds() + " @ " + verdict.phase() + ": " + verdict.reason());
            }
        }
        counts.forEach((source, count) -> System.out.println(
                source + ": " + count[0] + " passed, " + count[1] + " failed, " + count[2] + " do not load"));
        assertThat(surprises).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mysql"})
    void schemasByChanceAreGeneratedRunUndoneAndRunAgain(String dialect) throws IOException, SQLException {
        RandomPairs random = new RandomPairs(dialect, peer(dialect));
        long from = Long.getLong("seeds.from", 0);
        List<String> failures = new ArrayList<>();
        for (long seed = from; seed < from + Integer.getInteger("seeds", USUAL_SEEDS); seed++) {
            Trial.Verdict verdict = run(random.pair(seed));
            if (!verdict.passed()) {
                failures.add(verdict.pair().id() + " @ " + verdict.phase() + ": " + verdict.reason());
            }
        }
        assertThat(failures).isEmpty();
    }

    private Trial.Verdict run(Pair pair) throws IOException, SQLException {
        Peer peer = peers.computeIfAbsent(pair.dialect(), this::peer);
        String language = Math.floorMod(pair.id().hashCode(), 2) == 0 ? "java" : "sql";
        return Trial.run(pair, peer, Trial.Start.HISTORY, language, work, "it");
    }

    private Peer peer(String dialect) {
        return switch (dialect) {
            case "postgresql" -> new EmbeddedPeer(server("postgresql"));
            case "mysql" -> new MariadbPeer(server("mariadb"));
            case "sqlite" -> new SqlitePeer(work);
            default -> throw new IllegalArgumentException(dialect);
        };
    }

    private static Database server(String kind) {
        return EmbeddedServer.find(kind).orElseThrow().start();
    }

    /** Every so many, so that each source is among them. */
    private static List<Pair> chosen(List<Pair> all) {
        String wanted = System.getProperty("pairs", "");
        if (wanted.equals("all")) {
            return all;
        }
        if (!wanted.isEmpty()) {
            return all.stream()
                    .filter(pair -> pair.id().contains(wanted)
                            || pair.kinds().toString().contains(wanted))
                    .toList();
        }
        int step = Math.max(1, all.size() / SAMPLE);
        return IntStream.range(0, all.size())
                .filter(index -> index % step == 0)
                .mapToObj(all::get)
                .toList();
    }

    private static Map<String, String> outOfScope() throws IOException {
        Map<String, String> reasons = new HashMap<>();
        for (String line : Files.readAllLines(OUT_OF_SCOPE)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                int end = line.indexOf(' ');
                reasons.put(line.substring(0, end), line.substring(end + 1).strip());
            }
        }
        return reasons;
    }
}
