// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.diff.LikelyRenames;
import dev.limbeck.diff.Rename;
import dev.limbeck.diff.RenameOperations;
import dev.limbeck.diff.RenameWish;
import dev.limbeck.diff.SameButName;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.Problems;
import dev.limbeck.models.WantedSchema;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds what has another name now, and brings what is there to the wanted names before the rest is compared: tables
 * first, then what is in them. The database itself renames, in a scratch database, and is read again: what hangs on a
 * name, such as the text of a check or a view, is then as it will be.
 */
final class Renaming {
    private final Choices choices;
    private final WantedSchema wanted;
    private final boolean mustKnow;
    private final Stage stage;
    private final List<RenameWish> wishes;
    private final TreeSet<String> unusedDrops;
    private final List<Operation> operations = new ArrayList<>();
    private final List<Rename> tables = new ArrayList<>();
    private final List<Rename> values = new ArrayList<>();
    private final Map<Name, Name> newTables = new HashMap<>();
    private final List<String> open = new ArrayList<>();
    private final Problems problems = new Problems();
    private Schema now;

    /** Where operations take effect. */
    interface Stage {
        Schema apply(List<Operation> operations);
    }

    /**
     * What was found.
     *
     * @param schema what is there, under the wanted names
     * @param operations that lead to it
     * @param values that have another name in the rows of a column whose check lists them
     * @param open a sentence for each rename that is likely and that nobody confirmed or denied
     */
    record Result(Schema schema, List<Operation> operations, List<Rename> values, List<String> open) {

        /** All is called as it was. */
        static Result none(Schema schema) {
            return new Result(schema, List.of(), List.of(), List.of());
        }
    }

    /**
     * Names to be found.
     *
     * @param mustKnow whether a likely rename that nobody confirms or denies is an error
     */
    Renaming(Choices choices, WantedSchema wanted, boolean mustKnow, Schema before, Stage stage) {
        this.choices = choices;
        this.wanted = wanted;
        this.mustKnow = mustKnow;
        this.stage = stage;
        this.wishes = new ArrayList<>(
                choices.renames().stream().map(RenameWish::parse).toList());
        this.unusedDrops = new TreeSet<>(choices.drops());
        this.now = before;
    }

    /**
     * Finds them.
     *
     * @throws dev.limbeck.error.MigrationException with code QUESTION_OPEN, and the flags that answer it
     */
    Result run() {
        Schema before = now;
        take(
                declared(Rename.Kind.TABLE),
                wish -> wish.ofTable(before),
                LikelyRenames.ofTables(before, wanted.schema()));
        Schema named = now;
        take(
                declared(Rename.Kind.COLUMN),
                wish -> wish.ofPart(named, newTables).filter(rename -> rename.kind() == Rename.Kind.COLUMN),
                LikelyRenames.ofColumns(named, wanted.schema()));
        Schema withColumns = now;
        take(
                declared(Rename.Kind.ENUM_VALUE),
                wish -> wish.ofPart(withColumns, newTables),
                LikelyRenames.ofValues(withColumns, wanted.schema()));
        apply(SameButName.renames(now, wanted.schema(), tables));
        problems.throwIfAny(ErrorCode.QUESTION_OPEN);
        for (RenameWish unused : wishes) {
            problems.add("--rename " + unused.text() + ": there is nothing of the name " + unused.from()
                    + ". Correct the name, or leave it out.");
        }
        unusedDrops.removeIf(this::isDropped);
        for (String unused : unusedDrops) {
            problems.add("--drop " + unused + ": nothing of this name goes away. Correct the name, or leave it out.");
        }
        problems.throwIfAny(ErrorCode.QUESTION_OPEN);
        return new Result(now, List.copyOf(operations), List.copyOf(values), List.copyOf(open));
    }

    /** What the models declare and is not done yet; a declaration may stay in the models for ever. */
    private List<Rename> declared(Rename.Kind kind) {
        return wanted.renames().stream()
                .filter(rename -> rename.kind() == kind)
                .map(rename -> new Rename(
                        kind, newTables.getOrDefault(rename.where(), rename.where()), rename.from(), rename.to()))
                .filter(rename ->
                        RenameOperations.obstacle(rename, now, wanted.schema()).isEmpty())
                .toList();
    }

