// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.script;

import static dev.limbeck.operation.Definitions.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import dev.limbeck.operation.Operation;
import dev.limbeck.operation.Operations;
import dev.limbeck.revision.RevisionNode;
import dev.limbeck.schema.DataType;
import dev.limbeck.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptWriterTest {
    @TempDir
    private Path folder;

    private final PlainDialect dialect = new PlainDialect();

    @Test
    void writesJavaAsAPersonWould() throws IOException {
        Path file = write(revision(
                Language.JAVA,
                op -> {
                    op.createEnum("book_status", "IN_PRINT", "SOLD_OUT");
                    op.createTable(
                            "shop.book",
                            column("id", bigint()).identity(),
                            column("title", varchar(200)).notNull().comment("as printed"),
                            column("status", type("book_status")).notNull().defaultValue("IN_PRINT"),
                            column("tags", text().array()),
                            primaryKey("book_pkey", "id"),
                            foreignKey("fk_book_author_with_a_name_that_is_long", "author_first_name", "author_name")
                                    .references("shop.author", "first_name", "name")
                                    .onDelete(CASCADE)
                                    .initiallyDeferred(),
                            check("title <> ''"));
                    op.alterColumn(
                            "book",
                            "title",
                            c -> c.type(text()).using("title::text").notNull().rename("name"));
                    op.batchAlterTable("book", batch -> {
                        batch.addColumn(column("nick", varchar(30)));
                        batch.dropConstraint(unique(columns("a", "b")));
                    });
                    op.createIndex(
                            "book", index("ix_book", "lower(title)").unique().where("status = 'IN_PRINT'"));
                    op.createIndex("book", index("ix_order", by("rank").desc().nullsLast(), by("id")));
                    op.execute("update book\n   set tags = '{}'\n where tags is null");
                    op.bulkInsert("genre", List.of("id", "label"), row(1, "prose"), row(2, null));
                },
                op -> op.dropTable("shop.book"),
                List.of("The column title changes its type: existing rows are rewritten.")));

        assertThat(file).hasFileName("Rb1cf8c168491_add_books.java");
        assertThat(file).hasContent("""
                        package com.example.shop;

                        import static dev.limbeck.operation.Definitions.*;

                        import dev.limbeck.Migration;
                        import dev.limbeck.Revision;
                        import dev.limbeck.operation.Operations;
                        import java.util.List;

                        /** Add books. */
                        @Revision(id = "b1cf8c168491", downRevision = "392efb1132ae", createdAt = "2026-11-20T08:42:11Z")
                        public class Rb1cf8c168491_add_books implements Migration {

                            @Override
                            public void upgrade(Operations op) {
                                // The column title changes its type: existing rows are rewritten.
                                op.createEnum("book_status", "IN_PRINT", "SOLD_OUT");
                                op.createTable("shop.book",
                                        column("id", bigint()).identity(),
                                        column("title", varchar(200)).notNull().comment("as printed"),
                                        column("status", type("book_status")).notNull().defaultValue("IN_PRINT"),
                                        column("tags", text().array()),
                                        primaryKey("book_pkey", "id"),
                                        foreignKey("fk_book_author_with_a_name_that_is_long", "author_first_name", "author_name")
                                                .references("shop.author", "first_name", "name")
                                                .onDelete(CASCADE)
                                                .initiallyDeferred(),
                                        check("title <> ''"));
                                op.alterColumn("book", "title", c -> c.type(text()).using("title::text").notNull().rename("name"));
                                op.batchAlterTable("book", batch -> {
                                    batch.addColumn(column("nick", varchar(30)));
                                    batch.dropConstraint(unique(columns("a", "b")));
                                });
                                op.createIndex("book", index("ix_book", "lower(title)").unique().where("status = 'IN_PRINT'"));
                                op.createIndex("book", index("ix_order", by("rank").desc().nullsLast(), by("id")));
                                op.execute(
                                        \"""
                                        update book
                                           set tags = '{}'
                                         where tags is null\""");
                                op.bulkInsert("genre", List.of("id", "label"), row(1, "prose"), row(2, null));
                            }

                            @Override
                            public void downgrade(Operations op) {
                                op.dropTable("shop.book");
                            }
                        }
                        """);
    }

    @Test
    void importsOnlyWhatIsUsed() throws IOException {
        Path file = write(
                revision(Language.JAVA, op -> op.alterColumn("a", "b", c -> c.comment("why")), op -> {}, List.of()));

        assertThat(Files.readString(file))
                .doesNotContain("Definitions", "java.util")
                .contains("    public void downgrade(Operations op) {\n        // nothing to do\n    }\n");
    }

    @Test
    void splitsWhatIsTooLongForOneMethod() throws IOException {
        Path file = write(revision(
                Language.JAVA,
                op -> IntStream.range(0, 3_000).forEach(i -> op.dropColumn("a", "c" + i)),
                op -> {},
                List.of()));

        assertThat(Files.readString(file))
                .contains("        upgrade1(op);\n        upgrade2(op);\n        upgrade3(op);\n    }\n")
                .contains(
                        "    }\n\n    private void upgrade1(Operations op) {\n        op.dropColumn(\"a\", \"c0\");\n")
                .endsWith("        op.dropColumn(\"a\", \"c2999\");\n    }\n}\n");
    }

    @Test
    void refusesAMessageThatWouldBeReadAsAHeader() throws IOException {
        assertThatThrownBy(() -> write(new NewRevision(
                        "a",
                        "Revision ID: b",
                        List.of(),
                        List.of(),
                        List.of(),
                        Instant.EPOCH.atZone(ZoneOffset.UTC),
                        "",
                        Language.SQL,
                        List.of(),
                        List.of(),
                        List.of())))
                .hasMessageContaining("has the revision id [b] instead of [a]");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void writesSqlInTheDialectsWords() throws IOException {
        Path file = write(revision(
                Language.SQL,
                op -> {
                    op.createTable("book", column("id", bigint()), primaryKey("id_pkey", "id"));
                    op.addColumn("book", column("x", integer()));
                    op.createIndex("book", index("ix", "x"));
                    op.execute("update a set b = ?, c = '?' -- ?\n where d ?? ?", "it's", 2);
                    op.execute("select 1 -- why");
                    op.execute("select 2;");
                },
                op -> op.dropTable("book"),
                List.of("Look at this.")));

        assertThat(file).hasFileName("b1cf8c168491_add_books.sql");
        assertThat(file).hasContent("""
                        -- Add books
                        --
                        -- Revision ID: b1cf8c168491
                        -- Revises: 392efb1132ae
                        -- Create Date: 2026-11-20T08:42:11Z

                        -- limbeck: upgrade
                        -- Look at this.
                        create table book (
                            id bigint not null,
                            constraint id_pkey primary key (id)
                        );
                        alter table book add column x integer;
                        -- limbeck: no-transaction
                        create index ix on book (x);

                        update a set b = 'it''s', c = '?' -- ?
                         where d ? 2;

                        select 1 -- why
                        ;

                        select 2;

                        -- limbeck: downgrade
                        drop table book;
                        """);
    }

    @Test
    void showsTheDialectWhatEachOperationFinds() throws IOException {
        Operation create = operations(op -> op.createTable("a", column("x", DataType.of("text"))))
                .get(0);
        Operation add = operations(op -> op.addColumn("a", column("y", DataType.of("text"))))
                .get(0);
        Schema between = create.apply(Schema.EMPTY);
        Schema after = add.apply(between);

        write(new NewRevision(
                "a",
                "",
                List.of(),
                List.of(),
                List.of(),
                Instant.EPOCH.atZone(ZoneOffset.UTC),
                "",
                Language.SQL,
                List.of(create, add),
                Operation.reverseAll(List.of(create, add)),
                List.of()));

        assertThat(dialect.seen()).containsExactly(Schema.EMPTY, between, after, between);
    }

    @Test
    void leavesOutTheDowngradeOfARevisionWithoutAWayBack() throws IOException {
        Path file = write(revision(Language.SQL, op -> {}, op -> op.irreversible("rows were merged"), List.of()));

        assertThat(Files.readString(file)).contains("rows were merged").doesNotContain("limbeck: downgrade");
        ScriptDirectory directory = ScriptDirectory.open(List.of(folder));
        try (ScriptLoader loader = new ScriptLoader(dialect, List.of(), folder.resolve("cache"), Arguments.NONE)) {
            assertThat(loader.load(directory.scripts().get(0)).downgrade())
                    .singleElement()
                    .extracting(LocatedOperation::operation)
                    .isInstanceOf(Operation.Irreversible.class);
        }
    }

    @Test
    void writesHeadersThatAreReadBack() throws IOException {
        for (Language language : Language.values()) {
            write(new NewRevision(
                    language.name(),
                    "limbeck: a < b \\u\n\nSecond * paragraph.",
                    List.of("a", "b"),
                    List.of("c"),
                    List.of("shop", "warehouse_with_a_name_that_makes_the_annotation_longer_than_a_line_may_be"),
                    Instant.parse("2026-11-20T08:42:11.123Z").atZone(ZoneOffset.UTC),
                    "",
                    language,
                    List.of(),
                    List.of(),
                    List.of()));
            RevisionNode node = ScriptDirectory.open(List.of(folder))
                    .find(language.name())
                    .orElseThrow()
                    .node();

            assertThat(node.message()).isEqualTo("limbeck: a < b \\u");
            assertThat(node.doc()).isEqualTo("limbeck: a < b \\u\n\nSecond * paragraph.");
            assertThat(node.downRevisions()).containsExactly("a", "b");
            assertThat(node.dependsOn()).containsExactly("c");
            assertThat(node.labels()).hasSize(2).contains("shop");
            assertThat(node.createdAt()).isEqualTo("2026-11-20T08:42:11Z");
        }
    }

    @Test
    void refusesToOverwriteAndLeavesNothingBehind() throws IOException {
        NewRevision revision = revision(Language.SQL, op -> {}, op -> {}, List.of());
        Path file = write(revision);
        Files.writeString(file, "mine");

        assertThatThrownBy(() -> write(revision))
                .isInstanceOfSatisfying(
                        MigrationException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.SCRIPT_EXISTS))
                .hasMessageContaining("b1cf8c168491_add_books.sql exists already");
        assertThat(file).hasContent("mine");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    Add created_at to Address!,                              add_created_at_to_address
                    Größe & Prix d'été,                                      grosse_prix_d_ete
                    '',                                                      ''
                    日本語,                                                   ''
                    a message that is somewhat longer than forty characters, a_message_that_is_somewhat_longer_than_
                    aMessageOfOneWordThatIsLongerThanFortyCharacters,        amessageofonewordthatislongerthanfortych_
                    exactly forty characters make a slug yes,                exactly_forty_characters_make_a_slug_yes
                    """)
    void namesAFileByTheWordsOfItsMessage(String message, String slug) {
        assertThat(Slug.of(message, 40)).isEqualTo(slug);
    }

    @Test
    void makesAClassNameOfAnyId() {
        NewRevision revision = new NewRevision(
                "2026-11/a",
                "",
                List.of(),
                List.of(),
                List.of(),
                Instant.EPOCH.atZone(ZoneOffset.UTC),
                "",
                Language.JAVA,
                List.of(),
                List.of(),
                List.of());

        assertThat(FileStyle.usual().names().path(revision)).hasToString("R2026_11_a.java");
    }

    private Path write(NewRevision revision) {
        return new ScriptWriter(folder, FileStyle.usual(), dialect, new SchemaStage()).write(revision);
    }

    private static NewRevision revision(
            Language language, Consumer<Operations> upgrade, Consumer<Operations> downgrade, List<String> remarks) {
        return new NewRevision(
                "b1cf8c168491",
                "Add books",
                List.of("392efb1132ae"),
                List.of(),
                List.of(),
                Instant.parse("2026-11-20T08:42:11Z").atZone(ZoneOffset.UTC),
                "com.example.shop",
                language,
                operations(upgrade),
                operations(downgrade),
                remarks);
    }

    private static List<Operation> operations(Consumer<Operations> migration) {
        List<Operation> operations = new ArrayList<>();
        migration.accept(operations::add);
        return operations;
    }
}
