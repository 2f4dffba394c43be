// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.examples.bookshop.model;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import java.math.BigDecimal;

/** Paid from a bank account. */
@Entity
@DiscriminatorValue("TRANSFER")
public class BankTransfer extends Payment {
    @Column(length = 34)
    private String iban;

    @Column(length = 140)
    private String reference;

    protected BankTransfer() {}

    public BankTransfer(Order order, BigDecimal amount, String iban, String reference) {
        super(order, amount);
        this.iban = iban;
        this.reference = reference;
    }

    @Override
    public String toString() {
        return super.toString() + ", from " + iban + " (" + reference + ")";
    }
}
