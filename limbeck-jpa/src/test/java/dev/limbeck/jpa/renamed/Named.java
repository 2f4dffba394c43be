// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.jpa.renamed;

import dev.limbeck.RenamedFrom;
import jakarta.persistence.MappedSuperclass;

/** What all have. */
@MappedSuperclass
public class Named {
    @RenamedFrom("alias")
    String nick;
}
