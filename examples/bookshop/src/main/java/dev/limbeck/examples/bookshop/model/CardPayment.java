// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.examples.bookshop.model;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import java.math.BigDecimal;

/** Paid by card. */
@Entity
@DiscriminatorValue("CARD")
public class CardPayment extends Payment {
    @Column(name = "last_digits", length = 4)
    private String lastDigits;

    protected CardPayment() {}

    public CardPayment(Order order, BigDecimal amount, String lastDigits) {
        super(order, amount);
        this.lastDigits = lastDigits;
    }

    public String lastDigits() {
        return lastDigits;
    }
}
