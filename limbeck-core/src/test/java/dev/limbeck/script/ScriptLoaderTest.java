// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.Location;
import dev.limbeck.error.MigrationException;
import dev.limbeck.operation.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptLoaderTest {
    private static final String HEADER = """
            package shop;
            import static dev.limbeck.operation.Definitions.*;
            import dev.limbeck.operation.Operations;
            @dev.limbeck.Revision(id = "%1$s")
            class R%1$s implements dev.limbeck.Migration {
            """;

    @TempDir
    private Path folder;

    @TempDir
    private Path cache;

    @Test
    void recordsWhatAJavaRevisionSaysAndWhere() throws IOException {
        java("a", """
                @Override public void upgrade(Operations op) {
                    op.createTable("book",
                            column("id", bigint()),
                            primaryKey("book_pkey", "id"));
                    for (String name : new String[] {"x", "y"}) {
                        op.addColumn("book", column(name, text()));
                    }
                    op.batchAlterTable("book", batch -> {
                        batch.dropColumn("x");
                    });
                    Runnable later = () -> op.dropTable("book");
                    later.run();
                }
                @Override public void downgrade(Operations op) {
                    op.irreversible("no");
                }
                }
                """);

        LoadedRevision revision = load("a");

        assertThat(revision.upgrade())
                .extracting(located -> located.operation().getClass().getSimpleName() + " "
                        + located.location().line())
                .containsExactly("CreateTable 7", "AddColumn 11", "AddColumn 11", "AlterTable 13", "DropTable 16");
        assertThat(revision.downgrade())
                .containsExactly(new LocatedOperation(
                        new Operation.Irreversible("no"),
                        new Location(folder.resolve("Ra.java").toString(), 20),
                        true));
    }

    @Test
    void usesHelpersBesideARevisionAndClassesOfTheApplication() throws IOException {
        Path application = Files.createDirectory(folder.resolve("application"));
        Path names = Files.writeString(
                folder.resolve("Names.java"),
                "package app; public class Names { public static String BOOK = \"book\"; }");
        new Compilation(List.of())
                .compile(List.of(SourceFile.read(names)))
                .forEach((file, classes) -> classes.forEach((name, bytes) -> write(application, name, bytes)));
        Files.delete(names);
        Files.writeString(
                folder.resolve("Helper.java"),
                "package shop; class Helper { static String table() { return app.Names.BOOK; } }");
        java("a", body("op.dropTable(Helper.table());"));
        java("b", body("op.dropTable(Helper.table() + 2);"));

        try (ScriptLoader loader = new ScriptLoader(new PlainDialect(), List.of(application), cache, Arguments.NONE)) {
            assertThat(loader.loadAll(scripts()))
                    .extracting(
                            revision -> revision.upgrade().get(0).operation().table())
                    .hasToString("[book, book2]");
        }
    }

    @Test
    void compilesAgainOnlyWhatHasChanged() throws IOException {
        java("a", body("op.dropTable(\"a\");"));
        java("b", body("op.dropTable(\"b\");"));
        load("a");
        load("b");
        List<Path> jars = backdated();
        assertThat(jars).hasSize(2);

        load("a");
        load("b");
        assertThat(backdatedAmong(jars)).hasSize(2);
        assertThat(files(cache)).hasSize(2);

        java("b", body("op.dropTable(\"c\");"));
        assertThat(load("b").upgrade().get(0).operation().table()).hasToString("c");
        assertThat(backdatedAmong(jars)).hasSize(2);
        assertThat(files(cache)).hasSize(3);
    }

    @Test
    void compilesAgainWhenAHelperHasChanged() throws IOException {
        Path helper = folder.resolve("Helper.java");
        Files.writeString(helper, "package shop; class Helper { static final String TABLE = \"a\"; }");
        java("a", body("op.dropTable(Helper.TABLE);"));
        assertThat(load("a").upgrade().get(0).operation().table()).hasToString("a");

        Files.writeString(helper, "package shop; class Helper { static final String TABLE = \"b\"; }");
        assertThat(load("a").upgrade().get(0).operation().table()).hasToString("b");
    }

    @Test
    void makesADamagedCacheEntryAnew() throws IOException {
        java("a", body("op.dropTable(\"a\");"));
        load("a");
        Path jar = files(cache).get(0);
        byte[] whole = Files.readAllBytes(jar);

        byte[] flipped = whole.clone();
        flipped[whole.length / 3] ^= 0x55;
        for (byte[] damaged : List.of(
                new byte[0],
                "no jar".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                java.util.Arrays.copyOf(whole, whole.length / 2),
                flipped)) {
            Files.write(jar, damaged);
            assertThat(load("a").upgrade()).hasSize(1);
            assertThat(Files.size(jar)).isEqualTo(whole.length);
        }
    }

    @Test
    void worksWithoutACacheThatCanBeWritten() throws IOException {
        java("a", body("op.dropTable(\"a\");"));
        Path file = Files.createFile(cache.resolve("file"));

        try (ScriptLoader loader =
                new ScriptLoader(new PlainDialect(), List.of(), file.resolve("below"), Arguments.NONE)) {
            assertThat(loader.loadAll(scripts()).get(0).upgrade()).hasSize(1);
        }
    }

    @Test
    void namesEveryCompileErrorWithFileAndLine() throws IOException {
        java("a", body("op.dropTable(missing);"));
        java("b", body("int i = \"\";\nop.none();"));
        java("c", body(""));

        assertThatThrownBy(() -> load("a", "b", "c")).isInstanceOfSatisfying(MigrationException.class, failure -> {
            assertThat(failure.code()).isEqualTo(ErrorCode.SCRIPT_DOES_NOT_COMPILE);
            assertThat(failure.location())
                    .contains(new Location(folder.resolve("Ra.java").toString(), 7));
            assertThat(String.valueOf(failure.getMessage()).replace(folder + "/", ""))
                    .isEqualTo("""
                                    Ra.java:7: cannot find symbol
                                          symbol:   variable missing
                                          location: class shop.Ra
                                    Rb.java:7: incompatible types: java.lang.String cannot be converted to int
                                    Rb.java:8: cannot find symbol
                                          symbol:   method none()
                                          location: variable op of type dev.limbeck.operation.Operations
                                    Correct the migration, or limbeck.classpath if a class of the application is missing.""");
        });
        assertThat(files(cache)).isEmpty();
    }

    @Test
    void namesTheLineAtWhichAMigrationThrows() throws IOException {
        java(
                "a",
                body("\nfail();")
                        .replace("// more", "static void fail() {\n throw new IllegalStateException(\"oh\"); }"));

        assertThatThrownBy(() -> load("a").upgrade()).isInstanceOfSatisfying(MigrationException.class, failure -> {
            assertThat(failure.code()).isEqualTo(ErrorCode.SCRIPT_FAILED);
            assertThat(failure.location())
                    .contains(new Location(folder.resolve("Ra.java").toString(), 12));
            assertThat(failure)
                    .hasMessage("The upgrade of revision a failed at " + folder.resolve("Ra.java")
                            + ":12: java.lang.IllegalStateException: oh\nCorrect the migration; nothing of it was run.")
                    .hasRootCauseMessage("oh");
        });
    }

    @Test
    void refusesAClassThatIsNoMigration() throws IOException {
        Files.writeString(folder.resolve("A.java"), "@dev.limbeck.Revision(id = \"a\") class A {}");
        assertThatThrownBy(() -> load("a")).hasMessageContaining("A.java").hasMessageContaining("does not implement");

        Files.writeString(
                folder.resolve("A.java"),
                "import dev.limbeck.operation.Operations;\n@dev.limbeck.Revision(id = \"a\") record A(int x) implements dev.limbeck.Migration {"
                        + "public void upgrade(Operations op) {} public void downgrade(Operations op) {} }");
        assertThatThrownBy(() -> load("a")).hasMessageContaining("no constructor without parameters");
    }

    @Test
    void splitsTheSectionsOfAnSqlRevision() throws IOException {
        sql("""
                -- Revision ID: a

                -- limbeck: upgrade
                create table a (x int); -- why
                insert into a
                  values (';');

                -- limbeck: no-transaction
                create index i on a (x);
                select 1;

                -- limbeck: downgrade
                -- limbeck: no-transaction
                drop table a;
                select 2
                """);

        assertThat(load("a").upgrade())
                .containsExactly(
                        located("create table a (x int)", 4, true),
                        located("insert into a\n  values (';')", 5, true),
                        located("create index i on a (x)", 9, false),
                        located("select 1", 10, true));
        assertThat(load("a").downgrade())
                .containsExactly(located("drop table a", 14, false), located("select 2", 15, false));
    }

    @Test
    void refusesTheWayBackOfAnSqlRevisionThatHasNone() throws IOException {
        sql("-- Revision ID: a\n-- limbeck: upgrade\nselect 1;\n");
        assertThat(load("a").downgrade())
                .singleElement()
                .satisfies(located -> assertThat(located.operation())
                        .isInstanceOfSatisfying(
                                Operation.Irreversible.class,
                                irreversible -> assertThat(irreversible.reason())
                                        .contains("a.sql")
                                        .contains("-- limbeck: downgrade")));

        sql("-- Revision ID: a\n-- limbeck: upgrade\nselect 1;\n-- limbeck: downgrade");
        assertThat(load("a").downgrade()).isEmpty();
    }

    @Test
    void refusesANoTransactionThatIsMeantForNothing() throws IOException {
        sql("-- Revision ID: a\n-- limbeck: upgrade\nselect 1;\n-- limbeck: no-transaction\n");

        assertThatThrownBy(() -> load("a").upgrade()).hasMessageContaining("a.sql:4: no statement follows");
    }

    private LocatedOperation located(String sql, int line, boolean transactional) {
        return new LocatedOperation(
                new Operation.Execute(sql, List.of()),
                new Location(folder.resolve("a.sql").toString(), line),
                transactional);
    }

    private static String body(String upgrade) {
        return "public void upgrade(Operations op) {\n" + upgrade
                + "\n}\npublic void downgrade(Operations op) {}\n// more\n}";
    }

    private void java(String id, String body) throws IOException {
        Files.writeString(folder.resolve("R" + id + ".java"), HEADER.formatted(id) + body);
    }

    private void sql(String text) throws IOException {
        Files.writeString(folder.resolve("a.sql"), text);
    }

    private LoadedRevision load(String id) {
        return load(new String[] {id}).get(0);
    }

    /** Loads with a loader of its own, as another process would. */
    private List<LoadedRevision> load(String... ids) {
        ScriptDirectory directory = ScriptDirectory.open(List.of(folder));
        try (ScriptLoader loader = new ScriptLoader(new PlainDialect(), List.of(), cache, Arguments.NONE)) {
            return loader.loadAll(
                    Stream.of(ids).map(id -> directory.find(id).orElseThrow()).toList());
        }
    }

    private List<RevisionScript> scripts() {
        return ScriptDirectory.open(List.of(folder)).scripts();
    }

    private List<Path> backdated() throws IOException {
        List<Path> jars = files(cache);
        for (Path jar : jars) {
            Files.setLastModifiedTime(jar, FileTime.fromMillis(0));
        }
        return jars;
    }

    private static List<Path> backdatedAmong(List<Path> jars) {
        return jars.stream().filter(jar -> jar.toFile().lastModified() == 0).toList();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static void write(Path folder, String className, byte[] bytes) {
        try {
            Path file = folder.resolve(className.replace('.', '/') + ".class");
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
