// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** A version table in memory, in which each statement must touch exactly the row it names. */
final class VersionTable {
    private final Set<String> rows;

    VersionTable(Collection<String> rows) {
        this.rows = new HashSet<>(rows);
    }

    void apply(VersionChange change) {
        change.deletes().forEach(this::remove);
        change.inserts().forEach(this::insert);
        if (change.replace() != null) {
            remove(change.replace().from());
            insert(change.replace().to());
        }
    }

    Set<String> rows() {
        return Set.copyOf(rows);
    }

    private void remove(String row) {
        assertThat(rows.remove(row)).as("a row %s in %s", row, rows).isTrue();
    }

    private void insert(String row) {
        assertThat(rows.add(row)).as("no row %s in %s", row, rows).isTrue();
    }
}
