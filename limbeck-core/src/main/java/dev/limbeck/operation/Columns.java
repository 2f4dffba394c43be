// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.operation;

import java.util.List;

/** The columns of a constraint that has no name. */
public record Columns(List<String> names) {
    public Columns {
        names = List.copyOf(names);
    }
}
