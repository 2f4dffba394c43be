// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.jpa.standard;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
public class Work {
    @Id
    long id;

    String title;
}
