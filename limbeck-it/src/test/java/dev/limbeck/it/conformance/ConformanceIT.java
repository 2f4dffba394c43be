// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each case on each database. What a database refuses, or keeps in its own way, stands in
 * {@code docs/reference/operations.md}: run with {@code -Dgolden.update=true} to write it anew, and read the difference.
 * {@code -Dstory=text} picks the cases whose name contains it.
 */
class ConformanceIT {
    private static final Path PAGE = Path.of("../docs/reference/operations.md");
    private static final String BEGIN = "<!-- written by ConformanceIT from here -->\n";
    private static final String END = "<!-- to here -->\n";

    @TestFactory
    Stream<DynamicNode> cases() {
        String wanted = System.getProperty("story", "");
        List<Case> cases = Catalogue.all().stream()
                .filter(example -> example.toString().contains(wanted))
                .toList();
        Trials trials = Trials.start(cases);
        Stream<DynamicNode> databases = Stream.of(Server.values()).map(server -> on(server, cases, trials));
        return wanted.isEmpty()
                ? Stream.concat(databases, Stream.of(DynamicTest.dynamicTest("page", () -> page(cases, trials))))
                : databases;
    }

    private static DynamicNode on(Server server, List<Case> cases, Trials trials) {
        return DynamicContainer.dynamicContainer(
                server.label(),
                cases.stream()
                        .map(example -> DynamicTest.dynamicTest(
                                example + " on " + server.label(),
                                () -> check(trials.on(server).get(example)))));
    }

    private static void check(Outcome outcome) {
        assertThat(outcome.kind()).as("%s", outcome.remarks()).isNotEqualTo(Outcome.Kind.FAULT);
    }

    private static void page(List<Case> cases, Trials trials) throws IOException {
        Map<String, Map<Case, Outcome>> databases = new LinkedHashMap<>();
        for (Server server : Server.values()) {
            databases.put(server.label(), trials.on(server));
            if (server == Server.MARIADB) {
                databases.put("MySQL (written, not run)", WrittenForMysql.all(cases));
            }
        }
        String tables = OperationsPage.of(cases, databases, Server.values().length);
        String page = Files.readString(PAGE);
        if (!"false".equals(System.getProperty("golden.update", "false"))) {
            String written = page.substring(0, page.indexOf(BEGIN) + BEGIN.length())
                    + tables
                    + page.substring(page.indexOf(END));
            Files.writeString(PAGE, written);
            page = written;
        }

        assertThat(page.substring(page.indexOf(BEGIN) + BEGIN.length(), page.indexOf(END)))
                .isEqualTo(tables);
    }
}
