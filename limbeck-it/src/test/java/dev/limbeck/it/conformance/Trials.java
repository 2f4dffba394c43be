// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.conformance;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The outcomes of all cases on all databases; the databases work side by side, the cases of one follow each other. */
final class Trials {
    private final Map<Server, CompletableFuture<Map<Case, Outcome>>> outcomes = new EnumMap<>(Server.class);

    static Trials start(List<Case> cases) {
        Trials trials = new Trials();
        ExecutorService threads = Executors.newFixedThreadPool(3);
        for (Server server :
                List.of(Server.POSTGRESQL, Server.MARIADB, Server.H2, Server.H2_LIKE_POSTGRESQL, Server.SQLITE)) {
            trials.outcomes.put(server, CompletableFuture.supplyAsync(() -> run(server, cases), threads));
        }
        threads.shutdown();
        return trials;
    }

    private static Map<Case, Outcome> run(Server server, List<Case> cases) {
        Map<Case, Outcome> outcomes = new LinkedHashMap<>();
        try (Laboratory laboratory = new Laboratory(server)) {
            cases.forEach(example -> outcomes.put(example, Trial.run(example, laboratory)));
        } catch (RuntimeException failure) {
            if (outcomes.size() < cases.size()) {
                throw failure;
            }
            // The outcomes stand; that the server would not go, or lose its database, is the last one's fault.
            outcomes.put(cases.get(cases.size() - 1), Outcome.fault("the end of " + server.label() + ": " + failure));
        }
        return outcomes;
    }

    /** Waits until all cases of the database ended. */
    Map<Case, Outcome> on(Server server) {
        return outcomes.get(server).join();
    }
}
