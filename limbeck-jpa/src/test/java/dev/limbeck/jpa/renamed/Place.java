// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.jpa.renamed;

import dev.limbeck.RenamedFrom;
import jakarta.persistence.Embeddable;

/** Where somebody is. */
@Embeddable
public class Place {
    @RenamedFrom("town")
    String city;
}
