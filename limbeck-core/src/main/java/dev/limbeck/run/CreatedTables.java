// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.run;

import dev.limbeck.operation.Operation;
import dev.limbeck.schema.Name;
import java.util.HashSet;
import java.util.Set;

/** The tables that a revision has created so far: what it put into them is copied in no time. */
final class CreatedTables {
    private final Set<Name> created = new HashSet<>();

    void pass(Operation operation) {
        if (operation instanceof Operation.CreateTable create) {
            created.add(create.definition().name());
        } else if (operation instanceof Operation.DropTable drop) {
            created.remove(drop.table());
        } else if (operation instanceof Operation.RenameTable rename && created.remove(rename.table())) {
            created.add(rename.table().withName(rename.newName()));
        }
    }

    boolean contain(Name table) {
        return created.contains(table);
    }

    /** Forgets them, for what comes next is another revision. */
    void clear() {
        created.clear();
    }
}
