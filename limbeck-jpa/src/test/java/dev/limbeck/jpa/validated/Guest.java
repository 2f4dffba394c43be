// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.jpa.validated;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

@Entity
public class Guest {
    @Id
    long id;

    @NotNull
    @Size(max = 40)
    String name;
}
