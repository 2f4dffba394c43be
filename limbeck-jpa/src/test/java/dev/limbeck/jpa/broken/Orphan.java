// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.jpa.broken;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.util.Set;

@Entity
public class Orphan {
    @Id
    long id;

    @OneToMany(mappedBy = "nowhere")
    Set<Orphan> children;
}
