// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.examples.bookshop.model;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;

/** Money that came in for an order. */
@Entity
@Table(name = "payments")
@Inheritance(strategy = InheritanceType.SINGLE_TABLE)
@DiscriminatorColumn(name = "method", length = 20)
public abstract class Payment {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private Long id;

    @OneToOne(optional = false)
    @JoinColumn(name = "order_id")
    private Order order;

    @Column(precision = 10, scale = 2, nullable = false)
    private BigDecimal amount;

    @Column(name = "received_at")
    private Instant receivedAt;

    protected Payment() {}

    protected Payment(Order order, BigDecimal amount) {
        this.order = order;
        this.amount = amount;
    }

    public Long id() {
        return id;
    }

    public void arrivedAt(Instant when) {
        receivedAt = when;
    }

    @Override
    public String toString() {
        return amount + " for " + order + (receivedAt == null ? ", open" : ", received " + receivedAt);
    }
}
