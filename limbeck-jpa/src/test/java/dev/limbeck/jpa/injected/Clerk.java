// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.jpa.injected;

import jakarta.persistence.PrePersist;
import java.time.Clock;

/** A listener that a framework makes, with a clock of its own. */
public class Clerk {
    private final Clock clock;

    public Clerk(Clock clock) {
        this.clock = clock;
    }

    @PrePersist
    void stamp(Ticket ticket) {
        ticket.soldAt = clock.instant();
    }
}
