// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.revision;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a step does to the version table, in this order: the deletes, the inserts, the replacement.
 *
 * @param deletes rows that go
 * @param inserts rows that come
 * @param replace the row that becomes another, if one does
 */
public record VersionChange(
        List<String> deletes,
        List<String> inserts,
        @Nullable Replace replace) {

    /** One row that becomes another, so that the table never lacks both. */
    public record Replace(String from, String to) {}

    public VersionChange {
        deletes = List.copyOf(deletes);
        inserts = List.copyOf(inserts);
    }

    /** The rows give way to one: the last of them becomes it, and it is inserted where there is none. */
    static VersionChange merge(List<String> rows, String into) {
        if (rows.isEmpty()) {
            return new VersionChange(List.of(), List.of(into), null);
        }
        int last = rows.size() - 1;
        return new VersionChange(rows.subList(0, last), List.of(), new Replace(rows.get(last), into));
    }

    /** One row gives way to others: it becomes the last of them, and goes where there is none. */
    static VersionChange unmerge(String row, List<String> into) {
        if (into.isEmpty()) {
            return new VersionChange(List.of(row), List.of(), null);
        }
        int last = into.size() - 1;
        return new VersionChange(List.of(), into.subList(0, last), new Replace(row, into.get(last)));
    }
}
