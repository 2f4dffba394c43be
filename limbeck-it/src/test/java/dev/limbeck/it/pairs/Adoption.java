// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.pairs;

import dev.limbeck.it.Limbeck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A database that nobody versioned is taken over by a baseline, which then makes another one just like it. */
final class Adoption {
    private final String name;
    private final String sql;
    private final String language;
    private final Path folder;

    private Adoption(String name, String sql, String language, Path folder) {
        this.name = name;
        this.sql = sql;
        this.language = language;
        this.folder = folder;
    }

    /** What does not come out as it should, a line each; nothing where all is well. */
    static List<String> faults(Path file, Peer peer, String language, Path root, String suffix)
            throws IOException, SQLException {
        String schema = file.getFileName().toString().replace(".sql", "");
        String name = "adopt_" + suffix + "_" + schema.replace('-', '_');
        Path folder = Files.createDirectories(root.resolve(name + "_" + language));
        return new Adoption(name, Files.readString(file), language, folder).run(peer);
    }

    private List<String> run(Peer peer) throws IOException, SQLException {
        Files.createDirectories(folder.resolve("migrations"));
        List<String> faults = new ArrayList<>();
        try (Peer.Place live = peer.create(name);
                Peer.Place copy = peer.create(name + "_copy")) {
            String nothing = copy.exactDump();
            live.load(sql);
            String wanted = live.exactDump();
            String model = live.script();
            Files.writeString(folder.resolve("model.sql"), model.isEmpty() ? sql : model);
            call(faults, live, "baseline", "-m", "found", "--lang", language);
            compare(faults, "baseline changed the database", wanted, live.exactDump());
            if (faults.isEmpty()) {
                call(faults, copy, "upgrade", "head");
                compare(faults, "upgraded", wanted, copy.exactDump());
                call(faults, live, "check");
                call(faults, live, "check", "--against", "live");
                call(faults, copy, "downgrade", "base");
                compare(faults, "downgraded", nothing, copy.exactDump());
            }
        }
        return faults;
    }

    private void call(List<String> faults, Peer.Place place, String... arguments) throws IOException {
        Files.writeString(
                folder.resolve("limbeck.properties"), """
                limbeck.url=%s
                limbeck.user=%s
                limbeck.password=%s
                limbeck.models=sql:model.sql
                limbeck.locations=migrations
                limbeck.package=migrations
                limbeck.revision-ids=ordinal
                """.formatted(place.url(), place.user(), place.password()));
        long start = System.nanoTime();
        Limbeck.Outcome outcome = Limbeck.run(folder, List.of(arguments));
        String out = outcome.err()
                .lines()
                .filter(line -> !line.startsWith("INFO"))
                .reduce("", (all, line) -> all + line + "\n");
        if (outcome.exitCode() != 0) {
            faults.add("limbeck " + String.join(" ", arguments) + ": " + out);
        } else if (out.contains("WARN")) {
            faults.add("limbeck " + String.join(" ", arguments) + " warned: " + out);
        }
        if (Boolean.getBoolean("times")) {
            System.out.println("   " + arguments[0] + " " + (System.nanoTime() - start) / 1_000_000 + " ms");
        }
    }

    private static void compare(List<String> faults, String phase, String wanted, String actual) {
        if (!wanted.equals(actual)) {
            List<String> missing = new ArrayList<>(wanted.lines().toList());
            List<String> extra = new ArrayList<>(actual.lines().toList());
            actual.lines().forEach(missing::remove);
            wanted.lines().forEach(extra::remove);
            StringBuilder text = new StringBuilder(phase + ":\n");
            missing.forEach(line -> text.append("- ").append(line).append('\n'));
            extra.forEach(line -> text.append("+ ").append(line).append('\n'));
            faults.add(text.toString());
        }
    }

    /** Arguments: a part of the names, the language, and maybe the dialect, as {@link Measure} has it. */
    public static void main(String[] arguments) throws IOException, SQLException {
        Path folder = SharedData.require("schemas");
        Path work = Files.createTempDirectory("adoption");
        Peer peer = Measure.peer(arguments.length > 2 ? arguments[2] : "postgresql", work);
        Map<String, Integer> counts = new TreeMap<>();
        List<Path> files;
        try (Stream<Path> list = Files.list(folder)) {
            files = list.filter(file -> file.getFileName().toString().contains(arguments[0]))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            System.out.println("##### " + file.getFileName());
            List<String> faults;
            try {
                String suffix = Long.toString(ProcessHandle.current().pid());
                faults = faults(file, peer, arguments[1], work, suffix);
            } catch (SQLException failure) {
                faults = List.of("does not load: " + failure.getMessage());
            }
            faults.forEach(
                    fault -> System.out.println(fault.lines().limit(60).reduce("", (all, line) -> all + line + "\n")));
            counts.merge(faults.isEmpty() ? "passed" : "failed", 1, Integer::sum);
        }
        System.out.println(work + " " + counts);
    }
}
