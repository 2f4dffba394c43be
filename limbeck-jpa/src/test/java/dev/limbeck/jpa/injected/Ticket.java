// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.jpa.injected;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.Id;
import java.time.Instant;

@Entity
@EntityListeners(Clerk.class)
public class Ticket {
    @Id
    long id;

    Instant soldAt;

    @Column(length = 40)
    @Convert(converter = Secret.class)
    String code;
}
