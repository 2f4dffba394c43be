// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.pairs;

import dev.limbeck.it.Limbeck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One pair on one server, through the command line. */
final class Trial {

    /** How the old schema gets under the care of Limbeck. */
    enum Start {
        /** The first revision is generated from the old schema. */
        HISTORY,
        /** The old schema is there already, and what is generated is the difference from it. */
        LIVE,
        /** The old schema is there already, and a baseline takes it over. */
        BASELINE
    }

    /** What went wrong and where; an empty reason where nothing did. */
    record Verdict(Pair pair, String phase, String reason) {
        boolean passed() {
            return phase.equals("passed");
        }

        boolean loads() {
            return !phase.equals("load");
        }
    }

    private static final class Failure extends Exception {
        private static final long serialVersionUID = 1;
        private final String phase;

        Failure(String phase, String reason) {
            super(reason);
            this.phase = phase;
        }
    }

    private final Pair pair;
    private final Start start;
    private final String language;
    private final Path folder;
    private final Peer.Place place;

    private Trial(Pair pair, Start start, String language, Path folder, Peer.Place place) {
        this.pair = pair;
        this.start = start;
        this.language = language;
        this.folder = folder;
        this.place = place;
    }

    static Verdict run(Pair pair, Peer peer, Start start, String language, Path root, String suffix)
            throws IOException, SQLException {
        String name = "pair_" + suffix + "_"
                + pair.id().toLowerCase(Locale.ROOT).replaceAll("\\W", "_").replace("-", "_");
        String before;
        String after;
        try {
            before = dumpOf(peer, name + "_e", pair.beforeText());
            after = dumpOf(peer, name + "_e", pair.afterText());
        } catch (SQLException failure) {
            return new Verdict(pair, "load", failure.getMessage());
        }
        Path folder = Files.createDirectories(root.resolve(name));
        try (Peer.Place place = peer.create(name)) {
            new Trial(pair, start, language, folder, place).play(before, after);
            return new Verdict(pair, "passed", "");
        } catch (Failure failure) {
            return new Verdict(pair, failure.phase, failure.getMessage());
        }
    }

    private static String dumpOf(Peer peer, String name, String sql) throws IOException, SQLException {
        try (Peer.Place place = peer.create(name)) {
            place.load(sql);
            return place.dump();
        }
    }

    private void play(String before, String after) throws IOException, SQLException, Failure {
        Files.createDirectories(folder.resolve("migrations"));
        Files.writeString(folder.resolve("limbeck.properties"), """
                limbeck.url=%s
                limbeck.user=%s
                limbeck.password=%s
                limbeck.models=sql:model.sql
                limbeck.locations=migrations
                limbeck.package=migrations
                limbeck.revision-language=%s
                limbeck.revision-ids=ordinal
                """.formatted(
                        place.url(), place.user(), place.password(), language));
        begin(before);
        boolean live = start == Start.LIVE;
        model(pair.afterText());
        // A change that the tool asks about is written as it is: the tests of these questions are elsewhere.
        boolean something = generate("new", live);
        limbeck("upgrade", "upgrade", "head");
        same("upgraded", after, place.dump());
        if (generate("second", live)) {
            throw new Failure("second", migrations());
        }
        if (something) {
            limbeck("downgrade", "downgrade", "-1");
            same("downgraded", before, place.dump());
            limbeck("again", "upgrade", "head");
            same("again", after, place.dump());
        }
    }

    private void begin(String before) throws IOException, SQLException, Failure {
        switch (start) {
            case HISTORY -> {
                model(pair.beforeText());
                generate("first", false);
                limbeck("first", "upgrade", "head");
                same("first", before, place.dump());
            }
            case LIVE -> place.load(pair.beforeText());
            case BASELINE -> {
                place.load(pair.beforeText());
                baseline();
            }
        }
    }

    /** Nothing is refused as a baseline; what is generated then is the first revision. */
    private void baseline() throws Failure, IOException {
        try {
            limbeck("baseline", "baseline", "-m", "first");
        } catch (Failure refused) {
            if (!refused.getMessage().contains("holds nothing that a baseline could recreate")) {
                throw refused;
            }
        }
    }

    private void model(String sql) throws IOException {
        Files.writeString(folder.resolve("model.sql"), sql);
    }

    /** Whether there was anything to write. */
    private boolean generate(String name, boolean live) throws IOException, Failure {
        int before = files().size();
        List<String> arguments = live
                ? List.of("revision", "--autogenerate", "--literal", "-m", name, "--against", "live")
                : List.of("revision", "--autogenerate", "--literal", "-m", name);
        limbeck("generate " + name, arguments.toArray(String[]::new));
        return files().size() > before;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("migrations"))) {
            return files.sorted().toList();
        }
    }

    private String migrations() throws IOException {
        StringBuilder text = new StringBuilder();
        for (Path file : files()) {
            text.append("=== ").append(file.getFileName()).append('\n').append(Files.readString(file));
        }
        return text.toString();
    }

    private void limbeck(String phase, String... arguments) throws Failure, IOException {
        Limbeck.Outcome outcome = Limbeck.run(folder, List.of(arguments));
        if (outcome.exitCode() != 0) {
            throw new Failure(phase, outcome.err() + migrations());
        }
    }

    private void same(String phase, String wanted, String actual) throws Failure, IOException {
        if (!wanted.equals(actual)) {
            TreeSet<String> missing = new TreeSet<>(wanted.lines().toList());
            TreeSet<String> extra = new TreeSet<>(actual.lines().toList());
            missing.removeAll(actual.lines().toList());
            extra.removeAll(wanted.lines().toList());
            throw new Failure(phase, lines("- ", missing) + lines("+ ", extra) + migrations());
        }
    }

    private static String lines(String sign, Set<String> lines) {
        return lines.stream().map(line -> sign + line + "\n").collect(Collectors.joining());
    }
}
