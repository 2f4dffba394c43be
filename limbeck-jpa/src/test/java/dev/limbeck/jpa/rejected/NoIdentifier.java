// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.jpa.rejected;

import jakarta.persistence.Entity;

@Entity
public class NoIdentifier {
    String name;
}
