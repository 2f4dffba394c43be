// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.fixtures.RandomOperations;
import dev.limbeck.operation.Definitions;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.DataType;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.SequenceOptions;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaRendererPropertyTest {
    private static final int SEEDS = 60;

    @TempDir
    private Path folder;

    @Test
    void recordsTheOperationsThatItRendered() {
        List<List<Operation>> written = new ArrayList<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            written.add(new RandomOperations(seed).oneOfEach());
            write(seed, written.get(seed));
        }

        List<RevisionScript> scripts = ScriptDirectory.open(List.of(folder)).scripts();
        assertThat(scripts).hasSize(SEEDS);
        try (ScriptLoader loader =
                new ScriptLoader(new PlainDialect(), List.of(), folder.resolve("cache"), Arguments.NONE)) {
            for (LoadedRevision revision : loader.loadAll(scripts)) {
                int seed = Integer.parseInt(revision.script().node().id());
                List<Operation> read = revision.upgrade().stream()
                        .map(LocatedOperation::operation)
                        .toList();
                assertThat(comparable(read)).as("seed %d", seed).isEqualTo(comparable(written.get(seed)));
                assertThat(revision.downgrade()).isEmpty();
            }
        }
    }

    @Test
    void rendersWhatCompilesWithoutAWarning() throws Exception {
        List<Path> files = new ArrayList<>();
        for (int seed = 0; seed < 20; seed++) {
            files.add(write(seed, new RandomOperations(seed).oneOfEach()));
        }
        files.add(write(1000, List.of()));

        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(diagnostics, null, null)) {
            compiler.getTask(
                            null,
                            manager,
                            diagnostics,
                            List.of("-Xlint:all,-classfile", "-proc:none", "-d", folder.toString()),
                            null,
                            manager.getJavaFileObjectsFromPaths(files))
                    .call();
        }
        assertThat(diagnostics.getDiagnostics())
                .extracting(Diagnostic::toString)
                .isEmpty();
    }

    @Test
    void hasAWordForEveryTypeThatDefinitionsHasOneFor() throws Exception {
        for (Method method : Definitions.class.getMethods()) {
            if (method.getReturnType() != DataType.class || method.isVarArgs()) {
                continue;
            }
            Object[] arguments =
                    Stream.of(method.getParameterTypes()).map(type -> 3).toArray();
            DataType type = (DataType) method.invoke(null, arguments);
            assertThat(JavaTypes.of(type).flat()).startsWith(method.getName() + "(");
        }
    }

    @Test
    void splitsAMigrationThatIsTooLongForOneMethod() {
        List<Operation> operations = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            operations.addAll(new RandomOperations(i).oneOfEach());
        }
        write(1, operations);
        List<RevisionScript> scripts = ScriptDirectory.open(List.of(folder)).scripts();

        try (ScriptLoader loader =
                new ScriptLoader(new PlainDialect(), List.of(), folder.resolve("cache"), Arguments.NONE)) {
            List<LocatedOperation> read = loader.load(scripts.get(0)).upgrade();
            assertThat(comparable(read.stream().map(LocatedOperation::operation).toList()))
                    .isEqualTo(comparable(operations));
        }
    }

    private Path write(int seed, List<Operation> operations) {
        return new ScriptWriter(folder, FileStyle.usual(), new PlainDialect(), new SchemaStage())
                .write(new NewRevision(
                        String.valueOf(seed),
                        "Seed \\u and " + seed,
                        List.of(),
                        List.of(),
                        List.of(),
                        Instant.EPOCH.atZone(ZoneOffset.UTC),
                        "com.example",
                        Language.JAVA,
                        operations,
                        List.of(),
                        List.of("Look at \\u this.")));
    }

    /**
     * Operations on sequences by their effect on a sequence that has everything, because one of them may take several
     * calls, or none; the other operations as they are.
     */
    private static List<Object> comparable(List<Operation> operations) {
        List<Object> comparable = new ArrayList<>();
        Schema sequences = Schema.EMPTY;
        for (Operation operation : operations) {
            if (operation instanceof Operation.AlterSequence alter) {
                if (alter.sequence().equals(alter.before())) {
                    continue;
                }
                Name name = alter.sequence().name();
                if (sequences.sequences().get(name) == null) {
                    sequences = sequences.with(new Sequence(
                            name,
                            SequenceOptions.DEFAULTS.withStart(4711),
                            new Sequence.Owner(Name.of("former"), "owner"),
                            "former comment"));
                }
                sequences = operation.apply(sequences);
            } else if (operation instanceof Operation.CreateSequence) {
                sequences = operation.apply(sequences);
            } else {
                comparable.add(operation);
            }
        }
        comparable.add(sequences.sequences());
        return comparable;
    }
}
