// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.limbeck.fixtures.PlainRules;
import dev.limbeck.operation.Operation;
import dev.limbeck.schema.CodeObject;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.DataType;
import dev.limbeck.schema.Name;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CodeDiffTest {
    private static final Table BOOKS = Table.of(Name.of("books"), List.of(Column.of("title", DataType.of("text"))));
    private static final Table LONGER = BOOKS.mapColumns(column -> column.withType(DataType.of("varchar", 90)));
    private static final CodeObject TITLES = view("titles", "select title from books");
    private static final CodeObject SHORT = view("a_short", "select title from titles where length(title) < 9");
    private static final CodeObject SLUG =
            routine("slug(text)", "create function slug(t text) returns text language sql return lower(t)");
    private static final CodeObject COUNT =
            routine("books_count()", "create function books_count() returns bigint language sql return 1 /* books */");

    @Test
    void createsAViewAfterTheTableAndTheViewThatItReads() {
        assertThat(words(Schema.EMPTY, Schema.of(BOOKS).withCode(List.of(SHORT, TITLES))))
                .containsExactly("CreateTable books", "CreateCode titles", "CreateCode a_short");
        assertThat(words(Schema.of(BOOKS).withCode(List.of(SHORT, TITLES)), Schema.EMPTY))
                .containsExactly("DropCode a_short", "DropCode titles", "DropTable books");
    }

    @Test
    void makesAViewAnewWhoseTableChanges() {
        Schema before = Schema.of(BOOKS).withCode(List.of(SHORT, TITLES));

        assertThat(words(before, Schema.of(LONGER).withCode(List.of(SHORT, TITLES))))
                .containsExactly(
                        "DropCode a_short",
                        "DropCode titles",
                        "AlterColumn books",
                        "CreateCode titles",
                        "CreateCode a_short");
    }

    @Test
    void createsARoutineBeforeTheTablesUnlessItReadsOne() {
        assertThat(words(Schema.EMPTY, Schema.of(BOOKS).withCode(List.of(SLUG, COUNT))))
                .containsExactly("CreateCode slug(text)", "CreateTable books", "CreateCode books_count()");
    }

    /** Each of two thousand long texts is taken apart once, not once for each other. */
    @Test
    void ordersThousandsOfRoutinesWithoutComparingAllTexts() {
        List<CodeObject> routines = IntStream.range(0, 2000)
                .mapToObj(i -> routine("f" + i + "()", "create function f" + i + "()" + " perform 1;".repeat(500)))
                .toList();

        assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> assertThat(CodeDiff.inOrder(routines)).hasSize(2000));
    }

    @Test
    void replacesARoutineWhereItIs() {
        CodeObject other = SLUG.withDefinition(SLUG.definition().replace("lower", "upper"));

        assertThat(words(Schema.EMPTY.with(SLUG), Schema.EMPTY.with(other))).containsExactly("ReplaceCode slug(text)");
    }

    @Test
    void takesAWordAndNotAPartOfOneForAName() {
        assertThat(TITLES.mentions(Name.of("books"))).isTrue();
        assertThat(TITLES.mentions(Name.of("book"))).isFalse();
        assertThat(TITLES.mentions(Name.of("oks"))).isFalse();
    }

    private static List<String> words(Schema from, Schema to) {
        List<Operation> operations = Differ.diff(from, to, new PlainRules(true));
        assertThat(Operation.applyAll(operations, from)).isEqualTo(to);
        assertThat(Operation.applyAll(Operation.reverseAll(operations), to)).isEqualTo(from);
        return operations.stream().map(CodeDiffTest::word).toList();
    }

    private static String word(Operation operation) {
        String kind = operation.getClass().getSimpleName() + " ";
        if (operation instanceof Operation.CreateCode create) {
            return kind + create.object().key();
        }
        if (operation instanceof Operation.ReplaceCode replace) {
            return kind + replace.object().key();
        }
        return operation instanceof Operation.DropCode drop ? kind + drop.key() : kind + operation.table();
    }

    private static CodeObject view(String name, String query) {
        return CodeObject.view(CodeObject.Kind.VIEW, name, query);
    }

    private static CodeObject routine(String signature, String sql) {
        return new CodeObject(CodeObject.Key.routine(CodeObject.Kind.FUNCTION, signature), sql);
    }
}
