// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.race;

import dev.limbeck.dialect.Database;
import dev.limbeck.it.Limbeck;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Rounds of many who upgrade a new database at once. From the command line: a kind of database, {@code processes} or
 * {@code threads}, how many of them, and how many rounds; {@code -Drace.server=URL} and {@code -Drace.user=NAME} lead to
 * another server than the embedded one, or through a pool to it, and {@code -Drace.seconds=N} ends after the round of then.
 */
final class Race {
    private static final Duration LIMIT = Duration.ofSeconds(Integer.getInteger("race.seconds", 3600));

    private Race() {}

    /**
     * What came of it.
     *
     * @param rounds how many were run
     * @param upgrades how many runs of the command there were
     * @param workers in how many of them something was done
     * @param waited in how many of them somebody waited for the lock
     * @param faults what went wrong, in words
     */
    record Result(int rounds, int upgrades, int workers, int waited, Duration time, List<String> faults) {}

    public static void main(String[] arguments) throws Exception {
        Arena.Kind kind = Arena.Kind.valueOf(arguments[0].toUpperCase(Locale.ROOT));
        int count = Integer.parseInt(arguments[2]);
        int rounds = Integer.parseInt(arguments[3]);
        Path folder = Files.createTempDirectory("limbeck-race");
        Result result = run(kind, folder, arguments[1].equals("threads"), count, rounds);
        System.out.printf(
                Locale.ROOT,
                "%s: %d rounds of %d %s: %d upgrades, %d did something, %d waited, %d faults, %.1f s%n",
                kind,
                result.rounds(),
                count,
                arguments[1],
                result.upgrades(),
                result.workers(),
                result.waited(),
                result.faults().size(),
                result.time().toMillis() / 1000.0);
        result.faults().stream().limit(5).forEach(System.out::println);
        System.exit(result.faults().isEmpty() ? 0 : 1);
    }

    static Result run(Arena.Kind kind, Path folder, boolean threads, int count, int rounds) throws Exception {
        long start = System.nanoTime();
        List<String> faults = new ArrayList<>();
        int upgrades = 0;
        int workers = 0;
        int waited = 0;
        int round = 0;
        try (Arena arena = kind.open(folder)) {
            Course.write(folder, arena);
            try (Racers racers = threads ? Racers.threads(folder, count) : Racers.processes(folder, count)) {
                for (; round < rounds && faults.isEmpty() && System.nanoTime() - start < LIMIT.toNanos(); round++) {
                    Database database = arena.create(round);
                    for (Limbeck.Outcome outcome : racers.run(database)) {
                        upgrades++;
                        workers += outcome.err().contains("Running upgrade") ? 1 : 0;
                        waited += outcome.err().contains("Waiting for another run") ? 1 : 0;
                        if (outcome.exitCode() != 0) {
                            faults.add("round " + round + ": exit code " + outcome.exitCode() + ": " + outcome.err());
                        }
                    }
                    faults.addAll(faultsOf(database, round));
                    arena.drop(round);
                }
            }
        }
        return new Result(round, upgrades, workers, waited, Duration.ofNanos(System.nanoTime() - start), faults);
    }

    /** What the database tells: each revision left one row, two of them counted, and the log has one line of each. */
    private static List<String> faultsOf(Database database, int round) throws SQLException {
        List<String> faults = new ArrayList<>();
        expect(database, "select revision from ran order by revision", List.of("a1", "b2", "c3", "d4", "e5"), faults);
        expect(database, "select n from counter", List.of("2"), faults);
        expect(database, "select name from users order by id", List.of("Ada", "Grace"), faults);
        expect(database, "select version_num from limbeck_version", List.of("e5"), faults);
        expect(
                database,
                "select concat(revision, ' ', outcome) from limbeck_log order by revision",
                List.of("a1 done", "b2 done", "c3 done", "d4 done", "e5 done"),
                faults);
        return faults.stream().map(fault -> "round " + round + ": " + fault).toList();
    }

    private static void expect(Database database, String query, List<String> expected, List<String> faults)
            throws SQLException {
        List<String> found = Arena.query(database, query);
        if (!found.equals(expected)) {
            faults.add(query + ": " + found + " instead of " + expected);
        }
    }
}
