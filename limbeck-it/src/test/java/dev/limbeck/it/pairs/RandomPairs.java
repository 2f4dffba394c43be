// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.pairs;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.dialect.ScriptStatement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Pairs of schemas by chance, the same ones for the same seed: of each point that a file lists one of its lines, or none.
 * What refers to something that is not there the server refuses, and it is left out.
 */
final class RandomPairs {
    private static final Path FOLDER = Path.of("src/test/resources/pairs/random");
    private static final String ALWAYS = ", always";
    private static final int MOST_CHANGES = 6;

    /** One in so many pairs has two schemas that have nothing to do with each other. */
    private static final int UNRELATED = 8;

    private final String dialect;
    private final Peer peer;
    private final Map<String, List<String>> points;

    /** Those that a file named by the dialect describes, on a server of its kind. */
    RandomPairs(String dialect, Peer peer) throws IOException {
        this.dialect = dialect;
        this.peer = peer;
        this.points = read(FOLDER.resolve(dialect + ".sql"));
    }

    Pair pair(long seed) {
        Random random = new Random(seed);
        double density = 0.2 + 0.7 * random.nextDouble();
        Map<String, String> older = choice(random, density);
        Map<String, String> newer = seed % UNRELATED == 0 ? choice(random, density) : changed(older, random);
        return new Pair(
                "random/" + dialect + "-" + seed,
                dialect,
                points.keySet().stream()
                        .filter(point -> !String.valueOf(older.get(point)).equals(String.valueOf(newer.get(point))))
                        .toList(),
                null,
                accepted(older, seed),
                accepted(newer, seed));
    }

    private Map<String, String> choice(Random random, double density) {
        Map<String, String> choice = new LinkedHashMap<>();
        points.forEach((point, lines) -> {
            if (random.nextDouble() < density || point.endsWith(ALWAYS)) {
                choice.put(point, lines.get(random.nextInt(lines.size())));
            }
        });
        return choice;
    }

    private Map<String, String> changed(Map<String, String> older, Random random) {
        Map<String, String> newer = new LinkedHashMap<>();
        List<String> names = List.copyOf(points.keySet());
        Map<String, @Nullable String> others = new LinkedHashMap<>();
        for (int i = 1 + random.nextInt(MOST_CHANGES); i > 0; i--) {
            String point = names.get(random.nextInt(names.size()));
            List<String> lines = points.get(point);
            int line = random.nextInt(lines.size() + (point.endsWith(ALWAYS) ? 0 : 1));
            others.put(point, line < lines.size() ? lines.get(line) : null);
        }
        for (String point : names) {
            String line = others.containsKey(point) ? others.get(point) : older.get(point);
            if (line != null) {
                newer.put(point, line);
            }
        }
        return newer;
    }

    /** Of the statements those that an empty database takes one after the other. */
    private String accepted(Map<String, String> choice, long seed) {
        StringBuilder accepted = new StringBuilder();
        try (Peer.Place place = peer.create("random_" + dialect + "_" + seed)) {
            Dialect kind = Dialects.forUrl(place.url());
            try (Connection connection = DriverManager.getConnection(place.url(), place.user(), place.password());
                    Statement statement = connection.createStatement()) {
                statement.setEscapeProcessing(false);
                for (String line : choice.values()) {
                    for (ScriptStatement part : kind.split(line)) {
                        if (isAccepted(statement, part.sql())) {
                            accepted.append(part.sql()).append(";\n");
                        }
                    }
                }
            }
        } catch (IOException | SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return accepted.toString();
    }

    private static boolean isAccepted(Statement statement, String sql) {
        try {
            statement.execute(sql);
            return true;
        } catch (SQLException refused) {
            return false;
        }
    }

    private static Map<String, List<String>> read(Path file) throws IOException {
        Map<String, List<String>> points = new LinkedHashMap<>();
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith("-- ")) {
                lines = new ArrayList<>();
                points.put(line.substring(3), lines);
            } else if (!line.isBlank()) {
                lines.add(line);
            }
        }
        points.values().removeIf(List::isEmpty);
        return points;
    }
}
