// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.operation;

import dev.limbeck.schema.Index;

/** One thing an index sorts by, in the words of a migration. */
public record IndexPart(Index.Part part) {

    public IndexPart desc() {
        return new IndexPart(part.desc());
    }

    public IndexPart nullsFirst() {
        return withNulls(Index.Nulls.FIRST);
    }

    public IndexPart nullsLast() {
        return withNulls(Index.Nulls.LAST);
    }

    public IndexPart operatorClass(String name) {
        return new IndexPart(new Index.Part(
                part.text(), part.expression(), part.descending(), part.nulls(), name, part.collation()));
    }

    public IndexPart collation(String name) {
        return new IndexPart(new Index.Part(
                part.text(), part.expression(), part.descending(), part.nulls(), part.operatorClass(), name));
    }

    private IndexPart withNulls(Index.Nulls nulls) {
        return new IndexPart(new Index.Part(
                part.text(), part.expression(), part.descending(), nulls, part.operatorClass(), part.collation()));
    }
}
