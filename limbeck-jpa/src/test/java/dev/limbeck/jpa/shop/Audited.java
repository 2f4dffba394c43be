// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.jpa.shop;

import jakarta.persistence.MappedSuperclass;
import java.time.Instant;

@MappedSuperclass
public abstract class Audited {
    Instant changedAt;
}
