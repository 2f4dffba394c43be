// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.Name;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoverageTest {
    private static final Index PLAIN = Index.of("ix_book_title", List.of(Index.Part.column("title")));

    @Test
    void jpaCouldHaveSaidAPlainIndex() {
        assertThat(Coverage.JPA.couldSay(drop(PLAIN))).isTrue();
    }

    @Test
    void jpaCouldNotHaveSaidAPartialIndexOrOneByExpression() {
        assertThat(Coverage.JPA.couldSay(drop(PLAIN.withWhere("sold")))).isFalse();
        assertThat(Coverage.JPA.couldSay(drop(PLAIN.withParts(List.of(Index.Part.expression("lower(title)"))))))
                .isFalse();
        assertThat(Coverage.JPA.couldSay(drop(PLAIN.withMethod("gin")))).isFalse();
    }

    @Test
    void sqlCouldHaveSaidEverything() {
        assertThat(Coverage.EVERYTHING.couldSay(drop(PLAIN.withWhere("sold")))).isTrue();
    }

    private static Operation drop(Index index) {
        return new Operation.DropIndex(Name.of("book"), index.name(), index);
    }
}
