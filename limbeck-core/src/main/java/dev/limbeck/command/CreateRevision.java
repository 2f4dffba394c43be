// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.command;

import dev.limbeck.config.Options;
import dev.limbeck.diff.DiffRules;
import dev.limbeck.diff.ExistingRows;
import dev.limbeck.diff.ListedValues;
import dev.limbeck.diff.Loss;
import dev.limbeck.diff.Prechecks;
import dev.limbeck.diff.Rename;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.operation.Operation;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.revision.RevisionNode;
import dev.limbeck.run.Event;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.script.FileStyle;
import dev.limbeck.script.Language;
import dev.limbeck.script.NewRevision;
import dev.limbeck.script.ScriptWriter;
import dev.limbeck.script.Stage;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a new revision file: empty for a person to fill, or filled with what separates the models from the history. */
public final class CreateRevision {
    private final Workspace workspace;

    public CreateRevision(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Where the new revision stands.
     *
     * @param heads the revisions it follows, in the grammar of targets
     * @param splice whether one of them may be no head
     * @param folder the folder of its file, which is a location or in one; null for that of the revisions it follows
     */
    public record Placing(
            List<String> heads,
            boolean splice,
            List<String> branchLabels,
            List<String> dependsOn,
            @Nullable Path folder) {
        public static final Placing AFTER_HEAD = new Placing(List.of("head"), false, List.of(), List.of(), null);
    }

    /**
     * How a revision is filled from the models.
     *
     * @param choices what is said of what the two sides do not tell
     * @param literal whether to write exactly what separates the two sides, rows or no rows, and to ask nothing
     */
    public record Generation(Against against, Choices choices, boolean literal) {}

    /**
     * What to write.
     *
     * @param id the revision id; null makes a random one
     * @param language {@code java} or {@code sql}; null takes the one that is set
     * @param generation how to fill it; null leaves it empty
     */
    public record Request(
            String message,
            @Nullable String id,
            @Nullable String language,
            Placing placing,
            @Nullable Generation generation) {}

    /**
     * What was written.
     *
     * @param file the new file; empty when there was no difference to write
     * @param id its revision; empty in the same case
     * @param differences what was found, a phrase each
     * @param changes the same with what comes of it
     * @param leftAlone what the comparison passed over
     * @param hooks what ran on the file
     */
    public record Result(
            Optional<Path> file,
            Optional<String> id,
            List<String> downRevisions,
            List<String> differences,
            List<Change> changes,
            List<LeftAlone> leftAlone,
            List<HookRun> hooks) {}

    public Result run(Request request) {
        new LinearRule(workspace).require();
        Draft draft = draft(request, place(request.placing()));
        Generation generation = request.generation();
        if (generation != null && generation.choices().backfill() && draft.language() == Language.SQL) {
            throw new MigrationException(
                    ErrorCode.CONFIG_BAD_VALUE,
                    "--backfill writes op.backfill, which only a revision in Java can say. Add --lang java, or leave"
                            + " --backfill out: the rows are then filled by one update.");
        }
        if (generation == null) {
            return write(draft, Filling.EMPTY, history());
        }
        Autogenerate.Comparison comparison = new Autogenerate(workspace)
                .compare(
                        generation.against(),
                        generation.choices(),
                        generation.literal() ? Autogenerate.Asking.NOTHING : Autogenerate.Asking.MUST);
        if (comparison.isEmpty()) {
            return new Result(
                    Optional.empty(),
                    Optional.empty(),
                    draft.node().downRevisions(),
                    List.of(),
                    List.of(),
                    comparison.leftAlone(),
                    List.of());
        }
        return write(
                draft,
                fill(comparison, generation),
                generation.against() == Against.LIVE ? ScratchStage.copy(workspace, comparison.there()) : history());
    }

    /** Writes a revision that does nothing but join several heads. */
    public Result merge(Request request) {
        new LinearRule(workspace).require();
        List<String> parents = place(request.placing());
        if (parents.size() < 2) {
            throw new MigrationException(
                    ErrorCode.BAD_TARGET,
                    "A merge needs at least two revisions, and "
                            + String.join(" ", request.placing().heads()) + " is " + parents.size()
                            + ". Look at limbeck heads.");
        }
        return write(draft(request, parents), Filling.EMPTY, history());
    }

    /** A revision before it is filled, and all that could be refused about it looked at. */
    record Draft(RevisionNode node, ZonedDateTime createdAt, Language language, FileStyle style, NewFiles.Place place) {

        /** The same in another folder. */
        Draft in(Path folder) {
            return new Draft(node, createdAt, language, style, new NewFiles.Place(folder, place.javaPackage()));
        }

        /** The revision with what stands in its two directions. */
        NewRevision filled(List<Operation> upgrade, List<Operation> downgrade, List<String> remarks) {
            return new NewRevision(
                    node.id(),
                    node.doc(),
                    node.downRevisions(),
                    node.dependsOn(),
                    node.labels(),
                    createdAt,
                    place.javaPackage(),
                    language,
                    upgrade,
                    downgrade,
                    losses(upgrade),
                    remarks);
        }
    }

    /** What stands in the two directions of a revision. */
    private record Filling(
            List<Operation> upgrade,
            List<Operation> downgrade,
            List<String> remarks,
            List<Change> changes,
            List<LeftAlone> leftAlone) {
        static final Filling EMPTY = new Filling(List.of(), List.of(), List.of(), List.of(), List.of());

        List<String> differences() {
            return changes.stream()
                    .flatMap(change -> change.descriptions().stream())
                    .toList();
        }
    }

    private Filling fill(Autogenerate.Comparison comparison, Generation generation) {
        ExistingRows.Safe safe = generation.literal()
                ? new ExistingRows.Safe(comparison.changes(), List.of())
                : safe(comparison, generation.choices());
        warn(comparison.found());
        safe.remarks().forEach(remark -> workspace.listener().on(new Event.Warning(remark)));
        List<Operation> upgrade = new ArrayList<>(comparison.renaming().operations());
        upgrade.addAll(safe.steps());
        upgrade.addAll(comparison.rows());
        Schema after = Operation.applyAll(comparison.changes(), comparison.renamed());
        return new Filling(
                workspace.dialect().arrange(upgrade, comparison.before()),
                downgrade(comparison, after, generation.literal()),
                safe.remarks(),
                comparison.found(),
                comparison.leftAlone());
    }

    /** The way back; one operation that has none, which only a hook can have made, leaves none at all. */
    private List<Operation> downgrade(Autogenerate.Comparison comparison, Schema after, boolean literal) {
        List<Operation> reversed;
        try {
            List<Operation> bare = Operation.reverseAll(comparison.changes());
            reversed = literal
                    ? bare
                    : ExistingRows.stepsBack(bare, after, workspace.dialect().diffRules());
        } catch (MigrationException irreversible) {
            return List.of(new Operation.Irreversible(String.valueOf(irreversible.getMessage())));
        }
        List<Operation> downgrade = new ArrayList<>(rowsToDelete(comparison));
        downgrade.addAll(ListedValues.steps(
                reversed,
                after,
                comparison.renaming().values().stream().map(Rename::reverse).toList(),
                workspace.dialect().diffRules()));
        downgrade.addAll(Operation.reverseAll(comparison.renaming().operations()));
        return workspace.dialect().arrange(downgrade, after);
    }

    private void warn(List<Change> changes) {
        List<String> losses =
                changes.stream().flatMap(change -> change.loses().stream()).toList();
        if (!losses.isEmpty()) {
            workspace
                    .listener()
                    .on(new Event.Warning("This revision loses data: " + String.join("; ", losses)
                            + ". A downgrade brings the form back, not the data."));
        }
    }

    /** What the operations lose, for the lines of the file. */
    private static Map<Operation, String> losses(List<Operation> operations) {
        Map<Operation, String> losses = new LinkedHashMap<>();
        for (Operation operation : operations) {
            if (operation instanceof Operation.AlterTable batch) {
                losses.putAll(losses(batch.operations()));
            } else {
                Loss.of(operation).ifPresent(loss -> losses.put(operation, loss));
            }
        }
        return losses;
    }

    /** The changes as they work on tables with rows, behind a look at whether these can be worked on. */
    private ExistingRows.Safe safe(Autogenerate.Comparison comparison, Choices choices) {
        DiffRules rules = workspace.dialect().diffRules();
        Schema before = comparison.renamed();
        List<Rename> values = comparison.renaming().values();
        ExistingRows.Safe filled = ExistingRows.steps(
                ListedValues.steps(comparison.changes(), before, values, rules),
                before,
                new ExistingRows.Wishes(choices.defaults(), choices.backfill(), choices.questions()),
                rules);
        return new ExistingRows.Safe(
                Prechecks.steps(filled.steps(), before, ListedValues.tables(values, before), rules), filled.remarks());
    }

    /** The rows of new tables go with their table. */
    private static List<Operation> rowsToDelete(Autogenerate.Comparison comparison) {
        Set<Name> there = comparison.renamed().tables().keySet();
        return comparison.rows().stream()
                .filter(rows -> there.contains(rows.table()))
                .map(Operation::reverse)
                .collect(Collectors.toList());
    }

    /** Refuses before anything is compared or written what would break the history once it is there. */
    Draft draft(Request request, List<String> parents) {
        ZonedDateTime now = ZonedDateTime.now(workspace.settings().get(Options.TIMEZONE));
        NewId ids = new NewId(workspace);
        RevisionNode node = new RevisionNode(
                request.id() == null ? ids.next(now) : ids.chosen(request.id()),
                parents,
                dependencies(request.placing().dependsOn()),
                request.placing().branchLabels(),
                request.message(),
                "",
                "the new revision");
        List<RevisionNode> nodes = new ArrayList<>(workspace.graph().nodes());
        nodes.add(node);
        new LinearRule(workspace).requireAfter(RevisionGraph.of(nodes), node);
        Language language = language(request.language());
        NewFiles files = new NewFiles(workspace);
        return new Draft(
                node,
                now,
                language,
                files.style(),
                files.place(request.placing().folder(), parents, language));
    }

    private Result write(Draft draft, Filling filling, ScratchStage start) {
        RevisionNode node = draft.node();
        NewRevision revision = draft.filled(filling.upgrade(), filling.downgrade(), filling.remarks());
        Hooks hooks = Hooks.of(workspace.settings());
        Path file = write(revision, draft, start);
        return new Result(
                Optional.of(file),
                Optional.of(node.id()),
                node.downRevisions(),
                filling.differences(),
                filling.changes(),
                filling.leftAlone(),
                hooks.run(file));
    }

    /** Writes a revision that follows those of the history. */
    Path write(NewRevision revision, Draft draft) {
        return write(revision, draft, history());
    }

    /** SQL hangs on what is there, so it is written in a scratch database that holds it. */
    private Path write(NewRevision revision, Draft draft, ScratchStage start) {
        Path folder = draft.place().folder();
        if (revision.language() == Language.JAVA || revision.upgrade().isEmpty()) {
            return new ScriptWriter(folder, draft.style(), workspace.dialect(), new EmptyStage()).write(revision);
        }
        try (start) {
            return new ScriptWriter(folder, draft.style(), workspace.dialect(), start.replay()).write(revision);
        }
    }

    private ScratchStage history() {
        return new ScratchStage(
                workspace,
                replay -> replay.upgrade(workspace.loadUpTo(
                        workspace.graph().heads().stream().map(RevisionNode::id).toList())));
    }

    /** For what is written without looking at a database. */
    private static final class EmptyStage implements Stage {
        @Override
        public dev.limbeck.dialect.Current current() {
            return () -> Schema.EMPTY;
        }

        @Override
        public void apply(Operation operation) {
            // nothing is there to be changed
        }
    }

    private Language language(@Nullable String wanted) {
        String name = wanted == null ? workspace.settings().get(Options.REVISION_LANGUAGE) : wanted;
        return Language.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private List<String> place(Placing placing) {
        RevisionGraph graph = workspace.graph();
        if (placing.heads().equals(List.of("head")) && graph.heads().size() > 1) {
            WaysOut out = new WaysOut(workspace, GitView.of(workspace));
            throw new MigrationException(
                    ErrorCode.MULTIPLE_HEADS,
                    "Multiple heads are present; please specify the head revision on which the new revision should be"
                            + " based, or perform a merge. The heads are:\n" + out.heads(graph.heads())
                            + "There are these ways out, or --head ID to follow one of them:\n"
                            + out.commands(graph.heads()));
        }
        List<String> parents = new ArrayList<>();
        for (String head : placing.heads()) {
            for (RevisionNode node : graph.resolve(head)) {
                if (!placing.splice() && !graph.isHead(node.id())) {
                    throw new MigrationException(
                            ErrorCode.BAD_TARGET,
                            "Revision " + node.id() + " is not a head revision; please specify --splice to create a new"
                                    + " branch from this revision");
                }
                if (parents.contains(node.id())) {
                    throw new MigrationException(ErrorCode.BAD_TARGET, "Duplicate head revisions specified");
                }
                parents.add(node.id());
            }
        }
        return parents;
    }

    private List<String> dependencies(List<String> identifiers) {
        return identifiers.stream()
                .flatMap(identifier -> workspace.graph().resolve(identifier).stream())
                .map(RevisionNode::id)
                .toList();
    }
}