    private interface Meaning {
        Optional<Rename> of(RenameWish wish);
    }

    private void take(List<Rename> declared, Meaning meaning, List<Rename> likely) {
        List<Rename> accepted = new ArrayList<>(declared);
        for (RenameWish wish : List.copyOf(wishes)) {
            meaning.of(wish).ifPresent(rename -> {
                wishes.remove(wish);
                RenameOperations.obstacle(rename, now, wanted.schema())
                        .ifPresentOrElse(
                                obstacle -> problems.add("--rename " + wish.text() + ": " + obstacle
                                        + ". Correct the names, or leave it out."),
                                () -> accepted.add(rename));
            });
        }
        Set<String> ends = new HashSet<>();
        accepted.forEach(rename -> ends.addAll(ends(rename)));
        for (Rename rename : likely) {
            if (ends(rename).stream().noneMatch(ends::contains) && isWanted(rename, ends)) {
                ends.addAll(ends(rename));
                accepted.add(rename);
            }
        }
        perform(accepted);
    }

    /** What goes and what comes, each of which has but one part in a rename. */
    private static List<String> ends(Rename rename) {
        String where = rename.kind() == Rename.Kind.TABLE ? "" : rename.where() + ".";
        return List.of("- " + where + rename.from(), "+ " + where + rename.to());
    }

    private boolean isWanted(Rename rename, Set<String> ends) {
        String name = name(rename);
        if (choices.drops().contains(name)) {
            unusedDrops.remove(name);
            return false;
        }
        Optional<String> answer = choices.questions()
                .ask(
                        "Is " + rename.kind().label() + " " + name + " called " + rename.to()
                                + " now, or is it dropped and " + rename.to() + " added?",
                        List.of("renamed", "dropped"));
        if (answer.isEmpty()) {
            ends.addAll(ends(rename));
            leaveOpen(rename, name);
        }
        return answer.filter("renamed"::equals).isPresent();
    }

    private void leaveOpen(Rename rename, String name) {
        String sentence = "It looks as if " + rename.kind().label() + " " + name + " is called " + rename.to()
                + " now. Say --rename " + flag(rename) + " if so, or --drop " + quoted(name) + " if it is dropped and "
                + rename.to() + " is another one.";
        if (mustKnow) {
            problems.add(sentence);
        } else {
            open.add(sentence);
        }
    }

    /** What is renamed, with what it belongs to. */
    private static String name(Rename rename) {
        if (rename.kind() == Rename.Kind.TABLE) {
            return rename.where().toString();
        }
        return owner(rename) + "." + rename.from();
    }

    /** A column stands behind its table as a table behind its schema. */
    private static String owner(Rename rename) {
        Name where = rename.where();
        return rename.kind() == Rename.Kind.ENUM_VALUE && where.schema() != null
                ? where.schema() + "." + where.name()
                : where.toString();
    }

    private static String flag(Rename rename) {
        return quoted(name(rename) + "=" + rename.to());
    }

    /** As a shell takes it. */
    private static String quoted(String text) {
        return text.matches("[\\w.=-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    private void perform(List<Rename> renames) {
        List<Operation> steps = new ArrayList<>();
        for (Rename rename : renames) {
            Optional<Operation> operation = RenameOperations.of(rename, now);
            operation.ifPresentOrElse(steps::add, () -> values.add(rename));
            if (rename.kind() == Rename.Kind.TABLE) {
                tables.add(rename);
                newTables.put(rename.where(), rename.where().withName(rename.to()));
            }
        }
        apply(steps);
    }

    private void apply(List<Operation> steps) {
        if (!steps.isEmpty() && problems.isEmpty()) {
            operations.addAll(steps);
            now = stage.apply(steps);
        }
    }

    /** Whether something of this name is there, and not wanted. */
    private boolean isDropped(String name) {
        return names(now).anyMatch(name::equals) && names(wanted.schema()).noneMatch(name::equals);
    }

    private static Stream<String> names(Schema schema) {
        return schema.tables().values().stream()
                .flatMap(table -> Stream.concat(
                        Stream.of(table.name().toString()),
                        table.columns().stream().map(column -> table.name() + "." + column.name())));
    }
}
