// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.examples.bookshop.model;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** A card that pays for something else, later. */
@Entity
@Table(name = "gift_cards")
@DiscriminatorValue("gift card")
public class GiftCard extends Product {
    @Column(nullable = false, unique = true)
    private UUID code;

    @Column(name = "valid_until")
    private LocalDate validUntil;

    protected GiftCard() {}

    public GiftCard(BigDecimal worth, LocalDate validUntil) {
        super("Gift card", worth);
        this.code = UUID.randomUUID();
        this.validUntil = validUntil;
    }

    public boolean isValidOn(LocalDate day) {
        return validUntil == null || !day.isAfter(validUntil);
    }
}
