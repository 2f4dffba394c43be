// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The tables of {@code docs/reference/operations.md}: a row for each word and option, a column for each database. */
final class OperationsPage {
    private static final int VARIANTS_SHOWN = 8;
    private static final int ROWS_SHOWN = 6;

    /** What a refusal names of the case, and no reader of the page knows. */
    private static final String NAMES =
            " \\((?!but)(?:using .*|(?:of table )?[\\w.\\[\\]]+(?:\\([\\d, ]+\\)\\[\\])?)\\)(?=[;.,]|$)";

    /** The outcomes on each database, by the name that heads its column. */
    private final Map<String, Map<Case, Outcome>> databases;

    private final StringBuilder out = new StringBuilder();

    private OperationsPage(Map<String, Map<Case, Outcome>> databases) {
        this.databases = databases;
    }

    static String of(List<Case> cases, Map<String, Map<Case, Outcome>> databases, int run) {
        OperationsPage page = new OperationsPage(databases);
        cases.stream()
                .collect(Collectors.groupingBy(Case::topic, LinkedHashMap::new, Collectors.toList()))
                .forEach(page::topic);
        page.count(cases, run);
        return page.out.toString();
    }

    private void topic(String topic, List<Case> cases) {
        out.append("\n## ").append(topic).append("\n\n| | ");
        out.append(String.join(" | ", databases.keySet())).append(" |\n|---|");
        out.append("---|".repeat(databases.size())).append('\n');
        Map<String, List<Case>> rows = cases.stream()
                .collect(Collectors.groupingBy(OperationsPage::row, LinkedHashMap::new, Collectors.toList()));
        rows.forEach((row, examples) -> {
            out.append("| ").append(row);
            databases.values().forEach(outcomes -> out.append(" | ").append(cell(examples, outcomes)));
            out.append(" |\n");
        });
        out.append('\n');
        remarks(rows)
                .forEach((remark, where) -> out.append("- ")
                        .append(whose(remark, where.databases()))
                        .append(remark)
                        .append(" *(")
                        .append(where.rows().stream().limit(ROWS_SHOWN).collect(Collectors.joining("; ")))
                        .append(where.rows().size() > ROWS_SHOWN ? "; …" : "")
                        .append(")*\n"));
    }

    /** A refusal names its database itself. */
    private static String whose(String remark, Set<String> databases) {
        String first = databases.iterator().next();
        boolean isNamed = remark.startsWith(first.substring(0, (first + " ").indexOf(' ')) + " ");
        return isNamed ? "" : String.join(", ", databases) + ": ";
    }

    private static String row(Case example) {
        return "`" + example.word() + "`" + (example.option().isEmpty() ? "" : " " + example.option());
    }

    private static String cell(List<Case> examples, Map<Case, Outcome> outcomes) {
        List<Outcome> results = examples.stream().map(outcomes::get).toList();
        long done = results.stream()
                .filter(outcome -> outcome.kind() == Outcome.Kind.DONE)
                .count();
        boolean remarked = results.stream()
                .anyMatch(outcome -> outcome.kind() == Outcome.Kind.DONE
                        && !outcome.remarks().isEmpty());
        String text = done == 0 ? "no" : done == results.size() ? "yes" : done + " of " + results.size();
        return remarked ? text + " †" : text;
    }

    /** The databases, and the rows, that one remark is for. */
    private record Where(Set<String> databases, Set<String> rows) {}

    private Map<String, Where> remarks(Map<String, List<Case>> rows) {
        Map<String, Map<String, Map<String, List<String>>>> found = new TreeMap<>();
        rows.forEach((row, examples) -> databases.forEach((database, outcomes) -> {
            for (Case example : examples) {
                for (String remark : outcomes.get(example).remarks()) {
                    found.computeIfAbsent(shortened(remark), any -> new LinkedHashMap<>())
                            .computeIfAbsent(row, any -> new LinkedHashMap<>())
                            .computeIfAbsent(database, any -> new ArrayList<>())
                            .add(example.variant());
                }
            }
        }));
        Map<String, Where> remarks = new LinkedHashMap<>();
        found.forEach((remark, byRow) -> {
            Where where = new Where(new LinkedHashSet<>(), new LinkedHashSet<>());
            byRow.forEach((row, byDatabase) -> {
                Set<String> variants = new LinkedHashSet<>();
                byDatabase.values().forEach(variants::addAll);
                where.rows().add(row + said(variants, rows.get(row).size()));
                where.databases().addAll(byDatabase.keySet());
            });
            remarks.put(remark, where);
        });
        return remarks;
    }

    private static String said(Set<String> variants, int all) {
        return variants.size() == all
                ? ""
                : ": " + variants.stream().limit(VARIANTS_SHOWN).collect(Collectors.joining(", "))
                        + (variants.size() > VARIANTS_SHOWN ? ", …" : "");
    }

    /** The advice at the end of a refusal is for whoever reads it in a run. */
    private static String shortened(String remark) {
        return remark.replaceAll(NAMES, "")
                .replaceAll("(, or else)?[;,] (or )?take it out of the migration\\.$", "")
                .replaceAll("\\.$", "")
                .replace("\n", " ")
                .replace("|", "\\|");
    }

    private void count(List<Case> cases, int run) {
        long refused = databases.values().stream()
                .flatMap(outcomes -> outcomes.values().stream())
                .filter(outcome -> outcome.kind() == Outcome.Kind.REFUSED)
                .count();
        out.append("\n## How many\n\n")
                .append(cases.size())
                .append(" cases, each run on ")
                .append(run)
                .append(" databases: ")
                .append(cases.size() * run)
                .append(" runs. With what is only written for MySQL, ")
                .append((long) cases.size() * databases.size() - refused)
                .append(" are done and ")
                .append(refused)
                .append(" refused.\n");
    }
}
